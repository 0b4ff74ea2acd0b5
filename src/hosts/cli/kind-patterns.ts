import { nearest, unknownWord } from "../../config/nearest.ts";
import { safeText } from "../../inventory/safe-text.ts";
import {
  everyKind,
  familiesOf,
  isFamily,
  isNamedBy,
  type NamedKind,
  peopleOnly,
  personalKindsOf,
} from "../../inventory/select-kinds.ts";
import { providerNames } from "../../providers/names.gen.ts";
import { namedKinds, type ProviderNames } from "../../providers/provider-names.ts";
import { usage } from "./arguments.ts";

/** A provider, as far as a selection looks at it. */
interface HasKinds {
  readonly kinds: readonly NamedKind[];
}

/**
 * A word of `--kinds` that names nothing is a typing error, or names kinds of a provider that was left out; the answer would be an
 * inventory of less. A family is refused only where none of the providers has a kind of it.
 *
 * @param whyElse why kinds of other providers are none here, as the end of a sentence about these providers.
 * @throws InventoryError INVALID_CONFIG naming the first such word, and whose kind it is or which one is near.
 */
export function checkPatterns(words: readonly string[], providers: readonly HasKinds[], whyElse: string): void {
  const kinds: readonly NamedKind[] = providers.flatMap((provider) => provider.kinds);
  const unmatched = words.find((word) => !isNamedAmong(kinds, word));
  if (unmatched === undefined) return;
  const everywhere = Object.values(providerNames);
  const owners = everywhere.filter((names) => isNamedAmong(namedKinds(names), unmatched));
  const shown = `"${safeText(unmatched)}"`;
  const people = personalKindsOf([...kinds, ...everywhere.flatMap(namedKinds)], unmatched);
  if (owners.length > 0) throw usage(ofOthers(shown, unmatched, owners, whyElse));
  if (people.length > 0) throw usage(`--kinds: ${shown} ${peopleOnly([...new Set(people)])}`);
  throw usage(isFamily(unmatched) ? `no kind is of the family ${shown}` : unknownKind(unmatched, kinds));
}

function ofOthers(shown: string, word: string, owners: readonly ProviderNames[], whyElse: string): string {
  const titles = owners.map(({ title }) => title).join(" and ");
  return isFamily(word)
    ? `the family ${shown} has kinds of ${titles} alone, ${whyElse}`
    : `kind ${shown} is one of ${titles}, ${whyElse}`;
}

/** The words that name kinds of a provider. */
export function ofProvider({ kinds }: HasKinds, words: readonly string[]): readonly string[] {
  return words.filter((word) => isNamedAmong(kinds, word));
}

export function selectsAny(provider: HasKinds, words: readonly string[]): boolean {
  return words.length === 0 || ofProvider(provider, words).length > 0;
}

function isNamedAmong(kinds: readonly NamedKind[], word: string): boolean {
  return kinds.some((kind) => isNamedBy(kind, word));
}

function unknownKind(word: string, kinds: readonly NamedKind[]): string {
  const ids = kinds.map(({ id }) => id);
  // Who wrote a pattern meant one: of a provider, or of a product.
  const isPattern = word.includes("*");
  const known = isPattern ? [...new Set(ids.flatMap(patternsOf))] : [...ids, ...familiesOf(kinds), everyKind];
  const sentence = unknownWord("kind", word, known);
  return nearest(word, known) === undefined ? `${sentence}; \`cloud-inventory kinds\` lists them` : sentence;
}

/** The patterns that begin like a kind: `ovh.*` and `ovh.cloud.*` of `ovh.cloud.instance`. */
function patternsOf(id: string): readonly string[] {
  const words = id.split(".");
  return words.slice(1).map((_, index) => `${words.slice(0, index + 1).join(".")}.*`);
}
