import { nearest, unknownWord } from "../../config/nearest.ts";
import { safeText } from "../../inventory/safe-text.ts";
import { everyKind, isNamedBy } from "../../inventory/select-kinds.ts";
import type { ProviderDefinition } from "../../providers/definition.ts";
import { providerNames } from "../../providers/names.gen.ts";
import { usage } from "./arguments.ts";

/**
 * A pattern that matches nothing is a typing error, or names a kind of a provider that was left out; the answer would be an
 * inventory of less.
 *
 * @param whyElse why kinds of other providers are none here, as the end of a sentence about these providers.
 * @throws InventoryError INVALID_CONFIG naming the first such pattern, and whose kind it is or which one is near.
 */
export function checkPatterns(
  patterns: readonly string[],
  definitions: readonly ProviderDefinition[],
  whyElse: string,
): void {
  const ids = definitions.flatMap(({ kinds }) => kinds.map(({ id }) => id));
  const unmatched = patterns.find((pattern) => !ids.some((id) => isNamedBy(id, pattern)));
  if (unmatched === undefined) return;
  const owners = Object.values(providerNames).filter(({ kinds }) => isNamedAmong(Object.keys(kinds), unmatched));
  if (owners.length === 0) throw usage(unknownKind(unmatched, ids));
  const titles = owners.map(({ title }) => title).join(" and ");
  throw usage(`kind "${safeText(unmatched)}" is one of ${titles}, ${whyElse}`);
}

/** The patterns that name kinds of a provider. */
export function ofProvider({ kinds }: ProviderDefinition, patterns: readonly string[]): readonly string[] {
  const ids = kinds.map(({ id }) => id);
  return patterns.filter((pattern) => isNamedAmong(ids, pattern));
}

export function selectsAny(definition: ProviderDefinition, patterns: readonly string[]): boolean {
  return patterns.length === 0 || ofProvider(definition, patterns).length > 0;
}

function isNamedAmong(ids: readonly string[], pattern: string): boolean {
  return ids.some((id) => isNamedBy(id, pattern));
}

function unknownKind(word: string, ids: readonly string[]): string {
  // Who wrote a pattern meant one: of a provider, or of a product.
  const isPattern = word.includes("*");
  const known = isPattern ? [...new Set(ids.flatMap(patternsOf))] : [...ids, everyKind];
  const sentence = unknownWord("kind", word, known);
  return nearest(word, known) === undefined ? `${sentence}; \`cloud-inventory kinds\` lists them` : sentence;
}

/** The patterns that begin like a kind: `ovh.*` and `ovh.cloud.*` of `ovh.cloud.instance`. */
function patternsOf(id: string): readonly string[] {
  const words = id.split(".");
  return words.slice(1).map((_, index) => `${words.slice(0, index + 1).join(".")}.*`);
}
