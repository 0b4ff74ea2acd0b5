import {
  chosenEntries,
  counted,
  type ExitCode,
  exitCodes,
  type ParsedOptions,
  readFleet,
  say,
  type Terminal,
} from "cloud-inventory-plugin/fleet";
import { enqueue } from "../jobs/inventory-job.ts";
import { pastInstantOption } from "./instant.ts";
import { withEngine } from "./with-engine.ts";

/** Asks for every chosen inventory of a fleet, once a night, of whichever worker is free. */
export async function enqueueWord(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const named = pastInstantOption(options, "night");
  const night = named ?? new Date();
  const fleet = chosenEntries(await readFleet(options.words[1] ?? ""), options.all("only"));
  for (const { where, reason } of fleet.refused) say(terminal, `warning: ${where}: ${reason}`);
  return withEngine(terminal, async ({ boss, pool }) => {
    const asked = await enqueue(boss, pool, fleet.entries, night);
    const before = fleet.entries.length - asked;
    const known = before === 0 ? "" : `; ${before} had been asked for before`;
    const other = named === undefined ? "; asking again is for another night, unless --night names this one" : "";
    const inventories = counted(asked, "inventory", "inventories");
    say(terminal, `asked for ${inventories} of the night ${night.toISOString()}${known}${other}`);
    return fleet.refused.length > 0 ? exitCodes.usage : exitCodes.complete;
  });
}
