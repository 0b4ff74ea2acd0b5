import { readOperatorSettings } from "../../../config/operator-settings.ts";
import { forgetMemory } from "../../../memory/memory.ts";
import { knownOfCustomer } from "../../fleet/forget.ts";
import { openStore } from "../../fleet/open-store.ts";
import { type ParsedOptions, usage } from "../arguments.ts";
import { canConfirm, confirm } from "../confirm.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { say, type Terminal } from "../terminal.ts";
import { loadFleetEngine } from "./engine.ts";
import { snapshotsOption } from "./work-on-fleet.ts";

/** Removes what a fleet knows of a customer, after asking. */
export async function forgetCustomerCommand(options: ParsedOptions, terminal: Terminal): Promise<ExitCode> {
  const [, customer = ""] = options.words;
  if (!options.has("yes") && !canConfirm(terminal)) {
    throw usage("forgetting cannot be undone, and there is no terminal to ask on: --yes confirms it");
  }
  const store = await openStore(snapshotsOption(options), terminal, { makesFolder: false });
  const claim = await store.claim();
  try {
    const { isThere, snapshots, accounts, shared, damaged } = await knownOfCustomer(store, customer);
    const hasDatabase = Boolean(terminal.environment["DATABASE_URL"]);
    if (!isThere && !hasDatabase) throw usage(`no snapshot is kept of a customer ${customer}`);
    const inDatabase = hasDatabase ? ", and all that the database has of it" : "";
    const what = `${counted(snapshots.length, "snapshot")} of ${customer}, and what is remembered of ${counted(accounts.length, "account")}${inDatabase}`;
    if (!options.has("yes") && !(await confirm(`Remove ${what}?`, terminal))) {
      say(terminal, "nothing was removed");
      return exitCodes.cancelled;
    }
    if (hasDatabase)
      await (await loadFleetEngine(terminal, "forgetting in DATABASE_URL")).forgetCustomer(customer, terminal);
    const { environment } = terminal;
    const { stateFolder } = readOperatorSettings(environment);
    // The memories first: the snapshots say whose they are.
    let forgotten = 0;
    for (const account of accounts) {
      if (await forgetMemory({ host: "cli", stateFolder, environment }, account)) forgotten += 1;
    }
    for (const snapshot of snapshots) await store.remove(snapshot);
    await store.clear(customer);
    say(
      terminal,
      `removed ${counted(snapshots.length, "snapshot")} of ${customer}, and ${counted(forgotten, "memory", "memories")}`,
    );
    for (const { inventory, account } of shared) {
      say(terminal, `note: another customer has ${account} (${inventory}) too: what is remembered of it stays`);
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

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
