import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import type pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { migrate } from "../src/database/migrate.ts";
import { type FleetAtWork, fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { queueState } from "./queue-state.ts";
import { smallFleet } from "./small-fleet.ts";

const waiting = { timeout: 120_000, interval: 50 };
const cancelled = { code: 130, stderr: "error: the run was cancelled\n" };
const ours = "datname = current_database() AND application_name ~ '^(cloud-inventory-)?fleet'";

/** Every word that looks at the database, but the worker. */
function wordsOf(fleet: FleetAtWork): readonly (readonly string[])[] {
  mkdirSync(fleet.snapshots, { recursive: true });
  return [
    ["query", "current"],
    ["metrics"],
    ["status"],
    ["enqueue", fleet.customers],
    ["schedule", fleet.customers, "--cron", "0 2 * * *"],
    ["forget", "nobody", "--yes", "--snapshots", fleet.snapshots],
  ];
}

/** Stops processes of the server as a machine does that stands still, until the test is finished. */
function standStill(pids: readonly number[]): () => void {
  for (const pid of pids) process.kill(pid, "SIGSTOP");
  let isGoingOn = false;
  const goOn = (): void => {
    if (!isGoingOn) for (const pid of pids) process.kill(pid, "SIGCONT");
    isGoingOn = true;
  };
  onTestFinished(goOn);
  return goOn;
}

// None of these measures time: what does not end is ended by the patience of the test.
describe.skipIf(noPostgres !== undefined)("a word that is stopped", () => {
  const postgres = usePostgres();

  const connected = async (pool: pg.Pool, more = "true"): Promise<number[]> => {
    const { rows } = await pool.query<{ pid: number }>(`SELECT pid FROM pg_stat_activity WHERE ${ours} AND ${more}`);
    return rows.map(({ pid }) => pid);
  };

  /** Lets nobody else do what a word does first, in a session of its own. */
  const hold = async (pool: pg.Pool, sql: string): Promise<pg.PoolClient> => {
    const client = await pool.connect();
    onTestFinished(() => client.release(true));
    await client.query("BEGIN");
    await client.query(sql);
    return client;
  };

  it.each([
    ["SELECT pg_advisory_xact_lock(7305813); LOCK TABLE cloud_inventory.runs, cloud_inventory.resources"],
    ["LOCK TABLE pgboss.version, pgboss.job, cloud_inventory.runs, cloud_inventory.resources"],
  ])("ends while somebody holds what it waits for: %s", async (sql) => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, smallFleet(1));
    await fleet.run("enqueue", fleet.customers);
    const { pool } = queueState(databaseUrl);
    await hold(pool, sql);
    for (const words of wordsOf(fleet)) {
      const { child, ended } = fleet.start(...words);
      await expect.poll(() => connected(pool, "wait_event_type = 'Lock'"), waiting).not.toEqual([]);
      child.kill("SIGTERM");
      expect([words, await ended]).toMatchObject([words, cancelled]);
      // What it asked for goes on until the server looks, which is when it is given what it waits for.
      for (const pid of await connected(pool)) await pool.query("SELECT pg_terminate_backend($1)", [pid]);
      await expect.poll(() => connected(pool), waiting).toEqual([]);
    }
  });

  it("ends while the server stands still in the middle", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, smallFleet(1));
    await fleet.run("enqueue", fleet.customers);
    const { pool } = queueState(databaseUrl);
    const holding = await hold(pool, "LOCK TABLE cloud_inventory.runs, cloud_inventory.resources, pgboss.version");
    for (const words of wordsOf(fleet)) {
      const { child, ended } = fleet.start(...words);
      await expect.poll(() => connected(pool, "wait_event_type = 'Lock'"), waiting).not.toEqual([]);
      const goOn = standStill(await connected(pool));
      child.kill("SIGINT");
      expect([words, await ended]).toMatchObject([words, cancelled]);
      goOn();
      for (const pid of await connected(pool)) await pool.query("SELECT pg_terminate_backend($1)", [pid]);
      await expect.poll(() => connected(pool), waiting).toEqual([]);
    }
    await holding.query("ROLLBACK");
    expect(await fleet.run("enqueue", fleet.customers)).toMatchObject({ code: 0 });
  });

  it("ends while what it is connected to says nothing", async () => {
    const silent = createServer(() => {}).listen(0, "127.0.0.1");
    onTestFinished(() => void silent.close());
    await once(silent, "listening");
    const { port } = silent.address() as AddressInfo;
    const fleet = await fleetAtWork(`postgres://fleet@127.0.0.1:${port}/fleet`, smallFleet(1));
    for (const words of wordsOf(fleet)) {
      const connection = once(silent, "connection");
      const { child, ended } = fleet.start(...words);
      const [socket] = await connection;
      onTestFinished(() => socket.destroy());
      child.kill("SIGTERM");
      expect([words, await ended]).toMatchObject([words, cancelled]);
    }
  });
});

describe.skipIf(noPostgres !== undefined)("a worker that is stopped", () => {
  const postgres = usePostgres();

  it("ends while somebody holds the tables before it begins", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, smallFleet(1));
    const { pool } = queueState(databaseUrl);
    await migrate(pool);
    await pool.query("SELECT pg_advisory_lock(7305813)");
    const { child, ended } = fleet.start("worker", fleet.customers, "--snapshots", fleet.snapshots, "--log", "text");
    const isWaiting = async () =>
      (await pool.query(`SELECT 1 FROM pg_stat_activity WHERE ${ours} AND wait_event_type = 'Lock'`)).rowCount;
    await expect.poll(isWaiting, waiting).toBe(1);
    child.kill("SIGTERM");
    expect(await ended).toMatchObject(cancelled);
  });

  it.each(["the server stands still", "somebody holds the jobs"])("ends while %s", async (what) => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, smallFleet(1));
    const [account] = fleet.emulators.accounts;
    account?.addFault({ match: "/cloud/project", delayMs: 24 * 3_600_000 });
    await fleet.run("enqueue", fleet.customers);
    const { pool, ...queue } = queueState(databaseUrl);
    const worker = await fleet.worker();
    await expect.poll(() => account?.statistics.paths.join(), waiting).toContain("/cloud/project");
    const { rows } = await pool.query<{ pid: number }>(`SELECT pid FROM pg_stat_activity WHERE ${ours}`);
    let goOn: () => unknown;
    if (what === "the server stands still") goOn = standStill(rows.map(({ pid }) => pid));
    else {
      const client = await pool.connect();
      await client.query("BEGIN; LOCK TABLE pgboss.job");
      goOn = () => client.release(true);
    }
    expect(await worker.end("SIGTERM")).toBe(0);
    expect(worker.said()).toContain("customer-0/ovhcloud: is not settled: the connection to the database was lost");
    goOn();
    account?.clearFaults();
    await queue.missBeats();
    const other = await fleet.worker();
    await queue.done();
    expect(await queue.run("customer-0/ovhcloud")).toMatchObject({ state: "complete" });
    expect(await other.end("SIGTERM")).toBe(0);
  });
});
