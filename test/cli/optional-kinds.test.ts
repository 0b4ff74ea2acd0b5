import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Emulator, EmulatorOptions } from "../../src/emulator/index.ts";
import { coreKinds } from "../../src/providers/core-kinds.ts";
import { configsOf, eventsOf, ofType, placesOf, run, startCloud } from "./run.ts";

let home: string;
const clouds: Emulator[] = [];
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "home-"));
});
afterEach(async () => {
  for (const cloud of clouds.splice(0)) await cloud.close();
  rmSync(home, { recursive: true, force: true });
});

type ProviderId = "ovh" | "scaleway";
type Texts = Readonly<Record<string, string>>;

async function start(options: EmulatorOptions): Promise<Emulator> {
  const cloud = await startCloud(options);
  clouds.push(cloud);
  return cloud;
}

const rule = (path: string) => ({ method: "GET", path });
// What Plakar's documentation has customers grant.
const documentedRules = ["/cloud/project", "/cloud/project/*"].map(rule);
const documentedSets = ["InstancesReadOnly", "BlockStorageReadOnly", "ObjectStorageReadOnly", "SecretManagerReadOnly"];
const inProjects = { permissionSets: documentedSets, scope: "all-projects" } as const;
const servers = "ovh.vps";
const databases = "scaleway.rdb.instance";

interface Given {
  readonly id: ProviderId;
  readonly args?: readonly string[];
  readonly config?: Texts;
  /** Whether a memory is kept in this test's own folder. */
  readonly remembers?: boolean;
}

/** One verb with the emulator's credential in a config file, laid over with `config`. */
async function verb(cloud: Emulator, name: string, { id, args = [], config = {}, remembers = false }: Given) {
  const memory = remembers ? { CLOUD_INVENTORY_STATE_DIR: "", XDG_STATE_HOME: home } : {};
  return run([name, "--config", "inventory.json", ...args], {
    environment: { ...placesOf(cloud), ...memory },
    files: { "inventory.json": { ...configsOf(cloud)[id], ...config } },
  });
}

async function discover(cloud: Emulator, given: Given) {
  const ended = await verb(cloud, "discover", { ...given, args: ["--format", "ndjson", ...(given.args ?? [])] });
  const events = eventsOf(ended.stdout);
  const scopes = ofType(events, "scope");
  const [started] = ofType(events, "started");
  const [finished] = ofType(events, "finished");
  const missing = (finished?.notGranted ?? []).map(({ kind }) => kind);
  return { ...ended, started, scopes, finished, missing };
}

const bearer = (cloud: Emulator): Texts => ({
  application_key: "",
  application_secret: "",
  consumer_key: "",
  ...cloud.credentials.ovhServiceAccount,
});

describe("a run of the default set succeeds with what was granted for its core", () => {
  test("OVHcloud, with the rules that Plakar documents", async () => {
    const cloud = await start({ ovhRules: documentedRules });
    const { code, finished, missing, started, scopes, stderr } = await discover(cloud, { id: "ovh" });
    expect(code).toBe(0);
    expect(finished?.complete).toBe(false);
    expect(started?.kinds).toContain(servers);
    expect(missing).toContain(servers);
    expect(missing.filter((kind) => coreKinds.includes(kind))).toEqual([]);
    expect(finished?.notGranted?.find(({ kind }) => kind === servers)?.missing).toContain("GET /vps");
    expect(scopes.find(({ kind }) => kind === servers)).toMatchObject({ outcome: "denied", notGranted: true });
    expect(stderr).toMatch(
      /^Not granted, and not asked for by name:\n(.*\n)* {2}ovh\.vps {2}in 1 scope: needs GET \/vps/m,
    );
    expect(stderr).toMatch(/NOT COMPLETE, which is no failure: what is missing here may still exist/);
  });

  test("OVHcloud, with a service account that may see projects alone", async () => {
    const grants = [{ action: "publicCloudProject:apiovh:*" }, { action: "account:apiovh:*" }];
    const cloud = await start({ ovhGrants: grants });
    const { code, finished } = await discover(cloud, { id: "ovh", config: bearer(cloud) });
    expect(code).toBe(0);
    expect(finished?.outcomes.failed).toBe(0);
  });

  test.each([
    ["with IAM read", [inProjects, { permissionSets: ["IAMReadOnly", "ProjectReadOnly"], scope: "organization" }]],
    ["without IAM read", [inProjects]],
  ] as const)("Scaleway, %s", async (_, scalewayRules) => {
    const cloud = await start({ scalewayRules });
    const { code, missing, scopes } = await discover(cloud, { id: "scaleway" });
    expect(code).toBe(0);
    expect(missing).toContain(databases);
    const ofDatabases = scopes.filter(({ kind }) => kind === databases);
    expect(ofDatabases.length).toBeGreaterThan(1);
    expect(ofDatabases.every(({ outcome, notGranted }) => outcome === "denied" && notGranted)).toBe(true);
  });

  test("and its status file says what it lacks", async () => {
    const cloud = await start({ ovhRules: documentedRules });
    const { code, files } = await verb(cloud, "discover", { id: "ovh", args: ["--format", "json", "--output", "all"] });
    const { document, lastRun } = JSON.parse(files["all.status.json"]?.text ?? "{}");
    expect(code).toBe(0);
    expect(document).toMatchObject({ complete: false, exitCode: 0 });
    expect(document.inventories[0].notGranted.map(({ kind }: { kind: string }) => kind)).toContain(servers);
    expect(lastRun).toMatchObject({ ended: "written", exitCode: 0 });
  });
});

