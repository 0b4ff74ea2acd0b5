import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Emulator, EmulatorOptions } from "../../src/emulator/index.ts";
import { never, patiently } from "../patience.ts";
import { discover, type Ended, measured, samplesOf, textOf } from "./measured.ts";
import { gaugeOf, parsePrometheusText } from "./prometheus-text.ts";
import { eventsOf, ofType, placesOf, planted, run, startCloud } from "./run.ts";

const scaleway = { inventory: "scaleway" };
const refusedKey = { SCW_SECRET_KEY: planted("00000000-dead-4bad-8bad-00000000beef") };
const keyEnd = "2031-02-03T04:05:06Z";

let emulator: Emulator;
beforeAll(async () => {
  emulator = await startCloud({ scalewayKeyExpiresAt: keyEnd, scalewayBearer: "owner" });
});
afterEach(() => emulator.resetStatistics());
afterAll(() => emulator.close());

/** What a run that went well leaves, as if that had been long ago. */
const lastSuccess = 1_700_000_000;
let good: Promise<Ended> | undefined;
async function earlierFile(): Promise<{ "run.prom": string }> {
  good ??= run(measured, { environment: emulator.environment });
  const ended = await good;
  expect(ended.code).toBe(0);
  return { "run.prom": textOf(ended).replaceAll(/(timestamp_seconds\{.*\}) 1[78]\d{8}$/gm, `$1 ${lastSuccess}`) };
}

/** Runs against a cloud of its own. */
async function runOn(options: EmulatorOptions, args: readonly string[], settings: Parameters<typeof run>[1] = {}) {
  const cloud = await startCloud(options);
  try {
    return await run(args, { ...settings, environment: { ...cloud.environment, ...settings.environment } });
  } finally {
    await cloud.close();
  }
}

describe("a run that read everything", () => {
  test("says what it found, what it cost, and until when its key is valid", async () => {
    const begunAt = Math.floor(Date.now() / 1000);
    const ended = await run([...measured, "--format", "ndjson"], { environment: emulator.environment });
    expect(ended).toMatchObject({ code: 0 });
    expect(Object.keys(ended.files)).toEqual(["run.prom"]);
    // node_exporter is another user.
    expect(ended.files["run.prom"]?.mode).toBe(0o644);
    const samples = samplesOf(ended);
    const value = (metric: string, labels = {}) => gaugeOf(samples, metric, { ...scaleway, ...labels });
    const account = emulator.environment["SCW_DEFAULT_PROJECT_ID"];
    for (const { labels } of samples) expect(labels).toMatchObject({ ...scaleway, account });
    expect(value("exit_code")).toBe(0);
    expect(value("complete")).toBe(1);
    // Those of the look at the key included.
    expect(value("requests")).toBe(emulator.statistics.requests);
    expect(value("refused_requests")).toBe(0);
    expect(value("duration_seconds")).toBeGreaterThanOrEqual(0);
    expect(value("last_run_timestamp_seconds")).toBeGreaterThanOrEqual(begunAt);
    expect(value("last_success_timestamp_seconds")).toBe(value("last_run_timestamp_seconds"));
    expect(value("credential_expiry_timestamp_seconds")).toBe(Date.parse(keyEnd) / 1000);

    const events = eventsOf(ended.stdout);
    const [finished] = ofType(events, "finished");
    for (const [outcome, count] of Object.entries(finished?.outcomes ?? {})) {
      expect(value("scopes", { outcome }), outcome).toBe(count);
    }
    const scopes = ofType(events, "scope");
    expect(scopes.length).toBeGreaterThan(0);
    for (const { kind, outcome } of scopes) {
      const counts = scopes.filter((scope) => scope.kind === kind && scope.outcome === outcome);
      expect(value("resources", { kind, outcome })).toBe(counts.reduce((sum, { count }) => sum + count, 0));
    }
    const found = samples.filter(({ name }) => name === "cloud_inventory_resources");
    expect(found.reduce((sum, sample) => sum + sample.value, 0)).toBe(ofType(events, "resource").length);
  });

  test("replaces what the file said, the account and its success included", async () => {
    const files = await earlierFile();
    const ended = await run(measured, { environment: emulator.environment, files });
    expect(gaugeOf(samplesOf(ended), "last_success_timestamp_seconds", scaleway)).toBeGreaterThan(lastSuccess);
  });

  test("asks nothing more without --metrics", async () => {
    await run(discover, { environment: emulator.environment });
    const { requests } = emulator.statistics;
    emulator.resetStatistics();
    await run(measured, { environment: emulator.environment });
    expect(emulator.statistics.requests).toBe(requests + 1);
  });

  test("takes the account from the memory, where there is one", async () => {
    const requests = async (more: readonly string[]): Promise<number> => {
      const state = mkdtempSync(join(tmpdir(), "state-"));
      emulator.resetStatistics();
      const ended = await run(["discover", "--kinds", "ovh.cloud.project", ...more], {
        environment: { ...emulator.environment, CLOUD_INVENTORY_STATE_DIR: state },
      });
      rmSync(state, { recursive: true });
      expect(ended.code).toBe(0);
      for (const { labels } of more.length > 0 ? samplesOf(ended) : []) expect(labels["account"]).toMatch(/-ovh$/);
      return emulator.statistics.requests;
    };
    // One for the end of the key.
    expect(await requests(["--metrics", "run.prom"])).toBe((await requests([])) + 1);
  });
});

