import { afterEach, describe, expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../../src/emulator/index.ts";
import { estimate } from "../../../src/inventory/estimate.ts";
import { createRecorder, rememberedOf } from "../../../src/memory/reads.ts";
import { rowsOf } from "../../rows.ts";
import { discoverOn, openOn, runOpened } from "../run.ts";

const rows = await rowsOf("ovh");
const kinds = ["ovh.vps", "ovh.dedicated-server"];
const index = "/v2/iam/resource";

let emulator: Emulator;
afterEach(() => emulator.close());

async function start(options: EmulatorOptions = {}): Promise<void> {
  emulator = await startEmulator({
    ovhProjects: 1,
    resources: { "ovh.vps": 3, "ovh.dedicated-server": 2 },
    ...options,
  });
}

/** The services answer that they have expired, and no more. */
function expire(match: RegExp = /\/(vps|dedicated\/server)\/[^/]+$/): void {
  emulator.addFault({ match, status: 460, body: { message: "This Service is expired" } });
}

describe("tags of IAM's index", () => {
  test("join services that tell none of their own, by one request a run", async () => {
    await start();
    const healthy = await discoverOn(emulator, "ovh", { kinds });
    expect(healthy.resources.every(({ tags }) => tags.length > 0)).toBe(true);
    expire();
    const { resources, scopes, finished } = await discoverOn(emulator, "ovh", { kinds });
    expect(resources.map(({ details }) => details.status)).toEqual(resources.map(() => "expired"));
    expect(resources.map(({ urn, tags }) => [urn, tags]).sort()).toEqual(
      healthy.resources.map(({ urn, tags }) => [urn, tags]).sort(),
    );
    expect(finished.complete).toBe(true);
    expect(scopes.map(({ joined, warnings }) => ({ joined, warnings }))).toEqual(
      scopes.map(() => ({ joined: ["ovh.iam.resource"], warnings: [] })),
    );
  });

  test("are not asked for where every service tells its own", async () => {
    await start();
    emulator.addFault({ match: index, status: 500 });
    const { scopes } = await discoverOn(emulator, "ovh", { kinds });
    expect(scopes.every(({ warnings, joined }) => warnings.length === 0 && joined === undefined)).toBe(true);
  });

  test("are read page by page", async () => {
    await start({ resources: { "ovh.vps": 130 } });
    expire();
    const { resources } = await discoverOn(emulator, "ovh", { kinds: ["ovh.vps"] });
    expect(resources).toHaveLength(130);
    expect(resources.every(({ tags }) => tags.length > 0)).toBe(true);
  });

  test.each([
    ["a consumer key", {}],
    ["a service account", { bearer: true }],
  ])("need nothing but the right to ask: %s", async (_name, { bearer = false }: { bearer?: boolean }) => {
    await start({ ovhRules: ["/vps", "/vps/*", "/iam/resource"].map((path) => ({ method: "GET", path })) });
    expire();
    const { client_id, client_secret } = emulator.credentials.ovhServiceAccount;
    const none = { application_key: "", application_secret: "", consumer_key: "" };
    const config = bearer ? { ...none, client_id, client_secret } : {};
    const { resources } = await discoverOn(emulator, "ovh", { kinds: ["ovh.vps"], config });
    expect(resources.every(({ tags }) => tags.length > 0)).toBe(true);
  });

  test.each<[string, EmulatorOptions, () => void]>([
    ["no right", { ovhRules: ["/vps", "/vps/*"].map((path) => ({ method: "GET", path })) }, () => {}],
    ["refused", {}, () => emulator.addFault({ match: index, status: 403, body: { message: "no" } })],
    ["down", {}, () => emulator.addFault({ match: index, status: 500 })],
    ["odd", {}, () => emulator.addFault({ match: index, body: { no: "list" } })],
  ])("cost nothing else where they cannot be read (%s)", async (_name, options, harm) => {
    await start(options);
    expire();
    harm();
    const { resources, scopes, finished } = await discoverOn(emulator, "ovh", { kinds: ["ovh.vps"] });
    expect(resources.map(({ tags }) => tags)).toEqual([[], [], []]);
    expect(scopes).toMatchObject([{ outcome: "completed", count: 3 }]);
    expect(scopes[0]?.warnings).toEqual([
      expect.stringMatching(/IAM's index: GET \/v2\/iam\/resource could not be read/),
    ]);
    expect(finished.complete).toBe(true);
  });

  test("go through the same rules as others, and leave internal ones out", async () => {
    await start({ resources: { "ovh.vps": 2 } });
    expire();
    const [one = "", two = ""] = emulator.expectedIds().get("ovh.vps") ?? [];
    const entry = (id: string, tags: unknown) => ({ urn: `urn:v1:eu:resource:vps:${id}`, name: id, type: "vps", tags });
    emulator.addFault({
      match: index,
      body: [
        entry(one, { team: "web\u202e", "ovh:internal": "x", odd: 7 }),
        entry(two, { "ovh:internal": "x" }),
        { no: "urn" },
        entry("another", { team: "x" }),
      ],
    });
    const { resources, scopes } = await discoverOn(emulator, "ovh", { kinds: ["ovh.vps"] });
    const tagsOf = (id: string) => resources.find(({ urn }) => urn.endsWith(id))?.tags;
    expect([tagsOf(one), tagsOf(two)]).toEqual([["team=web\ufffd"], []]);
    expect(scopes[0]?.warnings.join()).toContain("iam.tags.odd");
  });

  test("are counted, and reckoned with once a run has needed them", async () => {
    await start();
    expire();
    const chosen = rows.filter(({ id }) => kinds.includes(id));
    const recorder = createRecorder(chosen);
    const before = await runOpened(await openOn(emulator, "ovh"), kinds);
    for (const event of before.events) recorder.see(event);
    const remembered = rememberedOf(recorder.readsAfter({}));
    const { signal } = new AbortController();
    const expected = await estimate(await openOn(emulator, "ovh"), { kinds: chosen, signal, ...remembered });
    expect(expected.others).toEqual([{ kind: "ovh.iam.resource", requests: 1 }]);
    const { finished } = await runOpened(await openOn(emulator, "ovh"), kinds, remembered);
    expect(finished.requests).toBe(before.finished.requests);
  });

  test("are an optional right of what they complete, and not of what is in a project", () => {
    const taking = rows.filter(({ rights }) => rights["optionalRules"]?.includes(`GET ${index}`));
    expect(taking.map(({ id }) => id)).toEqual(expect.arrayContaining(["ovh.vps", "ovh.cloud.project"]));
    expect(taking.every(({ locality, below }) => locality === "account" && below === undefined)).toBe(true);
    expect(taking.some(({ needs }) => needs.includes(`GET ${index}`))).toBe(false);
  });
});
