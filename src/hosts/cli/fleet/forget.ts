import { shownWord } from "../../../config/nearest.ts";
import { readOperatorSettings } from "../../../config/operator-settings.ts";
import { folderToForgetIn, forgetMemory } from "../../../memory/memory.ts";
import { isName, nameRule } from "../../fleet/entry.ts";
import { type Forgotten, knownOf } from "../../fleet/forget.ts";
import { openStore } from "../../fleet/open-store.ts";
import { type ParsedOptions, usage } from "../arguments.ts";
import { canConfirm, confirm } from "../confirm.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { say, type Terminal } from "../terminal.ts";
import { counted } from "./counted.ts";
import { loadFleetEngine, type RemovedRows } from "./engine.ts";
import { snapshotsOption } from "./work-on-fleet.ts";

/** Removes what a fleet knows of a customer, or of one of its inventories, after asking. */
export async function forgetCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const { environment } = terminal;
  const [, called = ""] = options.words;
  const forgotten = forgottenBy(called);
  if (!options.has("yes") && !canConfirm(terminal)) {
    throw usage("forgetting cannot be undone, and there is no terminal to ask on: --yes confirms it");
  }
  const store = await openStore(snapshotsOption(options), terminal, { makesFolder: false });
  const claim = await store.claim();
  try {
    const before = await knownOf(store, forgotten);
    const unknown = `no snapshot is kept of ${forgotten.name === undefined ? "a customer" : "an inventory"} ${called}`;
    const hasDatabase = Boolean(environment["DATABASE_URL"]);
    if (before.owners.length === 0 && !hasDatabase) throw usage(unknown);
    const inDatabase = hasDatabase ? ", and all that the database has of it" : "";
    const what = `${counted(before.snapshots.length, "snapshot")} of ${called}, and what is remembered of ${counted(before.accounts.length, "account")}${inDatabase}`;
    if (!options.has("yes") && !(await confirm(`Remove ${what}?`, terminal))) {
      say(terminal, "nothing was removed");
      return exitCodes.cancelled;
    }
    const { stateFolder } = readOperatorSettings(environment);
    // Before anything is removed.
    if (before.accounts.length > 0) await folderToForgetIn({ stateFolder, environment });
    const rows = hasDatabase
      ? await (await loadFleetEngine(terminal, "forgetting in DATABASE_URL")).forget(forgotten, terminal)
      : undefined;
    // Workers write without a claim, up to the moment when the database has forgotten; without one, nobody else writes.
    const { owners, snapshots, accounts, shared, damaged } = hasDatabase ? await knownOf(store, forgotten) : before;
    if (owners.length === 0 && rows !== undefined && rows.runs + rows.jobs + rows.others === 0) {
      throw usage(`${unknown}, and the database knows of none`);
    }
    // The memories first: the snapshots say whose they are.
    let removed = 0;
    for (const account of accounts) {
      if (await forgetMemory({ host: "cli", stateFolder, environment }, account)) removed += 1;
    }
    for (const snapshot of snapshots) await store.remove(snapshot);
    for (const owner of owners) await store.clear(owner);
    say(
      terminal,
      `removed ${counted(snapshots.length, "snapshot")} of ${called}, and ${counted(removed, "memory", "memories")}${rows === undefined ? "" : `; from the database ${rowsText(rows)}`}`,
    );
    for (const { inventory, account } of shared) {
      say(terminal, `note: another inventory has ${account} (${inventory}) too: what is remembered of it stays`);
    }
    for (const { place } of damaged) {
      say(
        terminal,
        `warning: ${place} did not tell whose account it is of: what is remembered of that one was not looked for`,
      );
    }
    return damaged.length > 0 ? exitCodes.failure : exitCodes.complete;
  } finally {
    await claim.release();
  }
}

/** @throws InventoryError INVALID_CONFIG where it is neither CUSTOMER nor CUSTOMER/NAME. */
function forgottenBy(called: string): Forgotten {
  const [customer = "", name, ...more] = called.split("/");
  if (more.length === 0 && isName(customer) && (name === undefined || isName(name))) return { customer, name };
  throw usage(`${shownWord(called)} is neither CUSTOMER nor CUSTOMER/NAME: a name ${nameRule}`);
}

function rowsText({ runs, jobs, others }: RemovedRows): string {
  return `${counted(runs, "run")}, ${counted(jobs, "job")} and ${counted(others, "other row")}`;
}
