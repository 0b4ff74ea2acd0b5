import { accessSync, constants, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { readOperatorSettings } from "../../src/config/operator-settings.ts";
import { type Emulator, startEmulator } from "../../src/emulator/index.ts";
import { manifest, openInventory, validateConfig } from "../../src/index.ts";
import type { Event } from "../../src/inventory/event.ts";

let emulator: Emulator;
afterEach(() => emulator?.close());

async function open(more: Record<string, string> = {}) {
  emulator = await startEmulator({ scalewayProjects: 1, latencyMs: 20 });
  const { environment } = emulator;
  const config = {
    scw_project_id: environment["SCW_DEFAULT_PROJECT_ID"],
    scw_access_key: environment["SCW_ACCESS_KEY"],
    scw_secret_key: environment["SCW_SECRET_KEY"],
    ...more,
  };
  return openInventory("scaleway", config, { operator: readOperatorSettings(environment) });
}

/** The kinds of a family of Scaleway, as the manifest lists them. */
function manifestKindsOf(family: string): readonly string[] {
  const { kinds = [] } = manifest.inventories.find(({ id }) => id === "scaleway") ?? {};
  return kinds.filter((kind) => kind.family === family && !kind.personal).map(({ id }) => id);
}

describe("the module", () => {
  it("finds what the config asks for, and what a run asks for above it", async () => {
    const inventory = await open({ kinds: "*.bucket" });
    const kindsOf = async (options = {}) => {
      const events: Event[] = [];
      for await (const event of inventory.discover(options)) events.push(event);
      expect(events.at(-1)).toMatchObject({ type: "finished", complete: true });
      return new Set(events.flatMap((event) => (event.type === "resource" ? [event.resource.kind] : [])));
    };
    expect(await kindsOf()).toEqual(new Set(["scaleway.object.bucket"]));
    expect(await kindsOf({ kinds: ["*.secret"] })).toEqual(new Set(["scaleway.secret.secret"]));
    expect(await kindsOf({ kinds: ["databases", "*.secret"] })).toEqual(
      new Set(["scaleway.secret.secret", ...manifestKindsOf("databases")]),
    );
  });

  it("tells a success from a complete run, by what the config accepts", async () => {
    const endings = async (more: Record<string, string>) => {
      const inventory = await open({ kinds: "*.bucket", ...more });
      emulator.addFault({ match: /^(?!\/account\/)/, status: 400, body: {}, times: 1 });
      for await (const event of inventory.discover()) {
        if (event.type === "finished") return [event.complete, event.acceptedGaps, inventory.isSuccess(event)];
      }
      return [];
    };
    expect(await endings({})).toEqual([false, 0, false]);
    await emulator.close();
    expect(await endings({ accepted_gaps: "*.bucket@*" })).toEqual([false, 1, true]);
    await emulator.close();
    expect(await endings({ on_incomplete: "accept" })).toEqual([false, 0, true]);
    await emulator.close();
    expect((await open({ on_incomplete: "accept" })).acceptsIncomplete).toBe(true);
  });

  it("ends its runs when it is closed, and says so", async () => {
    const inventory = await open();
    let last: Event | undefined;
    for await (const event of inventory.discover()) {
      inventory.close();
      last = event;
    }
    expect(last).toMatchObject({ type: "finished", complete: false, code: "CANCELLED" });
  });

  it("checks a config without sending anything, problem by problem", async () => {
    emulator = await startEmulator({});
    const { valid, problems } = await validateConfig("ovh", { endpoint: "ovh-eu", application_key: "x" });
    expect(valid).toBe(false);
    expect(problems.map(({ key, problem }) => [key, problem])).toEqual([
      ["application_key", "does not have the expected form"],
      ["application_secret", "is missing"],
      ["consumer_key", "is missing"],
    ]);
    expect((await validateConfig("ovh", "text")).problems).toEqual([
      {
        code: "not-an-object",
        problem: "must be one JSON object of keys and string values",
        remediation: 'write it as {"key": "value"}',
      },
    ]);
    const { ovhServiceAccount } = emulator.credentials;
    expect(await validateConfig("ovh", ovhServiceAccount)).toEqual({ valid: true, problems: [] });
    await expect(validateConfig("ohv", {})).rejects.toMatchObject({ code: "INVALID_CONFIG" });
    expect(emulator.statistics.requests).toBe(0);
  });

  it("reads no reference that a tenant wrote into a config", async () => {
    process.env["PLANTED_FOR_THE_MODULE"] = "7363616c-6577-6573-6862-6f7579616161";
    const config = {
      scw_project_id: "env:PLANTED_FOR_THE_MODULE",
      scw_access_key: "SCW0123456789ABCDEFG",
      scw_secret_key: "file:/etc/hostname",
    };
    const { problems } = await validateConfig("scaleway", config);
    delete process.env["PLANTED_FOR_THE_MODULE"];
    expect(problems).toHaveLength(2);
  });

  it("has a manifest whose files a host that installed us can find, and whose programs it can start", () => {
    expect(manifest.inventories.map(({ id }) => id)).toEqual(["ovh", "scaleway", "ovh-data-platform"]);
    const { resolve } = createRequire(import.meta.url);
    const path = resolve("cloud-inventory-plugin/plugin.manifest.json");
    expect(JSON.parse(readFileSync(path, "utf8"))).toEqual(manifest);
    for (const { configSchema, executable } of manifest.inventories) {
      expect(resolve(join("cloud-inventory-plugin", configSchema))).toBe(join(dirname(path), configSchema));
      accessSync(join(dirname(path), executable), constants.X_OK);
    }
  });
});
