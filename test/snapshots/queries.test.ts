import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { builtFile } from "../built.ts";
import { run, startCloud } from "../cli/run.ts";
import { ended, held, urnOf } from "./covered-worlds.ts";
import { type FakeRun, newFolder, snapshotOf } from "./worlds.ts";

const page = readFileSync(new URL("../../docs/queries.md", import.meta.url), "utf8");

interface Section {
  readonly heading: string;
  readonly sql: readonly string[];
  readonly sh: readonly string[];
}

/** The examples under each heading of the page, in its order; those on top belong to all. */
const sections: readonly Section[] = page.split(/^#+ /m).slice(1).map(sectionOf);
const [top, ...questions] = sections;

function sectionOf(text: string): Section {
  const blocks = (language: string): string[] =>
    [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(([, block = ""]) => block);
  return { heading: text.slice(0, text.indexOf("\n")), sql: blocks("sql"), sh: blocks("sh") };
}

// Whatever its owner calls it, it is a name and no part of a question. A snapshot holds no control characters.
const hostile = `'); DROP TABLE x; -- "quoted" \\(1) \\u0022 $(id) \`id\` | $file {"a":1} ; é漢\u{1f600}`;
const [volume, backup, snapshot, rdb] = [
  "ovh.cloud.volume",
  "ovh.cloud.volume-backup",
  "ovh.cloud.volume-snapshot",
  "scaleway.rdb.instance",
] as const;
const reason = "needs GET /volume/backup";
const off = { type: "automatic-backup", state: "disabled" } as const;
const ovh: FakeRun = {
  inventory: "ovh",
  account: "ab12345-ovh",
  scopes: [
    ended(volume, "p", { projectName: hostile }),
    ended(volume, "p/GRA11"),
    ended(volume, "q"),
    ...[snapshot, backup].map((kind) => ended(kind, "p")),
    ended(backup, "q", { outcome: "denied", reason }),
    ended(snapshot, "q", { outcome: "denied", reason }),
  ],
  resources: [
    held(volume, "big", "p", { name: hostile, project: "p", sizeBytes: 2 ** 53, tags: [hostile, "env=prod"] }),
    held(volume, "old", "p", { project: "p", sizeBytes: 1024, tags: ["env=prod"] }),
    held(volume, "old", "p/GRA11", { project: "p", sizeBytes: 1024, tags: ["env=prod"] }),
    held(volume, "unknown", "q", { project: "q" }),
  ],
};
const scaleway: FakeRun = {
  inventory: "scaleway",
  account: "organization",
  scopes: [ended(rdb, "r/fr-par", { outcome: "partial", reason: hostile })],
  resources: [held(rdb, "database", "r/fr-par", { project: "r", class: "database", protection: [off] })],
};
const lastWeek: FakeRun = { ...ovh, scopes: ovh.scopes.slice(0, 1), resources: ovh.resources.slice(1, 2) };

const sqlRows: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  "Is each file whole?": [
    ["today/ovh.ndjson", true],
    ["today/scaleway.ndjson", true],
  ],
  "What has no backup?": [
    [String(2 ** 53), volume, hostile, "p", urnOf("big")],
    ["1024", volume, "old", "p", urnOf("old")],
  ],
  "Which automatic backups are switched off?": [[rdb, "database", "disabled"]],
  "How much is in each project?": [
    ["ovh", hostile, "p", "2", String(2 ** 53 + 1024)],
    ["ovh", null, "q", "1", null],
    ["scaleway", null, "r", "1", null],
  ],
  "What came since last week?": [
    [volume, hostile, urnOf("big"), "completed"],
    [volume, "unknown", urnOf("unknown"), null],
    [rdb, "database", urnOf("database"), null],
  ],
  "What was not read, and why?": [
    ["ovh", "denied", reason, "2", [backup, snapshot]],
    ["scaleway", "partial", hostile, "1", [rdb]],
  ],
  "What carries a tag?": [
    [volume, hostile],
    [volume, "old"],
    ["env=prod", "2"],
    [hostile, "1"],
  ],
};
// @tsv writes a backslash twice.
const inTsv = hostile.replaceAll("\\", "\\\\");
const lines: Readonly<Record<string, readonly string[]>> = {
  "Is each file whole?": ["today/ovh.ndjson true", "today/scaleway.ndjson true"],
  "What has no backup?": [
    `${2 ** 53}\t${volume}\t${inTsv}\tp\t${urnOf("big")}`,
    `1024\t${volume}\told\tp\t${urnOf("old")}`,
  ],
  "Which automatic backups are switched off?": [`${rdb}\tdatabase\tdisabled`],
  "How much is in each project?": [`${2 ** 53 + 2048}\tp`, "0\tq", "0\tr"],
  "What came since last week?": ["big", "database", "unknown"].map(urnOf),
  "What was not read, and why?": [`2\tdenied\t${reason}\t${backup} ${snapshot}`, `1\tpartial\t${inTsv}\t${rdb}`],
  "What carries a tag?": [`${volume}\t${inTsv}`, `${volume}\told`, `${volume}\told`],
};

interface Place {
  readonly folder: string;
  readonly bin: string;
}

/** A folder as the page's examples find it, and the programs that they start. */
function newPlace(today: Readonly<Record<string, string>>, before: string): Place {
  const [folder, bin] = [newFolder(), newFolder()];
  for (const name of ["today", "last-week"]) mkdirSync(join(folder, name));
  for (const [name, text] of Object.entries(today)) writeFileSync(join(folder, "today", name), text);
  writeFileSync(join(folder, "last-week/ovh.ndjson.gz"), gzipSync(before));
  const program = `#!/bin/sh\nexec "${process.execPath}" "${builtFile("bin/cloud-inventory.js")}" "$@"\n`;
  writeFileSync(join(bin, "cloud-inventory"), program);
  const jq = fileURLToPath(new URL("jq.js", import.meta.url));
  writeFileSync(join(bin, "jq"), `#!/bin/sh\nexec "${process.execPath}" "${jq}" "$@"\n`);
  for (const name of ["cloud-inventory", "jq"]) chmodSync(join(bin, name), 0o700);
  return { folder, bin };
}

/** Runs a program or a shell in a folder; fails where it fails. */
function output(folder: string, bins: readonly string[], command: readonly [string, ...string[]], input = ""): string {
  const [program, ...args] = command;
  const path = [...bins, dirname(process.execPath), process.env["PATH"]].join(":");
  return execFileSync(program, args, { cwd: folder, env: { PATH: path, HOME: folder }, encoding: "utf8", input });
}

const linesOf = ({ folder }: Place, example: string, bins: readonly string[]): readonly string[] =>
  output(folder, bins, ["sh", "-e", "-c", example]).split("\n").slice(0, -1);

/** The rows of each of some SQL texts, after those that the page puts first. */
function rowsOf({ folder }: Place, texts: readonly string[]): readonly (readonly (readonly unknown[])[])[] {
  const first = top?.sql ?? [];
  const script = fileURLToPath(new URL("duckdb.js", import.meta.url));
  const printed = output(folder, [], [process.execPath, script], JSON.stringify([...first, ...texts]));
  return JSON.parse(printed).slice(first.length);
}

// Where the machine has a jq of its own, it has to come to the same.
const hasJq = spawnSync("jq", ["--version"]).error === undefined;

describe("docs/queries.md", () => {
  const place = newPlace(
    { "ovh.ndjson": snapshotOf(ovh), "scaleway.ndjson": snapshotOf(scaleway) },
    snapshotOf(lastWeek),
  );
  const withJq = [place.bin];
  const withoutJq = [newFolder()];
  symlinkSync(join(place.bin, "cloud-inventory"), join(withoutJq[0] ?? "", "cloud-inventory"));
  beforeAll(() => {
    for (const example of top?.sh ?? []) linesOf(place, example, withJq);
  });

  test("has an example in both languages under each question, and each is checked here", () => {
    const headings = questions.map(({ heading }) => heading);
    expect(headings.length).toBeGreaterThan(5);
    expect(Object.keys(sqlRows)).toEqual(headings);
    expect(Object.keys(lines)).toEqual(headings);
    expect(questions.filter(({ sql, sh }) => sql.length === 0 || sh.length === 0)).toEqual([]);
  });

  describe.each(questions)("$heading", ({ heading, sql, sh }) => {
    test("in DuckDB", () => {
      expect(rowsOf(place, sql).flat()).toEqual(sqlRows[heading]);
    });
    test("in jq", () => {
      expect(sh.flatMap((example) => linesOf(place, example, withJq))).toEqual(lines[heading]);
    });
    test.skipIf(!hasJq)("in the jq of this machine (skipped without one)", () => {
      expect(sh.flatMap((example) => linesOf(place, example, withoutJq))).toEqual(lines[heading]);
    });
  });

  test("a file that was cut off between two lines is not whole", () => {
    const cut = newPlace({ "ovh.ndjson": snapshotOf(ovh).split("\n").slice(0, 3).join("\n") }, "");
    const whole = questions.find(({ heading }) => heading === "Is each file whole?");
    expect(rowsOf(cut, whole?.sql ?? [])).toEqual([[["today/ovh.ndjson", false]]]);
    expect(linesOf(cut, whole?.sh[0] ?? "", withJq)).toEqual(["today/ovh.ndjson false"]);
  });
});

describe("a snapshot that a run wrote", () => {
  test("is read with each example, whatever somebody calls their servers", async () => {
    const cloud = await startCloud();
    const project = cloud.projects.scaleway[0];
    const names = [hostile, "\u001b[31mred\n", "\ud800 lone", "\u0000", "\u202eright to left", "'", '"', "\\"];
    const servers = names.map((name, id) => ({ id: `id-${id}`, name, project, tags: [name], volumes: {} }));
    cloud.addFault({
      match: "/instance/v1/zones/fr-par-1/servers",
      body: { servers },
      headers: { "X-Total-Count": String(servers.length) },
    });
    const args = ["discover", "--snapshot", "today/", "--kinds", "compute,storage,databases", "--quiet"];
    const { files, code, stderr } = await run(args, { environment: cloud.environment });
    await cloud.close();
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const [one, other] = ["ovh", "scaleway"].map((id) => files[`today/${id}.ndjson`]?.text ?? "");
    const place = newPlace({ "ovh.ndjson": one ?? "", "scaleway.ndjson": other ?? "" }, one ?? "");
    for (const example of sections.flatMap(({ sh }) => sh)) linesOf(place, example, [place.bin]);
    const texts = questions.flatMap(({ sql }) => sql);
    const named =
      "SELECT name FROM resources('today/*.ndjson') WHERE kind = 'scaleway.instance.server' AND region = 'fr-par-1'";
    const found = rowsOf(place, [...texts, named]).at(-1) ?? [];
    expect(found).toHaveLength(names.length);
    expect(found.flat()).toContain(hostile);
  });
});
