import { createHash } from "node:crypto";
import { type FleetEntry, usage } from "cloud-inventory-plugin/fleet";
import { CronExpressionParser } from "cron-parser";
import type { PgBoss } from "pg-boss";
import { nightQueue } from "./boss.ts";

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

/** The schedule of an entry; undefined where neither it nor anybody says one. */
export function scheduleOf(
  { schedule, timeZone }: Pick<FleetEntry, "schedule" | "timeZone">,
  by: DefaultSchedule,
): NightSchedule | undefined {
  const cron = schedule ?? by.cron;
  return cron === undefined ? undefined : { cron, timeZone: timeZone ?? by.timeZone };
}

/**
 * The instant that a schedule last came to, at or before another: a worker that was late reads the night that was meant.
 * A time of day that a change of clocks leaves out comes an hour later; one that comes twice counts the first time.
 */
export function lastNight({ cron, timeZone }: NightSchedule, now: Date): Date {
  // What is asked for is before its time by definition: a millisecond more includes it.
  return parsed({ cron, timeZone }, new Date(now.getTime() + 1))
    .prev()
    .toDate();
}

/** The next instants of a schedule. */
export function nextNight({ cron, timeZone }: NightSchedule, now: Date): Date {
  return parsed({ cron, timeZone }, now).next().toDate();
}

function parsed({ cron, timeZone }: NightSchedule, currentDate: Date) {
  try {
    return CronExpressionParser.parse(cron, { tz: timeZone, currentDate });
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : "it cannot be read";
    throw usage(`the schedule ${cron} (${timeZone}) cannot be used: ${why}`);
  }
}

/**
 * Keeps these schedules and no others.
 *
 * @throws InventoryError INVALID_CONFIG naming one that cannot be read; nothing is changed then.
 */
export async function keepSchedules(
  boss: PgBoss,
  schedules: readonly NightSchedule[],
  by: DefaultSchedule,
): Promise<void> {
  const now = new Date();
  for (const schedule of schedules) nextNight(schedule, now);
  const keys = new Set(schedules.map(keyOf));
  for (const { key } of await boss.getSchedules(nightQueue)) {
    if (!keys.has(key)) await boss.unschedule(nightQueue, key);
  }
  for (const { cron, timeZone } of schedules) {
    await boss.schedule(
      nightQueue,
      cron,
      { cron, timeZone, by },
      {
        tz: timeZone,
        key: keyOf({ cron, timeZone }),
        // A night that nobody was up for is caught up on, once.
        missed: "once",
      },
    );
  }
}

/** Without what a key may not hold. */
function keyOf({ cron, timeZone }: NightSchedule): string {
  return createHash("sha256").update(`${cron}\n${timeZone}`).digest("hex").slice(0, 32);
}

export function isSame(one: NightSchedule | undefined, other: NightSchedule): boolean {
  return one?.cron === other.cron && one.timeZone === other.timeZone;
}
