import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { configsOf, eventsOf, ofType, run, startCloud } from "../cli/run.ts";
import { buildGoHost, type GoHost, whyNoGo } from "./go-host.ts";

const missing = whyNoGo();
if (missing !== undefined) console.warn(`the host in Go is not tested: ${missing}`);

describe.skipIf(missing !== undefined)("a host in Go, through grpc-go", () => {
  let host: GoHost;
  let cloud: Emulator;
  beforeAll(async () => {
    host = buildGoHost();
    cloud = await startCloud();
  });
  afterAll(async () => {
    host?.remove();
    await cloud?.close();
  });

  test.each(["ovh", "scaleway", "ovh-data-platform"] as const)(
    "%s: lists what discover lists, and ends the process with status 0",
    async (id) => {
      const found = await run(["discover", "--provider", id, "--config", "config.json", "--format", "ndjson"], {
        environment: { ...cloud.environment },
        files: { "config.json": configsOf(cloud)[id] },
      });
      const urns = ofType(eventsOf(found.stdout), "resource").map(({ resource }) => resource.urn);
      const { entries, ...ends } = await host.run(id, cloud, configsOf(cloud)[id]);
      expect(entries.map(({ urn }) => urn).sort()).toEqual(urns.sort());
      const ok = { code: "OK" };
      expect(ends).toMatchObject({ init: ok, list: { ...ok, entries: urns.length }, close: ok, exit: 0 });
      expect(JSON.parse(Buffer.from(entries[0]?.details ?? "", "base64").toString())).toMatchObject({ provider: id });
    },
  );

  test.each([
    ["a refused credential", { consumer_key: "plantedconsumerkey00000000000002" }, "Unauthenticated", /consumer_key/],
    ["a wrong config", { endpoint: "ovh-mars" }, "InvalidArgument", /endpoint must be one of ovh-eu, /],
  ])("%s: the sentence arrives as it was written", async (_name, config, code, message) => {
    const { init, list, exit, log } = await host.run("ovh", cloud, { ...configsOf(cloud).ovh, ...config });
    expect(init).toMatchObject({ code, message: expect.stringMatching(message) });
    expect(JSON.parse(log)).toMatchObject({ event: "init.refused", reason: init.message });
    expect({ list, exit }).toEqual({ list: undefined, exit: 0 });
  });

  test("a list with a gap ends with its sentence after the entries that were read", async () => {
    const broken = await startCloud({ faults: [{ match: "/zones/fr-par-2/servers", status: 400, body: {} }] });
    const { entries, list, close, exit } = await host.run("scaleway", broken, configsOf(broken).scaleway);
    const message = expect.stringMatching(
      /^the inventory is not complete .*scaleway\.instance\.server in \S+\/fr-par-2 /,
    );
    expect(list).toEqual({ code: "FailedPrecondition", message, entries: entries.length });
    expect(entries.length).toBeGreaterThan(0);
    expect({ close, exit }).toMatchObject({ close: { code: "OK" }, exit: 0 });
    await broken.close();
  });

  test("a long list comes whole through grpc-go's windows", async () => {
    const kinds = "scaleway.block.volume";
    const large = await startCloud({ zones: 10, resources: { [kinds]: 2000 } });
    const { entries, list } = await host.run("scaleway", large, {
      ...configsOf(large).scaleway,
      kinds,
      max_requests_per_minute: "0",
    });
    expect(list).toMatchObject({ code: "OK", entries: 20_000 });
    expect(new Set(entries.map(({ urn }) => urn)).size).toBe(20_000);
    await large.close();
  });
});
