import { setTimeout as sleep } from "node:timers/promises";
import type { Fleet } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import type { PgBoss } from "pg-boss";
import { asDatabaseError } from "../database/database-errors.ts";
import { heartbeatSeconds, inventoryQueue } from "../jobs/boss.ts";
import { endLost } from "../jobs/dead-letters.ts";
import {
  bury,
  enqueue,
  giveBack,
  hastenLost,
  type InventoryJob,
  type InventoryJobData,
  type InventoryName,
  inventoriesWithRuns,
  isSuspect,
  keyOf,
} from "../jobs/inventory-job.ts";
import { dueNights, isSame, scheduleOf, settleNight } from "../jobs/nights.ts";
import { placeThatMayHold } from "./fleet-source.ts";
import { fullCustomers } from "./lease.ts";
import { runJob, type Settlement, type WorkerParts } from "./run-job.ts";

/** What a worker tells of its work. */
export interface WorkerNews {
  /** The loop goes round: at least every few seconds, whatever the jobs do. */
  moved(): void;
  started(job: InventoryJobData): void;
  /** @param isLast whether the queue does not try it again, where it failed. */
  settled(job: InventoryJobData, settlement: Settlement, isLast: boolean): void;
  /** The database did not take what became of a job: another worker has it, once this one does not beat for it any more. */
  unsettled(job: InventoryJobData, reason: string): void;
  /** A night that has come, and how many inventories of it are new. */
  night(at: Date, asked: number): void;
  /** What went wrong beside the jobs, such as a database that is away. */
  trouble(message: string): void;
}

export interface WorkerLimits {
  readonly atOnce: number;
}

const idleMs = 1000;
const beatEveryMs = (heartbeatSeconds * 1000) / 4;
/** How often nights that have come are looked for, and jobs that no worker ended. */
const lookEveryMs = 10_000;
/** How long a job waits that may have ended workers, while another such one is read. */
const besideSuspectSeconds = 5;
/** A database that is away is asked again. */
const awayMs = 2000;

/**
 * Does jobs until it is stopped: it fetches as many as there are places free, and gives back what it has when it is stopped.
 *
 * @param stop ends it; jobs that are under way end within a second and go back to the queue.
 */
export async function work(
  boss: PgBoss,
  parts: WorkerParts,
  { atOnce }: WorkerLimits,
  news: WorkerNews,
  stop: AbortSignal,
): Promise<void> {
  const active = new Map<InventoryJob, Promise<void>>();
  const begin = (job: InventoryJob): void => {
    news.started(job.data);
    const done = runJob(job.data, parts, stop)
      .then(async (settlement) => {
        await settle(boss, parts, job, settlement);
        news.settled(job.data, settlement, job.retryCount >= job.retryLimit);
      })
      .catch((thrown: unknown) => news.unsettled(job.data, asDatabaseError(thrown).message))
      .finally(() => active.delete(job));
    active.set(job, done);
  };
  const beat = async (): Promise<void> => {
    const attempts = [...active.keys()].map(({ id, retryCount }) => ({ id, retryCount }));
    if (attempts.length > 0) await boss.touch(inventoryQueue, attempts);
  };
  const beating = setInterval(() => void beat().catch(() => {}), beatEveryMs);
  const trouble = (thrown: unknown): void => news.trouble(asDatabaseError(thrown).message);
  // What one of these meets, such as a folder that cannot be read when a night comes, keeps neither the others nor the jobs.
  const looks = [() => takeNights(boss, parts, news), () => hastenLost(parts.pool), () => tellLost(parts, news)];
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  try {
    while (!stop.aborted) {
      news.moved();
      try {
        if (performance.now() - lookedAtMs > lookEveryMs) {
          for (const look of looks) await look().catch(trouble);
          lookedAtMs = performance.now();
        }
        const free = atOnce - active.size;
        const jobs =
          free === 0
            ? []
            : await boss.fetch<InventoryJobData>(inventoryQueue, {
                batchSize: free,
                includeMetadata: true,
                // Else the many of one customer would be fetched and given back over and over, before those of others.
                ignoreGroups: await fullCustomers(parts.pool, parts.perCustomer),
              });
        const suspects = jobs.filter(isSuspect);
        const waiting = [...active.keys()].some(isSuspect) ? suspects : suspects.slice(1);
        // Before any is begun: what ends this process must not find them here.
        for (const job of waiting) await giveBack(parts.pool, job, besideSuspectSeconds).catch(trouble);
        for (const job of jobs) if (!waiting.includes(job)) begin(job);
        if (jobs.length < free || free === 0) await untilFreeOrIdle(active, stop);
      } catch (thrown) {
        trouble(thrown);
        await pause(awayMs, stop);
      }
    }
    await Promise.all(active.values());
  } finally {
    clearInterval(beating);
  }
}

