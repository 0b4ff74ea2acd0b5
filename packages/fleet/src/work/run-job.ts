import {
  asInventoryError,
  exitCodes,
  type FleetEntry,
  type FleetSurroundings,
  failedEntry,
  type InventoryResult,
  type OpenedEntry,
  openEntry,
  openMemoryAt,
  refusedEntry,
  runEntry,
  type SnapshotStore,
  withRetention,
} from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { mergeSnapshot } from "../catalogue/merge-snapshot.ts";
import { asJobError } from "../database/database-errors.ts";
import { StaleWriter } from "../database/fence.ts";
import { callNext, type InventoryJobData, roomOfCustomer, turnAtAccount, type Wait } from "../jobs/inventory-job.ts";
import { databaseMemory } from "./database-memory.ts";
import { fencedStore, removeLeftover } from "./fenced-store.ts";
import type { FleetSource } from "./fleet-source.ts";
import { lastAccountOf } from "./last-account.ts";
import { type AccountLease, digestOfAccount, hasRoom, takeLease } from "./lease.ts";
import { beginRun, hasEnded, type RunRecord, recordUnopened } from "./run-record.ts";

/** What a worker does its jobs with. */
export interface WorkerParts {
  readonly pool: pg.Pool;
  readonly fleet: FleetSource;
  readonly store: SnapshotStore;
  readonly surroundings: FleetSurroundings;
  /** Tells this worker from others, in what people look at. */
  readonly worker: string;
  readonly perCustomer: number;
  readonly deadlineMs?: number | undefined;
  /** How many snapshots of an inventory are kept; all when absent. */
  readonly keep?: number | undefined;
}

/** What becomes of a job. */
export type Settlement = (
  | {
      /** The night of the inventory has ended, now or before. */
      readonly type: "ended";
    }
  | {
      /** It goes back to the queue, and spends no attempt. */
      readonly type: "back";
      readonly delaySeconds: number;
      /** What it waits for, which may come sooner. */
      readonly wait?: Wait;
      readonly why: string;
      /** Whether somebody has to look after it. */
      readonly isTrouble?: true;
    }
  | {
      /** It is tried again, so many times as the queue allows; or no further attempt would mend it. */
      readonly type: "failed" | "dead";
      readonly reason: string;
    }
) & {
  /** What came of the inventory; absent where nothing did. */
  readonly result?: InventoryResult;
  /** Of its attempt, where one was begun. */
  readonly runId?: string;
};

/** Long enough that those who wait do not keep the others from the queue. Most are called sooner. */
const waitSeconds = { account: 30, customer: 30, overtaken: 5, fleet: 30 };

/** Reads the inventory of a job, while no other worker is at its account. Never throws. */
export async function runJob(job: InventoryJobData, parts: WorkerParts, stop: AbortSignal): Promise<Settlement> {
  try {
    return await attempt(job, parts, stop);
  } catch (thrown) {
    if (stop.aborted) return stopped;
    return { type: "failed", reason: asJobError(thrown).message };
  }
}

const stopped: Settlement = { type: "back", delaySeconds: 0, why: "the worker was stopped" };

async function attempt(job: InventoryJobData, parts: WorkerParts, stop: AbortSignal): Promise<Settlement> {
  const { pool, worker, perCustomer, fleet } = parts;
  if (stop.aborted) return stopped;
  if (await hasEnded(pool, job)) return { type: "ended" };
  if (!(await hasRoom(pool, job.customer, perCustomer))) return waitingForRoom(job, job.account);
  const last = await lastAccountOf(pool, job);
  // Nobody is asked for a secret, and no cloud for an account, in vain.
  if (last?.isHeld === true) return waitingFor(last.accountDigest);
  let entry: Awaited<ReturnType<FleetSource["find"]>>;
  try {
    entry = await fleet.find(job);
  } catch (thrown) {
    // A folder that is not mounted now holds what it held: no inventory of it has failed.
    const why = `the fleet cannot be read: ${asInventoryError(thrown).message}`;
    return { type: "back", delaySeconds: waitSeconds.fleet, why, isTrouble: true };
  }
  if ("mayPass" in entry) {
    const { mayPass, ...refused } = entry;
    const result = refusedEntry({ ...refused, customer: job.customer, name: job.name });
    if (!mayPass) return settleUnopened(job, parts, result);
    return settleUnopened(job, parts, { ...result, state: "failed", exitCode: exitCodes.failure });
  }
  const terminal = { ...parts.surroundings.terminal, signal: stop };
  let opened: OpenedEntry;
  try {
    ({ opened } = await openEntry(entry, { ...parts.surroundings, terminal }));
  } catch (thrown) {
    if (stop.aborted) return stopped;
    return settleUnopened(job, parts, failedEntry(entry, thrown));
  }
  if (stop.aborted) return stopped;
  // A cloud that did not say whose it is, such as one that is being asked too much, does not make it another account.
  const isUntold = opened.account === undefined && last !== undefined;
  const accountDigest = isUntold ? last.accountDigest : digestOfAccount(opened.accountKey);
  const lease = await takeLease(pool, { accountDigest, job, worker, perCustomer });
  // Nobody asks for it any more: its customer may be forgotten.
  if (lease === "gone") return { type: "ended" };
  if (lease === "full") return waitingForRoom(job, accountDigest);
  if (lease === "held") return waitingFor(accountDigest);
  try {
    return await runWith(lease, job, entry, opened, parts, stop);
  } finally {
    // What is not released ends by itself, and whoever is not called looks again.
    await lease
      .release()
      .then(() => callNext(pool, turnAtAccount(accountDigest)))
      .then(() => callNext(pool, roomOfCustomer(job.customer)))
      .catch(() => {});
  }
}

