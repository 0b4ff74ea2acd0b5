import { type InventoryResult, refusedEntry } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../src/database/connect.ts";
import { migrate } from "../src/database/migrate.ts";
import { inTransaction } from "../src/database/transaction.ts";
import { inventoryQueue, openBoss } from "../src/jobs/boss.ts";
import { endLost } from "../src/jobs/dead-letters.ts";
import { forget } from "../src/jobs/forget.ts";
import { enqueue, type InventoryJobData } from "../src/jobs/inventory-job.ts";
import { fullCustomers, takeLease } from "../src/work/lease.ts";
import { beginRun, recordUnopened } from "../src/work/run-record.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";

const job: InventoryJobData = { customer: "acme", name: "prod", night: "2026-01-01T02:00:00.000Z" };
const about = { inventory: "test", account: "account-1", worker: "here/1" };
const unopened: InventoryResult = refusedEntry({ ...job, where: "acme/prod.json", reason: "no \0 config" });

describe.skipIf(noPostgres !== undefined)("a run", () => {
  const postgres = usePostgres();

  /** A database in which a worker has the job. */
  const opened = async () => {
    const environment = { DATABASE_URL: await freshDatabase(postgres) };
    const pool = await openDatabase(environment);
    await migrate(pool);
    const boss = await openBoss(environment, { supervises: false, onError: () => {} });
    onTestFinished(async () => {
      await boss.stop({ graceful: false });
      await pool.end();
    });
    await enqueue(boss, pool, [job], new Date(job.night));
    await boss.fetch(inventoryQueue);
    const begin = async () => {
      const lease = await takeLease(pool, {
        accountDigest: "digest",
        job,
        worker: "here/1",
        perCustomer: 4,
      });
      if (typeof lease === "string") throw new Error(`the account is ${lease}`);
      onTestFinished(lease.release);
      return { lease, run: await beginRun(pool, job, about, lease) };
    };
    const record = (isAttempt = true) => recordUnopened(pool, "here/1", [{ job, result: unopened, isAttempt }]);
    return { pool, boss, begin, record };
  };

  const runsOf = async (pool: pg.Pool) =>
    (await pool.query("SELECT state, attempts, reason FROM cloud_inventory.runs")).rows;

  it("that could not be opened ends as what came of it, and a final state stays", async () => {
    const { pool, record } = await opened();
    expect(await record()).toHaveLength(1);
    const ended = [{ state: "misconfigured", attempts: 1, reason: "no \ufffd config" }];
    expect(await runsOf(pool)).toEqual(ended);
    expect(await record()).toEqual([]);
    expect(await runsOf(pool)).toEqual(ended);
  });

  it("is a further attempt where an earlier one has failed", async () => {
    const { pool, begin, record } = await opened();
    const { lease } = await begin();
    await pool.query("UPDATE cloud_inventory.runs SET state = 'failed', started_at = '2026-01-01'");
    await lease.release();
    expect(await record()).toHaveLength(1);
    expect(await runsOf(pool)).toMatchObject([{ state: "misconfigured", attempts: 2 }]);
    const { rows } = await pool.query("SELECT started_at > '2026-01-02' AS \"isNew\" FROM cloud_inventory.runs");
    expect(rows).toEqual([{ isNew: true }]);
  });

  it("counts for its customer, whatever number of them is allowed", async () => {
    const { pool, begin } = await opened();
    await begin();
    const full = [1, 2, 1e11, 1e30].map((perCustomer) => fullCustomers(pool, perCustomer));
    expect(await Promise.all(full)).toEqual([["acme"], [], [], []]);
  });

  it("that nobody ended has failed once its job is a dead letter, and not while its worker holds the account", async () => {
    const { pool, boss, begin } = await opened();
    const { lease } = await begin();
    expect(await endLost(pool, "here/2")).toEqual([]);
    await pool.query("UPDATE pgboss.job SET retry_limit = 0 WHERE name = 'inventories'");
    const [{ id } = { id: "" }] = (await pool.query("SELECT id FROM pgboss.job WHERE name = 'inventories'")).rows;
    await boss.fail(inventoryQueue, id);
    expect(await endLost(pool, "here/2")).toEqual([]);
    await lease.release();
    expect(await endLost(pool, "here/2")).toEqual([{ ...job, reason: expect.stringContaining("cut off") }]);
    expect(await runsOf(pool)).toEqual([{ state: "failed", attempts: 1, reason: expect.stringContaining("cut off") }]);
    expect(await endLost(pool, "here/2")).toEqual([]);
  });

  it("is written of no customer that was forgotten while its worker was about to begin", async () => {
    const { pool, begin, record } = await opened();
    const forgetAcme = () => forget(pool, { customer: "acme" });
    await expect(forgetAcme()).rejects.toThrow("a worker has just taken an inventory of acme; wait for its end");
    const { lease } = await begin();
    await expect(forgetAcme()).rejects.toThrow("an inventory of acme is being read by here/1; wait for its end");
    await lease.release();
    await expect(forgetAcme()).rejects.toThrow("a worker has just taken");
    expect(await runsOf(pool)).toHaveLength(1);
    // The worker stands still.
    await pool.query("UPDATE pgboss.job SET heartbeat_on = now() - interval '11 seconds'");
    await forgetAcme();
    await expect(begin()).rejects.toThrow("the account is gone");
    expect((await pool.query("SELECT FROM cloud_inventory.account_leases")).rowCount).toBe(0);
    expect(await record()).toEqual([]);
    expect(await record(false)).toEqual([]);
    expect(await runsOf(pool)).toEqual([]);
  });

  it("is written before its customer is forgotten, or not at all", async () => {
    const { pool, begin } = await opened();
    const beginning = await inTransaction(pool, async (client) => {
      await client.query("DELETE FROM pgboss.job");
      const begun = begin();
      const isWaiting = async () =>
        (
          await pool.query(
            "SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
          )
        ).rowCount;
      await expect.poll(isWaiting, { timeout: 10_000 }).toBe(1);
      return { begun };
    });
    expect((await beginning.begun).run).toBeUndefined();
    expect(await runsOf(pool)).toEqual([]);
  });
});
