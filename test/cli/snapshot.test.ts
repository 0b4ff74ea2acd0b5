import { lstatSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import type { SnapshotLine } from "../../src/snapshots/format.ts";
import { readSnapshot } from "../../src/snapshots/read-snapshot.ts";
import { newFolder, writeSnapshot } from "../snapshots/worlds.ts";
import { ofType, planted, run, startCloud } from "./run.ts";

const one = ["discover", "--quiet", "--provider", "scaleway", "--kinds", "scaleway.instance.*,scaleway.object.bucket"];
const refusedKey = { SCW_SECRET_KEY: planted("00000000-dead-4bad-8bad-00000000dead") };

const keyEnd = "2031-02-03T04:05:06Z";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startCloud({ scalewayProjects: 1, scalewayKeyExpiresAt: keyEnd, scalewayBearer: "owner" });
});
afterAll(() => emulator.close());

const discover = (args: readonly string[], environment = {}) =>
  run(args, { environment: { ...emulator.environment, ...environment } });

async function linesOf(path: string): Promise<readonly SnapshotLine[]> {
  const lines: SnapshotLine[] = [];
  for await (const line of readSnapshot(path)) lines.push(line);
  return lines;
}

describe("discover --snapshot", () => {
  test("keeps one inventory in a file for its owner alone, with what the document tells beside it", async () => {
    const path = join(newFolder(), "scaleway.ndjson");
    const { code, stdout } = await discover([...one, "--format", "ndjson", "--snapshot", path]);
    expect(code).toBe(0);
    const [header, ...events] = await linesOf(path);
    expect(header).toEqual({
      type: "snapshot",
      format: 1,
      inventory: "scaleway",
      account: emulator.scalewayOrganizationId,
    });
    const told = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    const ofRun = (event: object) => ({ ...event, readAt: undefined, credentialEnds: undefined });
    expect(events.map(ofRun)).toEqual(told.map(ofRun));
    expect(events.at(-1)).toMatchObject({ type: "finished", credentialEnds: [{ what: "the API key", at: keyEnd }] });
    for (const line of events)
      if (line.type === "scope") expect(Date.parse(line.readAt)).toBeGreaterThan(Date.now() - 3_600_000);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readFileSync(path, "utf8")).not.toContain(emulator.environment["SCW_SECRET_KEY"]);
  });

  test("is what --output keeps of one inventory as ndjson, and of several there is none", async () => {
    const folder = newFolder();
    const [alone, together] = [join(folder, "one.ndjson"), join(folder, "all.ndjson")];
    await discover([...one, "--format", "ndjson", "--output", alone]);
    expect((await linesOf(alone))[0]).toMatchObject({ type: "snapshot", account: emulator.scalewayOrganizationId });
    expect(JSON.parse(readFileSync(`${alone}.status.json`, "utf8"))).toMatchObject({ document: { format: "ndjson" } });
    await discover(["discover", "--quiet", "--format", "ndjson", "--output", together]);
    const events = readFileSync(together, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(ofType(events, "finished")).toHaveLength(3);
    await expect(linesOf(together)).rejects.toThrow(/is no snapshot/);
  });

  test("compresses a file by its name", async () => {
    const path = join(newFolder(), "scaleway.ndjson.gz");
    await discover([...one, "--snapshot", path]);
    expect(gunzipSync(readFileSync(path)).toString("utf8")).toMatch(/^\{"type":"snapshot"/);
    expect((await linesOf(path)).length).toBeGreaterThan(10);
  });

  test("follows a link, and leaves it one", async () => {
    const folder = newFolder();
    symlinkSync("there.ndjson", join(folder, "link.ndjson"));
    await discover([...one, "--snapshot", join(folder, "link.ndjson")]);
    expect(lstatSync(join(folder, "link.ndjson")).isSymbolicLink()).toBe(true);
    expect((await linesOf(join(folder, "there.ndjson"))).length).toBeGreaterThan(10);
  });

  test("keeps several inventories in a folder, a file each", async () => {
    const folder = join(newFolder(), "made/by the run");
    const { code } = await discover(["discover", "--quiet", "--snapshot", folder]);
    expect(code).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(["ovh-data-platform.ndjson", "ovh.ndjson", "scaleway.ndjson"]);
    for (const name of readdirSync(folder))
      expect((await linesOf(join(folder, name))).at(-1)).toMatchObject({ complete: true });
  });

  test("keeps what was there where the credential is refused", async () => {
    const folder = newFolder();
    const path = join(folder, "scaleway.ndjson");
    await discover([...one, "--snapshot", path]);
    const before = readFileSync(path, "utf8");
    const { code, notes } = await discover([...one, "--snapshot", path], refusedKey);
    expect(code).toBe(3);
    expect(notes.join("")).toContain(`note: scaleway: this run wrote no snapshot; ${path} is as it was`);
    expect(readFileSync(path, "utf8")).toBe(before);
    expect(readdirSync(folder)).toEqual(["scaleway.ndjson"]);
  });

  test("keeps a run with gaps, and says where they are", async () => {
    const path = join(newFolder(), "scaleway.ndjson");
    const cloud = await startCloud({ faults: [{ match: "/fr-par-1/servers", status: 400, body: {} }] });
    try {
      const { code } = await run([...one, "--snapshot", path], { environment: cloud.environment });
      expect(code).toBe(4);
      const lines = await linesOf(path);
      expect(lines.filter((line) => line.type === "scope" && line.outcome === "failed")).toHaveLength(1);
      expect(lines.at(-1)).toMatchObject({ type: "finished", complete: false });
    } finally {
      await cloud.close();
    }
  });

  test("keeps nothing of a run that is cancelled", async () => {
    const folder = newFolder();
    const slow = await startCloud({ latencyMs: 200 });
    try {
      const { code } = await run([...one, "--snapshot", join(folder, "a.ndjson")], {
        environment: slow.environment,
        meanwhile: async (child) => {
          while (slow.statistics.requests < 1) await new Promise((resolve) => setTimeout(resolve, 10));
          child.kill("SIGINT");
        },
      });
      expect(code).toBe(130);
      expect(readdirSync(folder)).toEqual([]);
    } finally {
      await slow.close();
    }
  });

  test.each<[string, (folder: string) => readonly string[], RegExp]>([
    [
      "a file for several inventories",
      (folder) => ["discover", "--snapshot", join(folder, "there")],
      /holds one inventory of the 3: name a folder/,
    ],
    [
      "the file of the document",
      (folder) => [...one, "--output", join(folder, "a"), "--snapshot", join(folder, "in/../a")],
      /--snapshot and --output name the same file; give each its own/,
    ],
    [
      "a folder that is not there",
      (folder) => [...one, "--snapshot", join(folder, "none/a.ndjson")],
      /cannot be written \(ENOENT\)/,
    ],
    [
      "a folder below a file",
      (folder) => [...one, "--snapshot", join(folder, "there/in/")],
      /cannot be (made|written)/,
    ],
  ])("refuses %s before the first request", async (_title, argsIn, message) => {
    const folder = newFolder();
    writeFileSync(join(folder, "there"), "");
    emulator.resetStatistics();
    const { code, stderr } = await discover(argsIn(folder));
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringMatching(message) });
    expect(emulator.statistics.requests).toBe(0);
    // What became of a document's run stands beside its place.
    expect(readdirSync(folder).filter((name) => !name.endsWith(".status.json"))).toEqual(["there"]);
  });

  test.each(["a.ndjson", "a.ndjson.gz"])("says that a disk is full, and leaves what was there: %s", async (name) => {
    const folder = newFolder();
    const path = join(folder, name);
    writeFileSync(path, "before");
    const { code, stderr } = await run([...one, "--snapshot", path], {
      environment: emulator.environment,
      fileBlocks: 1,
    });
    expect({ code, stderr }).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`${path} could not be written to the end (EFBIG)`),
    });
    expect(readFileSync(path, "utf8")).toBe("before");
    expect(readdirSync(folder)).toEqual([name]);
  });
});

