import { asInventoryError } from "cloud-inventory-plugin/fleet";
import type pg from "pg";
import { schema } from "../database/connect.ts";
import { seesCustomersAlone } from "../database/row-security.ts";
import { bossSchema, deadLetterQueue, inventoryQueue } from "./boss.ts";
import { keptSchedules, type NightSchedule, nextNight } from "./nights.ts";

/** What a fleet's database says of its work. */
export interface FleetStatus {
  readonly queue: { readonly waiting: number; readonly active: number; readonly deadLetters: number };
  /** Workers that are connected or at an account, and at how many. Behind a pooler of connections, idle ones are not seen. */
  readonly workers: readonly { readonly worker: string; readonly accounts: number }[];
  /** `next` is RFC 3339; a schedule that this machine cannot read has the reason instead. */
  readonly schedules: readonly (NightSchedule & ({ readonly next: string } | { readonly unusable: string }))[];
  /** The newest one first. */
  readonly nights: readonly NightStatus[];
  /** Whether who asks sees the rows of some customers alone. */
  readonly isPartial: boolean;
}

/** What came of a night, but for inventories of which a later one is told. */
export interface NightStatus {
  /** RFC 3339 */
  readonly at: string;
  /** How many inventories ended how. */
  readonly states: Readonly<Record<string, number>>;
  /** Inventories that were begun, and have not ended. */
  readonly running: number;
  /** What is not complete, each with its reason. */
  readonly notComplete: readonly {
    readonly customer: string;
    readonly name: string;
    readonly state: string;
    readonly reason: string;
  }[];
}

const workerPrefix = "fleet-worker ";
/** Postgres keeps 63 bytes of what a connection is called. */
const longestWorker = 63 - workerPrefix.length;

/** What a worker's connections are called, by which others see that it is there. A long name keeps its end, which tells it from others. */
export function applicationOf(worker: string): string {
  return `${workerPrefix}${worker.slice(-longestWorker)}`;
}

/**
 * Reads what is told of a fleet.
 *
 * @param night this one alone; when absent, the last run of every inventory in the 24 hours up to the newest night, so that neither one
 *   that was asked for by day nor another schedule hides what came of the others.
 */
export async function statusOf(pool: pg.Pool, night?: Date): Promise<FleetStatus> {
  const [queue, workers, schedules, nights, isPartial] = await Promise.all([
    queueOf(pool),
    workersOf(pool),
    schedulesOf(pool),
    nightsOf(pool, night),
    seesCustomersAlone(pool),
  ]);
  return { queue, workers, schedules, nights, isPartial };
}

async function queueOf(pool: pg.Pool): Promise<FleetStatus["queue"]> {
  const { rows } = await pool.query<FleetStatus["queue"]>(
    `SELECT count(*) FILTER (WHERE name = $1 AND state IN ('created', 'retry'))::int AS waiting,
       count(*) FILTER (WHERE name = $1 AND state = 'active')::int AS active,
       count(*) FILTER (WHERE name = $2 AND state = 'created')::int AS "deadLetters"
     FROM ${bossSchema}.job WHERE name IN ($1, $2)`,
    [inventoryQueue, deadLetterQueue],
  );
  return rows[0] ?? { waiting: 0, active: 0, deadLetters: 0 };
}

async function workersOf(pool: pg.Pool): Promise<FleetStatus["workers"]> {
  const { rows } = await pool.query<{ worker: string; accounts: number }>(
    `SELECT coalesce(held.worker, seen.worker) AS worker, coalesce(accounts, 0) AS accounts
     FROM (
       SELECT worker, count(*)::int AS accounts FROM ${schema}.account_leases
       WHERE expires_at > clock_timestamp() GROUP BY worker
     ) AS held FULL JOIN (
       SELECT DISTINCT substr(application_name, length($1) + 1) AS worker FROM pg_stat_activity
       WHERE datname = current_database() AND starts_with(application_name, $1)
     ) AS seen ON seen.worker = right(held.worker, $2)
     ORDER BY worker`,
    [workerPrefix, longestWorker],
  );
  return rows;
}

async function schedulesOf(pool: pg.Pool): Promise<FleetStatus["schedules"]> {
  const now = new Date();
  const all = await keptSchedules(pool);
  return all.map((schedule) => {
    try {
      return { ...schedule, next: nextNight(schedule, now).toISOString() };
    } catch (thrown) {
      return { ...schedule, unusable: asInventoryError(thrown).message };
    }
  });
}

async function nightsOf(pool: pg.Pool, night: Date | undefined): Promise<readonly NightStatus[]> {
  const { rows } = await pool.query<Omit<NightStatus, "at"> & { readonly at: Date }>(
    `WITH last AS (
       SELECT DISTINCT ON (customer, name) customer, name, night, state, reason FROM ${schema}.runs
       WHERE CASE WHEN $1::timestamptz IS NULL
         THEN night > (SELECT max(night) FROM ${schema}.runs) - interval '24 hours' ELSE night = $1 END
       ORDER BY customer, name, night DESC
     ), counts AS (
       SELECT night, json_object_agg(state, count ORDER BY state <> 'complete', state) AS states
       FROM (SELECT night, state, count(*) FROM last WHERE state IS NOT NULL GROUP BY night, state) AS ended GROUP BY night
     )
     SELECT night AS at, coalesce((SELECT states FROM counts WHERE counts.night = last.night), '{}') AS states,
       count(*) FILTER (WHERE state IS NULL)::int AS running,
       coalesce(
         json_agg(json_build_object('customer', customer, 'name', name, 'state', state, 'reason', coalesce(reason, ''))
           ORDER BY customer, name) FILTER (WHERE state <> 'complete'),
         '[]') AS "notComplete"
     FROM last GROUP BY night ORDER BY night DESC`,
    [night ?? null],
  );
  return rows.map(({ at, ...came }) => ({ at: at.toISOString(), ...came }));
}
