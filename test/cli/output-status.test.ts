import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import type { DocumentStatus } from "../../src/inventory/document-status.ts";
import { validatorOf } from "../schemas.ts";
import { parseCsv, planted, run, startCloud } from "./run.ts";

const isStatus = validatorOf("document-status.schema.json");
const csv = [
  "discover",
  "--kinds",
  "scaleway.instance.*,scaleway.block.*,scaleway.object.*,scaleway.secret.*",
  "--format",
  "csv",
  "--output",
  "out.csv",
];
const refusedKey = { SCW_SECRET_KEY: planted("00000000-dead-4bad-8bad-00000000dead") };

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startCloud();
});
afterEach(() => emulator.resetStatistics());
afterAll(() => emulator.close());

type Ended = Awaited<ReturnType<typeof run>>;

function statusIn({ files }: Pick<Ended, "files">): DocumentStatus {
  const status: DocumentStatus = JSON.parse(files["out.csv.status.json"]?.text ?? "null");
  expect(isStatus(status), JSON.stringify(isStatus.errors)).toBe(true);
  return status;
}

const textsOf = ({ files }: Pick<Ended, "files">) =>
  Object.fromEntries(Object.entries(files).map(([path, { text }]) => [path, text]));
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

let good: Promise<Ended> | undefined;

/** What a run that went well leaves; one run for all tests that begin with that. */
async function goodRun(): Promise<Ended> {
  good ??= run(csv, { environment: emulator.environment });
  const ended = await good;
  expect(ended.code).toBe(0);
  return ended;
}

describe("FILE.status.json", () => {
  test("tells what the document is: each inventory, each scope, size and digest", async () => {
    const ended = await run(["discover", "--format", "csv", "--output", "out.csv"], {
      environment: emulator.environment,
    });
    const text = ended.files["out.csv"]?.text ?? "";
    const { document, lastRun } = statusIn(ended);
    expect(Object.keys(ended.files).toSorted()).toEqual(["out.csv", "out.csv.status.json"]);
    expect(ended.files["out.csv.status.json"]?.mode).toBe(0o600);
    expect(document).toMatchObject({
      format: "csv",
      bytes: Buffer.byteLength(text),
      sha256: sha256(text),
      exitCode: ended.code,
      complete: ended.code === 0,
    });
    expect(document?.inventories.map(({ inventory }) => inventory).toSorted()).toEqual([
      "ovh",
      "ovh-data-platform",
      "scaleway",
    ]);
    const found = document?.scopes.reduce((sum, { count }) => sum + count, 0);
    expect(found).toBe(parseCsv(text).length - 1);
    expect(lastRun).toMatchObject({ ended: "written", exitCode: ended.code, startedAt: document?.startedAt });
  });

  test("says that today's document has gaps where yesterday's had none", async () => {
    const files = textsOf(await goodRun());
    const faulty = await startCloud({ faults: [{ match: /^\/instance/, status: 500 }] });
    const ended = await run([...csv, "--deadline", "3"], { environment: faulty.environment, files });
    await faulty.close();
    expect(ended.code).toBe(4);
    expect(ended.files["out.csv"]?.text).not.toBe(files["out.csv"]);
    const { document, lastRun } = statusIn(ended);
    expect(document).toMatchObject({
      complete: false,
      exitCode: 4,
      sha256: sha256(ended.files["out.csv"]?.text ?? ""),
    });
    expect(document?.scopes).toContainEqual(
      expect.objectContaining({ kind: "scaleway.instance.server", outcome: "failed" }),
    );
    expect(lastRun).toMatchObject({ ended: "written", exitCode: 4 });
  });

  test.each([
    { name: "a folder", put: (path: string) => mkdirSync(path) },
    { name: "a link", put: (path: string) => symlinkSync("elsewhere", path) },
  ])("that is $name is refused before the first request", async ({ put }) => {
    const folder = mkdtempSync(join(tmpdir(), "status-"));
    put(join(folder, "out.csv.status.json"));
    writeFileSync(join(folder, "elsewhere"), "kept");
    const ended = await run([...csv.slice(0, -1), join(folder, "out.csv")], { environment: emulator.environment });
    expect(ended).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/status\.json is there and is no plain file\n$/),
    });
    expect(emulator.statistics.requests).toBe(0);
    expect(readdirSync(folder).toSorted()).toEqual(["elsewhere", "out.csv.status.json"]);
    expect(readFileSync(join(folder, "elsewhere"), "utf8")).toBe("kept");
    rmSync(folder, { recursive: true });
  });

  test("that cannot be written for want of space leaves yesterday's document", async () => {
    const files = { "out.csv": "what was there before" };
    const empty = await startCloud({ resources: 0 });
    const ended = await run(csv, { environment: empty.environment, files, fileBlocks: 1 });
    await empty.close();
    expect(ended).toMatchObject({
      code: 1,
      stderr: "error: out.csv.status.json could not be written to the end (EFBIG)\n",
    });
    expect(ended.files["out.csv"]?.text).toBe("what was there before");
    expect(Object.keys(ended.files).toSorted()).toEqual(["out.csv", "out.csv.status.json"]);
    expect(statusIn(ended)).toMatchObject({ document: null, lastRun: { ended: "failed", exitCode: 1 } });
  });

  // What the machine loses its power at: the process ends before the n-th of its last steps.
  test.each([1, 2, 3])(
    "claims nothing wrong where the run is killed before step %i of the replacement",
    async (step) => {
      const files: Record<string, string> = {
        ...textsOf(await goodRun()),
        "preload.cjs": `
        const { promises } = require("node:fs");
        const { rename, rm } = promises;
        let steps = 0;
        const counted = (name, real) => async (...args) => {
          if (String(args.at(name === "rename" ? 1 : 0)).match(/csv(\\.status\\.json)?$/) && ++steps === ${step}) process.exit(77);
          return real(...args);
        };
        promises.rename = counted("rename", rename);
        promises.rm = counted("rm", rm);
        require("node:module").syncBuiltinESMExports();`,
      };
      const environment = { ...emulator.environment, NODE_OPTIONS: "--require ./preload.cjs" };
      const ended = await run(["discover", "--kinds", "scaleway.instance.server", ...csv.slice(3)], {
        environment,
        files,
      });
      expect(ended.code).toBe(77);
      const text = ended.files["out.csv"]?.text ?? "";
      if (step > 1) expect(ended.files["out.csv.status.json"]).toBeUndefined();
      else expect(statusIn(ended).document?.sha256).toBe(sha256(text));
      expect(text === files["out.csv"]).toBe(step < 3);
    },
  );
});

