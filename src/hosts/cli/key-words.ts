import { withNames } from "../../config/key-names.ts";
import type { FoundInventory } from "./find-inventories.ts";

/** Says a sentence anew in the words of whoever reads it. */
export type InWords = (sentence: string) => string;

/**
 * A run's sentences name keys of the config, since every host shows them. Who gave a value by an environment's variable knows the
 * variable alone; the choice of projects has none, and is an option here.
 */
export function wordsFor({ definition, found }: FoundInventory): InWords {
  const { configKeys, scopeSetting } = definition;
  const variableOr = (key: string): string => {
    const name = found.nameOf(key);
    return /^[A-Z][A-Z0-9_]*$/.test(name) ? name : key;
  };
  const hasOption = scopeSetting !== undefined && found.where.startsWith("environment");
  return (sentence) => {
    const named = withNames(sentence, configKeys, variableOr);
    return hasOption ? named.replaceAll(`${scopeSetting.key}=`, "--scope ") : named;
  };
}
