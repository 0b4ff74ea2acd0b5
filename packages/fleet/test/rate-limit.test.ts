import { describe, expect, it } from "vitest";
import { type FleetToMake, fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { queueState } from "./queue-state.ts";
import { small } from "./small-fleet.ts";

const inventories = 6;

const oneAccount: FleetToMake = {
  options: [{ ...small, latencyMs: 20, requestsPerSecond: 20 }],
  inventories: ([account]) =>
    Array.from({ length: inventories }, (_, index) => ({
      customer: "elm",
      name: `inventory-${index}`,
      config: account?.credentials.ovhApplication ?? {},
      kinds: "ovh.cloud.*",
    })),
};

describe.skipIf(noPostgres !== undefined)("the rate limit of an account", () => {
  const postgres = usePostgres();

  it("is met by two workers no more often than by one process", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, oneAccount);
    const [account] = fleet.emulators.accounts;
    const one = await fleet.run("run", fleet.customers, "--snapshots", `${fleet.snapshots}-of-one`);
    expect(one.code).toBe(0);
    const byOne = account?.statistics.refused ?? 0;
    expect(byOne).toBeGreaterThan(10);
    account?.resetStatistics();
    await fleet.run("enqueue", fleet.customers);
    const queue = queueState(databaseUrl);
    const workers = await Promise.all([fleet.worker(), fleet.worker()]);
    await expect.poll(queue.left, { timeout: 240_000, interval: 500 }).toBe(0);
    // Two processes that know nothing of each other meet it about twice as often as one.
    expect(account?.statistics.refused).toBeLessThanOrEqual(1.5 * byOne);
    expect(await Promise.all(workers.map((worker) => worker.end("SIGTERM")))).toEqual([0, 0]);
  });
});
