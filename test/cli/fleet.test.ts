import { readdirSync, readFileSync, readlinkSync, renameSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, test, vi } from "vitest";
import type { Emulator, EmulatorOptions } from "../../src/emulator/index.ts";
import type { FleetSummary, InventoryResult } from "../../src/hosts/fleet/result.ts";
import { readSnapshot } from "../../src/snapshots/read-snapshot.ts";
import { never, patiently } from "../patience.ts";
import { validatorOf } from "../schemas.ts";
import { newFolder } from "../snapshots/worlds.ts";
import { configsOf, placesOf, planted, run, startCloud } from "./run.ts";

const kinds = "ovh.cloud.project,ovh.cloud.volume";
const volumes = "ovh.cloud.volume";

/** The summary of a fleet, by the names of its inventories. */
function told(stdout: string): { summary: FleetSummary; of: (name: string) => InventoryResult | undefined } {
  const summary = JSON.parse(stdout) as FleetSummary;
  const isValid = validatorOf("fleet-summary.schema.json");
  expect(isValid(summary), JSON.stringify(isValid.errors)).toBe(true);
  return { summary, of: (name) => summary.inventories.find((one) => one.name === name) };
}

/** What a snapshot holds, as it is told to everything that reads one. */
async function urnsIn(path = ""): Promise<string[]> {
  const urns: string[] = [];
  for await (const line of readSnapshot(path)) if (line.type === "resource") urns.push(line.resource.urn);
  return urns.toSorted();
}

/** The folder that a child was started in. */
const cwdOf = ({ pid }: { readonly pid?: number | undefined }): string => readlinkSync(`/proc/${pid}/cwd`);
const pathsBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".gz"));

