import { noPostgres } from "./postgres.ts";
import { tools } from "./tools.ts";

/** Says once what is not tested. */
export function setup(): void {
  if (noPostgres !== undefined) console.warn(`Tests that need a database are skipped: ${noPostgres}.`);
  const absent = Object.entries(tools).filter(([, isThere]) => !isThere);
  for (const [tool] of absent) console.warn(`Tests that need ${tool} are skipped: it is not installed.`);
}
