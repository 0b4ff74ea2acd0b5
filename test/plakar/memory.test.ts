import { execFileSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { configsOf, startCloud } from "../cli/run.ts";
import { logOf, startPlugin } from "./child.ts";
import { examinedAs, testOnBuild } from "./examined.ts";

const account = "the-customer";
const kinds = "scaleway.secret.secret in \\S+/(fr-par|nl-ams|pl-waw)";
const lost = new RegExp(
  `^the credential has lost rights that it had before \\(SecretManagerReadOnly\\): ${kinds}, ${kinds}, ${kinds} denied; ` +
    "grant them again, or name what is given up in accepted_gaps; remembered in \\S+/[0-9a-f]{64}\\.json, " +
    "last read by this credential on \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\dZ \\(docs/preflight.md#rightsgranted\\)$",
);

let cloud: Emulator;
let state: string;
beforeEach(async () => {
  cloud = await startCloud();
  state = mkdtempSync(join(tmpdir(), "state-"));
});
afterEach(async () => {
  await cloud.close();
  rmSync(state, { recursive: true, force: true });
});

interface Sync {
  readonly config?: Readonly<Record<string, string>>;
  readonly folder?: string;
  readonly examined?: { readonly account?: string };
}

/** One process of its own, as the control plane starts one for each sync. */
async function sync({ config = {}, folder = state, examined = { account } }: Sync = {}) {
  const { files = {}, environment } = examinedAs("scaleway", examined);
  const plugin = startPlugin("scaleway", cloud, {
    files,
    environment: { ...environment, CLOUD_INVENTORY_STATE_DIR: folder },
  });
  expect(await plugin.init({ ...configsOf(cloud).scaleway, ...config })).toMatchObject({ code: 0 });
  const { code, message } = await plugin.list();
  const log = await logOf(plugin);
  return { code, message, log, unusable: log.filter(({ event }) => event === "state.unusable") };
}

/** The provider takes the right back, everywhere: without a memory it looks like one that was never granted. */
const takeAway = () =>
  cloud.addFault({ match: "/secret-manager/", status: 403, body: { type: "permissions_denied", message: "no" } });

let firstRun: readonly { readonly name: string; readonly text: string }[] | undefined;

/** What a run with every right leaves, made by one such run for all tests that begin with it: their accounts are the same. */
async function remember(): Promise<void> {
  if (firstRun === undefined) {
    expect(await sync()).toMatchObject({ code: 0, unusable: [] });
    firstRun = readdirSync(state).map((name) => ({ name, text: readFileSync(join(state, name), "utf8") }));
    return;
  }
  for (const { name, text } of firstRun) writeFileSync(join(state, name), text, { mode: 0o600 });
}

const remembered = () => readdirSync(state).map((name) => join(state, name));

describe("a right that was lost between two runs", () => {
  test("is an error that names it, for as long as it is lost", async () => {
    expect(await sync()).toMatchObject({ code: 0, unusable: [] });
    takeAway();
    for (let run = 0; run < 2; run += 1) {
      const { code, message, log } = await sync();
      expect(message).toMatch(lost);
      expect(code).toBe(7);
      expect(log.at(-1)).toMatchObject({ event: "inventory.incomplete", check: "rights.granted" });
    }
    cloud.clearFaults();
    expect(await sync()).toMatchObject({ code: 0 });
  });

  test("cannot be told where the memory is turned off, which is said", async () => {
    expect(await sync({ folder: "off" })).toMatchObject({ code: 0 });
    takeAway();
    const { code, log } = await sync({ folder: "off" });
    expect(code).toBe(0);
    const reason = expect.stringMatching(/^nothing is remembered: it is turned off; a right that is lost.*deletion$/);
    expect(log).toContainEqual(expect.objectContaining({ event: "state.none", level: "warn", reason }));
    expect(remembered()).toEqual([]);
  });

  testOnBuild("names the credential that read last, where it was another one", async () => {
    await remember();
    const path = remembered()[0] ?? "";
    const content = JSON.parse(readFileSync(path, "utf8"));
    writeFileSync(path, JSON.stringify({ ...content, readBy: { ...content.readBy, fingerprint: "000000000000" } }));
    takeAway();
    expect(await sync()).toMatchObject({
      code: 7,
      message: expect.stringContaining("last read by another credential (scaleway-api-key) on "),
    });
  });

  test("is given up where accepted_gaps names it, and nowhere else", async () => {
    await remember();
    takeAway();
    const accepted = await sync({ config: { accepted_gaps: "scaleway.secret.*" } });
    expect(accepted).toMatchObject({ code: 0 });
    expect(accepted.log).toContainEqual(expect.objectContaining({ event: "inventory.accepted", gaps: 3 }));
    expect(await sync({ config: { on_incomplete: "accept" } })).toMatchObject({ code: 7 });
    expect(await sync()).toMatchObject({ code: 7 });
  });

  testOnBuild("is no other account's", async () => {
    await remember();
    takeAway();
    expect(await sync({ examined: { account: "somebody else" } })).toMatchObject({ code: 0 });
    expect(remembered()).toHaveLength(2);
  });
});

test("a product that is said to be absent where it was found before is an error, until accepted_gaps names the place", async () => {
  await cloud.close();
  cloud = await startCloud({ zones: 10 });
  const config = { kinds: "scaleway.instance.server" };
  expect(await sync({ config })).toMatchObject({ code: 0 });
  cloud.addFault({ match: "/zones/it-mil-1/", status: 501, body: { message: "unknown service" } });
  const { code, message } = await sync({ config });
  expect(code).toBe(9);
  const [, gap = ""] = /(scaleway\.instance\.server@\S+\/it-mil-1) accepts that/.exec(message) ?? [];
  expect(await sync({ config: { ...config, accepted_gaps: gap } })).toMatchObject({ code: 0 });
  expect(await sync({ config })).toMatchObject({ code: 9 });
});

test("projects that an organization's list named before are not taken for gone where the list is refused", async () => {
  const emulator = await startCloud({ scalewayProjects: 3, zones: 1, resources: 1 });
  const run = async () => {
    const plugin = startPlugin("scaleway", emulator, { environment: { CLOUD_INVENTORY_STATE_DIR: state } });
    const config = { scw_organization_id: emulator.scalewayOrganizationId, kinds: "scaleway.secret.secret" };
    expect(await plugin.init({ ...configsOf(emulator).scaleway, ...config })).toMatchObject({ code: 0 });
    return plugin.list();
  };
  try {
    expect(await run()).toMatchObject({ code: 0 });
    const body = { type: "permissions_denied", message: "no" };
    emulator.addFault({ match: "/account/v3/projects?", status: 403, body });
    for (let again = 0; again < 2; again += 1) {
      const { code, message } = await run();
      expect(message).toContain(emulator.projects.scaleway[2]);
      expect(code).toBe(7);
    }
  } finally {
    await emulator.close();
  }
});

test("a project that a service account may not see any more is not taken for one that is gone", async () => {
  const run = async (projects: readonly number[]) => {
    const grants = ["get", "*/get"].map((action) => ({ action: `publicCloudProject:apiovh:${action}`, projects }));
    const emulator = await startCloud({ ovhProjects: 2, ovhGrants: [...grants, { action: "account:apiovh:*/get" }] });
    const plugin = startPlugin("ovh", emulator, { environment: { CLOUD_INVENTORY_STATE_DIR: state } });
    expect(await plugin.init(emulator.credentials.ovhServiceAccount)).toMatchObject({ code: 0 });
    const { code, message } = await plugin.list();
    const [, second = ""] = emulator.projects.ovh;
    await emulator.close();
    return { code, message, second };
  };
  expect(await run([0, 1])).toMatchObject({ code: 0 });
  for (let again = 0; again < 2; again += 1) {
    const { code, message, second } = await run([0]);
    expect(message).toContain(second);
    expect(code).toBe(7);
  }
});

test("a right that OVHcloud's key lost is an error where a folder remembers it, by what the provider itself tells", async () => {
  const rules = ["/cloud/project", "/cloud/project/*"].map((path) => ({ method: "GET", path }));
  const paths = ["", "/region", "/region/*", "/instance", "/storage", "/database/service", "/database/service/*"];
  const fewer = async (emulator: Emulator) => {
    const project = emulator.projects.ovh[0] ?? "";
    return [rules[0], ...paths.map((path) => ({ method: "GET", path: `/cloud/project/${project}${path}` }))];
  };
  const run = async (ovhRules: unknown, folder: string) => {
    const emulator = await startCloud({ ovhRules: ovhRules as typeof rules });
    const plugin = startPlugin("ovh", emulator, { environment: { CLOUD_INVENTORY_STATE_DIR: folder } });
    expect(await plugin.init(configsOf(emulator).ovh)).toMatchObject({ code: 0 });
    const { code, message } = await plugin.list();
    await emulator.close();
    return { code, message };
  };
  const shrunk = await fewer(cloud);
  expect(await run(rules, state)).toMatchObject({ code: 0 });
  expect(await run(shrunk, state)).toMatchObject({ code: 7, message: expect.stringContaining("/volume") });
  expect(await run(shrunk, "off")).toMatchObject({ code: 0 });
});

describe("the memory", () => {
  test("is one private file for each account, without a name or a secret in its name", async () => {
    await sync();
    const [path = ""] = remembered();
    expect(remembered()).toEqual([expect.stringMatching(/\/[0-9a-f]{64}\.json$/)]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const { version, reads } = JSON.parse(readFileSync(path, "utf8"));
    expect(version).toBe(2);
    const project = cloud.projects.scaleway[0];
    expect(reads["scaleway.secret.secret"]).toEqual({
      [`${project}/fr-par`]: { held: true, count: expect.any(Number) },
      [`${project}/nl-ams`]: { held: false },
      [`${project}/pl-waw`]: { held: false },
    });
    for (const value of Object.values(configsOf(cloud).scaleway).slice(1)) {
      expect(readFileSync(path, "utf8")).not.toContain(value);
    }
  });

  test.each([
    "{",
    "[]",
    '{"version":3,"inventory":"scaleway","reads":{}}',
    '{"version":2,"inventory":"scaleway","reads":{}}',
    '{"version":1,"inventory":"ovh","grants":{}}',
  ])("excuses no denial, and says so, where its file holds %s, until a run has no denial", async (text) => {
    await remember();
    writeFileSync(remembered()[0] ?? "", text);
    takeAway();
    for (let run = 0; run < 2; run += 1) {
      const { code, unusable } = await sync();
      expect(code).toBe(9);
      expect(unusable).toMatchObject([{ level: "warn", reason: expect.stringContaining("is not known") }]);
    }
    cloud.clearFaults();
    expect(await sync()).toMatchObject({ code: 0 });
    takeAway();
    expect(await sync()).toMatchObject({ code: 7, unusable: [] });
  });

  testOnBuild("is missed, and no more, where the folder cannot be used or nothing names the account", async () => {
    const file = join(state, "a-file");
    writeFileSync(file, "");
    const { code, unusable } = await sync({ folder: file });
    expect(code).toBe(0);
    expect(unusable).toMatchObject([
      { reason: expect.stringMatching(/cannot be read \(ENOTDIR\)/) },
      { reason: expect.stringMatching(/cannot be written \(ENOTDIR\)/) },
    ]);
    expect(await sync({ folder: "" })).toMatchObject({ code: 0, unusable: [] });
    const nameless = await sync({ examined: {} });
    expect(nameless).toMatchObject({
      code: 0,
      unusable: [{ reason: expect.stringContaining("nothing names the account") }],
    });
  });

  test("that is not there today is not a first run: no denial is excused, and the folder is not made", async () => {
    await remember();
    takeAway();
    const elsewhere = `${state}-unmounted`;
    renameSync(state, elsewhere);
    for (let run = 0; run < 2; run += 1) {
      const { code, unusable } = await sync();
      expect(unusable).toMatchObject([{ reason: expect.stringMatching(/^the state folder is not there; make it/) }]);
      expect(code).toBe(9);
    }
    renameSync(elsewhere, state);
    expect(await sync()).toMatchObject({ code: 7, unusable: [] });
  });

  test("goes on from the form of the version before: what was granted then and is denied now was lost", async () => {
    await remember();
    const path = remembered()[0] ?? "";
    const { inventory, reads } = JSON.parse(readFileSync(path, "utf8"));
    const grants = Object.fromEntries(
      Object.entries(reads).map(([kind, places]) => [kind, Object.keys(places as object)]),
    );
    writeFileSync(path, JSON.stringify({ version: 1, inventory, grants }));
    takeAway();
    expect(await sync()).toMatchObject({ code: 7, unusable: [] });
  });

  test.each([
    ["a link to nowhere", (path: string) => symlinkSync("/nowhere/at-all", path)],
    ["a link to a memory", (path: string) => symlinkSync(join(state, "copy"), path)],
    ["a pipe", (path: string) => execFileSync("mkfifo", [path])],
    ["a folder", (path: string) => mkdirSync(path)],
  ])("that is %s is unusable, no first run and no wait", async (_name, put) => {
    await remember();
    const path = remembered()[0] ?? "";
    renameSync(path, join(state, "copy"));
    put(path);
    takeAway();
    const { code, unusable } = await sync();
    expect(code).toBe(9);
    expect(unusable).toMatchObject([{ reason: expect.stringContaining("what was granted before is not known") }]);
  });

  test("is in the user's state folder by itself, which is made for its owner alone, and said where", async () => {
    const home = mkdtempSync(join(tmpdir(), "home-"));
    const made = join(home, "state", "cloud-inventory");
    const environment = { CLOUD_INVENTORY_STATE_DIR: "", XDG_STATE_HOME: join(home, "state") };
    for (const event of ["state.made", "state.used"]) {
      const plugin = startPlugin("scaleway", cloud, { environment });
      expect(await plugin.init(configsOf(cloud).scaleway)).toMatchObject({ code: 0 });
      expect(await plugin.list()).toMatchObject({ code: 0 });
      expect(await logOf(plugin)).toContainEqual(expect.objectContaining({ event, folder: made }));
    }
    expect(statSync(made).mode & 0o777).toBe(0o700);
    takeAway();
    const plugin = startPlugin("scaleway", cloud, { environment });
    expect(await plugin.init(configsOf(cloud).scaleway)).toMatchObject({ code: 0 });
    expect(await plugin.list()).toMatchObject({ code: 7 });
    rmSync(home, { recursive: true });
  });
});
