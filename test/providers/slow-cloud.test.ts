import { expect, it, onTestFinished } from "vitest";
import { readOperatorSettings } from "../../src/config/operator-settings.ts";
import { type EmulatorOptions, startEmulator } from "../../src/emulator/index.ts";
import { loadProvider } from "../../src/providers/registry.ts";
import { virtualClock } from "../virtual-clock.ts";
import { idsOf, type ProviderId, runOpened } from "./run.ts";

/** A provider with its own limits on an emulator, both on a clock on which waiting takes no time. */
async function openSlow(id: ProviderId, options: EmulatorOptions) {
  const clock = virtualClock();
  const emulator = await startEmulator({ ...options, now: clock.now });
  onTestFinished(() => emulator.close());
  const { environment } = emulator;
  const definition = await loadProvider(id);
  const entries = Object.entries(definition.sources.environment).map(([key, name]) => [key, environment[name] ?? ""]);
  const { provider } = definition.open(Object.fromEntries(entries), "test", {
    operator: readOperatorSettings(environment),
    clock,
  });
  return { emulator, provider, clock };
}

// At a host that knows no batches: what is measured is many requests.
it.each([{ buckets: 950 }, { buckets: 100, retryAfterSeconds: 0 }, { buckets: 100, retryAfterSeconds: 1 }])(
  "a cloud of 60 requests a minute loses nothing: $buckets buckets, Retry-After $retryAfterSeconds",
  { timeout: 300_000 },
  async ({ buckets, ...slow }) => {
    const { emulator, provider, clock } = await openSlow("ovh", {
      requestsPerSecond: 1,
      ovhProjects: 1,
      ovhRegions: 1,
      ovhBatches: "unknown",
      resources: { "ovh.cloud.bucket": buckets, "ovh.cloud.instance": 50 },
      ...slow,
    });
    const kinds = ["ovh.cloud.project", "ovh.cloud.bucket", "ovh.cloud.instance"] as const;
    const { resources, finished } = await runOpened(provider, kinds);
    expect(finished.complete).toBe(true);
    const expected = kinds.flatMap((kind) => [...(emulator.expectedIds().get(kind) ?? [])]);
    expect(expected).toHaveLength(buckets + 51);
    expect(idsOf(resources)).toEqual(expected.sort());
    const { requests, refused } = finished;
    // Politely: what is refused is a small part, and the time is near the least that there is.
    expect(refused).toBeLessThan(requests / 2);
    expect(clock.monotonic()).toBeLessThan(2 * (requests - refused) * 1000);
  },
);

it("a cloud of 60 requests a minute loses nothing in batches, and is asked for them no more than for anything else", async () => {
  const resources = { "ovh.cloud.bucket": 950, "ovh.cloud.instance": 50 };
  const { emulator, provider, clock } = await openSlow("ovh", {
    requestsPerSecond: 1,
    ovhProjects: 1,
    ovhRegions: 1,
    resources,
  });
  const run = await runOpened(provider, ["ovh.cloud.bucket", "ovh.cloud.instance"]);
  expect(run.finished).toMatchObject({ complete: true, resources: 1000 });
  expect(run.finished.requests).toBe(emulator.statistics.requests);
  expect(run.finished.requests - run.finished.refused).toBeLessThan(60);
  expect(clock.monotonic()).toBeLessThan(2 * 60 * 1000);
});

it("one list that asks to wait 400 s holds back neither the others nor the next run", async () => {
  const { emulator, provider } = await openSlow("ovh", { ovhProjects: 2 });
  const busy = { match: /\/volume$/, status: 429, headers: { "Retry-After": "400" }, body: {} };
  emulator.addFault(busy);
  const first = await runOpened(provider);
  const failed = first.scopes.filter(({ outcome }) => outcome !== "completed" && outcome !== "not-offered");
  expect(new Set(failed.map(({ kind }) => kind))).toEqual(new Set(["ovh.cloud.volume"]));
  expect(new Set(failed.map(({ code }) => code))).toEqual(new Set(["RATE_LIMITED"]));
  for (const { reason } of failed) expect(reason).toMatch(/GET \/cloud\/project\/\w+\/volume .*400 s/);
  emulator.clearFaults();
  emulator.resetStatistics();
  const second = await runOpened(provider);
  expect(second.finished.complete).toBe(true);
  expect(emulator.statistics.requests).toBe(second.finished.requests);
});

it("a route that is refused by rate for good costs its own list alone", async () => {
  const { emulator, provider, clock } = await openSlow("scaleway", { scalewayProjects: 1, zones: 2 });
  emulator.addFault({ match: "/block/v1alpha1/zones/fr-par-1/volumes", status: 429 });
  emulator.addFault({ match: "/block/v1/zones/fr-par-1/volumes", status: 429 });
  const { scopes } = await runOpened(provider);
  const failed = scopes.filter(({ outcome }) => outcome !== "completed" && outcome !== "not-offered");
  expect(failed.map(({ kind, scope, code }) => [kind, scope, code])).toEqual([
    ["scaleway.block.volume", expect.stringContaining("fr-par-1"), "RATE_LIMITED"],
  ]);
  expect(clock.monotonic()).toBeLessThan(600_000);
});

const slowDown = { status: 503, body: "<Error><Code>SlowDown</Code></Error>", contentType: "application/xml" };

it.each([
  ["scaleway", "scaleway.object.bucket", { match: /^\/(\?|$)/, ...slowDown }],
  ["ovh-data-platform", "ovh-data-platform.bucket", { match: "/", ...slowDown }],
  ["scaleway", "scaleway.instance.server", { match: "/servers", status: 403, body: { type: "too_many_requests" } }],
] as const)("%s, %s: its own words for too much are waited out, however often", async (id, kind, fault) => {
  const { emulator, provider } = await openSlow(id, { scalewayProjects: 1, faults: [{ ...fault, times: 12 }] });
  const { resources, finished } = await runOpened(provider, [kind]);
  expect(finished).toMatchObject({ complete: true, refused: 12 });
  expect(idsOf(resources)).toEqual([...(emulator.expectedIds().get(kind) ?? [])].sort());
});
