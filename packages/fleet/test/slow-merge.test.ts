import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { queueState } from "./queue-state.ts";
import { smallFleet } from "./small-fleet.ts";

const atOnce = 10;
const night = ["--night", "2026-11-26T02:00:00Z"];

/** Makes every merge stand still once, for longer than a lease lasts without being renewed. */
const standStill = (seconds: number): string => `
CREATE FUNCTION stand_still() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(${seconds}); RETURN NEW; END $$;
CREATE TRIGGER stand_still BEFORE INSERT ON cloud_inventory.resources
  FOR EACH ROW WHEN (NEW.kind = 'ovh.cloud.project') EXECUTE FUNCTION stand_still();`;

const standing = "SELECT count(*)::int AS count FROM pg_stat_activity WHERE wait_event = 'PgSleep'";

const refuse = `
CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE disk_full; END $$;
CREATE TRIGGER refuse BEFORE INSERT ON cloud_inventory.resources FOR EACH ROW EXECUTE FUNCTION refuse();`;

describe.skipIf(noPostgres !== undefined)("a merge that fails", () => {
  const postgres = usePostgres();

  it("leaves one snapshot of the night, however often it is tried again", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, smallFleet(1));
    await fleet.run("enqueue", fleet.customers, ...night);
    const queue = queueState(databaseUrl);
    await queue.pool.query(refuse);
    const worker = await fleet.worker("--keep", "2");
    const waiting = { timeout: 120_000 };
    const snapshots = () => readdirSync(join(fleet.snapshots, "customer-0", "ovhcloud"));
    for (const attempts of [1, 2, 3]) {
      await expect
        .poll(() => queue.run("customer-0/ovhcloud"), waiting)
        .toMatchObject({
          state: "failed",
          attempts,
          reason:
            "it was read, but the catalogue does not have it: the disk of the database is full (53100): make room",
          snapshot: expect.stringContaining(fleet.snapshots),
        });
      expect(snapshots()).toHaveLength(1);
      await expect.poll(() => queue.job("customer-0/ovhcloud"), waiting).toMatchObject({ state: "retry" });
      if (attempts === 3) await queue.pool.query("DROP TRIGGER refuse ON cloud_inventory.resources");
      await queue.hasten();
    }
    await expect.poll(queue.left, waiting).toBe(0);
    expect(await queue.run("customer-0/ovhcloud")).toMatchObject({ state: "complete", attempts: 4 });
    expect(snapshots()).toHaveLength(1);
    expect(await worker.end("SIGTERM")).toBe(0);
  });
});

describe.skipIf(noPostgres !== undefined)("as many merges as a worker has places, all slow", () => {
  const postgres = usePostgres();

  it("lose no lease", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, smallFleet(atOnce));
    await fleet.run("enqueue", fleet.customers, ...night);
    const queue = queueState(databaseUrl);
    await queue.pool.query(standStill(25));
    const worker = await fleet.worker("--at-once", String(atOnce));
    await expect.poll(queue.left, { timeout: 240_000, interval: 500 }).toBe(0);
    const { rows } = await queue.pool.query(
      "SELECT state, attempts, count(*)::int AS count FROM cloud_inventory.runs GROUP BY state, attempts",
    );
    expect(rows).toEqual([{ state: "complete", attempts: 1, count: atOnce }]);
    expect(await worker.end("SIGTERM")).toBe(0);
  });

  it("end at once when the worker is stopped", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, smallFleet(atOnce));
    await fleet.run("enqueue", fleet.customers, ...night);
    const queue = queueState(databaseUrl);
    await queue.pool.query(standStill(24 * 3600));
    const worker = await fleet.worker("--at-once", String(atOnce));
    const count = async (): Promise<number> =>
      (await queue.pool.query<{ count: number }>(standing)).rows[0]?.count ?? 0;
    await expect.poll(count, { timeout: 120_000 }).toBe(atOnce);
    expect(await worker.end("SIGTERM")).toBe(0);
    const { rows } = await queue.pool.query(
      "SELECT state, retry_count AS tried, count(*)::int AS count FROM pgboss.job WHERE name = 'inventories' GROUP BY state, retry_count",
    );
    expect(rows).toEqual([{ state: "created", tried: 0, count: atOnce }]);
    await expect.poll(count).toBe(0);
  });
});
