import type { Forgotten } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { schema } from "../database/connect.ts";

const tables = ["resource_changes", "resources", "scopes", "credential_ends", "inventories"];

/**
 * Removes all that the catalogue knows of a customer, and who sees it, or of one of its inventories; runs are not a part of it.
 *
 * @param client whose transaction it is.
 * @returns how many rows there were.
 */
export async function forgetInCatalogue(client: pg.ClientBase, { customer, name }: Forgotten): Promise<number> {
  let removed = 0;
  for (const table of tables) {
    const { rowCount } = await client.query(
      `DELETE FROM ${schema}.${table} WHERE customer = $1 AND name = coalesce($2, name)`,
      [customer, name],
    );
    removed += rowCount ?? 0;
  }
  if (name !== undefined) return removed;
  const { rowCount } = await client.query(`DELETE FROM ${schema}.readers WHERE customer = $1`, [customer]);
  return removed + (rowCount ?? 0);
}