describe("a fleet of a folder", () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startCloud();
  });
  afterAll(() => emulator.close());

  /** Every kind of credential, by reference and as it is; one that is refused, and one that cannot be read. */
  function filesOf(snapshots: string) {
    const { ovh, scaleway, "ovh-data-platform": dataPlatform } = configsOf(emulator);
    const account = emulator.credentials.ovhServiceAccount;
    return {
      "fleet/acme/key.json": {
        kinds,
        config: { ...ovh, application_secret: "env:ACME_SECRET", consumer_key: "file:ck" },
      },
      "fleet/acme/account.json": { kinds, config: { ...account, client_secret: "exec:vault acme/account" } },
      "fleet/globex/scaleway.json": { ...scaleway, kinds: "scaleway.instance.*" },
      "fleet/globex/platform.yaml": `tags: [test]\nconfig: ${JSON.stringify(dataPlatform)}\n`,
      "fleet/globex/wrong.json": { ...scaleway, scw_secret_key: planted("11111111-2222-4333-8444-555555555555") },
      "fleet/globex/broken.json": { config: scaleway, tags: 5 },
      "helpers.json": { vault: ["sh", "-c", `test "$1" = acme/account && cat vault`, "vault"] },
      ck: ovh["consumer_key"] ?? "",
      vault: account.client_secret,
      snapshots,
    };
  }
  const environment = () => ({
    ...placesOf(emulator),
    ACME_SECRET: emulator.environment["OVH_APPLICATION_SECRET"] ?? "",
  });

  it("is read whole, but for what is wrong with an entry, which is said; the worst decides the exit status", async () => {
    const snapshots = newFolder();
    const args = ["fleet", "run", "fleet", "--snapshots", snapshots, "--helpers", "helpers.json", "--json"];
    const { code, stdout, stderr } = await run(args, { environment: environment(), files: filesOf(snapshots) });
    expect({ code, stderr }).toEqual({ code: 3, stderr: "" });
    const { summary, of } = told(stdout);
    expect(summary.states).toEqual({
      complete: 4,
      incomplete: 0,
      refused: 1,
      misconfigured: 1,
      failed: 0,
      cancelled: 0,
    });
    expect(of("wrong")).toMatchObject({
      customer: "globex",
      state: "refused",
      exitCode: 3,
      reason: expect.any(String),
    });
    expect(of("wrong")?.run?.snapshot).toBeUndefined();
    expect(of("broken")).toMatchObject({
      state: "misconfigured",
      exitCode: 2,
      reason: "tags has to be a list of texts, or texts by name",
    });
    expect(of("platform")).toMatchObject({ tags: ["test"], inventory: "ovh-data-platform" });
    // Two inventories of one account hold the same.
    const [key, account] = [of("key")?.run, of("account")?.run];
    expect(await urnsIn(key?.snapshot)).toEqual(await urnsIn(account?.snapshot));
    expect(await urnsIn(key?.snapshot)).toHaveLength(key?.resources ?? 0);
    expect(
      pathsBelow(snapshots)
        .map((path) => path.replace(/[^/]+$/, ""))
        .toSorted(),
    ).toEqual(["acme/account/", "acme/key/", "globex/platform/", "globex/scaleway/"]);
  });

  it("is read in part where `--only` says so, and a name that nobody has is no empty fleet", async () => {
    const snapshots = newFolder();
    const options = { environment: environment(), files: filesOf(snapshots) };
    const args = ["fleet", "run", "fleet", "--snapshots", snapshots, "--only"];
    const some = await run([...args, "acme/k*"], options);
    expect(some).toMatchObject({ code: 0, stderr: "" });
    expect(some.stdout).toMatch(/^1 inventory: 1 complete; \d+ resources, \d+ requests, \d+\.\d s\n$/);
    const none = await run([...args, "acme/kye"], options);
    expect(none).toMatchObject({ code: 2, stderr: "error: --only: no inventory of the fleet is called acme/kye\n" });
  });

  it("is checked before the night: each credential by its name, and nothing is kept", async () => {
    const snapshots = newFolder();
    const args = ["fleet", "check", "fleet", "--helpers", "helpers.json", "--json"];
    const { code, stdout } = await run(args, { environment: environment(), files: filesOf(snapshots) });
    expect(code).toBe(3);
    const { of } = told(stdout);
    expect(of("key")).toMatchObject({ state: "complete", check: { verdict: "usable", missing: [], lost: [] } });
    expect(of("wrong")).toMatchObject({ state: "refused", check: { verdict: "not-usable" } });
    expect(of("broken")).toMatchObject({ state: "misconfigured" });
  });
});

