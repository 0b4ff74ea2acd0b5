import type { PlainFile } from "../cli/plain-file.ts";
import type { FleetEntry } from "./entry.ts";

/** Whose snapshots are meant. */
export type SnapshotOwner = Pick<FleetEntry, "customer" | "name">;

/** A snapshot that is kept. */
export interface StoredSnapshot {
  /** How it is told to people and other programs: a path, or the address of an object. */
  readonly place: string;
  /** RFC 3339, of when its run began. */
  readonly startedAt: string;
}

/** A snapshot that is being written, and where it will be. */
export interface NewSnapshot extends StoredSnapshot {
  readonly file: PlainFile;
}

/** The right to write to a store, which one process has at a time. */
export interface StoreClaim {
  /** Aborted, with an InventoryError as its reason, where another process has taken the claim: whoever works on the store ends. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
}

/** Where the snapshots of a fleet are: all that it remembers of its nights, beside the memories of accounts. */
export interface SnapshotStore {
  /**
   * Claims the store for this process, until it ends however it ends.
   *
   * @throws InventoryError INVALID_CONFIG where another process has it.
   */
  claim(): Promise<StoreClaim>;
  /** Those of one inventory, the oldest first. */
  list(owner: SnapshotOwner): Promise<readonly StoredSnapshot[]>;
  /** Who has any. */
  owners(): Promise<readonly SnapshotOwner[]>;
  /**
   * Begins a snapshot.
   *
   * @throws InventoryError where it cannot be written.
   */
  create(owner: SnapshotOwner, startedAt: Date): Promise<NewSnapshot>;
  /** Hands over the path of a file that holds a snapshot, as long as it is used. */
  withFile<Result>(snapshot: StoredSnapshot, use: (path: string) => Promise<Result>): Promise<Result>;
  /** The same, where nothing but the first line is looked at: the file may hold no more. */
  withBeginning<Result>(snapshot: StoredSnapshot, use: (path: string) => Promise<Result>): Promise<Result>;
  remove(snapshot: StoredSnapshot): Promise<void>;
  /** Removes what is left of an inventory that has no snapshot any more, such as what a process wrote that was killed. */
  clear(owner: SnapshotOwner): Promise<void>;
}