const waitingFor = (account: string): Settlement => ({
  type: "back",
  delaySeconds: waitSeconds.account,
  wait: { waitsFor: turnAtAccount(account), account },
  why: "another inventory of the account is being read",
});

const waitingForRoom = (job: InventoryJobData, account: string | undefined): Settlement => ({
  type: "back",
  delaySeconds: waitSeconds.customer,
  wait: { waitsFor: roomOfCustomer(job.customer), ...(account === undefined ? {} : { account }) },
  why: "as many inventories of the customer are read as may be",
});

async function runWith(
  lease: AccountLease,
  job: InventoryJobData,
  entry: FleetEntry,
  opened: OpenedEntry,
  parts: WorkerParts,
  stop: AbortSignal,
): Promise<Settlement> {
  const { pool, worker, surroundings, deadlineMs, keep } = parts;
  const { inventory } = entry;
  const { account } = opened;
  const run = await beginRun(pool, job, { inventory, account, worker }, lease);
  if (run === undefined) return { type: "ended" };
  const signal = AbortSignal.any([stop, lease.lost]);
  const store = fencedStore(parts.store, run);
  try {
    await removeLeftover(store, entry, run);
    const read = await withRetention(
      await runEntry(entry, opened, {
        ...surroundings,
        terminal: { ...surroundings.terminal, signal },
        // The pace of an account is the database's to tell: another worker may have been there since.
        learned: new Map(),
        store,
        ...(deadlineMs === undefined ? {} : { deadlineMs }),
        openMemory: (_, account, tell) =>
          openMemoryAt(databaseMemory(pool, run, { inventory, account }), account, { ...opened.inventory, tell }),
      }),
      store,
      keep,
    );
    const result = signal.aborted ? read : await catalogued(read, job, run, parts, signal);
    return { ...(await settle(run, result, stop, lease)), runId: run.runId };
  } catch (thrown) {
    if (thrown instanceof StaleWriter) return { ...overtaken, runId: run.runId };
    return { ...(await settle(run, failedEntry(entry, asJobError(thrown)), stop, lease)), runId: run.runId };
  }
}

/**
 * Brings what was read into the catalogue. What it does not take stays a snapshot, and the entry is at fault: its account is another
 * one than the catalogue has by this name. What it cannot take now stays one until it is tried again.
 *
 * @throws StaleWriter
 */
async function catalogued(
  result: InventoryResult,
  { customer, name }: InventoryJobData,
  { runId, token }: RunRecord,
  { pool, store }: WorkerParts,
  signal: AbortSignal,
): Promise<InventoryResult> {
  const { run: read, tags } = result;
  if (read?.snapshot === undefined) return result;
  const { snapshot: place, startedAt } = read;
  try {
    await store.withFile({ place, startedAt }, (path) =>
      mergeSnapshot(pool, { runId, token, customer, name, tags }, path, signal),
    );
    return result;
  } catch (thrown) {
    if (thrown instanceof StaleWriter) throw thrown;
    const { code, message } = asJobError(thrown);
    const isOfEntry = code === "INVALID_CONFIG";
    return isOfEntry
      ? { ...result, state: "misconfigured", exitCode: exitCodes.usage, reason: message }
      : {
          ...result,
          state: "failed",
          exitCode: exitCodes.failure,
          reason: `it was read, but the catalogue does not have it: ${message}`,
        };
  }
}

const overtaken: Settlement = {
  type: "back",
  delaySeconds: waitSeconds.overtaken,
  why: "its lease was lost, or another worker has the inventory",
};

async function settle(
  run: RunRecord,
  result: InventoryResult,
  stop: AbortSignal,
  { lost }: AccountLease,
): Promise<Settlement> {
  if (stop.aborted) return stopped;
  if (lost.aborted) return overtaken;
  await run.end(result);
  return settlementOf(result);
}

async function settleUnopened(
  job: InventoryJobData,
  { pool, worker }: WorkerParts,
  result: InventoryResult,
): Promise<Settlement> {
  await recordUnopened(pool, worker, [{ job, result, isAttempt: true }]);
  return settlementOf(result);
}

/** A credential that is refused and an entry that cannot be used stay as they are, however often they are tried. */
function settlementOf(result: InventoryResult): Settlement {
  const { state, reason = "no reason was given" } = result;
  if (state === "complete" || state === "incomplete") return { type: "ended", result };
  if (state === "refused" || state === "misconfigured") return { type: "dead", reason, result };
  return { type: "failed", reason, result };
}