describe("night after night", () => {
  const start = (options: EmulatorOptions = {}) => startCloud({ ovhRegions: 1, ...options });
  const filesOf = (emulator: Emulator, config = {}) => ({
    "fleet.json": [
      { name: "prod", customer: "acme", kinds: [volumes], config: { ...configsOf(emulator).ovh, ...config } },
    ],
  });
  const runOn = (emulator: Emulator, snapshots: string, args: readonly string[] = [], config = {}) =>
    run(["fleet", "run", "fleet.json", "--snapshots", snapshots, ...args], {
      environment: placesOf(emulator),
      files: filesOf(emulator, config),
    });

  test("what changed is told against the snapshot before, which stays the last one where a night is refused", async () => {
    const gone = new Set<string>();
    const emulator = await start({ isThere: (id) => !gone.has(id) });
    const snapshots = newFolder();
    const first = await runOn(emulator, snapshots);
    expect(first.stdout).not.toContain("Changed");
    const [volume = ""] = emulator.expectedIds().get(volumes) ?? [];
    gone.add(volume);
    const second = await runOn(emulator, snapshots);
    expect(second.stdout).toMatch(/^Changed since the snapshot before: 1\n {2}acme\/prod {2}1 removed$/m);
    const before = pathsBelow(snapshots);
    const refused = await runOn(emulator, snapshots, [], { consumer_key: planted("wrongConsumerKey".padEnd(32, "0")) });
    expect(refused.code).toBe(3);
    expect(refused.stdout).toMatch(/^Not complete: 1\n {2}acme\/prod {2}refused {2}\S/m);
    expect(pathsBelow(snapshots)).toEqual(before);
    const third = await runOn(emulator, snapshots, ["--keep", "1"]);
    expect(third.stdout).not.toContain("Changed");
    expect(pathsBelow(snapshots)).toHaveLength(1);
    await emulator.close();
  });

  test("a clock that was set back makes no snapshot look older than the one before", async () => {
    const emulator = await start();
    const snapshots = newFolder();
    await runOn(emulator, snapshots);
    const [first = ""] = pathsBelow(snapshots);
    const later = join(snapshots, "acme/prod/2999-01-01T00-00-00.000Z.ndjson.gz");
    renameSync(join(snapshots, first), later);
    await runOn(emulator, snapshots, ["--keep", "1"]);
    expect(pathsBelow(snapshots)).toEqual(["acme/prod/2999-01-01T00-00-00.001Z.ndjson.gz"]);
    await emulator.close();
  });

  test("a credential that dies next week is named", async () => {
    const in3Days = new Date(Date.now() + 3.5 * 86_400_000).toISOString();
    const emulator = await start({ ovhCredential: { expiration: in3Days } });
    const { stdout, code } = await runOn(emulator, newFolder());
    expect(code).toBe(0);
    expect(stdout).toContain(`Credentials that end within 7 days: 1\n  acme/prod  the consumer key  ends in 3 days`);
    const quiet = await runOn(emulator, newFolder(), ["--expiring", "2"]);
    expect(quiet.stdout).not.toContain("Credentials that end");
    await emulator.close();
  });

  test("a right that is lost is named before the night and in it, and takes nothing away", async () => {
    const snapshots = newFolder();
    const state = newFolder();
    const rules = [{ method: "GET", path: "/*" }];
    const emulator = await start({ ovhRules: rules });
    const environment = { ...placesOf(emulator), CLOUD_INVENTORY_STATE_DIR: state };
    const options = { environment, files: filesOf(emulator) };
    await run(["fleet", "run", "fleet.json", "--snapshots", snapshots], options);
    emulator.addFault({ match: /\/volume$/, status: 403, body: { message: "This call has not been granted" } });
    emulator.addFault({
      match: "/auth/currentCredential",
      status: 200,
      body: {
        credentialId: 1,
        applicationId: 1,
        status: "validated",
        creation: "2025-01-06T09:00:00Z",
        expiration: null,
        lastUse: null,
        rules: [
          { method: "GET", path: "/cloud/project" },
          { method: "GET", path: "/me" },
        ],
        allowedIPs: null,
        ovhSupport: false,
      },
    });
    const check = await run(["fleet", "check", "fleet.json"], options);
    expect(check.code).toBe(4);
    expect(check.stdout).toMatch(/^Rights that were lost: \d+\n {2}acme\/prod {2}ovh\.cloud\.volume in /m);
    const night = await run(["fleet", "run", "fleet.json", "--snapshots", snapshots], options);
    expect(night.code).toBe(4);
    expect(night.stdout).toMatch(
      /^Changed since the snapshot before: 1\n {2}acme\/prod {2}\d+ (unknown|no longer looked at)$/m,
    );
    expect(night.stdout).not.toContain("removed");
    await emulator.close();
  });

  test("Ctrl-C ends it, and begins none of those that wait", async () => {
    const emulator = await start({ latencyMs: never });
    const [entry] = filesOf(emulator)["fleet.json"];
    const vault = ["sh", "-c", `echo x >> asked; sleep 1000`];
    const config = { ...entry?.config, consumer_key: "exec:vault x" };
    const fleet = ["a", "b", "c"].map((name) => ({ ...entry, name, config }));
    const ended = await run(
      ["fleet", "run", "fleet.json", "--snapshots", "s", "--at-once", "1", "--helpers", "h.json", "--json"],
      {
        environment: placesOf(emulator),
        files: { "fleet.json": fleet, "h.json": { vault }, asked: "" },
        meanwhile: async (child) => {
          const asked = join(cwdOf(child), "asked");
          await vi.waitUntil(() => child.exitCode !== null || readFileSync(asked, "utf8") !== "", patiently);
          child.kill("SIGINT");
        },
      },
    );
    expect(ended.code).toBe(130);
    expect(told(ended.stdout).summary.states).toMatchObject({ cancelled: 3 });
    expect(ended.files["asked"]?.text).toBe("x\n");
    await emulator.close();
  });

  test("Ctrl-C ends it: what was not read is said, and no snapshot is written", async () => {
    const emulator = await start({ latencyMs: never });
    const snapshots = newFolder();
    const { code, stdout } = await run(["fleet", "run", "fleet.json", "--snapshots", snapshots, "--json"], {
      environment: placesOf(emulator),
      files: filesOf(emulator),
      meanwhile: async (child) => {
        await vi.waitUntil(() => child.exitCode !== null || emulator.statistics.inFlight > 0, patiently);
        child.kill("SIGINT");
      },
    });
    expect(code).toBe(130);
    expect(told(stdout).summary.states).toMatchObject({ cancelled: 1 });
    expect(pathsBelow(snapshots)).toEqual([]);
    await emulator.close();
  });

  test("a disk that takes nothing more fails that inventory, and leaves what was there", async () => {
    const emulator = await start();
    const snapshots = newFolder();
    await runOn(emulator, snapshots);
    const before = pathsBelow(snapshots);
    const { code, stdout } = await run(["fleet", "run", "fleet.json", "--snapshots", snapshots, "--json"], {
      environment: placesOf(emulator),
      files: filesOf(emulator),
      fileBlocks: 0,
    });
    expect(code).toBe(1);
    expect(told(stdout).of("prod")).toMatchObject({
      state: "failed",
      reason: expect.stringMatching(/could not be written/),
    });
    expect(pathsBelow(snapshots)).toEqual(before);
    expect(readdirSync(`${snapshots}/acme/prod`)).toEqual(before.map((path) => path.split("/").at(-1)));
    await emulator.close();
  });

  test("a place that the summary cannot be written to is said before anything is read", async () => {
    const emulator = await start();
    const snapshots = newFolder();
    const { code, stderr } = await runOn(emulator, snapshots, ["--json", "--output", "nowhere/summary.json"]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: --output: .*nowhere\/summary\.json cannot be written \(ENOENT\)$/m);
    expect(pathsBelow(snapshots)).toEqual([]);
    await emulator.close();
  });

  test("one run has the folder: another one is refused, and a killed one leaves it free", async () => {
    const slow = await start({ latencyMs: never });
    const emulator = await start();
    const snapshots = newFolder();
    await run(["fleet", "run", "fleet.json", "--snapshots", snapshots], {
      environment: placesOf(slow),
      files: filesOf(slow),
      meanwhile: async (child) => {
        await vi.waitUntil(() => child.exitCode !== null || slow.statistics.inFlight > 0, patiently);
        const other = await runOn(emulator, snapshots);
        expect(other).toMatchObject({ code: 2, stdout: "" });
        expect(other.stderr).toContain(`another fleet run has ${snapshots}`);
        child.kill("SIGKILL");
      },
    });
    expect(await runOn(emulator, snapshots)).toMatchObject({ code: 0, stderr: "" });
    await Promise.all([slow.close(), emulator.close()]);
  });

  test("a customer is forgotten: its snapshots and the memory of its account, and nothing of others", async () => {
    const emulator = await start();
    const [snapshots, state] = [newFolder(), newFolder()];
    const environment = { ...placesOf(emulator), CLOUD_INVENTORY_STATE_DIR: state };
    const { scaleway } = configsOf(emulator);
    const other = { name: "prod", customer: "globex", kinds: ["scaleway.instance.server"], config: scaleway };
    const [entry] = filesOf(emulator)["fleet.json"];
    const files = { "fleet.json": [entry, other] };
    await run(["fleet", "run", "fleet.json", "--snapshots", snapshots], { environment, files });
    expect(readdirSync(state)).toHaveLength(2);
    const forget = ["fleet", "forget", "acme", "--snapshots", snapshots];
    const asked = await run(forget, { environment });
    expect(asked).toMatchObject({ code: 2 });
    expect(asked.stderr).toContain("--yes confirms it");
    const { code, stderr } = await run([...forget, "--yes"], { environment });
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: "removed 1 snapshot of acme, and 1 memory\n",
    });
    expect(pathsBelow(snapshots).map((path) => path.split("/")[0])).toEqual(["globex"]);
    expect(readdirSync(state)).toHaveLength(1);
    expect(await run([...forget, "--yes"], { environment })).toMatchObject({ code: 2 });
    const inventory = (name: string) => ["fleet", "forget", `globex/${name}`, "--snapshots", snapshots, "--yes"];
    expect(await run(inventory("staging"), { environment })).toMatchObject({
      code: 2,
      stderr: "error: no snapshot is kept of an inventory globex/staging\n",
    });
    expect(pathsBelow(snapshots)).toHaveLength(1);
    const typo = await run(["fleet", "prune", "--snapshots", `${snapshots}/typo`, "--keep", "1"], { environment });
    expect(typo).toMatchObject({ code: 2, stderr: `error: ${snapshots}/typo is no folder of snapshots\n` });
    // One that is not mounted today still holds what is remembered.
    const gone = { ...environment, CLOUD_INVENTORY_STATE_DIR: `${state}/gone` };
    const unmounted = await run(["fleet", "forget", "globex", "--snapshots", snapshots, "--yes"], {
      environment: gone,
    });
    expect(unmounted).toMatchObject({ code: 2, stderr: expect.stringContaining("the state folder") });
    expect(pathsBelow(snapshots)).toHaveLength(1);
    await emulator.close();
  });
});

