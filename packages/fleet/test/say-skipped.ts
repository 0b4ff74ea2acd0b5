import { noPostgres } from "./postgres.ts";

/** Says once what is not tested. */
export function setup(): void {
  if (noPostgres !== undefined) console.warn(`Tests that need a database are skipped: ${noPostgres}.`);
}
