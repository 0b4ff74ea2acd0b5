import {
  asInventoryError,
  counted,
  type ExitCode,
  exitCodes,
  type FleetEntry,
  type ParsedOptions,
  print,
  readFleet,
  say,
  type Terminal,
  usage,
} from "cloud-inventory-plugin/fleet";
import { type DefaultSchedule, keepSchedules, type NightSchedule, nextNight, scheduleOf } from "../jobs/nights.ts";
import { withEngine } from "./with-engine.ts";

/** A schedule, and the entries that have it. */
interface Scheduled {
  readonly schedule: NightSchedule;
  readonly entries: FleetEntry[];
}

/** Says when the inventories of a fleet are asked for: each by the schedule of its entry, or by the one that stands for all. */
export async function scheduleWord(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const by: DefaultSchedule = { cron: options.one("cron"), timeZone: options.one("time-zone") ?? "UTC" };
  // What is said for all is refused once, and not with each entry.
  nextNight({ ...by, cron: by.cron ?? "0 0 * * *" }, new Date());
  const fleet = await readFleet(options.words[1] ?? "");
  for (const { where, reason } of fleet.refused) say(terminal, `warning: ${where}: ${reason}`);
  const never: FleetEntry[] = [];
  const all = new Map<string, Scheduled>();
  for (const entry of fleet.entries) {
    const schedule = scheduleOf(entry, by);
    if (schedule === undefined) {
      never.push(entry);
      continue;
    }
    const key = `${schedule.cron}\n${schedule.timeZone}`;
    const known = all.get(key) ?? { schedule, entries: [] };
    known.entries.push(entry);
    all.set(key, known);
  }
  if (all.size === 0) throw usage("no entry of the fleet says a schedule; --cron '0 2 * * *' is one for all");
  const usable = [...all.values()].filter(({ schedule, entries }) => {
    const why = whyUnusable(schedule);
    if (why !== undefined) say(terminal, `warning: ${named(entries)}: ${why}`);
    return why === undefined;
  });
  if (usable.length === 0) throw usage("no entry of the fleet has a schedule that can be used");
  if (never.length > 0) say(terminal, `warning: nothing says when these run: ${named(never)}`);
  await withEngine(terminal, ({ pool }) =>
    keepSchedules(
      pool,
      usable.map(({ schedule }) => schedule),
      by,
    ),
  );
  const now = new Date();
  const lines = usable.map(({ schedule, entries }) => {
    const next = nextNight(schedule, now).toISOString();
    return `${schedule.cron}  ${schedule.timeZone}  ${counted(entries.length, "inventory", "inventories")}, next at ${next}\n`;
  });
  await print(terminal, lines.join(""));
  const isAll = fleet.refused.length === 0 && never.length === 0 && usable.length === all.size;
  return isAll ? exitCodes.complete : exitCodes.usage;
}

function whyUnusable(schedule: NightSchedule): string | undefined {
  try {
    nextNight(schedule, new Date());
    return undefined;
  } catch (thrown) {
    return asInventoryError(thrown).message;
  }
}

/** Some of them, by name. */
function named(entries: readonly FleetEntry[]): string {
  const names = entries.slice(0, 10).map(({ customer, name }) => `${customer}/${name}`);
  return `${names.join(", ")}${entries.length > names.length ? `, and ${entries.length - names.length} more` : ""}`;
}
