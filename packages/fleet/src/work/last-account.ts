import type pg from "pg";
import { schema } from "../database/connect.ts";
import type { InventoryJobData } from "../jobs/inventory-job.ts";

/** Whose account an inventory was when it was read last. */
export interface LastAccount {
  readonly accountDigest: string;
  /** Whether a worker is there now. */
  readonly isHeld: boolean;
}

/** @returns undefined where nothing ever told whose it is. */
export async function lastAccountOf(
  pool: pg.Pool,
  { customer, name }: Pick<InventoryJobData, "customer" | "name">,
): Promise<LastAccount | undefined> {
  const { rows } = await pool.query<LastAccount>(
    `SELECT account_digest AS "accountDigest", coalesce(expires_at > clock_timestamp(), false) AS "isHeld"
     FROM ${schema}.runs LEFT JOIN ${schema}.account_leases USING (account_digest)
     WHERE runs.customer = $1 AND name = $2 AND account IS NOT NULL ORDER BY night DESC LIMIT 1`,
    [customer, name],
  );
  return rows[0];
}
