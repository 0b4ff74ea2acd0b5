import { readOperatorSettings } from "../../config/operator-settings.ts";
import type { Limits } from "../../http/limits.ts";
import type { ResourceKind } from "../../inventory/resource-kind.ts";
import { selectKinds } from "../../inventory/select-kinds.ts";
import type { OpenedProvider } from "../../providers/definition.ts";
import {
  checkPatterns,
  type FoundInventory,
  findInventories,
  type InventoryChoice,
  ofProvider,
} from "./find-inventories.ts";
import { say, type Terminal } from "./terminal.ts";

export interface Inventory extends Omit<OpenedProvider, "kindPatterns" | "notices"> {
  readonly kinds: readonly ResourceKind[];
  /** Where it is remembered what was read; see `OperatorSettings`. */
  readonly stateFolder: string | false | undefined;
}

/**
 * Finds the configs of a standalone run and opens their providers; nothing is sent.
 *
 * @param limits stand above the providers' own.
 * @throws InventoryError INVALID_CONFIG for a bad choice, a bad config, or no credentials at all.
 */
export async function openInventories(
  choice: InventoryChoice,
  terminal: Terminal,
  limits: Partial<Limits> = {},
): Promise<readonly Inventory[]> {
  const inventories = await findInventories(choice, terminal);
  return inventories.map((inventory) => openInventory(inventory, choice.kindPatterns, terminal, limits));
}

/**
 * Opens one provider with the config that was found for it; nothing is sent.
 *
 * @throws InventoryError INVALID_CONFIG
 */
export function openInventory(
  { definition, found }: FoundInventory,
  kindPatterns: readonly string[],
  terminal: Terminal,
  limits: Partial<Limits> = {},
): Inventory {
  const operator = readOperatorSettings(terminal.environment);
  const opened = definition.open(found.raw, found.where, { operator, limits });
  for (const notice of [...found.notices, ...opened.notices]) say(terminal, `warning: ${notice}`);
  checkPatterns(opened.kindPatterns, [definition]);
  const patterns = kindPatterns.length > 0 ? ofProvider(definition, kindPatterns) : opened.kindPatterns;
  return { ...opened, kinds: selectKinds(definition.kinds, patterns), stateFolder: operator.stateFolder };
}
