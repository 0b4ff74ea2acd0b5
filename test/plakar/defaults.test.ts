import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { configsOf, startCloud } from "../cli/run.ts";
import { logOf, type Plugin, type ProviderId, secret, startPlugin } from "./child.ts";
import { examinedAs, testOnBuild } from "./examined.ts";
import { entryOf } from "./grpc.ts";

let cloud: Emulator;
let state: string;
beforeAll(async () => {
  state = mkdtempSync(join(tmpdir(), "state-"));
  cloud = await startCloud({ faults: [{ match: "/fr-par-2/servers", status: 400, body: {} }] });
});
afterAll(async () => {
  rmSync(state, { recursive: true, force: true });
  await cloud.close();
});

const plantedUuid = secret("11111111-0000-4000-8000-0000000000bb");
type Content = string | Readonly<Record<string, string>>;

/** A plugin whose operator's defaults are this. */
function startWith(content: Content, id: ProviderId = "scaleway"): Plugin {
  const text = typeof content === "string" ? content : JSON.stringify(content);
  const end = new Date(Date.now() + 50 * 86_400_000).toISOString();
  const { files, environment } = examinedAs(id, {
    account: "the-customer",
    brief: { expiries: [{ what: "the key", at: end }] },
  });
  return startPlugin(id, cloud, {
    files: { ...files, "defaults.json": text },
    environment: { ...environment, CLOUD_INVENTORY_DEFAULTS: "{folder}/defaults.json" },
  });
}

/** The kinds and the places of a run, and what its entries say of countries. */
async function runWith(content: Content, config: Readonly<Record<string, string>> = {}, id: ProviderId = "scaleway") {
  const plugin = startWith(content, id);
  expect(await plugin.init({ ...configsOf(cloud)[id], ...config })).toMatchObject({ code: 0 });
  const { code, messages } = await plugin.list();
  const log = await logOf(plugin);
  const started = log.find(({ event }) => event === "inventory.started");
  const finished = log.find(({ event }) => event === "inventory.finished");
  return { code, log, started, finished, countries: new Set(messages.map((message) => entryOf(message).country)) };
}

const server = { kinds: "scaleway.instance.server" };

describe("the operator's defaults hold", () => {
  test("kinds, below those of the tenant", async () => {
    const defaults = { kinds: "scaleway.secret.secret" };
    expect(await runWith(defaults)).toMatchObject({ code: 0, started: { kinds: ["scaleway.secret.secret"] } });
    expect(await runWith(defaults, server)).toMatchObject({ started: { kinds: ["scaleway.instance.server"] } });
    const { started } = await runWith(defaults, { kinds: "databases" });
    expect(started?.["kinds"]).toEqual(expect.arrayContaining(["scaleway.rdb.instance", "scaleway.redis.cluster"]));
    expect(started?.["kinds"]).not.toContain("scaleway.secret.secret");
  });

  test("regions", async () => {
    expect(await runWith({ regions: "nl-ams" }, server)).toMatchObject({ code: 0, finished: { scopes: 3 } });
  });

  test("whether an incomplete list is an error", async () => {
    expect(await runWith({}, server)).toMatchObject({ code: 9 });
    expect(await runWith({ on_incomplete: "accept" }, server)).toMatchObject({ code: 0 });
  });

  test("gaps on purpose", async () => {
    const { code, finished } = await runWith({ accepted_gaps: "*.server@*/fr-par-2" }, server);
    expect({ code, finished }).toMatchObject({ code: 0, finished: { complete: false, acceptedGaps: 1 } });
  });

  testOnBuild("limits and lead times", async () => {
    const limits = { max_in_flight: "1", max_requests_per_minute: "0" };
    const { log } = await runWith({ ...limits, expiry_warning_days: "60" }, { kinds: "*.secret" });
    expect(log).toContainEqual(expect.objectContaining({ event: "credential.expiring", daysLeft: 49 }));
  });

  test("the state folder", async () => {
    await runWith({ state_folder: state }, { kinds: "*.secret" });
    expect(readdirSync(state)).toHaveLength(1);
  });

  test("whether resources carry their country", async () => {
    const buckets = { kinds: "*.bucket" };
    expect((await runWith({}, buckets)).countries).toContain("FR");
    expect((await runWith({ country: "off" }, buckets)).countries).toEqual(new Set([""]));
  });
});

