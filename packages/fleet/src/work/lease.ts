import { createHash } from "node:crypto";
import { InventoryError } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { schema } from "../database/connect.ts";
import { holdCustomer } from "../database/fence.ts";
import { inTransaction } from "../database/transaction.ts";
import { bossSchema, inventoryQueue } from "../jobs/boss.ts";
import { type InventoryJobData, jobId } from "../jobs/inventory-job.ts";

/** The right to be at an account, which one worker has at a time. */
export interface AccountLease {
  /** Rises from lease to lease: whoever has a newer one is the only one that may write. */
  readonly token: string;
  readonly accountDigest: string;
  /** Aborted once the lease may be another's, with an InventoryError as its reason. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

export interface LeaseRequest {
  readonly accountDigest: string;
  /** Whose inventory is read. */
  readonly job: InventoryJobData;
  readonly worker: string;
  /** How many inventories of the customer are read at the same time, by all workers. */
  readonly perCustomer: number;
}

/** A process that was killed holds its account for so long, by the database's clock. */
const leaseSeconds = 20;
const renewEveryMs = 4000;
/** From when a lease that was not renewed is taken for lost, by this process's clock: before the database gives it away. */
const giveUpAfterMs = 14_000;
/** How soon a process that stood still notices. */
const lookEveryMs = 200;

/** Whose account it is, without naming it. */
export function digestOfAccount(accountKey: string): string {
  return createHash("sha256").update(accountKey).digest("hex");
}

/**
 * Takes the turn at an account.
 *
 * @returns why there is none, where another worker is there, the customer has as many as it may, or nobody asks for the job any more.
 */
export async function takeLease(
  pool: pg.Pool,
  request: LeaseRequest,
): Promise<AccountLease | "held" | "full" | "gone"> {
  const { accountDigest } = request;
  let heldSince = performance.now();
  const token = await inTransaction(pool, (client) => insertLease(client, request));
  if (token === "held" || token === "full" || token === "gone") return token;
  const lost = new AbortController();
  const lose = (): void => {
    clearInterval(renewing);
    clearInterval(looking);
    lost.abort(
      new InventoryError(
        "UNAVAILABLE",
        "another worker may have the account: this one did not renew its lease in time",
      ),
    );
  };
  const renew = async (): Promise<void> => {
    const askedAt = performance.now();
    const { rowCount } = await pool.query(
      `UPDATE ${schema}.account_leases SET expires_at = clock_timestamp() + make_interval(secs => ${leaseSeconds})
       WHERE account_digest = $1 AND token = $2 AND expires_at > clock_timestamp()`,
      [accountDigest, token],
    );
    if (rowCount === 0) lose();
    else heldSince = Math.max(heldSince, askedAt);
  };
  // A database that is away for a moment takes nothing: the lease lasts for several of these.
  const renewing = setInterval(() => void renew().catch(() => {}), renewEveryMs);
  const looking = setInterval(() => {
    if (performance.now() - heldSince > giveUpAfterMs) lose();
  }, lookEveryMs);
  return {
    token,
    accountDigest,
    lost: lost.signal,
    async release() {
      clearInterval(renewing);
      clearInterval(looking);
      await pool.query(
        `UPDATE ${schema}.account_leases SET expires_at = clock_timestamp() WHERE account_digest = $1 AND token = $2`,
        [accountDigest, token],
      );
    },
  };
}

/** Whether a customer has room for one more; asked before anything is opened. */
export async function hasRoom(pool: pg.Pool, customer: string, perCustomer: number): Promise<boolean> {
  return (await leasesOf(pool, customer)) < perCustomer;
}

/** Customers that have no room for one more. */
export async function fullCustomers(pool: pg.Pool, perCustomer: number): Promise<string[]> {
  const { rows } = await pool.query<{ customer: string }>(
    `SELECT customer FROM ${schema}.account_leases WHERE expires_at > clock_timestamp()
     GROUP BY customer HAVING count(*) >= $1::float8`,
    [perCustomer],
  );
  return rows.map(({ customer }) => customer);
}

async function insertLease(
  client: pg.PoolClient,
  { accountDigest, job: { customer, name, night }, worker, perCustomer }: LeaseRequest,
): Promise<string> {
  // Those of one customer are counted one after the other.
  await holdCustomer(client, customer);
  // Whoever forgets a customer holds it as well: what is removed by then stays removed.
  const { rowCount: jobs } = await client.query(
    `SELECT FROM ${bossSchema}.job WHERE name = $1 AND id = $2 AND state = 'active'`,
    [inventoryQueue, jobId(customer, name, new Date(night))],
  );
  if (jobs !== 1) return "gone";
  if ((await leasesOf(client, customer)) >= perCustomer) return "full";
  const { rows } = await client.query<{ token: string }>(
    `INSERT INTO ${schema}.account_leases AS held (account_digest, token, customer, worker, expires_at)
     VALUES ($1, nextval('${schema}.lease_tokens'), $2, $3, clock_timestamp() + make_interval(secs => ${leaseSeconds}))
     ON CONFLICT (account_digest) DO UPDATE
       SET token = EXCLUDED.token, customer = EXCLUDED.customer, worker = EXCLUDED.worker, expires_at = EXCLUDED.expires_at
       WHERE held.expires_at <= clock_timestamp()
     RETURNING token`,
    [accountDigest, customer, worker],
  );
  return rows[0]?.token ?? "held";
}

async function leasesOf(client: pg.Pool | pg.PoolClient, customer: string): Promise<number> {
  const { rows } = await client.query<{ held: number }>(
    `SELECT count(*)::int AS held FROM ${schema}.account_leases WHERE customer = $1 AND expires_at > clock_timestamp()`,
    [customer],
  );
  return rows[0]?.held ?? 0;
}
