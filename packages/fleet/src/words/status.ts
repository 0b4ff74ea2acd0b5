import {
  counted,
  type ExitCode,
  exitCodes,
  type ParsedOptions,
  print,
  say,
  type Terminal,
} from "cloud-inventory-plugin/fleet";
import { customersAlone } from "../database/row-security.ts";
import { type FleetStatus, statusOf } from "../jobs/status.ts";
import { instantOption } from "./instant.ts";
import { withDatabase } from "./with-database.ts";

// Nobody reads more of a text; a program reads JSON.
const mostTold = 1000;

/** What came of the last nights, or of one, and what is still to come. It reads alone: tables are made by others. */
export async function statusWord(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const night = instantOption(options, "night");
  const status = await withDatabase(terminal, (pool) => statusOf(pool, night), { connections: 5 });
  await print(terminal, options.has("json") ? `${JSON.stringify(status, null, 2)}\n` : textOf(status, night));
  if (status.isPartial) say(terminal, `note: ${customersAlone}`);
  return exitCodes.complete;
}

function textOf({ queue, nights, workers, schedules }: FleetStatus, asked: Date | undefined): string {
  const lines = [
    `queue: ${queue.waiting} waiting, ${queue.active} being read, ${counted(queue.deadLetters, "dead letter")}`,
    `workers: ${workers.length === 0 ? "none that the database shows" : workers.map(workerText).join(", ")}`,
    ...schedules.map((schedule) =>
      "next" in schedule
        ? `schedule: ${schedule.cron} ${schedule.timeZone}, next at ${schedule.next}`
        : `schedule: ${schedule.unusable}`,
    ),
  ];
  if (nights.length === 0) {
    lines.push(asked === undefined ? "no inventory was ever read" : `night ${asked.toISOString()}: nothing was begun`);
  }
  let left = mostTold;
  for (const { at, states, running, notComplete } of nights) {
    const ended = Object.entries(states).map(([state, count]) => `${count} ${state}`);
    lines.push(`night ${at}: ${[...ended, `${running} running`].join(", ")}`);
    for (const { customer, name, state, reason } of notComplete.slice(0, left))
      lines.push(`  ${customer}/${name}: ${state}: ${reason}`);
    if (notComplete.length > left) lines.push(`  and ${notComplete.length - left} more: --json names all`);
    left = Math.max(left - notComplete.length, 0);
  }
  return `${lines.join("\n")}\n`;
}

function workerText({ worker, accounts }: FleetStatus["workers"][number]): string {
  return `${worker} (${accounts === 0 ? "idle" : counted(accounts, "account")})`;
}
