import type { InventoryResult } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { schema } from "../database/connect.ts";
import { holdRun, type RunToken } from "../database/fence.ts";
import { storableJson, storableText } from "../database/storable.ts";
import { inTransaction } from "../database/transaction.ts";
import type { InventoryJobData } from "../jobs/inventory-job.ts";
import type { AccountLease } from "./lease.ts";

/** One attempt at an inventory of a night, as the database knows it. */
export interface RunRecord extends RunToken {
  /** Where an attempt before this one wrote its snapshot, or was about to, when it was cut off. */
  readonly leftover: string | undefined;
  /**
   * Does something that nobody else may do while the attempt is the newest.
   *
   * @throws StaleWriter where another one has begun, or another worker has the account: nothing was done.
   */
  fenced<Result>(write: (client: pg.PoolClient) => Promise<Result>): Promise<Result>;
  /** @throws StaleWriter */
  end(result: InventoryResult): Promise<void>;
}

/** States that no further attempt of the night changes. */
const finalStates = "('complete', 'incomplete', 'refused', 'misconfigured')";

/**
 * Begins an attempt.
 *
 * @returns undefined where the night of this inventory has ended already.
 */
export async function beginRun(
  pool: pg.Pool,
  { customer, name, night }: InventoryJobData,
  about: { readonly inventory: string; readonly account: string | undefined; readonly worker: string },
  { token, accountDigest }: Pick<AccountLease, "token" | "accountDigest">,
): Promise<RunRecord | undefined> {
  const { rows } = await pool.query<{ runId: string; leftover: string | null }>(
    `INSERT INTO ${schema}.runs AS run (customer, name, night, inventory, account, account_digest, token, worker)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (customer, name, night) DO UPDATE
       SET inventory = EXCLUDED.inventory, account = EXCLUDED.account, account_digest = EXCLUDED.account_digest,
           token = EXCLUDED.token, worker = EXCLUDED.worker, attempts = run.attempts + 1, started_at = clock_timestamp(),
           ended_at = NULL, state = NULL, exit_code = NULL, reason = NULL, result = NULL
       WHERE (run.state IS NULL OR run.state NOT IN ${finalStates}) AND run.token < EXCLUDED.token
     RETURNING run_id AS "runId", snapshot AS leftover`,
    [customer, name, night, about.inventory, about.account, accountDigest, token, about.worker],
  );
  const [begun] = rows;
  if (begun === undefined) return undefined;
  const { runId, leftover } = begun;
  const fenced: RunRecord["fenced"] = (write) =>
    inTransaction(pool, async (client) => {
      await holdRun(client, { runId, token });
      return write(client);
    });
  return {
    runId,
    token,
    leftover: leftover ?? undefined,
    fenced,
    async end(result) {
      await fenced((client) =>
        client.query(
          `UPDATE ${schema}.runs SET ended_at = clock_timestamp(), state = $2, exit_code = $3, reason = $4, snapshot = $5, result = $6
           WHERE run_id = $1`,
          [
            runId,
            result.state,
            result.exitCode,
            storableText(result.reason ?? "") || null,
            result.run?.snapshot,
            storable(result),
          ],
        ),
      );
    },
  };
}

/** Keeps what came of an inventory that could not be opened: nobody was at its account. */
export async function recordUnopened(
  pool: pg.Pool,
  { customer, name, night }: InventoryJobData,
  worker: string,
  result: InventoryResult,
): Promise<void> {
  await pool.query(
    `INSERT INTO ${schema}.runs AS run (customer, name, night, inventory, account_digest, token, worker, ended_at, state, exit_code, reason, result)
     VALUES ($1, $2, $3, $4, '', nextval('${schema}.lease_tokens'), $5, clock_timestamp(), $6, $7, $8, $9)
     ON CONFLICT (customer, name, night) DO UPDATE
       SET token = EXCLUDED.token, worker = EXCLUDED.worker, attempts = run.attempts + 1, ended_at = EXCLUDED.ended_at,
           state = EXCLUDED.state, exit_code = EXCLUDED.exit_code, reason = EXCLUDED.reason, result = EXCLUDED.result
       WHERE run.state IS NULL OR run.state NOT IN ${finalStates}`,
    [
      customer,
      name,
      night,
      result.inventory ?? "",
      worker,
      result.state,
      result.exitCode,
      storableText(result.reason ?? "") || null,
      storable(result),
    ],
  );
}

function storable(result: InventoryResult): string {
  return storableJson(JSON.stringify(result));
}