describe("the end of a credential", () => {
  const ofOvh = ["discover", "--kinds", "ovh.cloud.project", "--metrics", "run.prom"];

  test("is told of a consumer key of OVHcloud, with the account", async () => {
    const ended = await runOn({ ovhCredential: { expiration: keyEnd } }, ofOvh);
    const samples = samplesOf(ended);
    expect(gaugeOf(samples, "credential_expiry_timestamp_seconds", {})).toBe(Date.parse(keyEnd) / 1000);
    for (const { labels } of samples) expect(labels["account"]).toMatch(/^[a-z]+\d+-ovh$/);
  });

  test("is +Inf where it never comes", async () => {
    const ended = await runOn({}, ofOvh);
    expect(textOf(ended)).toMatch(/^cloud_inventory_credential_expiry_timestamp_seconds\{.*\} \+Inf$/m);
  });

  const end = Date.parse(keyEnd) / 1000;

  test.each<{ of: "ovhServiceAccount" | "ovhAccessToken" | "dataPlatform"; more?: object; told: number }>([
    { of: "ovhServiceAccount", told: Number.POSITIVE_INFINITY },
    { of: "ovhAccessToken", told: end },
    { of: "dataPlatform", more: { key_expires_at: keyEnd }, told: end },
  ])("is told of a credential of the kind $of", async ({ of, more, told }) => {
    const cloud = await startCloud({ ovhPersonalTokenExpiresAt: keyEnd });
    const files = { "config.json": { ...cloud.credentials[of], ...more } };
    const kinds = of === "dataPlatform" ? "*" : "ovh.cloud.project";
    const args = ["discover", "--config", "config.json", "--kinds", kinds, "--metrics", "run.prom"];
    const ended = await run(args, { environment: placesOf(cloud), files });
    await cloud.close();
    expect(ended.code).toBe(0);
    expect(gaugeOf(samplesOf(ended), "credential_expiry_timestamp_seconds", {})).toBe(told);
  });

  test("is left out where nothing tells it", async () => {
    const faults = [{ match: "/auth/currentCredential", status: 404 }];
    const ended = await runOn({ faults }, ofOvh);
    expect(ended.code).toBe(0);
    expect(textOf(ended)).not.toContain("credential_expiry");
    expect(gaugeOf(samplesOf(ended), "complete", { inventory: "ovh" })).toBe(1);
  });
});

