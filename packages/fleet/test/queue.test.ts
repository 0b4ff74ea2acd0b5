import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { migrate } from "../src/database/migrate.ts";
import { fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";
import { queueState } from "./queue-state.ts";
import { smallFleet } from "./small-fleet.ts";

const many = 10_000;
const waiting = { timeout: 120_000, interval: 250 };

describe.skipIf(noPostgres !== undefined)("ten thousand inventories that wait", () => {
  const postgres = usePostgres();

  it("are asked for once a night, told by the status, and begun with the longest by its last run", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, smallFleet(1));
    const config = fleet.emulators.accounts[0]?.credentials.ovhApplication;
    const nameOf = (index: number) => `inventory-${String(index).padStart(5, "0")}`;
    const inventories = Array.from({ length: many }, (_, index) => ({
      name: nameOf(index),
      config,
      kinds: "ovh.cloud.project",
    }));
    const list = join(fleet.customers, "..", "fleet.json");
    writeFileSync(list, JSON.stringify({ inventories }), { mode: 0o600 });
    const enqueue = async () => (await fleet.run("enqueue", list, "--night", "2026-11-26T02:00:00Z")).stderr;
    const { pool, ...queue } = queueState(databaseUrl);
    await migrate(pool);
    // Longer, the higher its number; nobody has ever read the last one, which may be longer still.
    await pool.query(
      `INSERT INTO cloud_inventory.runs (customer, name, night, inventory, account_digest, token, worker, started_at, ended_at, state)
       SELECT name, name, '2026-11-25T02:00:00Z', 'ovh', '', 0, '', now() - make_interval(secs => number), now(), 'complete'
       FROM (SELECT number, 'inventory-' || to_char(number, 'FM00000') AS name FROM generate_series(0, ${many - 2}) AS number) AS earlier`,
    );
    expect(await enqueue()).toContain(`asked for ${many} inventories of the night 2026-11-26T02:00:00.000Z\n`);
    expect(await enqueue()).toContain(
      `asked for 0 inventories of the night 2026-11-26T02:00:00.000Z; ${many} had been`,
    );
    const { stdout } = await fleet.run("status", "--json");
    expect(JSON.parse(stdout)).toMatchObject({ queue: { waiting: many, active: 0, deadLetters: 0 } });

    const worker = await fleet.workerOf(list, "--at-once", "1");
    await expect.poll(() => worker.said().match(/: complete/g)?.length ?? 0, waiting).toBeGreaterThan(3);
    expect(await worker.end("SIGTERM")).toBe(0);
    const begun = [...worker.said().matchAll(/^(\S+)\/\S+: complete$/gm)].map(([, customer]) => customer);
    expect(begun.slice(0, 4)).toEqual([many - 1, many - 2, many - 3, many - 4].map(nameOf));
    expect(await queue.left()).toBe(many - begun.length);
  });

  it("leave the one that is being read to its worker, however long that takes", async () => {
    const databaseUrl = await freshDatabase(postgres);
    const fleet = await fleetAtWork(databaseUrl, smallFleet(2));
    // Longer than a job is kept without a sign of life, however late it is looked for.
    for (const account of fleet.emulators.accounts)
      account.addFault({ match: "/cloud/project", delayMs: 25_000, times: 1 });
    await fleet.run("enqueue", fleet.customers);
    const queue = queueState(databaseUrl);
    const workers = await Promise.all([fleet.worker("--at-once", "1"), fleet.worker("--at-once", "1")]);
    await expect.poll(queue.left, waiting).toBe(0);
    for (const name of ["customer-0/ovhcloud", "customer-1/ovhcloud"]) {
      expect(await queue.job(name)).toEqual({ state: "completed", retryCount: 0 });
      expect(await queue.run(name)).toMatchObject({ state: "complete", attempts: 1 });
    }
    const { rows } = await queue.pool.query(
      "SELECT min(extract(epoch FROM completed_on - started_on))::float AS seconds FROM pgboss.job WHERE state = 'completed'",
    );
    // What was held back lasted; else nothing is shown.
    expect(rows[0].seconds).toBeGreaterThan(15);
    expect(await Promise.all(workers.map((worker) => worker.end("SIGTERM")))).toEqual([0, 0]);
  });
});
