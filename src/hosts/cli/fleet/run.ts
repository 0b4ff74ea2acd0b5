import { openEntry } from "../../fleet/open-entry.ts";
import { openStore } from "../../fleet/open-store.ts";
import { withRetention } from "../../fleet/retention.ts";
import { type RunParts, runEntry } from "../../fleet/run-entry.ts";
import { numberOption, type ParsedOptions, usage } from "../arguments.ts";
import type { ExitCode } from "../exit-codes.ts";
import type { Terminal } from "../terminal.ts";
import { snapshotsOption, workOnFleet } from "./work-on-fleet.ts";

/** Reads every inventory of a fleet, and keeps a snapshot of each. */
export async function runFleetCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const keep = keepOption(options);
  const deadline = numberOption(options, "deadline", 0.001);
  const place = snapshotsOption(options);
  return workOnFleet(options, terminal, async (surroundings) => {
    const store = await openStore(place, terminal, { makesFolder: true });
    const { lost, release } = await store.claim();
    const signal = AbortSignal.any([terminal.signal, lost]);
    const parts: RunParts = {
      ...surroundings,
      terminal: { ...terminal, signal },
      store,
      ...(deadline === undefined ? {} : { deadlineMs: deadline * 1000 }),
    };
    return {
      open: (entry) => openEntry(entry, parts),
      run: async (entry, opened) => withRetention(await runEntry(entry, opened, parts), store, keep),
      close: release,
    };
  });
}

/** How many snapshots of each inventory are kept; all when absent. */
export function keepOption(options: ParsedOptions): number | undefined {
  const keep = numberOption(options, "keep", 1);
  if (keep !== undefined && !Number.isInteger(keep)) throw usage("--keep must be a whole number");
  return keep;
}
