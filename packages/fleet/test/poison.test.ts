import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type FleetToMake, fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { queueState } from "./queue-state.ts";
import { smallFleet } from "./small-fleet.ts";

/** One inventory whose secret comes from a program that kills the worker. */
function withPoison(fleet: FleetToMake): FleetToMake {
  return {
    ...fleet,
    inventories: (accounts) =>
      fleet.inventories(accounts).map((entry) => {
        if (entry.customer !== "customer-0") return entry;
        return { ...entry, config: { ...entry.config, application_secret: "exec:poison cup" } };
      }),
  };
}

describe.skipIf(noPostgres !== undefined)("a job that kills every worker that takes it", () => {
  const postgres = usePostgres();

  it("is a dead letter after its attempts, has failed for its night, and does not keep the others from their end", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, withPoison(smallFleet(4)));
    const helpers = join(fleet.customers, "..", "helpers.json");
    writeFileSync(helpers, JSON.stringify({ poison: ["sh", "-c", "kill -9 $PPID"] }), { mode: 0o600 });
    await fleet.run("enqueue", fleet.customers, "--night", "2026-11-26T02:00:00Z");
    const queue = queueState(databaseUrl);
    let killed = 0;
    for (;;) {
      const worker = await fleet.worker("--helpers", helpers, "--at-once", "2");
      const isDone = async () => {
        await queue.hasten();
        return (await queue.left()) === 0;
      };
      const isKilled = () => worker.child.signalCode !== null;
      await expect.poll(async () => isKilled() || (await isDone()), { timeout: 120_000, interval: 200 }).toBe(true);
      if (!isKilled()) break;
      killed += 1;
      await queue.missBeats();
    }
    expect(killed).toBe(4);
    const others = await Promise.all([1, 2, 3].map((index) => queue.run(`customer-${index}/ovhcloud`)));
    expect(others.map((run) => run?.state)).toEqual(["complete", "complete", "complete"]);
    expect(await queue.job("customer-0/ovhcloud")).toEqual({ state: "failed", retryCount: 3 });
    const status = async () => JSON.parse((await fleet.run("status", "--json")).stdout);
    await expect.poll(status, { timeout: 120_000, interval: 1000 }).toMatchObject({
      queue: { waiting: 0, active: 0, deadLetters: 1 },
      nights: [
        {
          states: { complete: 3, failed: 1 },
          running: 0,
          notComplete: [{ customer: "customer-0", name: "ovhcloud", state: "failed" }],
        },
      ],
    });
  });
});
