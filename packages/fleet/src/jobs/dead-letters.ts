import type pg from "pg";
import { schema } from "../database/connect.ts";
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
    `INSERT INTO ${schema}.runs AS run (customer, name, night, inventory, account_digest, token, worker, ended_at, state, exit_code, reason, result)
     SELECT customer, letter.name, night, '', '', nextval('${schema}.lease_tokens'), $1, clock_timestamp(), 'failed', 1, $2,
       jsonb_build_object('name', letter.name, 'customer', customer, 'tags', '[]'::jsonb, 'where', '', 'state', 'failed', 'exitCode', 1,
         'reason', $2::text, 'warnings', '[]'::jsonb, 'credentialEnds', '[]'::jsonb)
     FROM (SELECT DISTINCT data->>'customer' AS customer, data->>'name' AS name, (data->>'night')::timestamptz AS night
       FROM ${bossSchema}.job WHERE name = $3 AND created_on > now() - interval '1 day') AS letter
     WHERE NOT EXISTS (SELECT 1 FROM ${schema}.runs AS ended
       WHERE ended.customer = letter.customer AND ended.name = letter.name AND ended.night = letter.night AND ended.state IS NOT NULL)
     ON CONFLICT (customer, name, night) DO UPDATE
       SET token = EXCLUDED.token, worker = EXCLUDED.worker, ended_at = EXCLUDED.ended_at, state = EXCLUDED.state,
           exit_code = EXCLUDED.exit_code, reason = EXCLUDED.reason, result = EXCLUDED.result
       -- A worker that stood still, and goes on in time, ends it itself.
       WHERE run.state IS NULL
         AND NOT EXISTS (SELECT 1 FROM ${schema}.account_leases WHERE token = run.token AND expires_at > clock_timestamp())
     RETURNING customer, name, night`,
    [worker, reason, deadLetterQueue],
  );
  return rows.map(({ customer, name, night }) => ({ customer, name, night: night.toISOString(), reason }));
}
