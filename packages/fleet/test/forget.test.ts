import { existsSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../src/database/connect.ts";
import { migrate } from "../src/database/migrate.ts";
import { openBoss } from "../src/jobs/boss.ts";
import { forget } from "../src/jobs/forget.ts";
import { enqueue } from "../src/jobs/inventory-job.ts";
import { type FakeNight, merge, night } from "./catalogue-worlds.ts";
import { fleetAtWork } from "./fleet-at-work.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";

describe.skipIf(noPostgres !== undefined)("a customer that is forgotten", () => {
  const postgres = usePostgres();

  it("leaves nothing in the database and among the snapshots, and the others stay", async () => {
    const url = await freshDatabase(postgres);
    const fleet = await fleetAtWork(url);
    await fleet.run("enqueue", fleet.customers, "--only", "alder/*", "--only", "ash/*");
    const worker = await fleet.worker();
    await expect.poll(() => worker.said().match(/: complete/g)?.length, { timeout: 60_000 }).toBe(5);
    await worker.end("SIGTERM");
    await fleet.run("enqueue", fleet.customers, "--only", "alder/*", "--only", "ash/*");
    const client = new pg.Client(url);
    await client.connect();
    onTestFinished(() => client.end());

    await client.query("INSERT INTO cloud_inventory.readers VALUES ('a_reader', 'alder'), ('another', 'ash')");

    // Somebody is at one of its accounts.
    await client.query(
      "INSERT INTO cloud_inventory.account_leases VALUES ('digest', 1, 'alder', 'elsewhere/7', now() + interval '1 hour')",
    );
    const forget = () => fleet.run("forget", "alder", "--snapshots", fleet.snapshots, "--yes");
    expect(await forget()).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(
        "an inventory of alder is being read by elsewhere/7; wait for its end, or stop the workers",
      ),
    });
    expect(existsSync(join(fleet.snapshots, "alder"))).toBe(true);

    await client.query("UPDATE cloud_inventory.account_leases SET expires_at = now() WHERE account_digest = 'digest'");
    const { stderr, ...forgotten } = await forget();
    expect(forgotten).toMatchObject({ code: 0 });
    expect(stderr).toMatch(
      /^removed 3 snapshots of alder, and 0 memories; from the database 3 runs, 6 jobs and \d\d+ other rows\n$/,
    );
    expect(await forget()).toMatchObject({
      code: 2,
      stderr: "error: no snapshot is kept of a customer alder, and the database knows of none\n",
    });
    expect(existsSync(join(fleet.snapshots, "alder"))).toBe(false);
    expect(existsSync(join(fleet.snapshots, "ash"))).toBe(true);
    expect(await placesWith(client, "alder")).toEqual([]);
    expect(await placesWith(client, "ash")).toEqual(
      expect.arrayContaining(["cloud_inventory.runs", "pgboss.job_common"]),
    );
    const { rows } = await client.query("SELECT count(*)::int AS memories FROM cloud_inventory.memories");
    expect(rows).toEqual([{ memories: 2 }]);
    await client.query(
      "UPDATE cloud_inventory.resources SET gone_at = now() - interval '31 days' WHERE name = 'scaleway'",
    );
    expect(await fleet.run("prune", "--days", "30")).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^removed from the database 0 runs, 0 changes and [1-9]\d* gone resources\n$/),
    });
  });

  it("may be one inventory alone: the others of its customer and of its account stay", async () => {
    const environment = { DATABASE_URL: await freshDatabase(postgres) };
    const pool = await openDatabase(environment);
    await migrate(pool);
    const boss = await openBoss(environment, { supervises: false, onError: () => {} });
    onTestFinished(async () => {
      await boss.stop({ graceful: false });
      await pool.end();
    });
    const inventories = [
      { customer: "acme", name: "prod" },
      { customer: "acme", name: "test" },
      { customer: "globex", name: "prod" },
    ];
    await enqueue(boss, pool, inventories, new Date(night(3)));
    await pool.query(
      "INSERT INTO cloud_inventory.memories VALUES ('own', 'test', 'account-1', '{}'), ('shared', 'test', 'account-2', '{}')",
    );
    const link = "INSERT INTO cloud_inventory.memory_inventories VALUES";
    await pool.query(`${link} ('own', 'acme', 'prod'), ('shared', 'acme', 'prod'), ('shared', 'acme', 'test')`);
    await pool.query("INSERT INTO cloud_inventory.readers VALUES ('a_reader', 'acme')");
    const aNight: Pick<FakeNight, "credentialEnds" | "scopes"> = {
      credentialEnds: [{ what: "the key", at: night(9) }],
      scopes: [{ outcome: "completed" }],
    };
    for (const about of inventories) {
      await merge(pool, { ...aNight, startedAt: night(1), resources: [{ name: "a" }] }, about);
      await merge(pool, { ...aNight, startedAt: night(2), resources: [] }, about);
    }
    const left = async () => {
      const tables = ["runs", "inventories", "scopes", "resources", "resource_changes", "credential_ends"];
      const all = [...tables, "memory_inventories"].map(
        (table) => `SELECT '${table}' AS place, customer || '/' || name AS whose FROM cloud_inventory.${table}`,
      );
      all.push("SELECT 'job', data->>'customer' || '/' || (data->>'name') FROM pgboss.job");
      all.push("SELECT 'lease', account_digest FROM cloud_inventory.account_leases");
      const { rows } = await pool.query<{ place: string; whose: string }>(`${all.join(" UNION ")} ORDER BY 1, 2`);
      return rows;
    };
    const before = await left();
    const forgetProd = () => forget(pool, { customer: "acme", name: "prod" });
    await expect(forgetProd()).rejects.toThrow("acme/prod is being read by worker; wait for its end");
    // Another one of the customer that is read keeps nobody.
    await pool.query("UPDATE cloud_inventory.account_leases SET expires_at = now() WHERE account_digest = 'acme/prod'");
    // An inventory, a scope, a resource that went, its change, a credential's end, two links, a memory and a lease.
    expect(await forgetProd()).toEqual({ runs: 2, jobs: 1, others: 9 });
    expect(await left()).toEqual(before.filter(({ whose }) => whose !== "acme/prod"));
    const { rows } = await pool.query(
      "SELECT array(SELECT digest FROM cloud_inventory.memories) AS memories, array(SELECT role::text FROM cloud_inventory.readers) AS readers",
    );
    expect(rows).toEqual([{ memories: ["shared"], readers: ["a_reader"] }]);
    expect(await forgetProd()).toEqual({ runs: 0, jobs: 0, others: 0 });
  });
});

/** Every table in which a row mentions a text. */
async function placesWith(client: pg.Client, text: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ place: string }>(
    `SELECT schemaname || '.' || tablename AS place FROM pg_tables WHERE schemaname IN ('cloud_inventory', 'pgboss') ORDER BY 1`,
  );
  const found: string[] = [];
  for (const { place } of rows) {
    const { rowCount } = await client.query(
      `SELECT 1 FROM ${place} AS t WHERE t::text ~ ('\\m' || $1 || '\\M') LIMIT 1`,
      [text],
    );
    if (rowCount === 1) found.push(place);
  }
  return found;
}
