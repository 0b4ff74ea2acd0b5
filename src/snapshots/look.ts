import type { SnapshotEvent, SnapshotHeader, SnapshotScope } from "./format.ts";

/** What a snapshot says of itself beside its resources. */
export interface Look {
  readonly path: string;
  readonly header: SnapshotHeader;
  readonly started: Extract<SnapshotEvent, { type: "started" }>;
  readonly finished: Extract<SnapshotEvent, { type: "finished" }>;
  readonly scopes: readonly SnapshotScope[];
  /** How a kind ended in a scope. */
  scopeOf(kind: string, scope: string): SnapshotScope | undefined;
}

/** Whether a list was read to its end, and whether all that it has was shown. */
export function isWhole({ started }: Pick<Look, "started">, scope: SnapshotScope): boolean {
  return scope.outcome === "completed" && scope.filtered === undefined && !started.mayShift?.includes(scope.kind);
}

/** Why a scope that is not whole proves nothing about what it lacks; what follows "the snapshot". */
export function whyNotWhole({ outcome, reason, filtered }: SnapshotScope): string {
  if (outcome === "denied") return `had no right to read it (${reason ?? "denied"})`;
  if (outcome === "not-offered") return "found that the product is not offered there";
  if (outcome !== "completed") return `did not read it to its end (${reason ?? outcome})`;
  if (filtered) return "may have been shown a part of the list alone";
  return "read a list whose pages may shift while it is read";
}

/** The key under which a scope of a kind is kept. */
export function scopeKey(kind: string, scope: string): string {
  return `${kind}\t${scope}`;
}
