import { asInventoryError } from "../../inventory/errors.ts";
import { readSnapshot } from "../../snapshots/read-snapshot.ts";
import type { InventoryResult } from "./result.ts";
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

/** What came of an inventory, once its old snapshots are removed. That they stay takes nothing from the new one. */
export async function withRetention(
  result: InventoryResult,
  store: SnapshotStore,
  keep: number | undefined,
): Promise<InventoryResult> {
  const { name, customer, run } = result;
  if (keep === undefined || name === undefined || customer === undefined || run?.snapshot === undefined) return result;
  try {
    await pruneSnapshots(store, { name, customer }, keep);
    return result;
  } catch (thrown) {
    return {
      ...result,
      warnings: [...result.warnings, `no old snapshot was removed: ${asInventoryError(thrown).message}`],
    };
  }
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