test.each<readonly [string, Content, RegExp]>([
  ["credentials", { scw_secret_key: plantedUuid }, /must hold no credentials/],
  ["an unknown option", { kind: "x" }, /unknown option "kind"; did you mean "kinds"/],
  ["what belongs to one tenant", { expected_account: "somebody" }, /unknown option "expected_account"/],
  ["on_incomplete of a third word", { on_incomplete: "perhaps" }, /on_incomplete must be one of fail, accept/],
  [
    "a kind that nobody has",
    { kinds: "scaleway.sekret.*" },
    /unknown kind "scaleway\.sekret\.\*"; did you mean "scaleway/,
  ],
  ["a mistyped family", { kinds: "databses" }, /unknown kind "databses"; did you mean "databases"/],
  ["a gap that nobody has", { accepted_gaps: "ovh.cloud.bukket@*" }, /unknown kind "ovh\.cloud\.bukket"; did you mean/],
  ["a relative folder", { state_folder: "state" }, /state_folder must be an absolute path/],
  ["a country", { country: "FR" }, /country must be on or off/],
  ["anything but JSON", "kinds=x", /is not JSON/],
])("the operator's defaults hold no %s", async (_name, content, message) => {
  const plugin = startWith(content);
  expect(await plugin.init(configsOf(cloud).scaleway)).toMatchObject({
    code: 3,
    message: expect.stringMatching(message),
  });
});

test.each([
  ["the operator's defaults", { max_in_flight: "1000" }, { max_in_flight: "" }],
  ["the operator's defaults", { max_in_flight: "1000" }, {}],
  ["the configuration", { max_in_flight: "10" }, { max_in_flight: "1000" }],
])("what is wrong is said to be wrong in %s, where %j stands below %j", async (where, content, config) => {
  const plugin = startWith(content);
  const { code, message } = await plugin.init({ ...configsOf(cloud).scaleway, ...config });
  expect(message).toMatch(new RegExp(`^${where}: max_in_flight must be`));
  expect(code).toBe(3);
});

test("a file that is not there is the operator's to fix", async () => {
  const plugin = startPlugin("scaleway", cloud, { environment: { CLOUD_INVENTORY_DEFAULTS: "{folder}/none.json" } });
  const { code, message } = await plugin.init(configsOf(cloud).scaleway);
  expect(message).toMatch(/^the operator's defaults: .*none\.json cannot be read \(ENOENT\)/);
  expect(code).toBe(3);
});

test("one file serves the executables of several providers, each with its own kinds", async () => {
  const defaults = {
    kinds: "ovh.cloud.project,scaleway.instance.server",
    accepted_gaps: "ovh.cloud.database,scaleway.instance.server@*/fr-par-2",
  };
  expect(await runWith(defaults)).toMatchObject({ code: 0, started: { kinds: ["scaleway.instance.server"] } });
  expect(await runWith(defaults, {}, "ovh")).toMatchObject({ code: 0, started: { kinds: ["ovh.cloud.project"] } });
  const { started: ofFamily } = await runWith({ kinds: "databases,scaleway.secret.secret" }, {}, "ovh");
  expect(ofFamily?.["kinds"]).toContain("ovh.cloud.database");
  expect(ofFamily?.["kinds"]).not.toContain("ovh.cloud.instance");
  // Nothing is left of it for the other provider, which then reads its default set.
  const { started } = await runWith({ kinds: "scaleway.*", accepted_gaps: "scaleway.*" }, {}, "ovh");
  expect(started?.["kinds"]).toContain("ovh.cloud.instance");
});
