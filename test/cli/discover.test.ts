import { readFileSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import type { Resource } from "../../src/inventory/resource.ts";
import { kindsOfPatterns, kindsWithRows } from "../kinds-with-rows.ts";
import { configsOf, eventsOf, idOf, ofType, parseCsv, placesOf, planted, run, startCloud } from "./run.ts";

const defaultKinds = [
  "ovh-data-platform.bucket",
  "ovh.cloud.bucket",
  "ovh.cloud.database",
  "ovh.cloud.instance",
  "ovh.cloud.kube",
  "ovh.cloud.project",
  "ovh.cloud.swift-container",
  "ovh.cloud.volume",
  "ovh.dedicated-server",
  "ovh.nasha.partition",
  "ovh.netapp.share",
  "ovh.private-cloud",
  "ovh.vps",
  "ovh.web-cloud-database",
  "ovh.web-hosting",
  "scaleway.apple-silicon.server",
  "scaleway.block.volume",
  "scaleway.elastic-metal.server",
  "scaleway.instance.server",
  "scaleway.instance.volume",
  "scaleway.mongodb.instance",
  "scaleway.object.bucket",
  "scaleway.rdb.instance",
  "scaleway.redis.cluster",
  "scaleway.secret.secret",
  "scaleway.serverless-sql.database",
  "scaleway.webhosting.hosting",
];
const closing = /^(\d+) resources, (\d+) requests \(0 refused\), \d+\.\d s: complete\.$/m;

let emulator: Emulator;
beforeAll(async () => {
  // What is the organization's own is an organization's right.
  emulator = await startCloud({
    // Apple silicon is sold in the third one alone.
    zones: 3,
    scalewayRules: [
      { permissionSets: ["AllProductsReadOnly"], scope: "all-projects" },
      { permissionSets: ["IAMReadOnly", "ProjectReadOnly"], scope: "organization" },
    ],
  });
});
afterAll(() => emulator.close());

/** What there is, as `kind id`, sorted; of all kinds or of some. */
function expected(kinds: readonly string[] | undefined, cloud = emulator): string[] {
  return [...cloud.expectedIds()]
    .filter(([kind]) => (kinds ?? kindsOfPatterns).includes(kind))
    .flatMap(([kind, ids]) => ids.map((id) => `${kind} ${id}`))
    .toSorted();
}

function namesOf(resources: readonly Pick<Resource, "kind" | "urn">[]): string[] {
  return resources.map((resource) => `${resource.kind} ${idOf(resource)}`).toSorted();
}

function resourcesOf(format: string, text: string): Pick<Resource, "kind" | "urn">[] {
  if (format === "ndjson") return ofType(eventsOf(text), "resource").map(({ resource }) => resource);
  if (format === "json") return (JSON.parse(text) as { resources: Resource[] }).resources;
  const [header, ...rows] = parseCsv(text);
  expect(header?.slice(0, 2)).toEqual(["urn", "kind"]);
  return rows.map(([urn = "", kind = ""]) => ({ urn, kind }));
}

/** `KIND FOUND` of each line of the summary. */
/** How many there are of each kind, by the summary. */
function foundIn(summary: string): Record<string, number> {
  const lines = [...summary.matchAll(/^([a-z-]+(?:\.[a-z-]+)+) +(\d+) +\d+ {2}\S/gm)];
  return Object.fromEntries(lines.map(([, kind = "", found]) => [kind, Number(found)]));
}

/** The same without the kinds that the account has nothing of. */
function presentIn(summary: string): Record<string, number> {
  return Object.fromEntries(Object.entries(foundIn(summary)).filter(([, found]) => found > 0));
}

function counted(names: readonly string[]): Record<string, number> {
  const kinds = names.map((name) => name.split(" ")[0] ?? "");
  return Object.fromEntries(kinds.map((kind) => [kind, kinds.filter((other) => other === kind).length]));
}

describe.concurrent.each([
  { selection: "the default kinds", args: [], kinds: defaultKinds },
  { selection: "every kind", args: ["--kinds", "*"], kinds: undefined },
])("finds exactly what there is of $selection", ({ args, kinds }) => {
  test.each(["ndjson", "json", "csv"])("as %s, with the summary beside it", async (format) => {
    const ended = await run(["discover", "--format", format, ...args], { environment: emulator.environment });
    const found = namesOf(resourcesOf(format, ended.stdout));
    expect(found).toEqual(expected(kinds));
    expect(presentIn(ended.stderr)).toEqual(counted(expected(kinds)));
    expect(closing.exec(ended.stderr)?.[1]).toBe(String(found.length));
    expect(ended.code).toBe(0);
  });

  test("as a table", async () => {
    const ended = await run(["discover", ...args], { environment: emulator.environment });
    expect(presentIn(ended.stdout)).toEqual(counted(expected(kinds)));
    expect(closing.exec(ended.stdout)?.[1]).toBe(String(expected(kinds).length));
    expect(ended).toMatchObject({ code: 0, stderr: "" });
  });
});

describe.concurrent("a selection", () => {
  test("the JSON document holds the scopes and the footers too", async () => {
    const args = ["discover", "--format", "json", "--kinds", "ovh.cloud.project, scaleway.secret.*"];
    const ended = await run(args, { environment: emulator.environment });
    const { started, scopes, finished } = JSON.parse(ended.stdout) as Record<string, { kind?: string }[]>;
    expect([started?.length, finished?.length]).toEqual([2, 2]);
    const kinds = ["ovh.cloud.project", "scaleway.secret.secret", "scaleway.secret.version"];
    expect(new Set(scopes?.map(({ kind }) => kind))).toEqual(new Set(kinds));
  });

  test("a config reads several projects, and --provider one cloud", async () => {
    const cloud = await startCloud({ scalewayProjects: 3, resources: { "scaleway.instance.server": 1 } });
    const [first = "", ...others] = cloud.projects.scaleway;
    const config = { ...configsOf(cloud).scaleway, scw_project_id: first, scw_project_ids: others.join(" , ") };
    const args = ["discover", "--format", "ndjson", "--provider", "scaleway", "--config", "scaleway=inventory.json"];
    const kinds = ["scaleway.instance.server", "scaleway.object.bucket", "scaleway.account.project"];
    const ended = await run([...args, "--kinds", kinds.join()], {
      environment: cloud.environment,
      files: { "inventory.json": config },
    });
    const resources = ofType(eventsOf(ended.stdout), "resource").map(({ resource }) => resource);
    expect(namesOf(resources)).toEqual(expected(kinds, cloud));
    expect(new Set(resources.map(({ details }) => details.project))).toEqual(new Set(cloud.projects.scaleway));
    expect(ended.code).toBe(0);
    await cloud.close();
  });

  test("two configs are two inventories, and the environment is left alone", async () => {
    const { ovh, scaleway } = configsOf(emulator);
    const args = ["discover", "--config", "one.json", "--config", "two.json", "--format", "ndjson"];
    const kinds = ["--kinds", "ovh.cloud.project,scaleway.secret.secret"];
    const files = { "one.json": scaleway, "two.json": { ...ovh, kinds: "*volume" } };
    const environment = { ...placesOf(emulator), OVH_APPLICATION_KEY: "halfacredential" };
    const ended = await run([...args, ...kinds], { environment, files });
    expect(
      ofType(eventsOf(ended.stdout), "finished")
        .map(({ inventory }) => inventory)
        .toSorted(),
    ).toEqual(["ovh", "scaleway"]);
    expect(ended.code).toBe(0);
  });

  test("a config's own kinds count unless --kinds is given", async () => {
    const files = { "inventory.json": { ...configsOf(emulator).ovh, kinds: "*snapshot, ovh.cloud.project" } };
    const ended = await run(["discover", "--config", "inventory.json"], { environment: placesOf(emulator), files });
    expect(Object.keys(foundIn(ended.stdout))).toEqual([
      "ovh.cloud.instance-snapshot",
      "ovh.cloud.project",
      "ovh.cloud.share-snapshot",
      "ovh.cloud.volume-snapshot",
      "ovh.nasha.custom-snapshot",
      "ovh.netapp.share-snapshot",
      "ovh.vps.snapshot",
    ]);
  });

  test.each([
    { args: ["--help"], says: /usage: cloud-inventory VERB/ },
    { args: ["discover", "--help"], says: /--deadline SECONDS/ },
    { args: ["--version"], says: /^\d+\.\d+\.\d+\n$/ },
    {
      args: ["kinds", "--provider", "scaleway"],
      says: /^ {2}\* scaleway\.secret\.secret +.*\n.*needs SecretManagerReadOnly$/m,
    },
  ])("$args needs no credentials", async ({ args, says }) => {
    const ended = await run(args);
    expect(ended.stdout).toMatch(says);
    expect(ended).toMatchObject({ code: 0, stderr: "" });
  });

  test("kinds as JSON names every row, each of which the emulator holds", async () => {
    const ended = await run(["kinds", "--json"]);
    const rows = JSON.parse(ended.stdout) as { id: string; byDefault: boolean }[];
    const ids = rows.map(({ id }) => id);
    expect(ids.toSorted()).toEqual(kindsWithRows.toSorted());
    expect([...emulator.expectedIds().keys()]).toEqual(expect.arrayContaining(ids));
    expect(
      rows
        .filter(({ byDefault }) => byDefault)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(defaultKinds);
  });
});

test.concurrent("npm start discovers the embedded emulator, says so, and looks for no credentials", async () => {
  // Everything that would lead a program with an interest in credentials somewhere else.
  const elsewhere = await startCloud({ seed: 7 });
  const config = configsOf(elsewhere);
  const profile = `secret_key: ${planted("11111111-2222-4333-8444-555555555555")}\n`;
  const ended = await run([], {
    program: "start",
    environment: elsewhere.environment,
    files: { ".config/scw/config.yaml": profile, "ovh.conf": `[default]\nendpoint=${config.ovh["endpoint"]}\n` },
  });
  expect(elsewhere.statistics.requests).toBe(0);
  await elsewhere.close();

  const lines = ended.stdout.split("\n");
  expect(lines[0]).toMatch(/^KIND +FOUND +SCOPES +OUTCOME$/);
  const kinds = lines.filter((line) =>
    /^(ovh|scaleway|ovh-data-platform)\.\S+ +\d+ +\d+ {2}(\d+ )?completed/.test(line),
  );
  expect(kinds).toHaveLength(defaultKinds.length);
  expect(ended.stdout).toMatch(
    /^[1-9]\d* resources, [1-9]\d* requests \(\d+ refused\), \d+\.\d s: complete for the projects that were read\.$/m,
  );
  expect(ended.stderr).toMatch(
    /embedded emulator of OVHcloud, its Data Platform and Scaleway \(http:\/\/127\.0\.0\.1:\d+\)/,
  );
  expect(ended.stderr).toMatch(
    /For a real account: set OVH_ENDPOINT[\s\S]* SCW_SECRET_KEY[\s\S]*cloud-inventory\.js discover/,
  );
  expect(ended.code).toBe(0);

  const report = ended.stderr.trimEnd().split("\n").at(-1) ?? "";
  expect(report).toMatch(/\/cloud-inventory-sample-\w+\/report\.html$/);
  const page = readFileSync(report, "utf8");
  rmSync(dirname(report), { recursive: true });
  expect(page).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/);
  // Half of it is in a made-up list of what a backup tool protects.
  expect(page).toMatch(/<p>\d+ resources are unprotected\.<\/p>/);
});

test("every inventory starts with `started` and ends with `finished`, counts right, and sends no secret in a URL", async () => {
  emulator.resetStatistics();
  const ended = await run(["discover", "--format", "ndjson"], { environment: emulator.environment });
  const events = eventsOf(ended.stdout);
  for (const inventory of ["ovh", "scaleway", "ovh-data-platform"]) {
    const own = events.filter((event) => event.inventory === inventory);
    const scopes = ofType(own, "scope");
    expect(own[0]?.type).toBe("started");
    expect(own.at(-1)).toMatchObject({ type: "finished", complete: true, scopes: scopes.length });
    expect(ofType(own, "started")).toHaveLength(1);
    expect(ofType(own, "finished")).toHaveLength(1);
    expect(new Set(scopes.map(({ kind, scope }) => `${kind} ${scope}`)).size).toBe(scopes.length);
  }
  expect(closing.exec(ended.stderr)?.[2]).toBe(String(emulator.statistics.requests));
  const urls = emulator.statistics.paths.join("\n");
  const { OVH_APPLICATION_SECRET, OVH_CONSUMER_KEY, SCW_SECRET_KEY } = emulator.environment;
  for (const secret of [OVH_APPLICATION_SECRET, OVH_CONSUMER_KEY, SCW_SECRET_KEY]) expect(urls).not.toContain(secret);
});
