import type { PrunedRows, Terminal } from "cloud-inventory-plugin/fleet";
import { pruneDatabase } from "../jobs/prune.ts";
import { withEngine } from "./with-engine.ts";

/** Removes what the database has that is older than so many days, and not of the present. */
export function pruneInDatabase(days: number, terminal: Terminal): Promise<PrunedRows> {
  return withEngine(terminal, ({ pool }) => pruneDatabase(pool, days));
}