test.each([
  [[], "fleet needs a word: run, check, prune, forget, enqueue, worker, schedule, status, query, metrics"],
  [["rnu"], 'unknown word "rnu"; did you mean "run"?'],
  [["run"], "fleet run needs a further word: FLEET"],
  [["run", "nowhere", "--snapshots", "s"], "nowhere cannot be read (ENOENT)"],
  [["run", "."], "--snapshots PLACE is missing: where snapshots are kept"],
  [["check", ".", "--snapshots", "s"], "--snapshots does not go with fleet check"],
  [["prune", "--snapshots", "s"], "--keep N is missing: how many snapshots of each inventory stay"],
  [["prune"], "--keep N is missing: how many snapshots of each inventory stay"],
  [["prune", "--keep", "1", "--days", "9"], "--snapshots PLACE is missing: where snapshots are kept"],
  [["prune", "--snapshots", "s", "--days", "9"], "--keep N is missing: how many snapshots of each inventory stay"],
  [["prune", "x"], 'unknown argument "x": fleet prune takes no further word'],
  [
    ["forget", "acme/../globex", "--snapshots", "s", "--yes"],
    "acme/../globex is neither CUSTOMER nor CUSTOMER/NAME: a name has to be 1 to 63 letters, digits, dots, dashes and underscores, with a letter or digit at both ends",
  ],
  [["run", ".", "--snapshots", "s", "--keep", "0"], "--keep must be a number of at least 1"],
  [["run", ".", "--snapshots", "s", "--at-once", "1.5"], "--at-once must be a whole number"],
])("fleet %j is refused", async (args, message) => {
  const { code, stderr } = await run(["fleet", ...args]);
  expect({ code, stderr }).toEqual({ code: 2, stderr: `error: ${message}\n` });
});

test.each([
  ["enqueue", "customers/"],
  ["worker", "customers/"],
  ["schedule", "customers/"],
  ["prune", "--days", "9"],
])("fleet %s says what to install where the engine is not there", async (...words) => {
  const { code, stderr } = await run(["fleet", ...words]);
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringMatching(
      /^error: fleet \w+( --days)? needs the package cloud-inventory-fleet(, and that needs Node 22\.12|:)/,
    ),
  });
});
