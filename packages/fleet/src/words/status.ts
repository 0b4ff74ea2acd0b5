import { type ExitCode, exitCodes, type ParsedOptions, print, type Terminal } from "cloud-inventory-plugin/fleet";
import { type FleetStatus, statusOf } from "../jobs/status.ts";
import { instantOption } from "./enqueue.ts";
import { withEngine } from "./with-engine.ts";

/** What came of a night, and what is still to come. */
export async function statusWord(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const night = instantOption(options, "night");
  return withEngine(terminal, async ({ pool }) => {
    const status = await statusOf(pool, night);
    await print(terminal, options.has("json") ? `${JSON.stringify(status, null, 2)}\n` : textOf(status));
    return exitCodes.complete;
  });
}

function textOf({ queue, night, workers, schedules }: FleetStatus): string {
  const lines = [
    `queue: ${queue.waiting} waiting, ${queue.active} being read, ${queue.deadLetters} dead letters`,
    `workers at an account: ${workers.length === 0 ? "none" : workers.map(({ worker, accounts }) => `${worker} (${accounts})`).join(", ")}`,
    ...schedules.map(({ cron, timeZone, next }) => `schedule: ${cron} ${timeZone}, next at ${next}`),
  ];
  if (night === undefined) return `${[...lines, "no inventory was ever read"].join("\n")}\n`;
  const states = Object.entries(night.states).map(([state, count]) => `${count} ${state}`);
  lines.push(`night ${night.at}: ${[...states, `${night.running} running`].join(", ")}`);
  for (const { customer, name, state, reason } of night.notComplete)
    lines.push(`  ${customer}/${name}: ${state}: ${reason}`);
  if (night.untold > 0) lines.push(`  and ${night.untold} more`);
  return `${lines.join("\n")}\n`;
}
