import { describe, expect, it } from "vitest";
import { type FleetToMake, fleetAtWork } from "./fleet-at-work.ts";
import { grouped } from "./grouped.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { queueState } from "./queue-state.ts";
import { small } from "./small-fleet.ts";

const many = 30;
const others = 6;

/** An account of many inventories, which come first in the queue, and others. */
const fleetOfOneAccount: FleetToMake = {
  options: Array.from({ length: 1 + others }, () => ({ ...small, latencyMs: 60 })),
  inventories: ([large, ...all]) => [
    ...Array.from({ length: many }, (_, index) => ({
      customer: "a-large",
      name: `inventory-${index}`,
      config: large?.credentials.ovhApplication ?? {},
      kinds: "ovh.cloud.*",
    })),
    ...all.map(({ credentials: { ovhApplication } }, index) => ({
      customer: `customer-${index}`,
      name: "ovhcloud",
      config: ovhApplication,
      kinds: "ovh.cloud.*",
    })),
  ],
};

describe.skipIf(noPostgres !== undefined)("an account of many inventories", () => {
  const postgres = usePostgres();

  it("is read one after the other at once, is not asked in vain, and keeps no others from the queue", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, fleetOfOneAccount);
    const [account] = fleet.emulators.accounts;
    await fleet.run("enqueue", fleet.customers);
    const worker = await fleet.worker("--at-once", "3");
    const queue = queueState(databaseUrl);
    // Nobody lets time pass: whoever waits is called.
    await expect.poll(queue.left, { timeout: 240_000, interval: 500 }).toBe(0);
    const { rows } = await queue.pool.query<{ customer: string; state: string }>(
      "SELECT customer, state FROM cloud_inventory.runs ORDER BY ended_at",
    );
    expect(rows).toHaveLength(many + others);
    expect(rows.filter(({ state }) => state !== "complete")).toEqual([]);
    const order = rows.map(({ customer }) => (customer === "a-large" ? "large" : "other"));
    const before = order.slice(0, order.lastIndexOf("other"));
    expect(grouped(before, (one) => one).get("large")?.length ?? 0).toBeLessThan(many / 2);
    // Once to know whose they are, and once when their turn came.
    const opened = account?.statistics.paths.filter((path) => path.includes("/auth/details")) ?? [];
    expect(opened.length).toBeLessThanOrEqual(2 * many);
    expect(await worker.end("SIGTERM")).toBe(0);
  });
});
