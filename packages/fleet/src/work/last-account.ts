import type pg from "pg";
import { schema } from "../database/connect.ts";
import type { InventoryJobData } from "../jobs/inventory-job.ts";

/** Whose account an inventory was when somebody looked last. */
export interface LastAccount {
  readonly accountDigest: string;
  /** Whether a worker is there now. */
  readonly isHeld: boolean;
}

/**
 * Looks whose account an inventory was when it was read last, or else when its job had to wait.
 *
 * @returns undefined where nothing ever told whose it is.
 */
export async function lastAccountOf(
  pool: pg.Pool,
  { customer, name, account }: InventoryJobData,
): Promise<LastAccount | undefined> {
  const { rows } = await pool.query<LastAccount>(
    `WITH read AS (
       SELECT account_digest FROM ${schema}.runs WHERE customer = $1 AND name = $2 AND account IS NOT NULL ORDER BY night DESC LIMIT 1)
     SELECT account_digest AS "accountDigest", coalesce(expires_at > clock_timestamp(), false) AS "isHeld"
     FROM (SELECT coalesce((SELECT account_digest FROM read), $3) AS account_digest) AS last
     LEFT JOIN ${schema}.account_leases USING (account_digest) WHERE account_digest IS NOT NULL`,
    [customer, name, account],
  );
  return rows[0];
}
