import { describe, expect, it } from "vitest";
import { fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { queueState } from "./queue-state.ts";
import { smallFleet } from "./small-fleet.ts";

const never = 24 * 3_600_000;
const waiting = { timeout: 120_000, interval: 50 };

describe.skipIf(noPostgres !== undefined)("a worker that is asked to stop", () => {
  const postgres = usePostgres();

  it("gives back at once what waits for a cloud, spends no attempt, and another one takes it", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, smallFleet(2));
    const [held] = fleet.emulators.accounts;
    held?.addFault({ match: "/cloud/project", delayMs: never });
    await fleet.run("enqueue", fleet.customers);
    const queue = queueState(databaseUrl);
    const first = await fleet.worker();
    await expect.poll(() => queue.run("customer-1/ovhcloud"), waiting).toMatchObject({ state: "complete" });
    await expect.poll(() => held?.statistics.paths.join(), waiting).toContain("/cloud/project");
    expect(await queue.job("customer-0/ovhcloud")).toEqual({ state: "active", retryCount: 0 });
    // Would wait for the answer, were it not to end at once.
    expect(await first.end("SIGTERM")).toBe(0);
    expect(first.said()).toContain("customer-0/ovhcloud: back to the queue: the worker was stopped");
    expect(await queue.job("customer-0/ovhcloud")).toEqual({ state: "created", retryCount: 0 });
    held?.clearFaults();
    // Nobody lets time pass: neither the lease nor the job is waited for.
    const { rows } = await queue.pool.query(
      `SELECT (SELECT count(*)::int FROM cloud_inventory.account_leases WHERE expires_at > clock_timestamp()) AS held,
         (SELECT count(*)::int FROM pgboss.job WHERE state = 'created' AND start_after > now()) AS later`,
    );
    expect(rows).toEqual([{ held: 0, later: 0 }]);
    const second = await fleet.worker();
    await expect.poll(queue.left, waiting).toBe(0);
    expect(await queue.job("customer-0/ovhcloud")).toEqual({ state: "completed", retryCount: 0 });
    expect(await queue.run("customer-0/ovhcloud")).toMatchObject({ state: "complete", attempts: 2 });
    expect(await second.end("SIGTERM")).toBe(0);
  });

  it("asks the cloud nothing more", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, smallFleet(1, { latencyMs: 200, requestsPerSecond: 5 }));
    const [account] = fleet.emulators.accounts;
    await fleet.run("enqueue", fleet.customers);
    const worker = await fleet.worker();
    await expect.poll(() => account?.statistics.requests, waiting).toBeGreaterThan(20);
    const ended = worker.end("SIGTERM");
    const asked = account?.statistics.requests ?? 0;
    expect(await ended).toBe(0);
    // A second's worth, of the dozens that were left: what was on its way, and what began before the signal came.
    expect((account?.statistics.requests ?? 0) - asked).toBeLessThanOrEqual(5);
    expect(worker.said()).toContain("back to the queue");
  });
});
