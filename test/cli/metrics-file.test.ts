import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Emulator, EmulatorOptions } from "../../src/emulator/index.ts";
import { earlierIn } from "../../src/hosts/cli/metrics/earlier.ts";
import { textOf as writtenAs } from "../../src/hosts/cli/metrics/gauges.ts";
import { patiently } from "../patience.ts";
import { discover, measured, samplesOf, textOf } from "./measured.ts";
import { gaugeOf, parsePrometheusText } from "./prometheus-text.ts";
import { run, startCloud } from "./run.ts";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startCloud();
});
afterEach(() => emulator.resetStatistics());
afterAll(() => emulator.close());

describe("a place that is not fit is refused before the first request:", () => {
  const foreign = "# HELP node_load1 1m load average.\n# TYPE node_load1 gauge\nnode_load1 0.25\n";
  const somebodyElses = "holds something else than metrics of cloud-inventory; name another file, or remove it";

  test.each<{ name: string; path?: string; files?: Record<string, string>; args?: readonly string[]; says: string }>([
    { name: "no folder", path: "absent/run.prom", says: "--metrics: absent/run.prom cannot be written (ENOENT)" },
    {
      name: "a folder",
      files: { "run.prom/inside": "" },
      says: "--metrics: run.prom is there and is no plain file",
    },
    {
      name: "another ending",
      path: "run.txt",
      says: "--metrics: run.txt must end in .prom: node_exporter's textfile collector reads no other file",
    },
    { name: "somebody else's metrics", files: { "run.prom": foreign }, says: `--metrics: run.prom ${somebodyElses}` },
    {
      name: "metrics with a timestamp",
      files: { "run.prom": 'cloud_inventory_exit_code{inventory="ovh"} 0 1700000000000\n' },
      says: `--metrics: run.prom ${somebodyElses}`,
    },
    {
      name: "what fleet metrics tells",
      files: { "run.prom": 'cloud_inventory_fleet_last_run_complete{customer="acme",name="prod",inventory="ovh"} 1\n' },
      says: `--metrics: run.prom ${somebodyElses}`,
    },
    { name: "another document", files: { "run.prom": "{}\n" }, says: `--metrics: run.prom ${somebodyElses}` },
    {
      name: "the document's own place",
      args: ["--output", "./run.prom"],
      says: "--metrics and --output name the same file; give each its own",
    },
  ])("$name", async ({ path = "run.prom", files = {}, args = [], says }) => {
    const all = [...discover, "--metrics", path, ...args];
    const ended = await run(all, { environment: emulator.environment, files });
    expect(ended).toMatchObject({ code: 2, stderr: `error: ${says}\n`, stdout: "" });
    expect(emulator.statistics.requests).toBe(0);
    expect(Object.fromEntries(Object.entries(ended.files).map(([name, { text }]) => [name, text]))).toEqual(files);
  });

  test("but one that becomes somebody else's during the run stays, and the run says so", async () => {
    const folder = mkdtempSync(join(tmpdir(), "metrics-"));
    const path = join(folder, "run.prom");
    const ended = await run([...discover, "--quiet", "--metrics", path], {
      environment: emulator.environment,
      meanwhile: async (child) => {
        await vi.waitUntil(() => child.exitCode !== null || emulator.statistics.requests > 0, patiently);
        writeFileSync(path, foreign);
      },
    });
    expect(ended).toMatchObject({ code: 1, stderr: `error: --metrics: ${path} ${somebodyElses}\n` });
    expect(readFileSync(path, "utf8")).toBe(foreign);
    rmSync(folder, { recursive: true });
  });

  test("an empty file is nobody's", async () => {
    const ended = await run(measured, { environment: emulator.environment, files: { "run.prom": "" } });
    expect(ended.code).toBe(0);
    expect(gaugeOf(samplesOf(ended), "complete", { inventory: "scaleway" })).toBe(1);
  });
});

test("a disk that is full leaves the earlier metrics, and says so", async () => {
  const { files: left } = await run(measured, { environment: emulator.environment });
  const files = { "run.prom": textOf({ files: left }) };
  const ended = await run([...measured, "--quiet"], { environment: emulator.environment, files, fileBlocks: 1 });
  expect(ended).toMatchObject({
    code: 1,
    stderr: "error: run.prom could not be written to the end (EFBIG)\n",
    stdout: expect.stringContaining("complete"),
  });
  expect(Object.keys(ended.files)).toEqual(["run.prom"]);
  expect(textOf(ended)).toBe(files["run.prom"]);
});

test("a name that could break the format is escaped, and known again by the next run", async () => {
  const account = 'a\\"} 1\n# TYPE b\\n counter ünï';
  const body = { account, allowedRoutes: [], description: "", identities: [], method: "account", roles: [], user: "" };
  const faults = [{ match: "/auth/details", status: 200, body }];
  const args = ["discover", "--kinds", "ovh.cloud.project", "--metrics", "run.prom"];
  const runOn = async (options: EmulatorOptions, files: Record<string, string>) => {
    const cloud = await startCloud(options);
    return run(args, { environment: cloud.environment, files }).finally(() => cloud.close());
  };
  const first = await runOn({ faults }, {});
  const named = samplesOf(first)[0]?.labels["account"];
  expect(named).toMatch(/^a\\"} 1.*ünï$/s);
  for (const { labels } of samplesOf(first)) expect(labels).toMatchObject({ inventory: "ovh", account: named });
  const files = { "run.prom": textOf(first) };
  const next = await runOn({ faults: [...faults, { match: "/cloud/project", status: 403 }] }, files);
  expect(next.code).toBe(4);
  expect(gaugeOf(samplesOf(next), "last_success_timestamp_seconds", { account: named ?? "" })).toBe(
    gaugeOf(samplesOf(first), "last_success_timestamp_seconds", {}),
  );
});

test("any account is read again as it was written, by us and by the format's rules", async () => {
  const account = fc.string({ unit: "binary", minLength: 1 });
  await fc.assert(
    fc.asyncProperty(account, fc.nat(), async (name, value) => {
      const labels = { inventory: "ovh", account: name };
      const text = await writtenAs([{ name: "last_success_timestamp_seconds", labels, value }]);
      expect(parsePrometheusText(text)).toEqual([
        { name: "cloud_inventory_last_success_timestamp_seconds", labels, value },
      ]);
      expect(earlierIn(text)).toEqual(new Map([["ovh", { account: name, lastSuccess: value }]]));
    }),
  );
});
