import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { eventsOf, run, startCloud } from "./run.ts";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startCloud();
});
afterEach(() => emulator.resetStatistics());
afterAll(() => emulator.close());

const kinds = "scaleway.instance.*,scaleway.block.*,scaleway.object.*,scaleway.secret.*";
const discover = ["discover", "--kinds", kinds, "--format", "ndjson"];

describe("--output", () => {
  test.each([
    { name: "a folder", path: ".", says: "--output: . is a directory" },
    { name: "a missing folder", path: "missing/it", says: "--output: missing/it cannot be written (ENOENT)" },
    { name: "a path below a file", path: "file/it", says: "--output: file/it cannot be written (ENOTDIR)" },
  ])("$name is refused before the first request", async ({ path, says }) => {
    const ended = await run([...discover, "--output", path], {
      environment: emulator.environment,
      files: { file: "kept" },
    });
    expect(ended).toMatchObject({ code: 2, stdout: "", stderr: `error: ${says}\n` });
    expect(Object.keys(ended.files)).toEqual(["file"]);
    expect(emulator.statistics.requests).toBe(0);
  });

  test("is written whole, for its owner alone, and the summary is told beside it", async () => {
    const files = { "out.ndjson": "what was there before" };
    const ended = await run([...discover, "--output", "out.ndjson"], {
      environment: emulator.environment,
      files,
      mode: 0o644,
    });
    expect(Object.keys(ended.files).toSorted()).toEqual(["out.ndjson", "out.ndjson.status.json"]);
    expect(ended.files["out.ndjson"]?.mode).toBe(0o600);
    expect(eventsOf(ended.files["out.ndjson"]?.text ?? "").at(-1)).toMatchObject({ type: "finished", complete: true });
    expect(ended).toMatchObject({ code: 0, stdout: "", stderr: expect.stringMatching(/^KIND[\s\S]*complete\.\n$/) });
  });

  test("takes the table too", async () => {
    const args = ["discover", "--kinds", "scaleway.secret.*", "--output", "table.txt"];
    const ended = await run(args, { environment: emulator.environment });
    expect(ended.files["table.txt"]?.text).toBe(ended.stderr);
    expect(ended).toMatchObject({ code: 0, stdout: "" });
  });

  test("leaves what was there when the file cannot be written to its end", async () => {
    const files = { "out.ndjson": "what was there before" };
    const ended = await run([...discover, "--output", "out.ndjson"], {
      environment: emulator.environment,
      files,
      fileBlocks: 2,
    });
    expect(Object.keys(ended.files).toSorted()).toEqual(["out.ndjson", "out.ndjson.status.json"]);
    expect(ended.files["out.ndjson"]).toEqual({ text: "what was there before", mode: 0o600 });
    expect(JSON.parse(ended.files["out.ndjson.status.json"]?.text ?? "")).toMatchObject({
      document: null,
      lastRun: { ended: "failed", exitCode: 1, reason: "out.ndjson could not be written to the end (EFBIG)" },
    });
    expect(ended).toMatchObject({
      code: 1,
      stdout: "",
      stderr: "error: out.ndjson could not be written to the end (EFBIG)\n",
    });
  });

  test.each([
    { path: "/dev/stdout", where: "stdout" },
    { path: "-", where: "stdout" },
    { path: "/dev/stderr", where: "stderr" },
    { path: "/dev/null", where: undefined },
  ] as const)("$path has no status beside it", async ({ path, where }) => {
    const ended = await run([...discover, "--output", path], { environment: emulator.environment });
    expect({ code: ended.code, files: ended.files }).toEqual({ code: 0, files: {} });
    for (const name of ["stdout", "stderr"] as const) {
      expect(/^\{"type":"finished"/m.test(ended[name]), name).toBe(name === where);
    }
    expect(existsSync(`${path}.status.json`)).toBe(false);
  });

  test("of the name of a folder that is not there is refused before the first request", async () => {
    const ended = await run([...discover, "--output", "out/"], { environment: emulator.environment });
    expect(ended).toMatchObject({ code: 2, stderr: "error: --output: out/ is a directory\n", files: {} });
    expect(emulator.statistics.requests).toBe(0);
  });

  test.skipIf(!existsSync("/dev/full"))("says that the disk is full (needs /dev/full)", async () => {
    const ended = await run([...discover, "--output", "/dev/full"], { environment: emulator.environment });
    expect(ended).toMatchObject({
      code: 1,
      stdout: "",
      stderr: "error: /dev/full could not be written to the end (ENOSPC)\n",
      files: {},
    });
  });
});

describe.skipIf(!existsSync("/dev/full")).concurrent("a full disk behind standard output (needs /dev/full)", () => {
  test.each([
    { args: ["discover", "--kinds", "scaleway.secret.*"] },
    { args: discover },
    { args: ["kinds"] },
    { args: ["kinds", "--json"] },
    { args: ["preflight", "--provider", "scaleway"] },
    { args: ["rights"] },
    { args: ["rights", "--json"] },
    { args: ["rights", "--form", "link"] },
    { args: ["validate", "--provider", "scaleway"] },
    { args: ["schema", "event"] },
    { args: ["manifest"] },
    { args: ["--help"] },
    { args: ["kinds", "--help"] },
    { args: ["--version"] },
  ])("is said: $args", async ({ args }) => {
    const ended = await run(args, { environment: emulator.environment, stdout: "/dev/full" });
    expect(ended).toMatchObject({
      code: 1,
      stderr: "error: standard output could not be written to the end (ENOSPC)\n",
    });
  });
});

describe.concurrent("a reader that leaves", () => {
  const table = ["discover", "--kinds", "scaleway.secret.*"];
  test.each([
    { args: discover, when: "at once", code: 141 },
    { args: discover, when: "after the first line", code: 141 },
    { args: [...table, "--format", "csv"], when: "at once", code: 141 },
    { args: [...table, "--format", "json"], when: "at once", code: 141 },
    { args: table, when: "at once", code: 141 },
    { args: [...discover, "--output", "/dev/stdout"], when: "at once", code: 141 },
    { args: ["kinds"], when: "at once", code: 0 },
    { args: ["--help"], when: "at once", code: 0 },
  ])("$when hears nothing, and is not told that a document that it lacks is complete: $args", async (row) => {
    const { args, when, code } = row;
    const ended = await run(args, {
      environment: emulator.environment,
      meanwhile: ({ stdout }) => {
        if (when === "at once") stdout?.destroy();
        else stdout?.once("data", () => stdout.destroy());
      },
    });
    expect(ended).toMatchObject({ code, stderr: "" });
  });

  test("of a pipe that --output names is said", async () => {
    const folder = mkdtempSync(join(tmpdir(), "pipe-"));
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    // More than any pipe holds, so that the reader has left before the end, however late it is.
    const large = await startCloud({ resources: { "scaleway.secret.secret": 500 } });
    const reader = spawn("head", ["-c", "50", pipe], { stdio: "ignore" });
    const args = ["discover", "--kinds", "scaleway.secret.*", "--format", "ndjson", "--output", pipe];
    const ended = await run(args, { environment: large.environment });
    reader.kill();
    await large.close();
    rmSync(folder, { recursive: true });
    expect(ended.stderr).toContain(`error: ${pipe} could not be written to the end (EPIPE)`);
    expect(ended.code).toBe(1);
  });

  test("of both streams is no crash either", async () => {
    const ended = await run(discover, {
      environment: emulator.environment,
      meanwhile: ({ stdout, stderr }) => {
        stdout?.destroy();
        stderr?.destroy();
      },
    });
    expect(ended.code).toBe(141);
  });
});
