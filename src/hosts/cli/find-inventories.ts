import { unknownChoice } from "../../config/nearest.ts";
import { type ConfigFile, readConfigFile } from "../../credentials/config-file.ts";
import { type FoundConfig, findConfig, whatProfileLacks, whereLooked } from "../../credentials/sources.ts";
import type { InventoryError } from "../../inventory/errors.ts";
import { isNamedBy } from "../../inventory/select-kinds.ts";
import type { ProviderDefinition } from "../../providers/definition.ts";
import { loadProvider, providerIds } from "../../providers/registry.ts";
import { usage } from "./arguments.ts";
import { checkPatterns, selectsAny } from "./kind-patterns.ts";
import { say, type Terminal } from "./terminal.ts";

export interface InventoryChoice {
  readonly providers: readonly string[];
  /** `[INVENTORY=]FILE` */
  readonly configs: readonly string[];
  readonly kindPatterns: readonly string[];
  /** Which projects are read; stands above the configs. */
  readonly scope?: string | undefined;
}

/** A provider, and the config that was found for it. */
export interface FoundInventory {
  readonly definition: ProviderDefinition;
  readonly found: FoundConfig;
}

/**
 * Finds the configs of a standalone run; they are not checked yet.
 *
 * @throws InventoryError INVALID_CONFIG for a bad choice, a source that is broken, or no credentials at all.
 */
export async function findInventories(choice: InventoryChoice, terminal: Terminal): Promise<readonly FoundInventory[]> {
  const chosen = await Promise.all([...new Set(choice.providers)].map(loadProvider));
  // Loading a provider loads its SDK; whose a config file is can only be told from all of them.
  const alone = chosen.length > 0 && choice.configs.length === 0;
  const all = alone ? chosen : await Promise.all(providerIds.map(loadProvider));
  const files = choice.configs.map((text) => configFile(text, all));
  checkFiles(files, chosen);
  const candidates = chosen.length > 0 ? chosen : files.length > 0 ? files.map(({ definition }) => definition) : all;
  const option = chosen.length > 0 ? "--provider" : "--config";
  checkPatterns(choice.kindPatterns, candidates, `which ${option} leaves out`);

  const selected = candidates.filter((candidate) => selectsAny(candidate, choice.kindPatterns));
  const inventories = selected.flatMap((definition): FoundInventory[] => {
    const file = files.find((one) => one.definition === definition)?.file;
    const found = findConfig(definition.sources, { file, environment: terminal.environment });
    // Asked for by name, it cannot be left out of a run that then calls itself complete.
    if (found === undefined && chosen.includes(definition)) throw noCredentials([definition], terminal);
    return found === undefined ? [] : [{ definition, found }];
  });
  const unread = candidates.filter((definition) => isUnread(definition, choice.kindPatterns, inventories));
  if (inventories.length === 0 || unread.length > 0)
    throw noCredentials(unread.length > 0 ? unread : candidates, terminal);
  for (const { id, title, sources } of selected) {
    if (inventories.some(({ definition }) => definition.id === id)) continue;
    const lacks = whatProfileLacks(sources, terminal.environment);
    const why = `no credentials were found for it${lacks === undefined ? "" : ` (${lacks})`}`;
    say(terminal, `note: ${title} is not part of this run: ${why}`);
  }
  return inventories;
}

/** @throws InventoryError INVALID_CONFIG for configs that the run would leave out or could not tell apart. */
function checkFiles(
  files: readonly { readonly definition: ProviderDefinition }[],
  chosen: readonly ProviderDefinition[],
): void {
  for (const [index, { definition }] of files.entries()) {
    const { id, title } = definition;
    if (chosen.length > 0 && !chosen.includes(definition)) {
      throw usage(`--config names ${id}, which --provider leaves out`);
    }
    // Their events would carry the same name, and a scope of one customer would seem to prove something about the other.
    if (files.findIndex((file) => file.definition === definition) !== index) {
      throw usage(`two configs of ${title} cannot be told apart in one run; run them one after the other`);
    }
  }
}

/** A config file and whose it is: as its prefix says, else as its keys do. */
function configFile(
  text: string,
  all: readonly ProviderDefinition[],
): { definition: ProviderDefinition; file: ConfigFile } {
  const [prefix, ...rest] = text.split("=");
  const named = rest.length > 0 && /^[a-z-]+$/.test(prefix ?? "");
  const file = readConfigFile(named ? rest.join("=") : text);
  const keys = Object.keys(file.values);
  const definition = named
    ? all.find(({ id }) => id === prefix)
    : all.find(({ sources }) => sources.families.flat().some((key) => keys.includes(key)));
  if (definition !== undefined) return { definition, file };
  if (named)
    throw usage(
      unknownChoice(
        "inventory",
        prefix ?? "",
        all.map(({ id }) => id),
      ),
    );
  const known = all.map(
    ({ title, sources }) => `${title}: ${sources.families.map((keys) => keys.join(", ")).join(", or ")}`,
  );
  throw usage(`${file.path} holds no credential of a known inventory (${known.join("; ")})`);
}

/** Whether kinds were asked for that only this provider has, and no config of it was found. */
function isUnread(
  { kinds }: ProviderDefinition,
  patterns: readonly string[],
  inventories: readonly FoundInventory[],
): boolean {
  const reached = inventories.flatMap(({ definition }) => definition.kinds);
  const left = patterns.filter((pattern) => !reached.some((kind) => isNamedBy(kind, pattern)));
  return kinds.some((kind) => left.some((word) => isNamedBy(kind, word)));
}

function noCredentials(candidates: readonly ProviderDefinition[], { environment }: Terminal): InventoryError {
  const places = candidates.map(({ title, sources }) => whereLooked(title, sources));
  const lacks = candidates.flatMap(({ sources }) => whatProfileLacks(sources, environment) ?? []);
  const found = lacks.length === 0 ? "" : `; found: ${lacks.join("; ")}`;
  return usage(`no credentials found; looked for ${places.join("; for ")}${found}`);
}
