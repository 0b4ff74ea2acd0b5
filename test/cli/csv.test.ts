import { tmpdir } from "node:os";
import { expect, test } from "vitest";
import { documentFormats } from "../../src/hosts/cli/formats/index.ts";
import type { Event } from "../../src/inventory/event.ts";
import { fakeEnd, fakeResource, fakeScope } from "./fake-events.ts";
import { configsOf, parseCsv, placesOf, run, startCloud } from "./run.ts";

const columns = [
  ..."urn kind class subclass name region project status size_bytes created_at tags".split(" "),
  ..."provider account project_name country protection relations".split(" "),
];

/** The document of such events: nothing of it is told before the end. */
async function documentOf(events: readonly Event[]): Promise<string> {
  const format = documentFormats["csv"]?.(tmpdir());
  for (const event of events) expect(await format?.event(event)).toBe("");
  let text = "";
  for await (const part of format?.end() ?? []) text += part;
  await format?.close();
  return text;
}

const rowsOf = async (events: readonly Event[]): Promise<readonly string[][]> =>
  parseCsv(await documentOf(events)).slice(1);

async function cells(event: Event): Promise<Record<string, string>> {
  const [header = [], row = []] = parseCsv(await documentOf([event]));
  expect(header).toEqual(columns);
  return Object.fromEntries(header.map((name, index) => [name, row[index] ?? ""]));
}

test("a row holds whose a resource is, where, and what protects it, each list with one separator", async () => {
  const row = await cells(
    fakeResource("scaleway", {
      country: "FR",
      tags: ["env=prod", "owner=the shop team", "full=100%"],
      details: {
        account: "organization-1",
        project: "project-1",
        protection: [
          { type: "automatic-backup", state: "enabled", detail: "daily", retentionDays: 7, copiesKept: 3 },
          { type: "versioning", state: "unknown" },
        ],
        relations: [
          { type: "attached-to", urn: "urn:a:1" },
          { type: "snapshot-of", urn: "urn:b:%2F" },
        ],
      },
    }),
  );
  expect(row).toMatchObject({
    provider: "scaleway",
    account: "organization-1",
    project: "project-1",
    project_name: "",
    country: "FR",
    tags: "env=prod owner=the%20shop%20team full=100%25",
    protection: "automatic-backup=enabled,%20daily,%20kept%207%20days,%203%20copies versioning=unknown",
    relations: "attached-to=urn:a:1 snapshot-of=urn:b:%2F",
  });
  const entries = row["tags"]?.split(" ").map(decodeURIComponent);
  expect(entries).toEqual(["env=prod", "owner=the shop team", "full=100%"]);
});

test("a spreadsheet runs none of it", async () => {
  const details = { account: "=1+1", project: "+1", protection: [], relations: [] };
  const row = await cells(fakeResource("scaleway", { tags: ["=cmd|' /C calc'!A0"], details }));
  expect(row).toMatchObject({ account: "'=1+1", project: "'+1", tags: "'=cmd|'%20/C%20calc'!A0" });
});

const thing = (urn: string, project?: string) =>
  fakeResource("scaleway", { urn, ...(project === undefined ? {} : { details: { project } }) });
const project = (id: string) =>
  fakeResource("scaleway", { urn: `urn:scaleway:${id}`, kind: "scaleway.account.project", details: { project: id } });
const nameIn = (row: readonly string[]): readonly (string | undefined)[] => [
  row[0],
  row[columns.indexOf("project_name")],
];

test("rows stand in the order of kind and URN, whatever came first", async () => {
  const events = ["urn:b", "urn:a", "urn:c"].map((urn) => thing(urn));
  const rows = await rowsOf([...events, project("z"), fakeEnd("scaleway")]);
  expect(rows.map(([urn]) => urn)).toEqual(["urn:scaleway:z", "urn:a", "urn:b", "urn:c"]);
});

test("rows have the names of their projects, whenever and by whomever these were told", async () => {
  const rows = await rowsOf([
    thing("urn:1", "p"),
    thing("urn:2", "q"),
    thing("urn:3", "r"),
    thing("urn:4"),
    project("p"),
    fakeScope("scaleway.test.thing", "q/fr-par", { projectName: "warehouse" }),
  ]);
  expect(rows.map(nameIn)).toEqual([
    ["urn:scaleway:p", "thing"],
    ["urn:1", "thing"],
    ["urn:2", "warehouse"],
    ["urn:3", ""],
    ["urn:4", ""],
  ]);
});

test("an account without anything is a header", async () => {
  expect(await documentOf([])).toBe(`${columns.join(",")}\r\n`);
});

test("the command line writes the names that the list of an organization tells", async () => {
  const emulator = await startCloud({ scalewayProjects: 3 });
  const config = { ...configsOf(emulator).scaleway, scw_organization_id: emulator.scalewayOrganizationId };
  const ended = await run(["discover", "--config", "i.json", "--kinds", "scaleway.secret.*", "--format", "csv"], {
    environment: placesOf(emulator),
    files: { "i.json": config },
  });
  await emulator.close();
  expect(ended.code).toBe(0);
  const [header = [], ...rows] = parseCsv(ended.stdout);
  const names = new Map(rows.map((row) => [row[header.indexOf("project")], row[header.indexOf("project_name")]]));
  expect([...names.keys()].toSorted()).toEqual(emulator.projects.scaleway.toSorted());
  expect(names.size).toBe(3);
  for (const name of names.values()) expect(name).toMatch(/\S/);
});

test("the command line writes the name of each project", async () => {
  const emulator = await startCloud();
  const config = { ...configsOf(emulator).ovh, kinds: "ovh.cloud.project,ovh.cloud.volume" };
  const ended = await run(["discover", "--config", "inventory.json", "--format", "csv"], {
    environment: placesOf(emulator),
    files: { "inventory.json": config },
  });
  await emulator.close();
  expect(ended.code).toBe(0);
  const [header = [], ...rows] = parseCsv(ended.stdout);
  expect(header).toEqual(columns);
  const at = (row: readonly string[], name: string) => row[header.indexOf(name)];
  const names = rows.filter((row) => at(row, "kind") === "ovh.cloud.project").map((row) => at(row, "name"));
  const volumes = rows.filter((row) => at(row, "kind") === "ovh.cloud.volume");
  expect(volumes.length).toBeGreaterThan(0);
  expect(new Set(volumes.map((row) => at(row, "project_name")))).toEqual(new Set(names));
});
