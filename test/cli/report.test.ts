import { mkdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { main } from "../../src/hosts/cli/main.ts";
import { urnOf } from "../snapshots/covered-worlds.ts";
import { ovhRun, scalewayRun, snapshotsOf } from "../snapshots/report/report-world.ts";
import { newFolder, snapshotOf, writeSnapshot } from "../snapshots/worlds.ts";
import { run } from "./run.ts";

const [ovh = "", scaleway = ""] = snapshotsOf(ovhRun, scalewayRun);
const folder = newFolder();
const otherAccount = writeSnapshot(folder, "other.ndjson", { ...ovhRun, account: "xy98765-ovh" });
const earlier = writeSnapshot(folder, "earlier.ndjson", { ...ovhRun, resources: ovhRun.resources.slice(1) });
const cutOff = writeSnapshot(folder, "cut-off.ndjson", ovhRun);
truncateSync(cutOff, statSync(cutOff).size - 40);
const changed = writeSnapshot(folder, "changed.ndjson", ovhRun);
writeFileSync(changed, readFileSync(changed, "utf8").replace("backed", "bucked"));
mkdirSync(join(folder, "a-folder"));
const report = (...args: readonly string[]) => run(["report", ...args]);

describe("report", () => {
  test("writes one html file for its owner alone, and says nothing", async () => {
    const { code, stdout, stderr, files } = await report("-o", "report.html", "--previous", earlier, ovh, scaleway);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(Object.keys(files)).toEqual(["report.html"]);
    const { text = "", mode } = files["report.html"] ?? {};
    expect(mode).toBe(0o600);
    expect(text).toMatch(/^<!doctype html>\n/);
    expect(text.trimEnd()).toMatch(/<\/html>$/);
    expect(text).toContain('<section id="changes"');
    expect(text.indexOf("INCOMPLETE")).toBeLessThan(text.indexOf('<section id="totals"'));
    // Nothing of it is anywhere else.
    expect(text).not.toMatch(/(src|href)="(?!#)/);
  });

  test("tells the same in Markdown", async () => {
    const { code, stdout } = await report("-f", "markdown", "--previous", earlier, ovh, scaleway);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^# Cloud inventory report\n\n## What was read\n\n\*\*INCOMPLETE/);
    expect(stdout).toContain("\n## What changed\n");
    expect(stdout).toContain("1 added");
    expect(stdout).not.toMatch(/unprotected/);
  });

  test("says unprotected where it is told what the backup tool protects", async () => {
    const list = join(folder, "urns.csv");
    writeFileSync(list, `name;urn\nweb;${urnOf("bare")}\n`);
    const { stdout } = await report("-f", "markdown", "--protected", list, ovh);
    expect(stdout).toContain("2 resources are unprotected.");
  });

  test("is no html on a terminal, where nobody could read it", async () => {
    const stdout = Object.assign(new PassThrough(), { isTTY: true });
    const stderr = new PassThrough();
    const terminal = { environment: {}, stdout, stderr, signal: new AbortController().signal };
    expect(await main(["report", ovh], terminal)).toBe(2);
    expect(String(stderr.read())).toBe(
      "error: html is no text to read on a terminal: name a file with --output report.html, or take --format markdown\n",
    );
    expect(stdout.read()).toBeNull();
    expect(await main(["report", "-f", "markdown", ovh], terminal)).toBe(0);
  });

  test("goes to a pipe, too", async () => {
    const { code, stdout } = await report(ovh);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^<!doctype html>/);
  });
});

describe("a report of bad input is one sentence, and what was there stays", () => {
  const missing = join(folder, "missing.ndjson");
  const noList = join(folder, "list.txt");
  writeFileSync(noList, "nothing of the kind\n");
  const two = join(folder, "two.ndjson");
  writeFileSync(two, snapshotOf(ovhRun) + snapshotOf(ovhRun));
  test.each<[string, readonly string[], RegExp]>([
    ["no snapshot", [], /report needs a snapshot, or several of different accounts/],
    ["a snapshot that is not there", [missing], /missing\.ndjson does not exist/],
    ["a folder", [join(folder, "a-folder")], /a-folder is a folder: name one of the snapshots in it/],
    ["one that was cut off", [cutOff], /cut-off\.ndjson was cut off/],
    ["one that was edited", [changed], /changed\.ndjson was changed since it was written/],
    ["two in one file", [two], /two\.ndjson goes on after its end/],
    ["one account twice", [ovh, earlier], /are both of ovh, the account ab12345-ovh: name one of them/],
    [
      "an earlier one of another account",
      ["--previous", otherAccount, ovh],
      /no snapshot of the report is: --previous needs/,
    ],
    ["an earlier one that is cut off", ["--previous", cutOff, ovh], /cut-off\.ndjson was cut off/],
    ["a list of nothing", ["--protected", noList, ovh], /list\.txt names no URNs/],
    ["a format that there is not", ["-f", "pdf", ovh], /unknown format "pdf" \(known: html, markdown\)/],
  ])("%s", async (_, args, says) => {
    const before = "<p>yesterday's</p>\n";
    const ended = await run(["report", "-o", "report.html", ...args], { files: { "report.html": before } });
    expect({ code: ended.code, stdout: ended.stdout }).toEqual({ code: 2, stdout: "" });
    expect(ended.stderr).toMatch(/^error: [^\n]+\n$/);
    expect(ended.stderr).toMatch(says);
    expect(Object.entries(ended.files).map(([path, { text }]) => [path, text])).toEqual([["report.html", before]]);
  });

  test("a place that cannot be written", async () => {
    const { code, stderr, files } = await report("-o", "no/such/folder/report.html", ovh);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^error: --output: no\/such\/folder\/report\.html cannot be written \(ENOENT\)\n$/);
    expect(files).toEqual({});
  });

  test("a disk that is full", async () => {
    const before = "<p>yesterday's</p>\n";
    const many = Array.from({ length: 3000 }, (_, index) => ({
      scope: "p",
      resource: {
        urn: urnOf(`${index}-${(index * 2_654_435_761) % 4_294_967_296}`),
        kind: "ovh.cloud.volume",
        name: `${index}`,
      },
    }));
    const large = writeSnapshot(folder, "large.ndjson", { ...ovhRun, resources: many });
    const ended = await run(["report", "-o", "report.html", large], {
      files: { "report.html": before },
      fileBlocks: 32,
    });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toMatch(/^error: [^\n]*report\.html[^\n]*\(EFBIG\)\n$/);
    expect(Object.entries(ended.files).map(([path, { text }]) => [path, text])).toEqual([["report.html", before]]);
  });
});
