import { describe, expect, it } from "vitest";
import { audit } from "./audit.ts";
import { databaseClock } from "./database-clock.ts";
import { fleetAtWork, type Worker } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { queueState } from "./queue-state.ts";
import { smallFleet } from "./small-fleet.ts";

const patiently = { timeout: 240_000, interval: 250 };

describe.skipIf(noPostgres !== undefined)("a database whose clock is set", () => {
  const postgres = usePostgres();

  it("over a tick of cron, back and over it again: the night is asked for once", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, smallFleet(2));
    const clock = await databaseClock(databaseUrl, () => fleet.run("schedule", fleet.customers, "--cron", "0 3 * * *"));
    const [before, after] = ["2026-12-24T01:59:00Z", "2026-12-24T02:00:30Z"].map((time) => new Date(time));
    if (before === undefined || after === undefined) throw new Error("there are two");
    await clock.set(before);
    await fleet.run("schedule", fleet.customers, "--cron", "0 2 * * *");
    const worker = await fleet.worker();
    /** How often anybody has looked whether a night has come. */
    const looks = async (): Promise<number> => {
      const { rows } = await clock.pool.query<{ looks: number }>(
        "SELECT (coalesce(seq_scan, 0) + coalesce(idx_scan, 0))::int AS looks FROM pg_stat_user_tables WHERE relname = 'schedules'",
      );
      return rows[0]?.looks ?? 0;
    };
    const untilItLooked = async (): Promise<void> => {
      const sofar = await looks();
      await expect.poll(looks, patiently).toBeGreaterThan(sofar + 1);
    };
    await untilItLooked();
    expect(worker.said()).not.toContain("has come");
    await clock.set(after);
    await queueEnded(databaseUrl, fleet.count);
    for (const time of [before, after]) {
      await clock.set(time);
      await untilItLooked();
    }
    expect(worker.said().match(/the night has come/g)).toHaveLength(1);
    const { rows } = await clock.pool.query(
      "SELECT night, count(*)::int AS count FROM pgboss.job, LATERAL (SELECT data ->> 'night') AS of (night) WHERE name = 'inventories' GROUP BY night",
    );
    expect(rows).toEqual([{ night: "2026-12-24T02:00:00.000Z", count: fleet.count }]);
    expect(await worker.end("SIGTERM")).toBe(0);
  });

  it.each([
    ["forward", 3600],
    ["back", -3600],
  ])(
    "by an hour, %s, while an account is read: nobody else has it at that time, and it is read once",
    async (_, seconds) => {
      const databaseUrl = await freshDatabase(postgres);
      const fleet = await fleetAtWork(databaseUrl, smallFleet(1, { latencyMs: 400 }));
      const clock = await databaseClock(databaseUrl, () => fleet.run("enqueue", fleet.customers));
      const notes = await audit(databaseUrl);
      const workers = await Promise.all([fleet.worker(), fleet.worker()]);
      await expect.poll(async () => (await notes.leases()).length, patiently).toBe(1);
      await clock.move(seconds);
      await queueEnded(databaseUrl, 1);
      const runs = await notes.runs();
      const ends = runs.filter(({ before, state }) => state !== before && state !== null);
      expect(ends.map(({ state }) => state)).toEqual(["complete"]);
      const leases = await notes.leases();
      // Forward, it has ended as far as anybody can tell, and whoever had it goes to the end of the queue. Back, it is renewed.
      expect(leases.length).toBe(seconds > 0 ? 2 : 1);
      expect(told(workers).includes("back to the queue: its lease was lost")).toBe(seconds > 0);
      expect(
        runs.filter(({ tokenBefore, token }) => tokenBefore !== null && BigInt(token) < BigInt(tokenBefore)),
      ).toEqual([]);
      expect(await Promise.all(workers.map((worker) => worker.end("SIGTERM")))).toEqual([0, 0]);
    },
  );
});

function told(workers: readonly Worker[]): string {
  return workers.map((worker) => worker.said()).join("");
}

/** Waits until so many runs have ended and nothing waits. */
async function queueEnded(databaseUrl: string, count: number): Promise<void> {
  const queue = queueState(databaseUrl);
  const ended = async (): Promise<number> => {
    const { rows } = await queue.pool.query<{ ended: number }>(
      "SELECT count(*)::int AS ended FROM cloud_inventory.runs WHERE state IS NOT NULL",
    );
    return rows[0]?.ended ?? 0;
  };
  await expect.poll(ended, patiently).toBe(count);
  await queue.done();
}
