import { usage } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { schema } from "./connect.ts";
import { migrations } from "./migrations/index.ts";
import { inTransaction } from "./transaction.ts";

// One process at a time makes tables; any number, so long as nobody else takes it.
const lockKey = 7_305_813;

/**
 * Brings the tables to the version of this program, forward only.
 *
 * @param upTo how many steps at most; a test begins from an earlier version.
 * @returns how many steps were made.
 * @throws InventoryError INVALID_CONFIG where the tables are of a newer program.
 */
export async function migrate(pool: pg.Pool, upTo = migrations.length): Promise<number> {
  return inTransaction(pool, async (client) => {
    await client.query("SELECT pg_advisory_xact_lock($1)", [lockKey]);
    await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
    await client.query(
      `CREATE TABLE IF NOT EXISTS ${schema}.migrations (
        version int PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`,
    );
    const { rows } = await client.query<{ version: number }>(
      `SELECT coalesce(max(version), 0) AS version FROM ${schema}.migrations`,
    );
    const [{ version } = { version: 0 }] = rows;
    if (version > migrations.length) {
      throw usage(
        `the tables of the database are of version ${version}, and this program knows ${migrations.length}: update it on this machine too`,
      );
    }
    for (const [index, { name, sql }] of migrations.slice(0, upTo).entries()) {
      if (index < version) continue;
      await client.query(sql);
      await client.query(`INSERT INTO ${schema}.migrations (version, name) VALUES ($1, $2)`, [index + 1, name]);
    }
    return Math.max(upTo - version, 0);
  });
}