async function settle(boss: PgBoss, { pool }: WorkerParts, job: InventoryJob, settlement: Settlement): Promise<void> {
  const { id, retryCount } = job;
  if (settlement.type === "back") return giveBack(pool, job, settlement.delaySeconds, settlement.wait);
  if (settlement.type === "dead") return bury(boss, pool, job, settlement.reason);
  if (settlement.type === "failed") {
    await boss.fail(inventoryQueue, { id, retryCount }, { reason: settlement.reason });
    return;
  }
  await boss.complete(inventoryQueue, { id, retryCount });
}

/**
 * Asks for the inventories of nights that have come. A night that cannot be asked for now is tried again. What cannot be read is asked for
 * too, so that the night says what is wrong with it.
 */
async function takeNights(boss: PgBoss, { fleet, pool }: WorkerParts, news: WorkerNews): Promise<void> {
  const { due, kept } = await dueNights(pool, news.trouble);
  for (const night of due) {
    const found = await fleet.readAgain();
    for (const entry of found.entries) {
      const schedule = scheduleOf(entry, night.by);
      if (schedule !== undefined && !kept.some((one) => isSame(schedule, one))) {
        news.trouble(`${keyOf(entry.customer, entry.name)} has a schedule that is not kept: call fleet schedule again`);
      }
    }
    const chosen = found.entries.filter((entry) => isSame(scheduleOf(entry, night.by), night));
    const asked = await enqueue(boss, pool, [...chosen, ...(await unreadOf(found, pool, news))], night.at);
    await settleNight(pool, night);
    news.night(night.at, asked);
  }
}

/** The inventories that a fleet may hold where it cannot be read: those that are named, and those that were asked for before. */
async function unreadOf(fleet: Fleet, pool: pg.Pool, news: WorkerNews): Promise<readonly InventoryName[]> {
  const named = fleet.refused.flatMap(({ name, customer = name }) =>
    name === undefined || customer === undefined ? [] : [{ name, customer }],
  );
  const unnamed = fleet.refused.filter(({ name }) => name === undefined);
  for (const { where, reason } of unnamed) news.trouble(`${where}: ${reason}`);
  if (unnamed.length === 0) return named;
  const told = new Set([...fleet.entries, ...named].map(({ customer, name }) => keyOf(customer, name)));
  const missing = (await inventoriesWithRuns(pool)).filter(
    ({ customer, name }) => !told.has(keyOf(customer, name)) && placeThatMayHold(fleet, customer) !== undefined,
  );
  return [...named, ...missing];
}

async function tellLost({ pool, worker }: WorkerParts, news: WorkerNews): Promise<void> {
  for (const { reason, ...job } of await endLost(pool, worker)) news.settled(job, { type: "dead", reason }, true);
}

async function untilFreeOrIdle(active: ReadonlyMap<unknown, Promise<void>>, stop: AbortSignal): Promise<void> {
  await Promise.race([pause(idleMs, stop), ...active.values()]);
}

async function pause(milliseconds: number, stop: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal: stop }).catch(() => {});
}
