import type { Terminal } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { type DatabaseOptions, openDatabase } from "../database/connect.ts";
import { asDatabaseError } from "../database/database-errors.ts";

/**
 * Opens the database, and closes it however the word ends.
 *
 * @throws InventoryError in words of ours: INVALID_CONFIG where `DATABASE_URL` names nothing that can be used.
 */
export async function withDatabase<Result>(
  { environment }: Pick<Terminal, "environment">,
  word: (pool: pg.Pool) => Promise<Result>,
  options: DatabaseOptions = {},
): Promise<Result> {
  try {
    const pool = await openDatabase(environment, options);
    try {
      return await word(pool);
    } finally {
      await pool.end();
    }
  } catch (thrown) {
    throw asDatabaseError(thrown);
  }
}
