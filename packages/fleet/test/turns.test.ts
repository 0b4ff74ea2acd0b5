import { describe, expect, it } from "vitest";
import { audit } from "./audit.ts";
import { type FleetToMake, fleetAtWork } from "./fleet-at-work.ts";
import { grouped } from "./grouped.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { queueState } from "./queue-state.ts";
import { small, smallFleet } from "./small-fleet.ts";

describe.skipIf(noPostgres !== undefined)("two workers", () => {
  const postgres = usePostgres();

  it("read no more of a customer at once than may be, together, and of others meanwhile", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const base = smallFleet(14, { latencyMs: 100 });
    // Ten are of one customer, and come first in the queue.
    const fleet = await fleetAtWork(databaseUrl, {
      ...base,
      inventories: (accounts) =>
        base.inventories(accounts).map((entry, index) => ({
          ...entry,
          ...(index < 10 ? { customer: "large", name: `inventory-${index}` } : {}),
        })),
    });
    const limits = ["--per-customer", "2", "--at-once", "4"];
    await fleet.run("enqueue", fleet.customers, "--only", "large/*", "--night", "2026-11-26T02:00:00Z");
    const notes = await audit(databaseUrl);
    await fleet.run("enqueue", fleet.customers, "--night", "2026-11-26T02:00:00Z");
    const workers = await Promise.all([fleet.worker(...limits), fleet.worker(...limits)]);
    const queue = queueState(databaseUrl);
    // Nobody lets time pass: whoever waits is called.
    await expect.poll(queue.left, { timeout: 240_000, interval: 500 }).toBe(0);
    const held = grouped(await notes.leases(), ({ customer }) => customer).get("large") ?? [];
    expect(held.length).toBeGreaterThanOrEqual(10);
    expect(Math.max(...held.map((lease) => lease.held))).toBe(2);
    const { rows } = await queue.pool.query<{ customer: string; state: string }>(
      "SELECT customer, state FROM cloud_inventory.runs ORDER BY ended_at",
    );
    expect(rows.map(({ state }) => state)).toEqual(rows.map(() => "complete"));
    const order = rows.map(({ customer }) => (customer === "large" ? "large" : "other"));
    expect(order).toHaveLength(14);
    expect(order.lastIndexOf("other")).toBeLessThan(order.lastIndexOf("large"));
    // Whoever has no room is left where it is, and not fetched again and again.
    const told = workers.map((worker) => worker.said()).join("");
    expect(told.match(/as many inventories of the customer/g)?.length ?? 0).toBeLessThanOrEqual(10);
    expect(await Promise.all(workers.map((worker) => worker.end("SIGTERM")))).toEqual([0, 0]);
  });

  it("take an account in turn, also where the cloud does not tell one of its credentials whose it is", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, withTwoCredentials);
    const [account] = fleet.emulators.accounts;
    await fleet.run("enqueue", fleet.customers, "--night", "2026-11-25T02:00:00Z");
    const notes = await audit(databaseUrl);
    const workers = await Promise.all([fleet.worker(), fleet.worker()]);
    const queue = queueState(databaseUrl);
    await queue.done();
    account?.addFault({ match: "/auth/details", status: 500 });
    await fleet.run("enqueue", fleet.customers, "--night", "2026-11-26T02:00:00Z");
    await queue.done();
    const runs = await notes.runs();
    expect(runs.filter(({ state }) => state !== null).map(({ state }) => state)).toEqual(Array(4).fill("complete"));
    const leases = await notes.leases();
    expect(leases).toHaveLength(4);
    expect(new Set(leases.map(({ accountDigest }) => accountDigest)).size).toBe(1);
    const twice = leases.filter(({ takenAt }, index) => leases.slice(0, index).some(({ endsAt }) => takenAt < endsAt));
    expect(twice).toEqual([]);
    expect(await Promise.all(workers.map((worker) => worker.end("SIGTERM")))).toEqual([0, 0]);
  });
});

const withTwoCredentials: FleetToMake = {
  options: [{ ...small, latencyMs: 50 }],
  inventories: (accounts) =>
    accounts.flatMap(({ credentials: { ovhApplication, ovhAccessToken } }) => [
      { customer: "elm", name: "ovhcloud", config: ovhApplication, kinds: "ovh.cloud.*" },
      { customer: "elm", name: "ovhcloud-second", config: ovhAccessToken, kinds: "ovh.cloud.*" },
    ]),
};
