import type { Limits } from "../../http/limits.ts";
import { abortError } from "../../inventory/errors.ts";
import type { LearnedRates, Traffic } from "../../inventory/provider.ts";
import type { Memory } from "../../memory/memory.ts";
import { loadProvider } from "../../providers/registry.ts";
import { accountOfInventory, openMemoryOf } from "../cli/memory.ts";
import { type Inventory, openFound } from "../cli/open-inventories.ts";
import type { Terminal } from "../cli/terminal.ts";
import type { FleetEntry } from "./entry.ts";
import { resolveConfig, type SecretSources } from "./resolve-config.ts";
import type { SecretHelpers } from "./secret-helpers.ts";

/** What all inventories of a fleet are opened with. */
export interface FleetSurroundings {
  readonly terminal: Terminal;
  readonly helpers: SecretHelpers;
  /** Stand above the providers' own. */
  readonly limits?: Partial<Limits>;
  /** How fast each account was found to let itself be asked, handed on from one inventory to the next. */
  readonly learned: Map<string, LearnedRates>;
}

/** An entry whose provider is open and whose account is known, as far as anything names it. */
export interface OpenedEntry {
  readonly inventory: Inventory;
  readonly memory: Memory;
  readonly account: string | undefined;
  /** What the inventories of one account have in common: its id, or else what tells the credential from others. */
  readonly accountKey: string;
  readonly traffic: Traffic;
  readonly warnings: readonly string[];
}

/**
 * Opens an entry and asks whose account it is.
 *
 * @throws InventoryError INVALID_CONFIG for a bad config or a reference to nothing; see also `askSecretHelper`.
 */
export async function openEntry(
  entry: FleetEntry,
  { terminal, helpers, limits = {}, learned }: FleetSurroundings,
): Promise<{ readonly opened: OpenedEntry; readonly account: string }> {
  const { environment, signal } = terminal;
  if (signal.aborted) throw abortError(signal);
  const sources: SecretSources = { environment, helpers, signal };
  const definition = await loadProvider(entry.inventory);
  const found = {
    raw: await resolveConfig(entry, sources),
    where: "config",
    nameOf: (key: string) => key,
    notices: [],
  };
  const { inventory, notices } = openFound({ definition, found }, entry.kinds, environment, { limits });
  const warnings = [...entry.notices, ...notices];
  const traffic = { requests: 0, refused: 0 };
  const memory = await openMemoryOf(
    inventory,
    terminal,
    (note) => {
      if (note.type === "unusable") warnings.push(note.reason);
    },
    traffic,
  );
  const account = await accountOfInventory(inventory, memory, terminal, traffic)();
  const accountKey = `${entry.inventory} ${account ?? inventory.fingerprint}`;
  const rates = learned.get(accountKey);
  if (rates !== undefined) inventory.provider.rates?.recall(rates);
  return { opened: { inventory, memory, account, accountKey, traffic, warnings }, account: accountKey };
}
