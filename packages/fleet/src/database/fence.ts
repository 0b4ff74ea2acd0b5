import { InventoryError } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { schema } from "./connect.ts";

/** One attempt at an inventory of a night: whoever has the newest token may write. */
export interface RunToken {
  readonly runId: string;
  readonly token: string;
}

/** A worker that was overtaken while it stood still: what it has to say is not written. */
export class StaleWriter extends InventoryError {
  constructor() {
    super("UNAVAILABLE", "another worker has the inventory: nothing of this attempt was written");
  }
}

/**
 * Holds a run until the transaction ends, so that no attempt at it begins in the middle.
 *
 * @param lease `SHARE` holds the account's lease as well, for what takes a moment. `KEY SHARE` lets it be renewed meanwhile: a long
 *   transaction would otherwise lose it.
 * @throws StaleWriter where another attempt has begun, or another worker has the account.
 */
export async function holdRun(
  client: pg.ClientBase,
  { runId, token }: RunToken,
  lease: "SHARE" | "KEY SHARE" = "SHARE",
): Promise<void> {
  const { rowCount } = await client.query({
    name: `hold run ${lease}`,
    text: `SELECT 1 FROM ${schema}.runs JOIN ${schema}.account_leases USING (account_digest, token)
     WHERE run_id = $1 AND token = $2 AND expires_at > clock_timestamp() FOR UPDATE OF runs FOR ${lease} OF account_leases`,
    values: [runId, token],
  });
  if (rowCount !== 1) throw new StaleWriter();
}

/** Holds a customer until the transaction ends, so that nobody takes a lease for it in the middle. */
export async function holdCustomer(client: pg.ClientBase, customer: string): Promise<void> {
  await client.query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`cloud-inventory customer ${customer}`]);
}
