import { abortError, asInventoryError } from "../../../inventory/errors.ts";
import { openStore } from "../../fleet/open-store.ts";
import { pruneSnapshots } from "../../fleet/retention.ts";
import { type ParsedOptions, usage } from "../arguments.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { say, type Terminal } from "../terminal.ts";
import { keepOption } from "./run.ts";
import { snapshotsOption } from "./work-on-fleet.ts";

/** Removes old snapshots of every inventory. */
export async function pruneFleetCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const keep = keepOption(options);
  if (keep === undefined) throw usage("--keep N is missing: how many snapshots of each inventory stay");
  const store = await openStore(snapshotsOption(options), terminal, { makesFolder: false });
  const claim = await store.claim();
  try {
    let removed = 0;
    let hasFailed = false;
    for (const owner of await store.owners()) {
      if (terminal.signal.aborted) throw abortError(terminal.signal);
      try {
        removed += (await pruneSnapshots(store, owner, keep)).length;
      } catch (thrown) {
        hasFailed = true;
        say(
          terminal,
          `error: ${owner.customer}/${owner.name}: nothing was removed: ${asInventoryError(thrown).message}`,
        );
      }
    }
    say(terminal, `removed ${removed === 1 ? "1 snapshot" : `${removed} snapshots`}`);
    return hasFailed ? exitCodes.failure : exitCodes.complete;
  } finally {
    await claim.release();
  }
}
