import type pg from "pg";
import { describe, expect, it } from "vitest";
import { openDatabase } from "../src/database/connect.ts";
import { migrate } from "../src/database/migrate.ts";
import { migrations } from "../src/database/migrations/index.ts";
import { freshDatabase, noPostgres, usePostgres } from "./postgres.ts";

interface TableContent {
  /** The type of each column. */
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: Readonly<Record<string, unknown>>;
}

/** What is in the tables of a fleet, but that of the migrations. */
async function contentOf(pool: pg.Pool): Promise<Readonly<Record<string, TableContent>>> {
  const { rows } = await pool.query<{ name: string; columns: Record<string, string> }>(
    `SELECT table_name AS name, jsonb_object_agg(column_name, data_type) AS columns FROM information_schema.columns
     JOIN information_schema.tables USING (table_schema, table_name)
     WHERE table_schema = 'cloud_inventory' AND table_type = 'BASE TABLE' AND table_name <> 'migrations' GROUP BY table_name`,
  );
  const content: Record<string, TableContent> = {};
  for (const { name, columns } of rows) {
    const { rows } = await pool.query(`SELECT to_jsonb(one) AS row FROM cloud_inventory.${name} AS one ORDER BY one`);
    content[name] = { columns, rows: Object.fromEntries(rows.map(({ row }, index) => [index, row])) };
  }
  return content;
}

/** An inventory, and two kinds of it: the last run looked at one of them. */
const ofVersion2 = `
INSERT INTO cloud_inventory.inventories (customer, name, inventory, first_run, last_run, last_run_id)
  VALUES ('acme', 'prod', 'ovh', '2026-01-01T02:00:01Z', '2026-01-02T02:00:01Z', 2);
INSERT INTO cloud_inventory.scopes (scope_key, customer, name, kind, scope, outcome, accepted, not_granted, read_at, run_id)
  VALUES (gen_random_uuid(), 'acme', 'prod', 'before', 'account', 'completed', false, false, '2026-01-01T02:00:05Z', 1),
    (gen_random_uuid(), 'acme', 'prod', 'last', 'account', 'completed', false, false, '2026-01-02T02:00:05Z', 2);`;

const columnsOf = (content: Readonly<Record<string, TableContent>>) =>
  Object.fromEntries(Object.entries(content).map(([name, { columns }]) => [name, columns]));

describe.skipIf(noPostgres !== undefined)("the tables of a fleet", () => {
  const postgres = usePostgres();

  it("are made once, by whoever comes first", async () => {
    const pool = await openDatabase({ DATABASE_URL: await freshDatabase(postgres) });
    const made = await Promise.all([migrate(pool), migrate(pool), migrate(pool)]);
    expect(made.toSorted()).toEqual([0, 0, migrations.length]);
    await pool.end();
  });

  it("keep what an earlier version wrote, and gain what a later one needs", async () => {
    const pool = await openDatabase({ DATABASE_URL: await freshDatabase(postgres) });
    await migrate(pool, 1);
    await pool.query(`
      INSERT INTO cloud_inventory.account_leases VALUES ('digest', 7, 'acme', 'worker', now());
      INSERT INTO cloud_inventory.runs (customer, name, night, inventory, account, account_digest, token, worker, state, result)
        VALUES ('acme', 'prod', '2026-01-01T02:00:00Z', 'ovh', 'account-1', 'digest', 7, 'worker', 'complete', '{"tags": ["env=prod"]}');
      INSERT INTO cloud_inventory.schedules VALUES ('0 2 * * *', 'Europe/Paris', NULL, 'UTC', '2026-01-01T02:00:00Z');
      INSERT INTO cloud_inventory.memories VALUES ('digest', 'ovh', 'account-1', '{}');`);
    let before = await contentOf(pool);
    for (let version = 2; version <= migrations.length; version += 1) {
      expect(await migrate(pool, version)).toBe(1);
      const after = await contentOf(pool);
      // No table, column or row is taken away, and no column becomes another.
      expect(after).toMatchObject(before);
      if (version === 2) await pool.query(ofVersion2);
      before = await contentOf(pool);
    }
    const { rows: looks } = await pool.query("SELECT kind, looked_at FROM cloud_inventory.scopes ORDER BY looked_at");
    expect(looks).toEqual([
      { kind: "before", looked_at: new Date("2026-01-01T02:00:05Z") },
      { kind: "last", looked_at: new Date("2026-01-02T02:00:01Z") },
    ]);
    const { rows: left } = await pool.query("SELECT kind, outcome FROM cloud_inventory.incomplete");
    expect(left).toEqual([{ kind: "before", outcome: "no-longer-looked-at" }]);
    const { rows } = await pool.query("SELECT * FROM cloud_inventory.memory_inventories");
    expect(rows).toEqual([{ digest: "digest", customer: "acme", name: "prod" }]);
    const fresh = await openDatabase({ DATABASE_URL: await freshDatabase(postgres) });
    await migrate(fresh);
    expect(columnsOf(await contentOf(fresh))).toEqual(columnsOf(before));
    await fresh.end();
    await pool.end();
  });

  it("are refused where a newer program made them", async () => {
    const pool = await openDatabase({ DATABASE_URL: await freshDatabase(postgres) });
    await migrate(pool);
    await pool.query("INSERT INTO cloud_inventory.migrations VALUES (999, 'of tomorrow')");
    await expect(migrate(pool)).rejects.toThrow(/are of version 999, and this program knows/);
    await pool.end();
  });
});