describe("diff", () => {
  const kind = "test.thing";
  const whole = [{ kind, scope: "p1", outcome: "completed" as const }];
  const thing = (name: string, more = {}) => ({
    scope: "p1",
    resource: { urn: `urn:test:${name}`, kind, name, ...more },
  });
  const folder = newFolder();
  const before = writeSnapshot(folder, "before", { scopes: whole, resources: [thing("a"), thing("b"), thing("same")] });
  const after = writeSnapshot(folder, "after", {
    scopes: whole,
    resources: [thing("a", { tags: ["new"] }), thing("c", { name: "\u001b[31mred|`[x](http://evil)" }), thing("same")],
    startedAt: "2026-01-02T00:00:00.000Z",
  });
  const failed = writeSnapshot(folder, "failed", {
    scopes: [{ kind, scope: "p1", outcome: "failed", reason: "timed out" }],
    resources: [thing("a"), thing("same")],
  });
  const diff = (...args: readonly string[]) => run(["diff", ...args]);

  test("shows a person what was added, removed and changed", async () => {
    const { code, stdout, stderr } = await diff(before, after);
    expect({ code, stderr }).toEqual({ code: 5, stderr: "" });
    expect(stdout).toBe(`~ changed  ${kind}  a  urn:test:a
    tags: [] -> ["new"]
- removed  ${kind}  b  urn:test:b
+ added  ${kind}  \ufffd[31mred|\`[x](http://evil)  urn:test:c
different: 1 added, 1 removed, 1 changed, 1 unchanged
from ${before} (2026-01-01T00:00:00.000Z) to ${after} (2026-01-02T00:00:00.000Z)
`);
  });

  test("ends with 0 where they are equal, and with 4 where that cannot be told", async () => {
    expect(await diff(before, before)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^equal: 3 unchanged\n/),
    });
    const { code, stdout } = await diff(before, failed);
    expect(code).toBe(4);
    expect(stdout).toContain(
      `? unknown  ${kind}  b  urn:test:b\n    the later snapshot did not read it to its end (timed out)\n`,
    );
    expect(stdout).toContain(`not read in both:\n${kind} (completed, then failed) in p1\n`);
  });

  test("is one JSON document, and JSON lines", async () => {
    const { stdout } = await diff(before, after, "-f", "json");
    const document = JSON.parse(stdout);
    expect(document.differences.map(({ type, urn }: { type: string; urn: string }) => `${type} ${urn}`)).toEqual([
      "changed urn:test:a",
      "removed urn:test:b",
      "added urn:test:c",
    ]);
    expect(document.summary).toMatchObject({ counts: { added: 1 }, result: "different", unchanged: 1 });
    const lines = (await diff(before, after, "-f", "ndjson")).stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toEqual([...document.differences, document.summary]);
    expect(JSON.parse((await diff(before, before, "-f", "json")).stdout)).toMatchObject({ differences: [] });
  });

  test("makes no markup of what somebody called a resource", async () => {
    const { stdout } = await diff(before, after, "-f", "markdown");
    expect(stdout).toContain("| added | test.thing | `\ufffd[31mred\\|'[x](http://evil)` |  | `urn:test:c` |\n");
    expect(stdout.split("\n").slice(0, 2)).toEqual([
      "|  | Kind | Name | What | URN |",
      "| --- | --- | --- | --- | --- |",
    ]);
  });

  test("writes a file that is whole or as it was", async () => {
    const { code, stdout, files } = await run(["diff", "-f", "json", "-o", "out.json", before, after]);
    expect({ code, stdout }).toEqual({ code: 5, stdout: "" });
    expect(Object.keys(files)).toEqual(["out.json"]);
    expect(JSON.parse(files["out.json"]?.text ?? "")).toMatchObject({ summary: { result: "different" } });
    const refused = await run(["diff", "-o", "out.json", before, join(folder, "none")], {
      files: { "out.json": "before" },
    });
    expect(refused).toMatchObject({ code: 2, stderr: `error: ${folder}/none does not exist\n` });
    expect(Object.keys(refused.files)).toEqual(["out.json"]);
  });

  test.each<[string, readonly string[], RegExp]>([
    ["one snapshot", [before], /^error: diff needs two snapshots: the earlier and the later one\n$/],
    ["three", [before, before, before], /^error: unknown argument/],
    ["a folder", [folder, before], /is a folder: name one of the snapshots in it\n$/],
    ["an unknown format", ["-f", "cvs", before, before], /unknown format/],
  ])("refuses %s", async (_title, args, message) => {
    expect(await diff(...args)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(message) });
  });

  test("tells of two runs of a cloud in which nothing happened that they are equal", async () => {
    const [first, other] = [join(folder, "run-1"), join(folder, "run-2")];
    for (const path of [first, other]) await discover([...one, "--snapshot", path]);
    expect(await diff(first, other)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^equal: \d{2,} unchanged\n/),
    });
  });
});

test.each(["json", "csv"])(
  "two %s documents of a cloud in which nothing happened are one but for times and requests",
  async (format) => {
    const document = async (): Promise<string> => (await discover([...one, "--format", format])).stdout;
    const timeless = (text: string): string =>
      text.replace(/"(startedAt|durationMs|requests|waitingMs)":("[^"]*"|\d+)/g, "$1");
    const [first, second] = [await document(), await document()];
    expect(first.length).toBeGreaterThan(1_000);
    expect(timeless(second)).toBe(timeless(first));
  },
);

test("what a document tells names the scope that listed it", async () => {
  const { stdout } = await discover([...one, "--format", "ndjson"]);
  const events = stdout
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const ended = new Set(ofType(events, "scope").map(({ kind, scope }) => `${kind} ${scope}`));
  const resources = ofType(events, "resource");
  expect(resources.length).toBeGreaterThan(5);
  for (const { scope, resource } of resources) expect(ended).toContain(`${resource.kind} ${scope}`);
});
