import type { InventoryResult } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { schema } from "../database/connect.ts";
import { holdRun, type RunToken } from "../database/fence.ts";
import { storableJson, storableText } from "../database/storable.ts";
import { inTransaction } from "../database/transaction.ts";
import { bossSchema, inventoryQueue } from "../jobs/boss.ts";
import { type InventoryJobData, jobId } from "../jobs/inventory-job.ts";
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

/** Holds a job's row until the statement's transaction ends: whoever removes it, with the runs of its customer, comes before or after. */
const holdJob = `SELECT FROM ${bossSchema}.job WHERE job.name = '${inventoryQueue}' AND`;

/** Whether the night of an inventory has ended, and no attempt changes it any more. */
export async function hasEnded(pool: pg.Pool, { customer, name, night }: InventoryJobData): Promise<boolean> {
  const { rowCount } = await pool.query(
    `SELECT FROM ${schema}.runs WHERE customer = $1 AND name = $2 AND night = $3 AND state IN ${finalStates}`,
    [customer, name, night],
  );
  return rowCount === 1;
}

/**
 * Begins an attempt.
 *
 * @returns undefined where the night of this inventory has ended already, or nobody asks for it any more.
 */
export async function beginRun(
  pool: pg.Pool,
  { customer, name, night }: InventoryJobData,
  about: { readonly inventory: string; readonly account: string | undefined; readonly worker: string },
  { token, accountDigest }: Pick<AccountLease, "token" | "accountDigest">,
): Promise<RunRecord | undefined> {
  const { rows } = await pool.query<{ runId: string; leftover: string | null }>(
    `INSERT INTO ${schema}.runs AS run (customer, name, night, inventory, account, account_digest, token, worker)
     SELECT $1, $2, $3::timestamptz, $4, $5, $6, $7::bigint, $8
     WHERE EXISTS (${holdJob} job.id = $9 AND job.state = 'active' FOR KEY SHARE)
     ON CONFLICT (customer, name, night) DO UPDATE
       SET inventory = EXCLUDED.inventory, account = EXCLUDED.account, account_digest = EXCLUDED.account_digest,
           token = EXCLUDED.token, worker = EXCLUDED.worker, attempts = run.attempts + 1, started_at = clock_timestamp(),
           ended_at = NULL, state = NULL, exit_code = NULL, reason = NULL, result = NULL
       WHERE (run.state IS NULL OR run.state NOT IN ${finalStates}) AND run.token < EXCLUDED.token
     RETURNING run_id AS "runId", snapshot AS leftover`,
    [
      customer,
      name,
      night,
      about.inventory,
      about.account,
      accountDigest,
      token,
      about.worker,
      jobId(customer, name, new Date(night)),
    ],
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

/** What came of an inventory at whose account nobody was. */
export interface Unopened {
  readonly job: InventoryJobData;
  readonly result: InventoryResult;
  /** Whether somebody tried, who could not open it; else its attempts were cut off, and nobody ended them. */
  readonly isAttempt: boolean;
}

/**
 * Ends runs without a lease, of jobs that are there. A worker that stood still in the middle of one, and goes on in time, ends it itself.
 *
 * @returns those that are ended now, and were not before.
 */
export async function recordUnopened(
  pool: pg.Pool,
  worker: string,
  all: readonly Unopened[],
): Promise<readonly Unopened[]> {
  const told = all.map(({ job, result, isAttempt }) => ({
    ...job,
    id: jobId(job.customer, job.name, new Date(job.night)),
    inventory: result.inventory ?? "",
    attempts: isAttempt ? 1 : 0,
    state: result.state,
    exit_code: result.exitCode,
    reason: result.reason ?? null,
    result,
  }));
  const { rows } = await pool.query<{ customer: string; name: string; night: Date }>(
    `INSERT INTO ${schema}.runs AS run
       (customer, name, night, inventory, account_digest, token, worker, attempts, ended_at, state, exit_code, reason, result)
     SELECT customer, name, night, inventory, '', nextval('${schema}.lease_tokens'), $2, attempts, clock_timestamp(),
       state, exit_code, nullif(reason, ''), result
     FROM jsonb_to_recordset($1) AS told (id uuid, customer text, name text, night timestamptz, inventory text, attempts int,
       state text, exit_code int, reason text, result jsonb)
     WHERE EXISTS (${holdJob} job.id = told.id AND job.state IN ('active', 'failed') FOR KEY SHARE)
     ON CONFLICT (customer, name, night) DO UPDATE
       SET token = EXCLUDED.token, worker = EXCLUDED.worker, attempts = run.attempts + EXCLUDED.attempts,
         started_at = CASE WHEN EXCLUDED.attempts = 0 THEN run.started_at ELSE EXCLUDED.started_at END,
         ended_at = EXCLUDED.ended_at, state = EXCLUDED.state, exit_code = EXCLUDED.exit_code, reason = EXCLUDED.reason,
         result = EXCLUDED.result
       WHERE (run.state IS NULL OR run.state NOT IN ${finalStates})
         AND NOT EXISTS (SELECT FROM ${schema}.account_leases WHERE token = run.token AND expires_at > clock_timestamp())
     RETURNING customer, name, night`,
    [storableJson(JSON.stringify(told)), worker],
  );
  const ended = new Set(rows.map(({ customer, name, night }) => jobId(customer, name, night)));
  return all.filter(({ job: { customer, name, night } }) => ended.has(jobId(customer, name, new Date(night))));
}

function storable(result: InventoryResult): string {
  return storableJson(JSON.stringify(result));
}
