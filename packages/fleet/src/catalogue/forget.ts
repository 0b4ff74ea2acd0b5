import type pg from "pg";
import { schema } from "../database/connect.ts";

const tables = ["resource_changes", "resources", "scopes", "credential_ends", "inventories", "readers"];

/**
 * Removes all that the catalogue knows of a customer, and who sees it; its runs are not a part of it.
 *
 * @param client whose transaction it is.
 * @returns how many rows there were.
 */
export async function forgetCustomerInCatalogue(client: pg.ClientBase, customer: string): Promise<number> {
  let removed = 0;
  for (const table of tables) {
    const { rowCount } = await client.query(`DELETE FROM ${schema}.${table} WHERE customer = $1`, [customer]);
    removed += rowCount ?? 0;
  }
  return removed;
}
