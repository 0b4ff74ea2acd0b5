import type { Limits } from "../../http/limits.ts";
import { abortError } from "../../inventory/errors.ts";
import type { LearnedRates, Traffic } from "../../inventory/provider.ts";
import { accountOf, type Memory, type MemoryNote, openMemory } from "../../memory/memory.ts";
import { loadProvider } from "../../providers/registry.ts";
import { accountTimeoutMs } from "../cli/memory.ts";
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
  /** Opens what is remembered of an account that is named; the state folder's when absent. */
  readonly openMemory?: (inventory: Inventory, account: string, tell: (note: MemoryNote) => void) => Promise<Memory>;
}

/** An entry whose provider is open and whose account is known, as far as anything names it. */
export interface OpenedEntry {
  readonly inventory: Inventory;
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
  { terminal, helpers, limits = {} }: FleetSurroundings,
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
  const { provider, fingerprint } = inventory;
  const traffic = { requests: 0, refused: 0 };
  const account = await accountOf({ provider, signal, timeoutMs: accountTimeoutMs, traffic });
  const accountKey = `${entry.inventory} ${account ?? fingerprint}`;
  const warnings = [...entry.notices, ...notices];
  return { opened: { inventory, account, accountKey, traffic, warnings }, account: accountKey };
}

/**
 * Opens what is remembered of an account: once its turn has come, since whoever had it before may have just kept something.
 *
 * @returns it, and what a person should know of it.
 */
export async function recallEntry(
  { inventory, account, accountKey, traffic }: OpenedEntry,
  { terminal: { environment, signal }, learned, openMemory: openElsewhere }: FleetSurroundings,
): Promise<{ readonly memory: Memory; readonly warnings: readonly string[] }> {
  const warnings: string[] = [];
  const tell = (note: MemoryNote): void => {
    if (note.type === "unusable") warnings.push(note.reason);
  };
  const memory =
    account === undefined || openElsewhere === undefined
      ? await openMemory({
          ...inventory,
          host: "cli",
          environment,
          signal,
          timeoutMs: accountTimeoutMs,
          traffic,
          tell,
          askAccount: async () => account,
        })
      : await openElsewhere(inventory, account, tell);
  const rates = learned.get(accountKey);
  if (rates !== undefined) inventory.provider.rates?.recall(rates);
  return { memory, warnings };
}
