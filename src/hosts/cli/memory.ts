import type { Traffic } from "../../inventory/provider.ts";
import { accountOf, type Memory, type MemoryNote, openMemory } from "../../memory/memory.ts";
import type { Inventory } from "./open-inventories.ts";
import { say, type Terminal } from "./terminal.ts";

/** How long a provider may take to say whose credential it is. */
export const accountTimeoutMs = 10_000;

/**
 * Opens the memory of an inventory's account, and says what a person has to know of it.
 *
 * @param traffic counts its requests.
 */
export function openMemoryOf(
  inventory: Inventory,
  { environment, signal }: Terminal,
  tell: (note: MemoryNote) => void,
  traffic?: Traffic,
): Promise<Memory> {
  return openMemory({ ...inventory, host: "cli", environment, signal, timeoutMs: accountTimeoutMs, tell, traffic });
}

/**
 * Whose inventory it is, in the provider's own id, asked for once by whoever needs it first; undefined where nothing names it.
 *
 * @param traffic counts the request.
 */
export function accountOfInventory(
  { provider }: Inventory,
  { account }: Memory,
  { signal }: Terminal,
  traffic?: Traffic,
): () => Promise<string | undefined> {
  let asked: Promise<string | undefined> | undefined;
  return async () => {
    if (account !== undefined) return account;
    asked ??= accountOf({ provider, signal, timeoutMs: accountTimeoutMs, traffic });
    return asked;
  };
}

/** A memory that is in use as on every day, or that somebody turned off, is no news. */
export function tellMemory(inventory: Inventory, terminal: Terminal): (note: MemoryNote) => void {
  const { provider, stateFolder } = inventory;
  return (note) => {
    const { id } = provider;
    if (note.type === "unusable") say(terminal, `warning: ${id}: ${note.reason}`);
    if (note.type === "none" && stateFolder !== false) say(terminal, `note: ${id}: ${note.reason}`);
    if (note.type === "made") {
      say(terminal, `note: what is read is remembered in ${note.folder}, made in this run; keep it from run to run`);
    }
  };
}