describe("an earlier file stays", () => {
  test.each([
    { why: "a refused credential", environment: refusedKey, args: csv, code: 3, ended: "refused" },
    {
      why: "one refused credential of two",
      environment: refusedKey,
      args: ["discover", "--provider", "scaleway", "--provider", "ovh-data-platform", ...csv.slice(3)],
      code: 3,
      ended: "refused",
    },
    { why: "an unknown kind", args: [...csv, "--kinds", "scaleway.nonsense"], code: 2, ended: "misconfigured" },
    { why: "a bad deadline", args: [...csv, "--deadline", "soon"], code: 2, ended: "misconfigured" },
    {
      why: "an unknown format",
      args: ["discover", "--format", "xlsx", ...csv.slice(5)],
      code: 2,
      ended: "misconfigured",
    },
    { why: "no credentials", environment: { SCW_SECRET_KEY: "" }, args: csv, code: 2, ended: "misconfigured" },
  ])("after $why, and its status tells of both runs", async ({ environment = {}, args, code, ended: word }) => {
    const before = textsOf(await goodRun());
    const ended = await run(args, { environment: { ...emulator.environment, ...environment }, files: before });
    expect(ended.code).toBe(code);
    expect(Object.keys(ended.files).toSorted()).toEqual(["out.csv", "out.csv.status.json"]);
    expect(ended.files["out.csv"]?.text).toBe(before["out.csv"]);
    const { document, lastRun } = statusIn(ended);
    expect(document).toEqual(JSON.parse(before["out.csv.status.json"] ?? "").document);
    expect(lastRun).toMatchObject({ ended: word, exitCode: code, reason: expect.stringMatching(/./) });
    expect(ended.notes.join("")).toContain("this run wrote no document; out.csv is as it was");
  });

  test.each([{ option: "--outptu" }, { option: "--kinds=" }])("after bad usage: $option", async ({ option }) => {
    const before = textsOf(await goodRun());
    const ended = await run([...csv, option], { environment: emulator.environment, files: before });
    expect(ended.code).toBe(2);
    expect(ended.files["out.csv"]?.text).toBe(before["out.csv"]);
  });

  test.each(["SIGINT", "SIGTERM"] as const)("after %s", async (signal) => {
    const silent = await startCloud({ latencyMs: 600_000 });
    const files = { "out.csv": "what was there before" };
    const ended = await run(csv, {
      environment: silent.environment,
      files,
      meanwhile: async (child) => {
        const isWaiting = () => child.exitCode !== null || silent.statistics.inFlight > 0;
        await vi.waitUntil(isWaiting, { timeout: 30_000 });
        child.kill(signal);
      },
    });
    await silent.close();
    expect(ended.code).toBe(130);
    expect(textsOf(ended)).toMatchObject(files);
    // It was written by something else: nothing is claimed of it.
    expect(statusIn(ended)).toMatchObject({ document: null, lastRun: { ended: "cancelled", exitCode: 130 } });
  });

  test("and where there was none, none is made: the status alone tells of the run", async () => {
    const ended = await run(csv, { environment: { ...emulator.environment, ...refusedKey } });
    expect(ended.code).toBe(3);
    expect(Object.keys(ended.files)).toEqual(["out.csv.status.json"]);
    expect(statusIn(ended)).toMatchObject({ document: null, lastRun: { ended: "refused" } });
  });

  test.each([
    { name: "a document that was changed since", change: { "out.csv": "changed" } },
    { name: "a status that is none", change: { "out.csv.status.json": '{"document":{"complete":true}}' } },
  ])("of $name nothing is claimed", async ({ change }) => {
    const files = { ...textsOf(await goodRun()), ...change };
    const ended = await run(csv, { environment: { ...emulator.environment, ...refusedKey }, files });
    expect(ended.files["out.csv"]?.text).toBe(files["out.csv"]);
    expect(statusIn(ended)).toMatchObject({ document: null, lastRun: { ended: "refused" } });
  });
});
