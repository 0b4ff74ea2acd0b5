import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { families } from "../../src/inventory/family.ts";
import type { KindRow } from "../../src/providers/kind-row.ts";
import { kindRows } from "../../src/providers/kinds.gen.ts";
import { configsOf, placesOf, run } from "./run.ts";

const rows: readonly KindRow[] = Object.values(kindRows).flat();
const places: Readonly<Record<string, number>> = Object.fromEntries(
  Object.keys(families).map((family, place) => [family, place]),
);

describe("kinds", () => {
  test("groups by family, then by provider and product", async () => {
    const { code, stdout } = await run(["kinds"]);
    expect(code).toBe(0);
    const headings = [...stdout.matchAll(/^([a-z]+): /gm)].map(([, family = ""]) => family);
    const held = new Set<string>(rows.map(({ family }) => family));
    expect(headings).toEqual(Object.keys(families).filter((family) => held.has(family)));
    const databases = /^databases: Databases\n([\s\S]*?)\n\n/m.exec(stdout)?.[1] ?? "";
    expect(databases).toMatch(/^ {2}OVHcloud: cloud\n {2}\* ovh\.cloud\.database {2}Managed database service\n/);
    expect(databases).toMatch(/^ {2}Scaleway: rdb\n {2}\+ scaleway\.rdb\.instance {2}/m);
    for (const { id } of rows) expect(stdout).toContain(` ${id}  `);
  });

  test("indents what is listed below another, and says class, connectors, cost and rights", async () => {
    const { stdout } = await run(["kinds", "--provider", "ovh", "--kinds", "compute"]);
    expect(stdout).toContain(`  + ovh.private-cloud  Hosted Private Cloud (vSphere)
      hypervisor; requests: 1 + 1 an item / 50 in batches + ovh.iam.resource once a run where needed; needs GET /dedicatedCloud, GET /dedicatedCloud/*
`);
    expect(stdout).toContain(`      ovh.private-cloud.datacenter  Virtual datacenter of a Private Cloud
        no class; requests: 1 below each ovh.private-cloud + 1 an item / 50 in batches; needs `);
    expect(stdout).toContain("        ovh.private-cloud.vm  Virtual machine of a Private Cloud\n");
    expect(stdout).toMatch(/ovh\.vps {2}VPS\n {6}compute, taken by sftp; requests: 1 \+ 1 an item/);
    expect(stdout).toMatch(/^\* read unless --kinds says otherwise$/m);
  });

  test("tells rights that are all needed from those of which one is enough", async () => {
    const { code, stdout } = await run(["kinds"]);
    expect(code).toBe(0);
    const needsOf = (title: string) => new RegExp(`  ${title}\\n.*; needs (.*)$`, "m").exec(stdout)?.[1];
    expect(needsOf("Public Cloud project")).toBe("GET /cloud/project, GET /cloud/project/*");
    expect(needsOf("Object Storage bucket")).toBe("ObjectStorageReadOnly or ObjectStorageBucketsRead");
    expect(needsOf("Data Platform bucket")).toBe("rights that are not documented");
  });

  test("prints the same as JSON, in the same order", async () => {
    const { stdout } = await run(["kinds", "--json"]);
    const told: KindRow[] = JSON.parse(stdout);
    const byId = (all: readonly KindRow[]) => all.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    expect(byId(told)).toEqual(byId(JSON.parse(JSON.stringify(rows))));
    const order = told.map(({ family }) => places[family]);
    expect(order).toEqual(order.toSorted((one = 0, other = 0) => one - other));
    expect(told.find(({ id }) => id === "ovh.cloud.kube-node")).toMatchObject({
      family: "containers",
      below: "ovh.cloud.kube",
      requests: "pages below each ovh.cloud.kube",
    });
  });

  test("shows the chosen kinds alone", async () => {
    const { stdout } = await run(["kinds", "--json", "--kinds", "databases", "--kinds", "*.secret"]);
    const expected = rows.filter(
      ({ id, family, personal }) => !personal && (family === "databases" || id.endsWith(".secret")),
    );
    expect(
      JSON.parse(stdout)
        .map(({ id }: KindRow) => id)
        .sort(),
    ).toEqual(expected.map(({ id }) => id).sort());
  });
});

