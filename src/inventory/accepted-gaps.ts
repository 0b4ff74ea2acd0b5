import { InventoryError } from "./errors.ts";
import { fitsGlob } from "./glob.ts";
import type { KindSummary } from "./resource-kind.ts";

/** Tells whether what is missing from a kind in a scope was left out on purpose. */
export type AcceptedGaps = (kind: string, scope: string) => boolean;

/**
 * Gaps that an operator knows of: `kind` or `kind@scope`, `*` stands for anything in both. They are reported and not held
 * against a run or a credential; they never justify a deletion.
 *
 * @throws InventoryError INVALID_CONFIG for an entry that matches no kind: a typing error would excuse nothing, unnoticed.
 */
export function acceptedGaps(entries: readonly string[], kinds: readonly KindSummary[]): AcceptedGaps {
  const unmatched = unmatchedGap(entries, kinds);
  if (unmatched !== undefined) {
    throw new InventoryError("INVALID_CONFIG", `accepted_gaps: no kind matches "${unmatched.slice(0, 80)}"`);
  }
  const patterns = entries.map(patternOf);
  return (kind, scope) => patterns.some((pattern) => fitsGlob(kind, pattern.kind) && fitsGlob(scope, pattern.scope));
}

/** The pattern of the first entry that matches no kind. */
export function unmatchedGap(
  entries: readonly string[],
  kinds: readonly Pick<KindSummary, "id">[],
): string | undefined {
  const patterns = entries.map((entry) => patternOf(entry).kind);
  return patterns.find((pattern) => !kinds.some(({ id }) => fitsGlob(id, pattern)));
}

function patternOf(entry: string): { readonly kind: string; readonly scope: string } {
  const [kind = "", ...scope] = entry.split("@");
  return { kind, scope: scope.length === 0 ? "*" : scope.join("@") };
}

/** Nothing is left out on purpose. */
export const noGaps: AcceptedGaps = () => false;
