import { abortError, asInventoryError } from "../../../inventory/errors.ts";
import { openStore } from "../../fleet/open-store.ts";
import { pruneSnapshots } from "../../fleet/retention.ts";
import type { SnapshotStore } from "../../fleet/snapshot-store.ts";
import { numberOption, type ParsedOptions, usage } from "../arguments.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { say, type Terminal } from "../terminal.ts";
import { counted } from "./counted.ts";
import { type FleetEngine, loadFleetEngine } from "./engine.ts";
import { keepOption } from "./run.ts";
import { snapshotsOption } from "./work-on-fleet.ts";

/** Removes old snapshots of every inventory, and what is old in the database. */
export async function pruneFleetCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const keep = keepOption(options);
  const days = numberOption(options, "days", 1);
  if (keep === undefined && (days === undefined || options.has("snapshots"))) {
    throw usage("--keep N is missing: how many snapshots of each inventory stay");
  }
  // What is wrong with either is said before anything is removed.
  const store =
    keep === undefined ? undefined : await openStore(snapshotsOption(options), terminal, { makesFolder: false });
  const engine = days === undefined ? undefined : await loadFleetEngine(terminal, "fleet prune --days");
  const claim = await store?.claim();
  try {
    if (engine !== undefined && days !== undefined) await pruneDatabase(engine, days, terminal);
    if (store === undefined || keep === undefined) return exitCodes.complete;
    return await pruneStore(store, keep, terminal);
  } finally {
    await claim?.release();
  }
}

async function pruneDatabase(engine: FleetEngine, days: number, terminal: Terminal): Promise<void> {
  const { runs, changes, resources } = await engine.prune(days, terminal);
  say(
    terminal,
    `removed from the database ${counted(runs, "run")}, ${counted(changes, "change")} and ${counted(resources, "gone resource")}`,
  );
}

async function pruneStore(store: SnapshotStore, keep: number, terminal: Terminal): Promise<ExitCode> {
  let removed = 0;
  let hasFailed = false;
  for (const owner of await store.owners()) {
    if (terminal.signal.aborted) throw abortError(terminal.signal);
    try {
      removed += (await pruneSnapshots(store, owner, keep)).length;
    } catch (thrown) {
      hasFailed = true;
      say(terminal, `error: ${owner.customer}/${owner.name}: nothing was removed: ${asInventoryError(thrown).message}`);
    }
  }
  say(terminal, `removed ${counted(removed, "snapshot")}`);
  return hasFailed ? exitCodes.failure : exitCodes.complete;
}