describe("the last success stays", () => {
  async function expectFailure(ended: Ended, exitCode: number): Promise<ReturnType<typeof parsePrometheusText>> {
    expect(ended.code).toBe(exitCode);
    const samples = samplesOf(ended);
    const earlier = parsePrometheusText((await earlierFile())["run.prom"]);
    const account = earlier[0]?.labels["account"] ?? "";
    const labels = { ...scaleway, account };
    expect(gaugeOf(samples, "exit_code", labels)).toBe(exitCode);
    expect(gaugeOf(samples, "last_success_timestamp_seconds", labels)).toBe(lastSuccess);
    expect(gaugeOf(samples, "last_run_timestamp_seconds", labels)).toBeGreaterThan(lastSuccess);
    return samples;
  }

  test("where a run has gaps", async () => {
    const faults = [{ match: /^\/instance/, status: 403 }];
    const cloud = await startCloud({ faults });
    const files = await earlierFile();
    const ended = await run(measured, { environment: cloud.environment, files });
    await cloud.close();
    const samples = await expectFailure(ended, 4);
    expect(gaugeOf(samples, "complete", scaleway)).toBe(0);
    expect(gaugeOf(samples, "scopes", { outcome: "denied" })).toBeGreaterThan(0);
    expect(gaugeOf(samples, "resources", { kind: "scaleway.instance.server", outcome: "denied" })).toBe(0);
  });

  test("where the credential is refused", async () => {
    const environment = { ...emulator.environment, ...refusedKey };
    const samples = await expectFailure(await run(measured, { environment, files: await earlierFile() }), 3);
    expect(gaugeOf(samples, "complete", scaleway)).toBe(0);
    expect(samples.filter(({ name }) => name.includes("expiry"))).toEqual([]);
  });

  test("where the run is cancelled", async () => {
    const files = await earlierFile();
    const cloud = await startCloud({ latencyMs: never });
    const ended = await run(measured, {
      environment: cloud.environment,
      files,
      meanwhile: async (child) => {
        await vi.waitUntil(() => child.exitCode !== null || cloud.statistics.inFlight > 5, patiently);
        child.kill("SIGTERM");
      },
    });
    await cloud.close();
    const samples = await expectFailure(ended, 130);
    expect(gaugeOf(samples, "complete", scaleway)).toBe(0);
    expect(gaugeOf(samples, "scopes", { outcome: "failed" })).toBeGreaterThan(0);
  });

  test.skipIf(!existsSync("/dev/full"))("where the document is lost (needs /dev/full)", async () => {
    const args = [...measured, "--format", "ndjson", "--output", "/dev/full"];
    await expectFailure(await run(args, { environment: emulator.environment, files: await earlierFile() }), 1);
  });

  test.each([
    { name: "the config is wrong", args: ["--config", "absent.json"] },
    { name: "the format is unknown", args: ["--format", "xml"] },
    { name: "the document's place cannot be written", args: ["--output", "absent/out.csv"] },
  ])("where $name, and the run knows nothing of what it should read", async ({ args }) => {
    const ended = await run([...measured, ...args], { environment: emulator.environment, files: await earlierFile() });
    const samples = await expectFailure(ended, 2);
    expect(samples.map(({ name }) => name.replace("cloud_inventory_", "")).toSorted()).toEqual(
      ["complete", "exit_code", "last_run_timestamp_seconds", "last_success_timestamp_seconds"].toSorted(),
    );
    expect(emulator.statistics.requests).toBe(0);
  });

  test("of an inventory that is no part of the run, and its last run too", async () => {
    const { "run.prom": before } = await earlierFile();
    const files = {
      "run.prom": before.replaceAll('inventory="scaleway",account="', 'inventory="ovh",account="other-'),
    };
    const ended = await run(measured, { environment: emulator.environment, files });
    const samples = samplesOf(ended);
    expect(samples.filter(({ labels }) => labels["inventory"] === "ovh")).toEqual(
      ["last_run", "last_success"].map((name) => ({
        name: `cloud_inventory_${name}_timestamp_seconds`,
        labels: { inventory: "ovh", account: expect.stringMatching(/^other-/) },
        value: lastSuccess,
      })),
    );
    expect(gaugeOf(samples, "exit_code", scaleway)).toBe(0);
  });

  test("but not that of another account", async () => {
    const { "run.prom": before } = await earlierFile();
    const files = { "run.prom": before.replaceAll('account="', 'account="other-') };
    const ended = await runOn({ faults: [{ match: /^\/instance/, status: 403 }] }, measured, { files });
    expect(ended.code).toBe(4);
    expect(textOf(ended)).not.toContain("last_success");
    expect(textOf(ended)).not.toContain("other-");
  });
});

test("a first run that knows nothing of what it should read tells its failure without labels", async () => {
  const ended = await run([...measured, "--config", "absent.json"], { environment: emulator.environment });
  expect(samplesOf(ended).map(({ name, labels, value }) => [name, labels, name.includes("last_run") || value])).toEqual(
    [
      ["cloud_inventory_last_run_timestamp_seconds", {}, true],
      ["cloud_inventory_exit_code", {}, 2],
      ["cloud_inventory_complete", {}, 0],
    ],
  );
  const next = await run(measured, { environment: emulator.environment, files: { "run.prom": textOf(ended) } });
  expect(next.code).toBe(0);
  for (const { labels } of samplesOf(next)) expect(labels).toMatchObject(scaleway);
});

test.each(["a memory", "no memory"])(
  "a run that is measured and kept as a snapshot asks once whose account it is and until when, and counts that, with %s",
  async (memory) => {
    const cloud = await startCloud();
    const folder = mkdtempSync(join(tmpdir(), "state-"));
    try {
      const args = ["discover", "--quiet", "--provider", "ovh", "--kinds", "ovh.vps"];
      const state = { CLOUD_INVENTORY_STATE_DIR: memory === "a memory" ? folder : "off" };
      const environment = { ...cloud.environment, ...state };
      const ended = await run([...args, "--metrics", "run.prom", "--snapshot", "ovh.ndjson"], { environment });
      expect(ended.code).toBe(0);
      const { paths, requests } = cloud.statistics;
      expect(paths.filter((path) => path === "GET /1.0/auth/details")).toHaveLength(1);
      expect(paths.filter((path) => path === "GET /1.0/auth/currentCredential")).toHaveLength(1);
      expect(gaugeOf(samplesOf(ended), "requests", { inventory: "ovh" })).toBe(requests);
    } finally {
      await cloud.close();
      rmSync(folder, { recursive: true });
    }
  },
);
