import {
  type ExitCode,
  exitCodes,
  type ParsedOptions,
  print,
  readFleet,
  say,
  type Terminal,
  usage,
} from "cloud-inventory-plugin/fleet";
import { type DefaultSchedule, keepSchedules, type NightSchedule, nextNight, scheduleOf } from "../jobs/nights.ts";
import { withEngine } from "./with-engine.ts";

/** Says when the inventories of a fleet are asked for: each by the schedule of its entry, or by the one that stands for all. */
export async function scheduleWord(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const by: DefaultSchedule = { cron: options.one("cron"), timeZone: options.one("time-zone") ?? "UTC" };
  const fleet = await readFleet(options.words[1] ?? "");
  for (const { where, reason } of fleet.refused) say(terminal, `warning: ${where}: ${reason}`);
  const counts = new Map<string, { readonly schedule: NightSchedule; count: number }>();
  const never: string[] = [];
  for (const entry of fleet.entries) {
    const schedule = scheduleOf(entry, by);
    if (schedule === undefined) {
      never.push(`${entry.customer}/${entry.name}`);
      continue;
    }
    const key = `${schedule.cron}\n${schedule.timeZone}`;
    const counted = counts.get(key) ?? { schedule, count: 0 };
    counted.count += 1;
    counts.set(key, counted);
  }
  if (counts.size === 0) throw usage("no entry of the fleet says a schedule; --cron '0 2 * * *' is one for all");
  const all = [...counts.values()];
  return withEngine(terminal, async ({ pool }) => {
    await keepSchedules(
      pool,
      all.map(({ schedule }) => schedule),
      by,
    );
    const now = new Date();
    const lines = all.map(({ schedule, count }) => {
      const { cron, timeZone } = schedule;
      return `${cron}  ${timeZone}  ${count} inventories, next at ${nextNight(schedule, now).toISOString()}\n`;
    });
    await print(terminal, lines.join(""));
    if (never.length > 0)
      say(
        terminal,
        `warning: nothing says when these run: ${never.slice(0, 10).join(", ")}${never.length > 10 ? `, and ${never.length - 10} more` : ""}`,
      );
    return exitCodes.complete;
  });
}
