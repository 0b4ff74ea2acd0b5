import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import type { Event } from "../../src/inventory/event.ts";
import type { CoveredResource } from "../../src/snapshots/coverage.ts";
import { createSnapshotWriter } from "../../src/snapshots/write-snapshot.ts";
import { isHarmless, stringsOf } from "../inventory/hostile-text.ts";
import { discoverOn, type ProviderId } from "../providers/run.ts";
import { ended, held, urnOf } from "../snapshots/covered-worlds.ts";
import { type FakeRun, newFolder, writeSnapshot } from "../snapshots/worlds.ts";
import { run, startCloud } from "./run.ts";

const folder = newFolder();
const [volume, backup, snapshot] = [
  "ovh.cloud.volume",
  "ovh.cloud.volume-backup",
  "ovh.cloud.volume-snapshot",
] as const;
const place = { region: "GRA11", country: "FR", project: "p" };
const hostile = "\u001b[31m|`[x](http://evil) @somebody <img>";
const scopes = [ended(volume, "p", { projectName: "web shop" }), ended(snapshot, "p"), ended(backup, "p/GRA11")];
const whole: FakeRun = {
  inventory: "ovh",
  account: "ab12345-ovh",
  scopes,
  resources: [
    held(volume, "without", "p", {
      ...place,
      name: hostile,
      sizeBytes: 10 * 1024 ** 3,
      createdAt: "2024-05-01T10:00:00Z",
    }),
    held(volume, "snapped", "p", { ...place, sizeBytes: 2 * 1024 ** 4 }),
    // The scopes of these snapshots were read at the beginning of 1970.
    held(volume, "backed", "p", place),
    held(snapshot, "s", "p", { relations: [{ type: "snapshot-of", urn: urnOf("snapped") }] }),
    held(backup, "b", "p/GRA11", {
      createdAt: "1969-12-20T00:00:00Z",
      relations: [{ type: "backup-of", urn: urnOf("backed") }],
    }),
  ],
};
const path = writeSnapshot(folder, "ovh.ndjson", whole);
const backedAlone = writeSnapshot(folder, "backed.ndjson", { ...whole, resources: whole.resources.slice(2) });
const denied = writeSnapshot(folder, "denied.ndjson", {
  ...whole,
  scopes: [...scopes.slice(0, 2), ended(backup, "p/GRA11", { outcome: "denied", reason: "needs GET /volume/backup" })],
  resources: whole.resources.slice(0, 1),
});
const coverage = (...args: readonly string[]) => run(["coverage", ...args]);

function fileOf(name: string, text: string | Uint8Array): string {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
}

describe("coverage", () => {
  test("shows a person what has no backup, the largest first, and never calls it unprotected by itself", async () => {
    const { code, stdout, stderr } = await coverage(path);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`  ${path}: ovh, account ab12345-ovh, 2026-01-01T00:00:00.000Z, complete\n`);
    expect(stdout).toMatch(/^ {2}class +backup +stale +snapshots only +none found +unknown +resources$/m);
    expect(stdout).toMatch(/^ {2}block-storage +1 +0 +1 +1 +0 +3$/m);
    expect(stdout).toMatch(/^ {2}ovh +p +web shop +1 +0 +1 +1 +0 +3$/m);
    expect(stdout).toMatch(/^ {2}FR +GRA11 +1 +0 +1 +1 +0 +3$/m);
    expect(stdout).toMatch(/^Without a backup, largest and oldest first: 2$/m);
    const listed = stdout.split("\n").filter((line) => /^ {2}(none-found|snapshots-only) /.test(line));
    expect(listed.map((line) => line.trim().split(/ {2,}/).slice(0, 2))).toEqual([
      ["snapshots-only", "2 TiB"],
      ["none-found", "10 GiB"],
    ]);
    expect(stdout).not.toMatch(/protected/i);
  });

  test("says on top that a snapshot is incomplete, and why something is unknown", async () => {
    const { stdout } = await coverage(denied);
    expect(stdout).toMatch(/^Snapshots\n {2}\S+: ovh, .*, INCOMPLETE: .*ovh\.cloud\.volume-backup denied \(1\)$/m);
    expect(stdout).toContain(
      "1 of ovh.cloud.volume: ovh.cloud.volume-backup: the snapshot had no right to read it (needs GET",
    );
  });

  test("makes nothing harmful of what somebody called a resource", async () => {
    for (const format of ["table", "markdown", "json", "ndjson"]) {
      const { code, stdout } = await coverage("-f", format, path);
      expect(code).toBe(0);
      expect(isHarmless(stdout.replaceAll("\n", ""))).toBe(true);
      if (format === "markdown") expect(stdout).toContain("| `\ufffd[31m\\|'[x](http://evil) @somebody <img>` |");
    }
  });

  test("is one JSON document, and JSON lines, which hold every resource", async () => {
    const document = JSON.parse((await coverage("-f", "json", path)).stdout);
    const lines = (await coverage("-f", "ndjson", path)).stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const { resources, ...summary } = document;
    expect(lines).toEqual([
      ...resources.map((one: CoveredResource) => ({ type: "resource", ...one })),
      { type: "summary", ...summary },
    ]);
    expect(resources.map(({ urn, state }: CoveredResource) => [urn, state])).toEqual([
      [urnOf("snapped"), "snapshots-only"],
      [urnOf("without"), "none-found"],
      [urnOf("backed"), "backup"],
    ]);
    expect(document.total).toEqual({
      resources: 3,
      backup: 1,
      "snapshots-only": 1,
      "none-found": 1,
      unknown: 0,
      stale: 0,
    });
    expect(stringsOf(document).filter((text) => /protected/.test(text))).toEqual([]);
  });

  test("writes a file that is whole", async () => {
    const { code, stdout, files } = await coverage("-f", "json", "-o", "out.json", path);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "" });
    expect(JSON.parse(files["out.json"]?.text ?? "")).toMatchObject({ total: { resources: 3 } });
  });
});

