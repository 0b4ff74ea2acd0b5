import { unknownChoice } from "../../config/nearest.ts";
import { readOperatorSettings } from "../../config/operator-settings.ts";
import { isRecord } from "../../http/answer.ts";
import type { Limits } from "../../http/limits.ts";
import type { Observer } from "../../http/observer.ts";
import type { KindSummary } from "../../inventory/resource-kind.ts";
import { selectKinds } from "../../inventory/select-kinds.ts";
import type { OpenedProvider } from "../../providers/definition.ts";
import { usage } from "./arguments.ts";
import { type FoundInventory, findInventories, type InventoryChoice } from "./find-inventories.ts";
import { type InWords, wordsFor } from "./key-words.ts";
import { checkPatterns, ofProvider } from "./kind-patterns.ts";
import { say, type Terminal } from "./terminal.ts";

export interface Inventory extends Omit<OpenedProvider, "kindPatterns" | "notices"> {
  readonly kinds: readonly KindSummary[];
  /** Whether somebody asked for these kinds by name: a kind that was asked for must be readable. */
  readonly named: boolean;
  /** Where its config was found. */
  readonly source: string;
  /** Names the keys of its config as they were given. */
  readonly inWords: InWords;
  /** Where it is remembered what was read; see `OperatorSettings`. */
  readonly stateFolder: string | false | undefined;
}

/** How inventories are opened, beside what their configs say. */
export interface OpenSettings {
  /** Stand above the providers' own. */
  readonly limits?: Partial<Limits>;
  /** Who looks on at what a provider answers, one for each inventory. */
  readonly observerOf?: ((provider: string) => Observer) | undefined;
}

/**
 * Finds the configs of a standalone run and opens their providers; nothing is sent.
 *
 * @throws InventoryError INVALID_CONFIG for a bad choice, a bad config, or no credentials at all.
 */
export async function openInventories(
  choice: InventoryChoice,
  terminal: Terminal,
  settings: OpenSettings = {},
): Promise<readonly Inventory[]> {
  const inventories = await findInventories(choice, terminal);
  const scoped = inventories.map((inventory) => withScope(inventory, choice.scope));
  return scoped.map((inventory) => openInventory(inventory, choice.kindPatterns, terminal, settings));
}

/**
 * Opens one provider with the config that was found for it, and says what a person has to know of it; nothing is sent.
 *
 * @throws InventoryError INVALID_CONFIG
 */
export function openInventory(
  found: FoundInventory,
  kindPatterns: readonly string[],
  terminal: Terminal,
  settings: OpenSettings = {},
): Inventory {
  const { inventory, notices } = openFound(found, kindPatterns, terminal.environment, settings);
  for (const notice of notices) say(terminal, `warning: ${notice}`);
  return inventory;
}

/**
 * Opens one provider with the config that was found for it, silently.
 *
 * @throws InventoryError INVALID_CONFIG
 */
export function openFound(
  { definition, found }: FoundInventory,
  kindPatterns: readonly string[],
  environment: NodeJS.ProcessEnv,
  { limits = {}, observerOf }: OpenSettings = {},
): { readonly inventory: Inventory; readonly notices: readonly string[] } {
  const operator = readOperatorSettings(environment);
  const observer = observerOf?.(definition.id);
  const opened = definition.open(found.raw, found.where, { operator, nameOf: found.nameOf, limits, observer });
  checkPatterns(opened.kindPatterns, [definition], `and ${found.where} is a config of ${definition.title}`);
  const patterns = kindPatterns.length > 0 ? ofProvider(definition, kindPatterns) : opened.kindPatterns;
  const inventory: Inventory = {
    ...opened,
    kinds: selectKinds(definition.kinds, patterns),
    named: patterns.length > 0,
    source: found.where,
    inWords: wordsFor({ definition, found }),
    stateFolder: operator.stateFolder,
  };
  return { inventory, notices: [...found.notices, ...opened.notices] };
}

/**
 * The config with the choice of projects that was made on the command line.
 *
 * @throws InventoryError INVALID_CONFIG where the provider has no such choice, or not this one.
 */
function withScope({ definition, found }: FoundInventory, scope: string | undefined): FoundInventory {
  if (scope === undefined) return { definition, found };
  const { title, id, scopeSetting: setting } = definition;
  if (setting === undefined) {
    throw usage(`--scope: ${title} has no such choice; leave it out, or leave ${id} out with --provider`);
  }
  if (!setting.values.includes(scope)) throw usage(unknownChoice("scope", scope, setting.values));
  const raw = isRecord(found.raw) ? { ...found.raw, [setting.key]: scope } : found.raw;
  return { definition, found: { ...found, raw } };
}
