import { InventoryError } from "./errors.ts";
import { type Family, families } from "./family.ts";
import { fitsGlob } from "./glob.ts";
import type { KindSummary } from "./resource-kind.ts";

/** The word that stands for every kind in a selection, but for those that are people. */
export const everyKind = "all";

/** What a selection names a kind by. */
export type NamedKind = Pick<KindSummary, "id" | "family" | "personal">;

/**
 * Whether a kind is one that a word of a selection names: its id, a pattern in which `*` stands for anything, its family, or `all`. A
 * kind whose items are people is named by its whole id alone: nobody reads them without having meant to.
 */
export function isNamedBy(kind: NamedKind, word: string): boolean {
  return kind.personal ? word === kind.id : fitsWord(kind, word);
}

function fitsWord({ id, family }: NamedKind, word: string): boolean {
  return word === everyKind || word === family || fitsGlob(id, word);
}

/** Whether a word is a family's name; no id is one, since every id has a dot. */
export function isFamily(word: string): word is Family {
  return Object.hasOwn(families, word);
}

/** The families that some kinds are of, in the order of the families. */
export function familiesOf(kinds: readonly Pick<KindSummary, "family" | "personal">[]): readonly string[] {
  const held = new Set<string>(kinds.flatMap(({ family, personal }) => (personal ? [] : [family])));
  return Object.keys(families).filter((family) => held.has(family));
}

/** The kinds whose items are people that a word would name if it were enough for them. */
export function personalKindsOf(kinds: readonly NamedKind[], word: string): readonly string[] {
  return kinds.flatMap((kind) => (kind.personal && fitsWord(kind, word) ? [kind.id] : []));
}

/** Why a word names nothing that is read for it, where what it stands for are people. @param ids of their kinds. */
export function peopleOnly(ids: readonly string[]): string {
  const named = ids.slice(0, 5).join(", ");
  return `stands for nothing but people, which are read only where their kinds are named whole: ${named}`;
}

/**
 * The kinds that a selection names, see {@link isNamedBy}; no word at all selects the default set.
 *
 * @throws InventoryError INVALID_CONFIG for a word that selects nothing: a typing error must not shorten an inventory.
 */
export function selectKinds(kinds: readonly KindSummary[], words: readonly string[]): KindSummary[] {
  if (words.length === 0) return kinds.filter((kind) => kind.byDefault);
  const unmatched = words.find((word) => !kinds.some((kind) => isNamedBy(kind, word)));
  if (unmatched !== undefined) throw new InventoryError("INVALID_CONFIG", whyUnmatched(kinds, unmatched));
  return kinds.filter((kind) => words.some((word) => isNamedBy(kind, word)));
}

function whyUnmatched(kinds: readonly NamedKind[], word: string): string {
  const people = personalKindsOf(kinds, word);
  const shown = `"${word.slice(0, 80)}"`;
  if (people.length > 0) return `kinds: ${shown} ${peopleOnly(people)}`;
  return isFamily(word) ? `no kind is of the family ${shown}` : `no kind matches ${shown}`;
}
