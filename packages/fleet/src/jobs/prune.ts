import type { PrunedRows } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { schema } from "../database/connect.ts";
import { bossSchema, inventoryQueue } from "./boss.ts";

const longestDays = 36_500;

/**
 * Removes what is older than so many days and tells nothing of what is now: runs, changes, resources that are gone, and lists that are no
 * longer looked at and show nothing.
 */
export async function pruneDatabase(pool: pg.Pool, days: number): Promise<PrunedRows> {
  const { rows } = await pool.query<{ before: Date }>("SELECT now() - $1::float8 * interval '1 day' AS before", [
    Math.min(days, longestDays),
  ]);
  const remove = async (sql: string, ...values: readonly string[]): Promise<number> =>
    (await pool.query(`DELETE FROM ${schema}.${sql}`, [rows[0]?.before, ...values])).rowCount ?? 0;
  // The last run of each inventory stays, as do its last with this end and of this account: metrics and the next run look at these.
  const runs = await remove(
    `runs AS run WHERE coalesce(ended_at, started_at) < $1 AND EXISTS (
       SELECT FROM ${schema}.runs AS later
       WHERE later.customer = run.customer AND later.name = run.name AND later.state = run.state
         AND later.exit_code IS NOT DISTINCT FROM run.exit_code AND later.account IS NOT DISTINCT FROM run.account
         AND later.night > run.night AND later.started_at > run.started_at AND later.ended_at > run.ended_at)`,
  );
  // Nobody ends one that was cut off and whose job is there no more.
  const cutOff = await remove(
    `runs AS run WHERE state IS NULL AND started_at < $1 AND EXISTS (
       SELECT FROM ${schema}.runs AS later
       WHERE later.customer = run.customer AND later.name = run.name AND later.account IS NOT DISTINCT FROM run.account
         AND later.night > run.night AND later.started_at > run.started_at)
       AND NOT EXISTS (
         SELECT FROM ${bossSchema}.job
         WHERE job.name = $2 AND job.data ->> 'customer' = run.customer AND job.data ->> 'name' = run.name
           AND (job.data ->> 'night')::timestamptz = run.night)`,
    inventoryQueue,
  );
  const changes = await remove("resource_changes WHERE at < $1");
  const resources = await remove("resources WHERE gone_at < $1");
  await remove(
    `scopes AS scope USING ${schema}.inventories AS inventory
     WHERE inventory.customer = scope.customer AND inventory.name = scope.name
       AND scope.looked_at < inventory.last_run AND scope.looked_at < $1
       AND NOT EXISTS (SELECT FROM ${schema}.resources WHERE resources.scope_key = scope.scope_key)`,
  );
  await remove("account_leases WHERE expires_at < $1");
  return { runs: runs + cutOff, changes, resources };
}
