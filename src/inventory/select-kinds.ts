import { InventoryError } from "./errors.ts";
import { fitsGlob } from "./glob.ts";
import type { KindSummary } from "./resource-kind.ts";

/**
 * The kinds that a selection names. Patterns are kind ids in which `*` stands for anything, dots included
 * (`*snapshot`, `scaleway.*`); no pattern at all selects the default set.
 *
 * @throws InventoryError INVALID_CONFIG for a pattern that selects nothing: a typing error must not shorten an inventory.
 */
export function selectKinds(kinds: readonly KindSummary[], patterns: readonly string[]): KindSummary[] {
  if (patterns.length === 0) return kinds.filter((kind) => kind.byDefault);
  for (const pattern of patterns) {
    if (!kinds.some((kind) => fitsGlob(kind.id, pattern))) {
      throw new InventoryError("INVALID_CONFIG", `no kind matches "${pattern.slice(0, 80)}"`);
    }
  }
  return kinds.filter((kind) => patterns.some((pattern) => fitsGlob(kind.id, pattern)));
}