describe("coverage as a gate", () => {
  const all = fileOf("all.txt", `${urnOf("without")}\n${urnOf("snapped")}\n${urnOf("gone")}\n`);
  const some = fileOf("some.txt", `${urnOf("without")}\n`);
  test.each<[string, readonly string[], number, string]>([
    [
      "fails on what has none",
      ["--fail-on", "none-found", path],
      5,
      "1 resource is without a backup, or with a stale one",
    ],
    ["passes where all have one", ["--fail-on", "none-found", backedAlone], 0, ""],
    ["fails on what is stale", ["--fail-on", "none-found", "--max-age", "1w", backedAlone], 5, "1 resource is without"],
    ["passes what is young enough", ["--fail-on", "none-found", "--max-age", "12d", backedAlone], 0, ""],
    [
      "cannot tell where something is unknown",
      ["--fail-on", "none-found", denied],
      4,
      "none as far as is known; unknown: 1, incomplete snapshots: 1",
    ],
    [
      "fails on what is unprotected",
      ["--fail-on", "unprotected", "--protected", some, path],
      5,
      "1 resource is unprotected",
    ],
    ["passes where all is protected", ["--fail-on", "unprotected", "--protected", all, path], 0, ""],
    [
      "fails on a stale backup of what the tool does not protect",
      ["--fail-on", "unprotected", "--protected", all, "--max-age", "7d", path],
      5,
      "1 resource is unprotected",
    ],
    [
      "knows what the tool protects, whatever the provider holds",
      ["--fail-on", "unprotected", "--protected", all, denied],
      4,
      "none as far as is known; unknown: 0, incomplete snapshots: 1",
    ],
  ])("%s", async (_title, args, expected, message) => {
    const { code, stderr } = await coverage(...args);
    expect(code).toBe(expected);
    if (message === "") expect(stderr).toBe("");
    else expect(stderr).toContain(message);
  });

  test("says what is unprotected, and which URNs of the file nothing holds", async () => {
    const { stdout } = await coverage("--protected", some, path);
    expect(stdout).toMatch(/^Unprotected, largest and oldest first: 1$/m);
    expect(stdout).toMatch(/^ {2}block-storage +1 +0 +1 +1 +0 +3 +2 +1$/m);
    expect((await coverage("--protected", all, path)).stdout).toContain(
      "URNs that the backup tool protects and no snapshot holds: 1",
    );
  });

  test.each<[string, string | Uint8Array]>([
    ["lines", `${urnOf("without")}\r\n\r\n  ${urnOf("snapped")}\r\n`],
    ["CSV with commas", `\ufeffname,URN\r\n"a ""b"", c",${urnOf("without")}\r\n,"${urnOf("snapped")}"\r\n`],
    [
      "CSV of Plakar",
      `Class;Name;URN;Hostname\nblock-storage;a;${urnOf("without")};\nblock-storage;b;${urnOf("snapped")};h\n`,
    ],
    ["NDJSON", `{"urn":"${urnOf("without")}","job":1}\n{"urn":"${urnOf("snapped")}"}\n`],
    ["UTF-16", Buffer.from(`\ufeffurn\r\n${urnOf("without")}\r\n${urnOf("snapped")}\r\n`, "utf16le")],
  ])("takes %s", async (title, text) => {
    const { code } = await coverage("--fail-on", "unprotected", "--protected", fileOf(`taken-${title}`, text), path);
    expect(code).toBe(0);
  });

  test.each<[string, string | Uint8Array, RegExp]>([
    ["nothing", "\n", /is empty/],
    ["a header without urn", "name,id\na,b\n", /names no URNs/],
    ["a line that is no URN", `${urnOf("a")}\nsomething else\n`, /has no URN in line 2\n$/],
    ["a row without one", `name;urn\na;${urnOf("a")}\n\nb;\n`, /has no URN in line 4\n$/],
    ["JSON without one", `{"urn":"${urnOf("a")}"}\n{"id":"b"}\n`, /has no URN in line 2\n$/],
    ["half a line of JSON", `{"urn":"${urnOf("a")}"}\n{"urn":"urn`, /has no URN in line 2\n$/],
    ["no text", Uint8Array.of(0x50, 0xc3, 0x28, 0x0a), /is no text\n$/],
  ])("refuses %s", async (title, text, message) => {
    const file = fileOf(`refused-${title}`, text);
    const { code, stdout, stderr } = await coverage("--protected", file, path);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  test.each<[string, readonly string[], RegExp]>([
    ["no snapshot", [], /^error: coverage needs a snapshot/],
    ["a folder", [folder], /is a folder/],
    ["a snapshot that is none", [some], /is no snapshot/],
    ["a list that is not there", ["--protected", join(folder, "none"), path], /none does not exist\n$/],
    ["a folder as a list", ["--protected", folder, path], /is a folder\n$/],
    ["one account twice", [path, backedAlone], /are both of ovh, the account ab12345-ovh: name one of them\n$/],
    ["unprotected without a list", ["--fail-on", "unprotected", path], /needs --protected FILE/],
    ["an age without a unit", ["--max-age", "7", path], /^error: --max-age must be a whole number with a unit/],
    ["an unknown word", ["--fail-on", "none", path], /known: none-found, unprotected/],
    ["an unknown format", ["-f", "csv", path], /unknown format/],
  ])("refuses %s", async (_title, args, message) => {
    const { code, stdout, stderr } = await coverage(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(message);
  });
});

describe("coverage of clouds", () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startCloud();
  });
  afterAll(() => emulator.close());

  async function snapshotOf(id: ProviderId, kinds: readonly string[]): Promise<string> {
    const { events } = await discoverOn(emulator, id, { kinds });
    const writer = createSnapshotWriter({ inventory: id, account: "emulated" });
    const text = events.map((event: Event) => writer.event(event)).join("") + writer.end();
    return fileOf(`${id}-${kinds.length}.ndjson`, text);
  }

  test("tells what is covered once the kinds of copies are read, and else that it is unknown", async () => {
    const families = ["compute", "storage", "databases", "web", "backups"];
    const paths = [await snapshotOf("ovh", families), await snapshotOf("scaleway", families)];
    const { code, stdout } = await coverage("-f", "json", ...paths);
    expect(code).toBe(0);
    const { resources, total, snapshots } = JSON.parse(stdout);
    expect(
      snapshots.map(({ inventory, complete }: { inventory: string; complete: boolean }) => [inventory, complete]),
    ).toEqual([
      ["ovh", true],
      ["scaleway", true],
    ]);
    for (const state of ["backup", "snapshots-only", "none-found", "unknown"])
      expect(total[state], state).toBeGreaterThan(0);
    const statesOf = (kind: string) =>
      new Set(resources.filter((one: CoveredResource) => one.kind === kind).map(({ state }: CoveredResource) => state));
    expect(statesOf(snapshot)).toEqual(new Set());
    expect(statesOf("scaleway.block.volume")).not.toContain("unknown");
    const alone = JSON.parse((await coverage("-f", "json", await snapshotOf("ovh", [volume]))).stdout);
    expect(alone.total).toMatchObject({ "none-found": 0, unknown: alone.total.resources });
    expect(alone.unknowns).toEqual([
      { kind: volume, reason: "ovh.cloud.volume-backup was not read", resources: alone.total.resources },
    ]);
  });
});
