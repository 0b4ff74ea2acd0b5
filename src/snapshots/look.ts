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

/** The key under which a scope of a kind is kept. */
export function scopeKey(kind: string, scope: string): string {
  return `${kind}\t${scope}`;
}
