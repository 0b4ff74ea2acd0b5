import { execFileSync, spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { builtFile } from "../built.ts";
import { type FakeRun, newFolder, writeSnapshot } from "../snapshots/worlds.ts";
import { run } from "./run.ts";

const hasBash = spawnSync("bash", ["--version"]).error === undefined;
const kind = "ovh.cloud.volume";
const of = (count: number): FakeRun => ({
  inventory: "ovh",
  scopes: [{ kind, scope: "p", outcome: "completed" }],
  resources: Array.from({ length: count }, (_one, place) => ({
    scope: "p",
    resource: { urn: `urn:test:${place}`, kind, name: "x".repeat(200), class: "block-storage" },
  })),
});
const folder = newFolder();
const [none, some] = [writeSnapshot(folder, "none", of(0)), writeSnapshot(folder, "some", of(500))];

describe.each([
  { verb: "diff", words: ["diff", none, some, "-f", "ndjson"], ended: 5 },
  { verb: "coverage", words: ["coverage", some, "-f", "ndjson"], ended: 0 },
])("--output of $verb, as of discover,", ({ words, ended }) => {
  test.each([
    { path: "/dev/stdout", where: "stdout" },
    { path: "-", where: "stdout" },
    { path: "/dev/stderr", where: "stderr" },
    { path: "/dev/null", where: undefined },
  ] as const)("takes $path", async ({ path, where }) => {
    const { code, files, ...texts } = await run([...words, "-o", path]);
    expect({ code, files }).toEqual({ code: ended, files: {} });
    for (const name of ["stdout", "stderr"] as const) {
      expect(/^\{"type":"summary"/m.test(texts[name]), name).toBe(name === where);
    }
  });

  test("takes a pipe, beside which nothing is kept", async () => {
    const place = newFolder();
    const pipe = join(place, "pipe");
    execFileSync("mkfifo", [pipe]);
    const reader = spawn("cat", [pipe], { stdio: ["ignore", "pipe", "ignore"] });
    const texts: string[] = [];
    reader.stdout.setEncoding("utf8").on("data", (text: string) => texts.push(text));
    const closed = new Promise((resolve) => reader.once("close", resolve));
    const { code } = await run([...words, "-o", pipe]);
    await closed;
    const lines = texts.join("").trimEnd().split("\n");
    expect(code).toBe(ended);
    expect(lines).toHaveLength(501);
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ type: "summary" });
    expect(readdirSync(place)).toEqual(["pipe"]);
  });

  test.skipIf(!hasBash)("takes what a shell makes of >(cat) (needs bash)", () => {
    const command = ["-c", '"$0" "$@" -o >(cat)', process.execPath, builtFile("bin/cloud-inventory.js"), ...words];
    const { stdout, stderr } = spawnSync("bash", command, { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout).toMatch(/^\{"type":"summary"/m);
  });

  test.skipIf(!existsSync("/dev/full"))("says that a device is full (needs /dev/full)", async () => {
    expect(await run([...words, "-o", "/dev/full"])).toMatchObject({
      code: 1,
      stderr: "error: /dev/full could not be written to the end (ENOSPC)\n",
    });
  });

  test.each([
    { path: ".", says: ". is a directory" },
    { path: "out/", says: "out/ is a directory" },
    { path: "none/it", says: "none/it cannot be written (ENOENT)" },
    { path: "file/it", says: "file/it cannot be written (ENOTDIR)" },
  ])("refuses $path", async ({ path, says }) => {
    const refused = await run([...words, "-o", path], { files: { file: "kept" } });
    expect(refused).toMatchObject({ code: 2, stdout: "", stderr: `error: --output: ${says}\n` });
    expect(Object.keys(refused.files)).toEqual(["file"]);
  });
});
