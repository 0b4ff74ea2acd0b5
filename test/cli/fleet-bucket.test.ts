import { readdirSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test, vi } from "vitest";
import type { FleetSummary, RunResult } from "../../src/hosts/fleet/result.ts";
import { bucketName, startOwnS3 } from "../fleet/own-s3.ts";
import { never, patiently } from "../patience.ts";
import { newFolder } from "../snapshots/worlds.ts";
import { configsOf, placesOf, planted, run, startCloud } from "./run.ts";

const volumes = "ovh.cloud.volume";

/** What came of the inventory `prod`. */
function runOf(stdout: string): RunResult | undefined {
  return (JSON.parse(stdout) as FleetSummary).inventories.find(({ name }) => name === "prod")?.run;
}

describe("snapshots in a bucket", () => {
  const start = async () => {
    const [emulator, s3] = [await startCloud({ ovhRegions: 1 }), await startOwnS3()];
    for (const name of ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"]) planted(s3.environment[name] ?? "");
    const entry = (name: string) => ({ name, customer: "acme", kinds: [volumes], config: configsOf(emulator).ovh });
    const temporary = newFolder();
    const options = {
      environment: { ...placesOf(emulator), ...s3.environment, TMPDIR: temporary },
      files: { "fleet.json": [entry("prod"), entry("test")] },
    };
    return { emulator, s3, options, temporary };
  };
  const place = `s3://${bucketName}/nights`;

  test("are kept, compared, pruned and forgotten as in a folder, and nothing stays on the machine", async () => {
    const { emulator, s3, options, temporary } = await start();
    const args = ["fleet", "run", "fleet.json", "--snapshots", place];
    const first = await run([...args, "--json"], options);
    expect(first).toMatchObject({ code: 0, stderr: "" });
    const before = runOf(first.stdout);
    const key = before?.snapshot?.slice(`s3://${bucketName}/`.length) ?? "";
    const text = gunzipSync(s3.objects.get(key) ?? "").toString();
    expect(text.match(/^{"type":"resource"/gm)).toHaveLength(before?.resources ?? 0);
    const second = await run([...args, "--json"], options);
    const changes = { since: before?.startedAt, counts: { added: 0, removed: 0 } };
    expect(runOf(second.stdout)?.changes).toMatchObject(changes);
    expect(s3.objects.size).toBe(4);
    const prune = await run(["fleet", "prune", "--snapshots", place, "--keep", "1"], options);
    expect(prune).toMatchObject({ code: 0, stderr: "removed 2 snapshots\n" });
    const forget = await run(["fleet", "forget", "acme", "--snapshots", place, "--yes"], options);
    expect(forget.code).toBe(0);
    expect([...s3.objects.keys()]).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
    await emulator.close();
  });

  test("Ctrl-C gives the bucket back, and another run is refused until then", async () => {
    const { emulator, s3, options } = await start();
    const slow = await startCloud({ ovhRegions: 1, latencyMs: never });
    const args = ["fleet", "run", "fleet.json", "--snapshots", place];
    const ended = await run(args, {
      ...options,
      environment: { ...options.environment, ...placesOf(slow) },
      meanwhile: async (child) => {
        await vi.waitUntil(() => child.exitCode !== null || slow.statistics.inFlight > 0, patiently);
        const other = await run(args, options);
        expect(other).toMatchObject({ code: 2, stdout: "" });
        expect(other.stderr).toContain(`another fleet run has ${place}/`);
        child.kill("SIGINT");
      },
    });
    expect(ended.code).toBe(130);
    expect(s3.objects.size).toBe(0);
    await Promise.all([emulator.close(), slow.close()]);
  });

  test("a bucket that cannot be had ends the run before anything is read", async () => {
    const { emulator, options } = await start();
    const environment = { ...options.environment, AWS_REGION: "" };
    const args = ["fleet", "run", "fleet.json", "--snapshots", place];
    expect(await run(args, { ...options, environment })).toMatchObject({
      code: 2,
      stdout: "",
      stderr: "error: AWS_REGION or AWS_DEFAULT_REGION is missing: a bucket is asked with it\n",
    });
    expect(emulator.statistics.requests).toBe(0);
    await emulator.close();
  });
});
