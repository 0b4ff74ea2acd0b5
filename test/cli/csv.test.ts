import { expect, test } from "vitest";
import { documentFormats } from "../../src/hosts/cli/formats/index.ts";
import type { Event } from "../../src/inventory/event.ts";
import { fakeEnd, fakeResource, fakeScope, fakeStart } from "./fake-events.ts";
import { configsOf, parseCsv, placesOf, run, startCloud } from "./run.ts";

const columns = [
  ..."urn kind class subclass name region project status size_bytes created_at tags".split(" "),
  ..."provider account project_name country protection relations".split(" "),
];

/** What is written after each event, and at the end. */
function written(events: readonly Event[]): readonly (readonly string[])[] {
  const format = documentFormats["csv"]?.();
  const texts = [...events.map((event) => format?.event(event) ?? ""), format?.end() ?? ""];
  return texts.map((text) => (text === "" ? [] : parseCsv(text).map(([urn = ""]) => urn)));
}

function cells(event: Event): Record<string, string> {
  const format = documentFormats["csv"]?.();
  const [header = [], row = []] = parseCsv(`${format?.event(event)}${format?.end()}`);
  expect(header).toEqual(columns);
  return Object.fromEntries(header.map((name, index) => [name, row[index] ?? ""]));
}

test("a row holds whose a resource is, where, and what protects it, each list with one separator", () => {
  const row = cells(
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

test("a spreadsheet runs none of it", () => {
  const details = { account: "=1+1", project: "+1", protection: [], relations: [] };
  const row = cells(fakeResource("scaleway", { tags: ["=cmd|' /C calc'!A0"], details }));
  expect(row).toMatchObject({ account: "'=1+1", project: "'+1", tags: "'=cmd|'%20/C%20calc'!A0" });
});

const thing = (urn: string, project?: string) =>
  fakeResource("scaleway", { urn, ...(project === undefined ? {} : { details: { project } }) });
const project = (id: string) =>
  fakeResource("scaleway", { urn: `urn:scaleway:${id}`, kind: "scaleway.account.project", details: { project: id } });
const named = ["scaleway.account.project", "scaleway.test.thing"];

test("rows wait for the names of their projects in order, and only where the run reads these", () => {
  expect(written([fakeStart("scaleway", ["scaleway.test.thing"]), thing("urn:1", "p")])[1]).toEqual(["urn", "urn:1"]);
  const events = [
    fakeStart("scaleway", named),
    thing("urn:1", "p"),
    thing("urn:2"),
    project("p"),
    thing("urn:3", "q"),
    fakeScope("scaleway.account.project", "q"),
    thing("urn:4", "r"),
    fakeEnd("scaleway"),
    thing("urn:5", "s"),
  ];
  expect(written(events)).toEqual([
    [],
    [],
    [],
    ["urn", "urn:1", "urn:2", "urn:scaleway:p"],
    [],
    ["urn:3"],
    [],
    ["urn:4"],
    [],
    ["urn:5"],
  ]);
});

test("rows wait where scopes may name projects", () => {
  const kind = "scaleway.test.thing";
  const events = [
    { ...fakeStart("scaleway", [kind]), namesProjects: true as const },
    thing("urn:1", "p"),
    thing("urn:2", "q"),
    fakeScope(kind, "q/fr-par", { projectName: "warehouse" }),
    fakeScope(kind, "p/fr-par", { projectName: "shop" }),
  ];
  expect(written(events)).toEqual([[], [], [], [], ["urn", "urn:1", "urn:2"], []]);
});

test("rows wait no longer than a scope of their project, where it names none and no other list does", () => {
  const kind = "scaleway.test.thing";
  const events = [
    { ...fakeStart("scaleway", [kind]), namesProjects: true as const },
    thing("urn:1", "p"),
    fakeScope(kind, "p/fr-par"),
    thing("urn:2", "p"),
  ];
  expect(written(events)).toEqual([[], [], ["urn", "urn:1"], ["urn:2"], []]);
});

test("no more than ten thousand rows wait", () => {
  const events = Array.from({ length: 10_002 }, (_, index) => thing(`urn:${index}`, "p"));
  const texts = written([fakeStart("scaleway", named), ...events]);
  expect(texts[10_000]).toEqual([]);
  expect(texts[10_001]).toHaveLength(1_001);
  expect(texts[10_001]?.slice(0, 2)).toEqual(["urn", "urn:0"]);
  expect(texts[10_002]).toEqual([]);
  expect(texts.at(-1)).toHaveLength(9_002);
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
  expect([...new Set(volumes.map((row) => at(row, "project_name")))]).toEqual(names);
});
