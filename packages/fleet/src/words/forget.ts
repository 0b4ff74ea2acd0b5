import type { Forgotten, RemovedRows, Terminal } from "cloud-inventory-plugin/fleet";
import { forget } from "../jobs/forget.ts";
import { withEngine } from "./with-engine.ts";

/**
 * Removes what the database has of a customer, or of one of its inventories.
 *
 * @throws InventoryError INVALID_CONFIG where one that is meant is being read now.
 */
export function forgetInDatabase(forgotten: Forgotten, terminal: Terminal): Promise<RemovedRows> {
  return withEngine(terminal, ({ pool }) => forget(pool, forgotten));
}
