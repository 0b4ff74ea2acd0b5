import type pg from "pg";
import { schema } from "../database/connect.ts";

const tables = ["resource_changes", "resources", "scopes", "credential_ends", "inventories"];

/**
 * Removes all that the catalogue knows of a customer; its runs are not a part of it. What its roles may see stays
 * said: a role that nothing is said of may name any customer.
 *
 * @param client whose transaction it is.
 */
export async function forgetCustomerInCatalogue(client: pg.ClientBase, customer: string): Promise<void> {
  for (const table of tables) await client.query(`DELETE FROM ${schema}.${table} WHERE customer = $1`, [customer]);
}
