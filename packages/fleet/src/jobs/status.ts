import type pg from "pg";
import { schema } from "../database/connect.ts";
import { bossSchema, deadLetterQueue, inventoryQueue } from "./boss.ts";
import { keptSchedules, type NightSchedule, nextNight } from "./nights.ts";

/** What a fleet's database says of its work. */
export interface FleetStatus {
  readonly queue: { readonly waiting: number; readonly active: number; readonly deadLetters: number };
  /** Workers that are at an account, and at how many. */
  readonly workers: readonly { readonly worker: string; readonly accounts: number }[];
  readonly schedules: readonly (NightSchedule & { readonly next: string })[];
  /** Absent where no inventory was ever read. */
  readonly night?: NightStatus;
}

/** What came of a night. */
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
  /** How many of these are not told. */
  readonly untold: number;
}

const mostTold = 1000;

/** @param night the last one when absent. */
export async function statusOf(pool: pg.Pool, night?: Date): Promise<FleetStatus> {
  const [queue, workers, schedules, ofNight] = await Promise.all([
    queueOf(pool),
    workersOf(pool),
    schedulesOf(pool),
    nightOf(pool, night),
  ]);
  return { queue, workers, schedules, ...(ofNight === undefined ? {} : { night: ofNight }) };
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
    `SELECT worker, count(*)::int AS accounts FROM ${schema}.account_leases WHERE expires_at > clock_timestamp()
     GROUP BY worker ORDER BY worker`,
  );
  return rows;
}

async function schedulesOf(pool: pg.Pool): Promise<FleetStatus["schedules"]> {
  const now = new Date();
  const all = await keptSchedules(pool);
  return all.map((schedule) => ({ ...schedule, next: nextNight(schedule, now).toISOString() }));
}

async function nightOf(pool: pg.Pool, night: Date | undefined): Promise<NightStatus | undefined> {
  const { rows: nights } = await pool.query<{ at: Date | null }>(
    `SELECT coalesce($1::timestamptz, max(night)) AS at FROM ${schema}.runs`,
    [night ?? null],
  );
  const at = nights[0]?.at;
  if (at == null) return undefined;
  const { rows: counts } = await pool.query<{ state: string | null; count: number }>(
    `SELECT state, count(*)::int AS count FROM ${schema}.runs WHERE night = $1 GROUP BY state ORDER BY state`,
    [at],
  );
  const { rows: notComplete } = await pool.query<NightStatus["notComplete"][number]>(
    `SELECT customer, name, state, coalesce(reason, '') AS reason FROM ${schema}.runs
     WHERE night = $1 AND state <> 'complete' ORDER BY customer, name LIMIT ${mostTold}`,
    [at],
  );
  const states = Object.fromEntries(counts.flatMap(({ state, count }) => (state === null ? [] : [[state, count]])));
  const { complete = 0, ...others } = states;
  const all = Object.values(others).reduce((sum, count) => sum + count, 0);
  return {
    at: at.toISOString(),
    states: complete === 0 ? others : { complete, ...others },
    running: counts.find(({ state }) => state === null)?.count ?? 0,
    notComplete,
    untold: all - notComplete.length,
  };
}
