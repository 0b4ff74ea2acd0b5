import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { type FakeRun, newFolder, snapshotOf, writeSnapshot } from "../snapshots/worlds.ts";
import { run, startCloud } from "./run.ts";

const folder = newFolder();
const kind = "test.thing";
const completed = { kind, scope: "p", outcome: "completed" } as const;
const thing = (urn: string, name = urn): FakeRun["resources"][number] => ({
  scope: "p",
  resource: { urn: `urn:test:${urn}`, kind, class: "compute", name },
});
const whole: FakeRun = { scopes: [completed], resources: [thing("a", "=cmd;x"), thing("b")] };
const path = writeSnapshot(folder, "whole.ndjson", whole);
const exported = (...args: readonly string[]) => run(["export", ...args]);

describe("export", () => {
  test("writes what an import takes, and says what the import does", async () => {
    const output = join(folder, "out.csv");
    const { code, stdout, stderr, notes } = await exported("-o", output, path);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(readFileSync(output, "utf8")).toBe(
      'Class;Name;URN;Hostname\r\ncompute;"\'=cmd;x";urn:test:a;\r\ncompute;b;urn:test:b;\r\n',
    );
    expect(notes.join("")).toMatch(/^note: 2 resources \(test account-1 of .*\); its import replaces all/);
  });

  test("goes to standard output as well, several snapshots at once", async () => {
    const other = writeSnapshot(folder, "other.ndjson", { ...whole, resources: [thing("c")], account: "another" });
    const { code, stdout } = await exported(path, other);
    expect(code).toBe(0);
    expect(stdout.match(/urn:test:\w/g)).toEqual(["urn:test:a", "urn:test:b", "urn:test:c"]);
  });

  test.each<[string, FakeRun, RegExp]>([
    [
      "a list was not read to its end",
      { ...whole, scopes: [completed, { kind: "test.other", scope: "p/r", outcome: "failed", reason: "timed out" }] },
      /1 failed, .*gap\.ndjson: .*timed out.*\n.*test\.other in p\/r\n.*fix: read it again/s,
    ],
    ["there is no resource", { ...whole, resources: [] }, /1 empty, .*gap\.ndjson: the snapshot holds no resource/],
  ])("writes nothing where %s, and leaves what was there", async (_name, gap, said) => {
    const output = join(folder, "kept.csv");
    writeFileSync(output, "as it was");
    const { code, stdout, stderr } = await exported(
      "-o",
      output,
      path,
      writeSnapshot(folder, "gap.ndjson", { ...gap, account: "b" }),
    );
    expect({ code, stdout }).toEqual({ code: 4, stdout: "" });
    expect(stderr).toMatch(/nothing is written: an import deletes what the table lacks/);
    expect(stderr).toMatch(said);
    expect(readFileSync(output, "utf8")).toBe("as it was");
    expect(readdirSync(folder).filter((name) => /part|tmp/.test(name))).toEqual([]);
  });

  test.each<[string, () => readonly string[], RegExp]>([
    ["no snapshot", () => [], /needs the snapshots/],
    ["a folder", () => [folder], /folder/],
    [
      "a snapshot that was cut off",
      () => {
        const cut = join(folder, "cut.ndjson");
        writeFileSync(cut, snapshotOf(whole).split("\n").slice(0, -2).join("\n"));
        return [path, cut];
      },
      /cut\.ndjson/,
    ],
    ["one account twice", () => [path, writeSnapshot(folder, "again.ndjson", whole)], /both of test/],
    ["another format", () => ["-f", "xlsx", path], /plakar-csv/],
    ["an option to override", () => ["--force", path], /--force/],
  ])("refuses %s", async (_name, args, said) => {
    const { code, stdout, stderr } = await exported(...args());
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(said);
  });
});

describe("a run of the clouds", () => {
  let emulator: Emulator;
  beforeAll(async () => {
    emulator = await startCloud();
  });
  afterAll(() => emulator.close());

  test("is a table once its lists are known not to be cut short", async () => {
    const state = newFolder();
    const environment = { ...emulator.environment, CLOUD_INVENTORY_STATE_DIR: state };
    const kinds = "ovh.cloud.project,ovh.vps,ovh.cloud.instance";
    const discover = async (name: string) => {
      const snapshot = join(folder, name);
      const args = ["discover", "--provider", "ovh", "--kinds", kinds, "--snapshot", snapshot, "-q"];
      expect((await run(args, { environment })).code).toBe(0);
      return snapshot;
    };
    const first = await exported(await discover("first.ndjson"));
    expect(first.code).toBe(4);
    expect(first.stderr).toMatch(/filtered, .*\n.*fix: run discover again with its state folder/s);
    const { code, stdout, notes } = await exported(await discover("second.ndjson"));
    expect(code).toBe(0);
    expect(notes.join("")).toMatch(/1 without a class have no row/);
    const rows = stdout.trim().split("\r\n").slice(1);
    expect(rows).toHaveLength(
      (emulator.expectedIds().get("ovh.vps")?.length ?? 0) +
        (emulator.expectedIds().get("ovh.cloud.instance")?.length ?? 0),
    );
    expect(rows.every((row) => /^compute;[^;]+;urn:v1:eu:resource:[^;]+;[\w.,-]+$/.test(row))).toBe(true);
  });

  test.each(["ndjson", "json", "csv"])("tells what the project is called: %s", async (format) => {
    const kinds = "ovh.cloud.project,ovh.cloud.instance";
    const args = ["discover", "--provider", "ovh", "--kinds", kinds, "-f", format, "-q"];
    const { stdout } = await run(args, { environment: { ...emulator.environment } });
    const instances = stdout
      .split("\n")
      .filter((line) => /"kind":"ovh.cloud.instance","class"|,ovh\.cloud\.instance,/.test(line));
    expect(instances).toHaveLength(emulator.expectedIds().get("ovh.cloud.instance")?.length ?? 0);
    const named = format === "csv" ? /,production,/ : /"projectName":"production"/;
    expect(instances.filter((line) => !named.test(line))).toEqual([]);
  });
});
