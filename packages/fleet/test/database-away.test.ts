import { describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../src/database/connect.ts";
import { fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { queueState } from "./queue-state.ts";
import { smallFleet } from "./small-fleet.ts";

const waiting = { timeout: 120_000, interval: 100 };

describe.skipIf(noPostgres !== undefined)("a database that is away", () => {
  const postgres = usePostgres();

  it("breaks a connection that is in use, and not the process", async () => {
    const pool = await openDatabase({ DATABASE_URL: await freshDatabase(postgres) });
    onTestFinished(() => pool.end());
    const client = await pool.connect();
    const { rows } = await client.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    const { pid } = rows[0] ?? {};
    await pool.query("SELECT pg_terminate_backend($1)", [pid]);
    const isThere = async () => (await pool.query("SELECT 1 FROM pg_stat_activity WHERE pid = $1", [pid])).rowCount;
    await expect.poll(isThere, waiting).toBe(0);
    // Where nobody listened, the process would have ended by now, which is this one.
    await expect(client.query("SELECT 1")).rejects.toThrow();
    client.release(true);
    expect((await pool.query("SELECT 1 AS one")).rows).toEqual([{ one: 1 }]);
  });

  it("for a moment, in the middle of a night, takes nothing from the workers", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, smallFleet(12, { latencyMs: 100 }));
    await fleet.run("enqueue", fleet.customers);
    const queue = queueState(databaseUrl);
    const workers = await Promise.all([fleet.worker("--at-once", "3"), fleet.worker("--at-once", "3")]);
    await expect.poll(queue.left, waiting).toBeLessThan(12);
    postgres.halt();
    postgres.start();
    await queue.done();
    const { rows } = await queue.pool.query("SELECT state, count(*)::int FROM cloud_inventory.runs GROUP BY state");
    expect(rows).toEqual([{ state: "complete", count: 12 }]);
    for (const worker of workers) expect(worker.said()).toContain("warning: ");
    expect(await Promise.all(workers.map((worker) => worker.end("SIGTERM")))).toEqual([0, 0]);
  });

  it("for longer than a lease ends what is being read, until it is back", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, smallFleet(2));
    const { accounts } = fleet.emulators;
    // What is below a project is asked for in several rounds, each of which lasts longer than a lease.
    for (const account of accounts) account.addFault({ match: "/cloud/project/", delayMs: 25_000 });
    await fleet.run("enqueue", fleet.customers);
    const queue = queueState(databaseUrl);
    const worker = await fleet.worker();
    const held = async () => (await queue.pool.query("SELECT 1 FROM cloud_inventory.account_leases")).rowCount;
    const asked = () => accounts.map(({ statistics }) => statistics.requests);
    const said = (pattern: RegExp) => worker.said().match(pattern)?.length ?? 0;
    await expect.poll(held, waiting).toBe(2);
    await expect.poll(() => Math.min(...asked()), waiting).toBeGreaterThan(2);
    postgres.halt();
    await expect.poll(() => said(/^warning: customer-.*is not settled/gm), waiting).toBe(2);
    const before = { asked: asked(), warnings: said(/^warning/gm) };
    await expect.poll(() => said(/^warning/gm), waiting).toBeGreaterThan(before.warnings + 3);
    expect(asked()).toEqual(before.asked);
    expect(worker.child.exitCode).toBeNull();
    for (const account of accounts) account.clearFaults();
    postgres.start();
    await queue.done();
    const { rows } = await queue.pool.query(
      "SELECT state, attempts, count(*)::int FROM cloud_inventory.runs GROUP BY state, attempts",
    );
    expect(rows).toEqual([{ state: "complete", attempts: 2, count: 2 }]);
    // Less than half of it: what is left of a run that was not given up is asked for, too.
    const whole = asked().map((count, index) => count - (before.asked[index] ?? 0));
    for (const [index, count] of before.asked.entries()) expect(count).toBeLessThan((whole[index] ?? 0) / 2);
    expect(await worker.end("SIGTERM")).toBe(0);
  });
});
