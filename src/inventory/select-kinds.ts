import { InventoryError } from "./errors.ts";
import { fitsGlob } from "./glob.ts";
import type { KindSummary } from "./resource-kind.ts";

/** The word that stands for every kind in a selection. */
export const everyKind = "all";

/** Whether a kind is one that a pattern of a selection names. */
export function isNamedBy(id: string, pattern: string): boolean {
  return pattern === everyKind || fitsGlob(id, pattern);
}

/**
 * The kinds that a selection names. Patterns are kind ids in which `*` stands for anything, dots included
 * (`*snapshot`, `scaleway.*`), or `all`; no pattern at all selects the default set.
 *
 * @throws InventoryError INVALID_CONFIG for a pattern that selects nothing: a typing error must not shorten an inventory.
 */
export function selectKinds(kinds: readonly KindSummary[], patterns: readonly string[]): KindSummary[] {
  if (patterns.length === 0) return kinds.filter((kind) => kind.byDefault);
  for (const pattern of patterns) {
    if (!kinds.some((kind) => isNamedBy(kind.id, pattern))) {
      throw new InventoryError("INVALID_CONFIG", `no kind matches "${pattern.slice(0, 80)}"`);
    }
  }
  return kinds.filter((kind) => patterns.some((pattern) => isNamedBy(kind.id, pattern)));
}
