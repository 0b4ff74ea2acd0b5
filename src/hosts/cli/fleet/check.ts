import { preflightLimits } from "../../../preflight/preflight.ts";
import { checkEntry } from "../../fleet/check-entry.ts";
import { openEntry } from "../../fleet/open-entry.ts";
import type { ParsedOptions } from "../arguments.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";
import { workOnFleet } from "./work-on-fleet.ts";

/** Asks whether every credential of a fleet will do for its next run. */
export async function checkFleetCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  return workOnFleet(options, terminal, async (surroundings) => {
    const impatient = { ...surroundings, limits: preflightLimits };
    return {
      open: (entry) => openEntry(entry, impatient),
      run: (entry, opened) => checkEntry(entry, opened, impatient),
    };
  });
}
