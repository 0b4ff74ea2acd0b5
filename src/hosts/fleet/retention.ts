import { readSnapshot } from "../../snapshots/read-snapshot.ts";
import type { SnapshotOwner, SnapshotStore, StoredSnapshot } from "./snapshot-store.ts";

/**
 * Removes the oldest snapshots of an inventory but for so many, and keeps the newest complete one however old it is: what is gone
 * cannot be told without it.
 *
 * @returns those that were removed.
 * @throws InventoryError where one that is looked at cannot be read; nothing is removed then: it may be the one to keep.
 */
export async function pruneSnapshots(
  store: SnapshotStore,
  owner: SnapshotOwner,
  keep: number,
): Promise<readonly StoredSnapshot[]> {
  const newestFirst = (await store.list(owner)).toReversed();
  const [kept, old] = [newestFirst.slice(0, keep), newestFirst.slice(keep)];
  if (old.length === 0) return [];
  const complete = (await firstComplete(store, kept)) ?? (await firstComplete(store, old));
  const removed = old.filter((snapshot) => snapshot !== complete);
  for (const snapshot of removed) await store.remove(snapshot);
  return removed;
}

async function firstComplete(
  store: SnapshotStore,
  snapshots: readonly StoredSnapshot[],
): Promise<StoredSnapshot | undefined> {
  for (const snapshot of snapshots) if (await store.withFile(snapshot, isComplete)) return snapshot;
  return undefined;
}

async function isComplete(path: string): Promise<boolean> {
  let complete = false;
  for await (const line of readSnapshot(path)) if (line.type === "finished") complete = line.complete;
  return complete;
}