describe("a denial is a gap", () => {
  test.each([
    ["--kinds", { args: ["--kinds", `ovh.cloud.project,${servers}`] }],
    ["--kinds all", { args: ["--kinds", "all"] }],
    ["the config", { config: { kinds: `ovh.cloud.*,${servers}` } }],
  ])("where %s names the kind", async (_, given) => {
    const cloud = await start({ ovhRules: documentedRules });
    const { code, missing, scopes } = await discover(cloud, { id: "ovh", ...given });
    expect({ code, missing }).toEqual({ code: 4, missing: [] });
    expect(scopes.find(({ kind }) => kind === servers)).toMatchObject({ outcome: "denied" });
  });

  test("where it is a bare 403, unless the rights tell that one is missing", async () => {
    const faults = [{ match: /^\/1\.0\/vps/, status: 403, body: "<html>forbidden</html>" }];
    const granted = await start({ faults });
    expect(await discover(granted, { id: "ovh" })).toMatchObject({ code: 4, missing: [] });
    const lacking = await start({ faults, ovhRules: documentedRules });
    const { code, missing } = await discover(lacking, { id: "ovh" });
    expect(code).toBe(0);
    expect(missing).toContain(servers);
  });

  test("where an earlier run read the kind, be it empty", async () => {
    for (const resources of [1, { [servers]: 0 }]) {
      const cloud = await start({ resources });
      expect(await discover(cloud, { id: "ovh", remembers: true })).toMatchObject({ code: 0, missing: [] });
      cloud.addFault({ match: /^\/1\.0\/vps/, status: 403, body: { errorCode: "NOT_GRANTED_CALL", message: "no" } });
      const lost = await discover(cloud, { id: "ovh", remembers: true });
      expect(lost).toMatchObject({ code: 4, missing: [] });
      rmSync(join(home, "cloud-inventory"), { recursive: true });
    }
  });
});

test("what was not granted is remembered, said at the start, and read as soon as it is granted", async () => {
  const cloud = await start({ scalewayRules: [inProjects] });
  const first = await discover(cloud, { id: "scaleway", remembers: true });
  expect(first.started).not.toHaveProperty("notGranted");
  const second = await discover(cloud, { id: "scaleway", remembers: true });
  expect(second).toMatchObject({ code: 0, started: { notGranted: first.missing } });
  await cloud.close();
  const granted = await start({});
  const third = await discover(granted, { id: "scaleway", remembers: true });
  expect(third).toMatchObject({ code: 0, missing: [], finished: { complete: true } });
});

describe("preflight", () => {
  const checksOf = async (cloud: Emulator, given: Given) => {
    const { code, stdout } = await verb(cloud, "preflight", { ...given, args: ["--json", ...(given.args ?? [])] });
    const [report] = JSON.parse(stdout);
    const statusOf = (id: string) => report.checks.find((check: { id: string }) => check.id === id)?.status;
    return { code, verdict: report.verdict, lacks: statusOf("kinds.notGranted"), rights: statusOf("rights.granted") };
  };

  test.each<readonly [string, ProviderId, EmulatorOptions]>([
    ["OVHcloud's key", "ovh", { ovhRules: documentedRules }],
    ["Scaleway's, without IAM read", "scaleway", { scalewayRules: [inProjects] }],
  ])("warns of optional kinds: %s", async (_, id, options) => {
    const cloud = await start(options);
    expect(await checksOf(cloud, { id })).toEqual({ code: 0, verdict: "usable", lacks: "warn", rights: "pass" });
  });

  test("passes a service account of projects alone, of which IAM tells nothing more", async () => {
    const grants = [{ action: "publicCloudProject:apiovh:*" }, { action: "account:apiovh:*" }];
    const cloud = await start({ ovhGrants: grants });
    expect(await checksOf(cloud, { id: "ovh", config: bearer(cloud) })).toMatchObject({ code: 0, rights: "pass" });
  });

  test("fails where they are named, or an earlier run read them", async () => {
    const cloud = await start({ ovhRules: documentedRules });
    const named = await checksOf(cloud, { id: "ovh", args: ["--kinds", "all"] });
    expect(named).toEqual({ code: 4, verdict: "usable-with-gaps", lacks: undefined, rights: "fail" });
    await cloud.close();
    const before = await start({});
    expect(await discover(before, { id: "ovh", remembers: true })).toMatchObject({ code: 0 });
    await before.close();
    const now = await start({ ovhRules: documentedRules });
    expect(await checksOf(now, { id: "ovh", remembers: true })).toMatchObject({ code: 4, rights: "fail" });
  });

  test("--pin names what is granted, and leaves the others out", async () => {
    const cloud = await start({ ovhRules: documentedRules });
    const { code, stdout, stderr } = await verb(cloud, "preflight", { id: "ovh", args: ["--pin"] });
    const kinds: string = JSON.parse(`{${stdout}}`).kinds;
    expect(code).toBe(0);
    expect(kinds.split(",")).toEqual(expect.arrayContaining(coreKinds.filter((id) => id.startsWith("ovh."))));
    expect(kinds.split(",")).not.toContain(servers);
    expect(stderr).toMatch(/^left out: ovh\.vps is not shown to be granted: needs GET \/vps/m);
  });
});
