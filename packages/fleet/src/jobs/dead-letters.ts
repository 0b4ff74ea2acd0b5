import { exitCodes, type InventoryResult, refusedEntry } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { schema } from "../database/connect.ts";
import { recordUnopened } from "../work/run-record.ts";
import { bossSchema, deadLetterQueue } from "./boss.ts";
import type { InventoryJobData } from "./inventory-job.ts";

const reason = "every attempt was cut off: its worker ended in the middle, or lost the database";

/**
 * Notes that inventories have failed whose last attempt nobody ended: their workers are gone.
 *
 * @returns those that were not noted before, each with its reason.
 */
export async function endLost(
  pool: pg.Pool,
  worker: string,
): Promise<readonly (InventoryJobData & { readonly reason: string })[]> {
  const { rows } = await pool.query<{ customer: string; name: string; night: Date }>(
    `SELECT customer, letter.name, night
     FROM (SELECT DISTINCT data->>'customer' AS customer, data->>'name' AS name, (data->>'night')::timestamptz AS night
       FROM ${bossSchema}.job WHERE name = $1 AND created_on > now() - interval '1 day') AS letter
     WHERE NOT EXISTS (SELECT FROM ${schema}.runs AS ended
       WHERE ended.customer = letter.customer AND ended.name = letter.name AND ended.night = letter.night AND ended.state IS NOT NULL)`,
    [deadLetterQueue],
  );
  if (rows.length === 0) return [];
  const lost = rows.map(({ customer, name, night }) => ({
    job: { customer, name, night: night.toISOString() },
    result: lostResult(customer, name),
    isAttempt: false,
  }));
  return (await recordUnopened(pool, worker, lost)).map(({ job }) => ({ ...job, reason }));
}

function lostResult(customer: string, name: string): InventoryResult {
  return { ...refusedEntry({ customer, name, where: "", reason }), state: "failed", exitCode: exitCodes.failure };
}
