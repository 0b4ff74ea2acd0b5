import { createHash } from "node:crypto";
import type { FleetEntry } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import type { JobWithMetadata, PgBoss } from "pg-boss";
import { schema } from "../database/connect.ts";
import { bossSchema, inventoryQueue } from "./boss.ts";

export type InventoryName = Pick<FleetEntry, "customer" | "name">;

/** What a job says: which inventory, and of which night. Its config is where the workers have it, and never in the database. */
export interface InventoryJobData extends InventoryName {
  /** RFC 3339: the instant that was scheduled, or that somebody asked at. */
  readonly night: string;
  /** A digest of whose account it is, where a worker found out before the job had to wait. */
  readonly account?: string;
  readonly waitsFor?: string;
}
/** Why a job goes back to the queue until it is called: another one is at its account, or its customer has no room. */
export type Wait = Required<Pick<InventoryJobData, "waitsFor">> & Pick<InventoryJobData, "account">;
export type InventoryJob = JobWithMetadata<InventoryJobData>;

/** What pg-boss notes of a job whose worker did not beat for it any more. */
const heartbeatTimeout = "job heartbeat timeout";
/** Unknown ones may be long. */
const unknownSeconds = 1_000_000;
const mostAtOnce = 1000;

/**
 * Asks for inventories of a night, the longest first by their last run. One that was asked for already is not asked for again.
 *
 * @returns how many are new.
 */
export async function enqueue(
  boss: PgBoss,
  pool: pg.Pool,
  entries: readonly InventoryName[],
  night: Date,
): Promise<number> {
  const seconds = await lastSeconds(pool);
  const jobs = entries.map(({ customer, name }) => ({
    id: jobId(customer, name, night),
    data: { customer, name, night: night.toISOString() } satisfies InventoryJobData,
    singletonKey: keyOf(customer, name),
    group: { id: customer },
    priority: seconds.get(keyOf(customer, name)) ?? unknownSeconds,
  }));
  let asked = 0;
  for (let from = 0; from < jobs.length; from += mostAtOnce) {
    const inserted = await boss.insert(inventoryQueue, jobs.slice(from, from + mostAtOnce), { returnId: true });
    asked += inserted?.length ?? 0;
  }
  return asked;
}

/** Those that somebody asked for before, and that were not forgotten since. */
export async function inventoriesWithRuns(pool: pg.Pool): Promise<readonly InventoryName[]> {
  const { rows } = await pool.query<InventoryName>(`SELECT customer, name FROM ${schema}.inventories_with_runs()`);
  return rows;
}

/** Customers and names are restricted to what a folder may be called, so that a slash stands between them alone. */
export function keyOf(customer: string, name: string): string {
  return `${customer}/${name}`;
}

/** The same for the same inventory and night, whoever asks: a UUID of version 8 (RFC 9562). */
export function jobId(customer: string, name: string, night: Date): string {
  const digest = createHash("sha256")
    .update(`${keyOf(customer, name)}\n${night.toISOString()}`)
    .digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  const hex = digest.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}

/**
 * Whether workers were lost twice while they had a job. It may be what they were lost by, and so may any that was read beside it: two
 * of these are kept apart, so that one that kills its workers does not take the others with it to the dead letters.
 */
export function isSuspect({ retryCount, output }: InventoryJob): boolean {
  return retryCount >= 2 && JSON.stringify(output ?? null).includes(heartbeatTimeout);
}

/** Lets jobs begin again at once whose worker was lost, the first time: it is mostly a machine that has ended. */
export async function hastenLost(pool: pg.Pool): Promise<void> {
  await pool.query(
    `UPDATE ${bossSchema}.job SET start_after = ${bossSchema}.job_now()
     WHERE name = $1 AND state = 'retry' AND retry_count = 0 AND start_after > ${bossSchema}.job_now()
       AND output::text LIKE '%' || $2 || '%'`,
    [inventoryQueue, heartbeatTimeout],
  );
}

async function lastSeconds(pool: pg.Pool): Promise<ReadonlyMap<string, number>> {
  const { rows } = await pool.query<{ customer: string; name: string; seconds: number }>(
    `SELECT run.customer, run.name,
       least(ceil(extract(epoch FROM run.ended_at - run.started_at)), ${unknownSeconds - 1})::int AS seconds
     FROM ${schema}.last_runs() JOIN ${schema}.runs AS run USING (run_id)`,
  );
  return new Map(rows.map(({ customer, name, seconds }) => [keyOf(customer, name), seconds]));
}

/**
 * Gives a job back to the queue, to be begun after a delay. It spends no attempt: pg-boss counts those that were started.
 *
 * @param wait what it waits for: {@link callNext} ends the delay.
 */
export async function giveBack(
  pool: pg.Pool,
  { id, retryCount }: InventoryJob,
  delaySeconds: number,
  wait?: Wait,
): Promise<void> {
  await pool.query(
    `UPDATE ${bossSchema}.job
     SET state = 'created', started_on = NULL, heartbeat_on = NULL, start_after = ${bossSchema}.job_now() + make_interval(secs => $4),
       data = data - 'waitsFor' || $5::jsonb
     WHERE name = $1 AND id = $2 AND retry_count = $3 AND state = 'active'`,
    [inventoryQueue, id, retryCount, delaySeconds, JSON.stringify(wait ?? {})],
  );
}

/** What a job waits for where another one is at its account. */
export function turnAtAccount(accountDigest: string): string {
  return `account ${accountDigest}`;
}

/** What a job waits for where its customer has no room. */
export function roomOfCustomer(customer: string): string {
  return `customer ${customer}`;
}

/** Lets the longest of the jobs begin that wait for something. */
export async function callNext(pool: pg.Pool, waitsFor: string): Promise<void> {
  await pool.query(
    `UPDATE ${bossSchema}.job SET start_after = ${bossSchema}.job_now()
     WHERE name = $1 AND state = 'created' AND id = (
       SELECT id FROM ${bossSchema}.job
       WHERE name = $1 AND state = 'created' AND start_after > ${bossSchema}.job_now() AND data ->> 'waitsFor' = $2
       ORDER BY priority DESC, created_on LIMIT 1 FOR UPDATE SKIP LOCKED)`,
    [inventoryQueue, waitsFor],
  );
}

/** Ends a job that no further attempt would mend: it goes to the dead letters at once. */
export async function bury(boss: PgBoss, pool: pg.Pool, job: InventoryJob, reason: string): Promise<void> {
  const { id, retryCount } = job;
  await pool.query(
    `UPDATE ${bossSchema}.job SET retry_limit = retry_count
     WHERE name = $1 AND id = $2 AND retry_count = $3 AND state = 'active'`,
    [inventoryQueue, id, retryCount],
  );
  await boss.fail(inventoryQueue, { id, retryCount }, { reason });
}