describe("kinds --requests", () => {
  const options: EmulatorOptions = { ovhProjects: 2, ovhRegions: 2, scalewayProjects: 1, zones: 2 };
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startEmulator(options);
  });
  afterAll(() => emulator.close());

  const kinds = ["--kinds", "ovh.cloud.kube,ovh.cloud.kube-node,ovh.cloud.bucket"];
  const requests = ["kinds", "--requests", "--config", "ovh.json", ...kinds];
  /** Runs of one account, each with what the ones before remembered. */
  const withMemory = (folder: string) => ({
    environment: { ...placesOf(emulator), CLOUD_INVENTORY_STATE_DIR: folder },
    // The emulator's environment lifts every limit; this is the rate that a real cloud is asked at.
    files: { "ovh.json": { ...configsOf(emulator).ovh, max_requests_per_minute: "3000" } },
  });

  /** Writes down that the API's host takes so many requests a second. */
  function learnLimit(folder: string, limitPerSecond: number): void {
    const [name = ""] = readdirSync(folder);
    const memory = JSON.parse(readFileSync(join(folder, name), "utf8"));
    const { origin } = new URL(emulator.environment["CLOUD_INVENTORY_OVH_URL"] ?? "");
    const rates = { [origin]: { limitPerSecond, isConfirmed: true, provenPerSecond: limitPerSecond } };
    writeFileSync(join(folder, name), JSON.stringify({ ...memory, rates }));
  }

  test("asks the account for its projects and places, and for no list", async () => {
    emulator.resetStatistics();
    const { code, stdout, stderr } = await run(requests, { ...withMemory("off") });
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(/^ovh: what a sweep takes\n/);
    expect(stdout).toMatch(/^ovh\.cloud\.kube +2 +0\+ +2$/m);
    expect(stdout).toMatch(/^at least \d+ s, at 5 to 50 requests a second \(no limit is known yet\)$/m);
    const asked = emulator.statistics.paths.filter((path) => /\/(kube|storage)\b/.test(path));
    expect(asked).toEqual([]);
  });

  test("prints the requests that discover then makes, once a run has counted the items", async () => {
    const folder = mkdtempSync(join(tmpdir(), "state-"));
    try {
      const sweep = ["discover", "--config", "ovh.json", ...kinds, "--format", "ndjson", "--quiet"];
      await run(sweep, withMemory(folder));
      const told = await run([...requests, "--json"], withMemory(folder));
      const [expected] = JSON.parse(told.stdout);
      const { stdout } = await run(sweep, withMemory(folder));
      const finished = JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "");
      expect(expected).toMatchObject({ inventory: "ovh", requests: finished.requests, unknown: [] });
      expect(expected.forecast).toMatchObject({ requests: finished.requests });
      expect(expected.kinds.find(({ kind }: { kind: string }) => kind === "ovh.cloud.kube").items).toBeGreaterThan(0);
      learnLimit(folder, 4);
      const text = (await run(requests, withMemory(folder))).stdout;
      // The first leaves at once, and the others 3.8 a second.
      const seconds = Math.ceil((finished.requests - 1) / 3.8);
      expect(text).toContain(`\nat least ${seconds} s, at 3.8 requests a second (as earlier runs learned)\n`);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test("is about the default set where nothing is named, and about each inventory", async () => {
    const { ovh, scaleway } = configsOf(emulator);
    const files = { "ovh.json": ovh, "scaleway.json": { ...scaleway, kinds: "databases" } };
    const args = ["kinds", "--requests", "--json", "--config", "ovh.json", "--config", "scaleway.json"];
    const { code, stdout } = await run(args, { environment: placesOf(emulator), files });
    expect(code).toBe(0);
    const [first, second] = JSON.parse(stdout).map((one: { kinds: { kind: string }[] }) =>
      one.kinds.map(({ kind }) => kind),
    );
    const defaults = (kindRows["ovh"] ?? []).filter(({ byDefault }) => byDefault).map(({ id }) => id);
    expect(first.sort()).toEqual(defaults.sort());
    const ofFamily = (kindRows["scaleway"] ?? []).filter(({ family, personal }) => family === "databases" && !personal);
    expect(second.sort()).toEqual(ofFamily.map(({ id }) => id).sort());
  });

  test("says what it could not find out, and ends as incomplete", async () => {
    // For each of the two projects, once.
    emulator.addFault({ match: /\/region$/, status: 404, body: { message: "no" }, times: 2 });
    const { code, stdout } = await run(requests, withMemory("off"));
    expect(code).toBe(4);
    expect(stdout).toMatch(/^not in these numbers: ovh\.cloud\.bucket in [0-9a-f]{32}: .*\(NOT_FOUND\)$/m);
  });

  test("ends as a refused credential where it is one", async () => {
    const files = { "ovh.json": { ...configsOf(emulator).ovh, consumer_key: "0123456789abcdef0123456789abcdef" } };
    const { code } = await run(requests, { environment: placesOf(emulator), files });
    expect(code).toBe(3);
  });
});
