import type { RemovedRows, Terminal } from "cloud-inventory-plugin/fleet";
import { forgetCustomer } from "../jobs/forget.ts";
import { withEngine } from "./with-engine.ts";

/**
 * Removes what the database has of a customer.
 *
 * @throws InventoryError INVALID_CONFIG where one of its inventories is being read now.
 */
export function forgetInDatabase(customer: string, terminal: Terminal): Promise<RemovedRows> {
  return withEngine(terminal, ({ pool }) => forgetCustomer(pool, customer));
}
