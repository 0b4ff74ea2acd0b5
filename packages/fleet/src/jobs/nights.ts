import { asInventoryError, type FleetEntry, isTimeZone, usage } from "cloud-inventory-plugin/fleet";
import { Cron } from "croner";
import type pg from "pg";
import { schema } from "../database/connect.ts";
import { inTransaction } from "../database/transaction.ts";

/** When inventories are asked for: five fields of cron, in a time zone. */
export interface NightSchedule {
  readonly cron: string;
  readonly timeZone: string;
}

/** What stands for the schedules of entries that say none. */
export interface DefaultSchedule {
  readonly cron?: string | undefined;
  readonly timeZone: string;
}

/** A schedule that has come to its instant, and has not been asked for. */
export interface DueNight extends NightSchedule {
  readonly by: DefaultSchedule;
  readonly at: Date;
}

/** The schedule of an entry; undefined where neither it nor anybody says one. */
export function scheduleOf(
  { schedule, timeZone }: Pick<FleetEntry, "schedule" | "timeZone">,
  by: DefaultSchedule,
): NightSchedule | undefined {
  const cron = schedule ?? by.cron;
  return cron === undefined ? undefined : { cron, timeZone: timeZone ?? by.timeZone };
}

/**
 * The last instant of a schedule after one and at or before another: a worker that was late reads the night that was meant. A time of day
 * that a change of clocks leaves out is as much later, and one that comes twice counts the first time.
 *
 * @returns undefined where there is none.
 */
export function lastNight(schedule: NightSchedule, after: Date, now: Date): Date | undefined {
  const cron = parsed(schedule);
  let last: Date | undefined;
  for (let next = cron.nextRun(after); next !== null && next <= now; next = cron.nextRun(next)) last = next;
  return last;
}

/**
 * The next instant of a schedule.
 *
 * @throws InventoryError INVALID_CONFIG where it cannot be read, or never comes.
 */
export function nextNight(schedule: NightSchedule, now: Date): Date {
  const next = parsed(schedule).nextRun(now);
  if (next === null) throw unusable(schedule, "it never comes");
  return next;
}

function parsed(schedule: NightSchedule): Cron {
  // An empty one would be that of the machine.
  if (!isTimeZone(schedule.timeZone)) throw unusable(schedule, "there is no such time zone; Europe/Paris is one");
  try {
    return new Cron(schedule.cron, { timezone: schedule.timeZone, mode: "5-part", paused: true });
  } catch (thrown) {
    // The library begins with its own name.
    throw unusable(schedule, thrown instanceof Error ? thrown.message.replace(/^Cron\w*: /, "") : "it cannot be read");
  }
}

function unusable({ cron, timeZone }: NightSchedule, why: string): Error {
  return usage(`the schedule ${cron} (${timeZone}) cannot be used: ${why}`);
}

/**
 * Keeps these schedules and no others. One that is new begins with its next instant.
 *
 * @throws InventoryError INVALID_CONFIG naming one that cannot be read; nothing is changed then.
 */
export async function keepSchedules(
  pool: pg.Pool,
  schedules: readonly NightSchedule[],
  by: DefaultSchedule,
): Promise<void> {
  const now = new Date();
  for (const schedule of schedules) nextNight(schedule, now);
  await inTransaction(pool, async (client) => {
    const [crons, timeZones] = [schedules.map(({ cron }) => cron), schedules.map(({ timeZone }) => timeZone)];
    await client.query(
      `DELETE FROM ${schema}.schedules WHERE (cron, time_zone) NOT IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
      [crons, timeZones],
    );
    await client.query(
      `INSERT INTO ${schema}.schedules (cron, time_zone, default_cron, default_time_zone, last_night)
       SELECT cron, time_zone, $3, $4, clock_timestamp() FROM unnest($1::text[], $2::text[]) AS given (cron, time_zone)
       ON CONFLICT (cron, time_zone) DO UPDATE
         SET default_cron = EXCLUDED.default_cron, default_time_zone = EXCLUDED.default_time_zone`,
      [crons, timeZones, by.cron, by.timeZone],
    );
  });
}

/** All schedules that are kept. */
export async function keptSchedules(pool: pg.Pool): Promise<readonly NightSchedule[]> {
  const { rows } = await pool.query<NightSchedule>(
    `SELECT cron, time_zone AS "timeZone" FROM ${schema}.schedules ORDER BY time_zone, cron`,
  );
  return rows;
}

/**
 * The nights that have come, by the database's clock: of each schedule the last one alone, however many nobody was up for. A clock
 * that is set back brings none again.
 *
 * @param unusable told of a schedule that this machine cannot read, such as one in a time zone that it does not know; the others come.
 * @returns these, and all schedules that are kept.
 */
export async function dueNights(
  pool: pg.Pool,
  unusable: (reason: string) => void,
): Promise<{ readonly due: readonly DueNight[]; readonly kept: readonly NightSchedule[] }> {
  const { rows } = await pool.query<
    NightSchedule & { defaultCron: string | null; defaultTimeZone: string; lastNight: Date; now: Date }
  >(
    `SELECT cron, time_zone AS "timeZone", default_cron AS "defaultCron", default_time_zone AS "defaultTimeZone",
       last_night AS "lastNight", clock_timestamp() AS now FROM ${schema}.schedules`,
  );
  const due = rows.flatMap(({ cron, timeZone, defaultCron, defaultTimeZone, lastNight: before, now }) => {
    let at: Date | undefined;
    try {
      at = lastNight({ cron, timeZone }, before, now);
    } catch (thrown) {
      unusable(asInventoryError(thrown).message);
    }
    if (at === undefined) return [];
    return [{ cron, timeZone, by: { cron: defaultCron ?? undefined, timeZone: defaultTimeZone }, at }];
  });
  return { due, kept: rows };
}

/** Says that the inventories of a night were asked for. Whoever did so as well asked for the same. */
export async function settleNight(pool: pg.Pool, { cron, timeZone, at }: DueNight): Promise<void> {
  await pool.query(
    `UPDATE ${schema}.schedules SET last_night = $3 WHERE cron = $1 AND time_zone = $2 AND last_night < $3`,
    [cron, timeZone, at],
  );
}

/** Whether an entry runs by a schedule. */
export function isSame(one: NightSchedule | undefined, other: NightSchedule): boolean {
  return one?.cron === other.cron && one.timeZone === other.timeZone;
}
