import { abortError, InventoryError } from "../inventory/errors.ts";
import type { SnapshotEvent, SnapshotHeader, SnapshotLine, SnapshotScope } from "./format.ts";
import { readSnapshot } from "./read-snapshot.ts";

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

/**
 * Reads a snapshot to its end.
 *
 * @param take is told each line as it comes; what it answers with is waited for, so that it may want room first.
 * @throws InventoryError INVALID_CONFIG where it is no whole snapshot; CANCELLED where the signal is aborted; what `take` throws.
 */
export async function readLook(
  path: string,
  take: (line: SnapshotLine) => Promise<void> | undefined,
  signal?: AbortSignal,
): Promise<Look> {
  const about: { header?: SnapshotHeader; started?: Look["started"]; finished?: Look["finished"] } = {};
  const scopes = new Map<string, SnapshotScope>();
  for await (const line of readSnapshot(path)) {
    if (signal?.aborted) throw abortError(signal);
    if (line.type === "snapshot") about.header = line;
    else if (line.type === "started") about.started = line;
    else if (line.type === "finished") about.finished = line;
    else if (line.type === "scope") scopes.set(scopeKey(line.kind, line.scope), line);
    const room = take(line);
    if (room !== undefined) await room;
  }
  const { header, started, finished } = about;
  if (header === undefined || started === undefined || finished === undefined) {
    throw new InventoryError("INTERNAL", `${path} passed for whole without being it; this is a defect of the plugin`);
  }
  const scopeOf: Look["scopeOf"] = (kind, scope) => scopes.get(scopeKey(kind, scope));
  return { path, header, started, finished, scopes: [...scopes.values()], scopeOf };
}

/** A snapshot, in a report on it. */
export interface SnapshotFacts {
  readonly path: string;
  readonly inventory: string;
  readonly account?: string;
  readonly startedAt: string;
  readonly complete: boolean;
}

export function factsOf({ path, header, started, finished }: Look): SnapshotFacts {
  return {
    path,
    inventory: header.inventory,
    ...(header.account === undefined ? {} : { account: header.account }),
    startedAt: started.startedAt,
    complete: finished.complete,
  };
}

/** Whether a list was read to its end, and whether all that it has was shown. */
export function isWhole({ started }: Pick<Look, "started">, scope: SnapshotScope): boolean {
  return scope.outcome === "completed" && scope.filtered === undefined && !started.mayShift?.includes(scope.kind);
}

/** Whether an earlier run read it (`discover --retry`): before the run that tells it began. */
export function isTakenOver({ started }: Pick<Look, "started">, { readAt }: Pick<SnapshotScope, "readAt">): boolean {
  return readAt < started.startedAt;
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

/**
 * Of several snapshots that are read as one, no two may be of one account.
 *
 * @throws InventoryError INVALID_CONFIG
 */
export function checkOtherAccount(
  path: string,
  { inventory, account }: SnapshotHeader,
  before: readonly Pick<Look, "path" | "header">[],
): undefined {
  const same = before.find(({ header }) => header.inventory === inventory && header.account === account);
  if (same === undefined) return;
  const whose = account === undefined ? "an account that neither names" : `the account ${account}`;
  throw new InventoryError(
    "INVALID_CONFIG",
    `${same.path} and ${path} are both of ${inventory}, ${whose}: name one of them`,
  );
}
