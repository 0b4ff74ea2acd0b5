import { InventoryError } from "../../inventory/errors.ts";
import { readSnapshot } from "../../snapshots/read-snapshot.ts";
import type { SnapshotOwner, SnapshotStore, StoredSnapshot } from "./snapshot-store.ts";

/** Who is forgotten: a customer, or one of its inventories. */
export interface Forgotten {
  readonly customer: string;
  /** All of the customer's when absent. */
  readonly name?: string | undefined;
}

/** An account whose snapshots are kept. */
export interface KeptAccount {
  readonly inventory: string;
  readonly account: string;
}

/** All that a fleet knows of whoever is forgotten. */
export interface Known {
  /** The inventories that have anything in the store, if only a folder in which a snapshot was begun. */
  readonly owners: readonly SnapshotOwner[];
  readonly snapshots: readonly StoredSnapshot[];
  /** Accounts of these snapshots that nobody else has. */
  readonly accounts: readonly KeptAccount[];
  /** Accounts that an inventory has as well that is not forgotten. */
  readonly shared: readonly KeptAccount[];
  /** Snapshots that were looked at and cannot be read: whose account they are of is not known. */
  readonly damaged: readonly StoredSnapshot[];
}

/** Whether an inventory is forgotten. */
function isForgotten({ customer, name }: SnapshotOwner, forgotten: Forgotten): boolean {
  return customer === forgotten.customer && (forgotten.name === undefined || name === forgotten.name);
}

/** Looks for what is known of whoever is forgotten; removes nothing. */
export async function knownOf(store: SnapshotStore, forgotten: Forgotten): Promise<Known> {
  const owners: SnapshotOwner[] = [];
  const snapshots: StoredSnapshot[] = [];
  const damaged: StoredSnapshot[] = [];
  const accounts = new Map<string, KeptAccount>();
  const elsewhere = new Set<string>();
  /** @returns whether the snapshot told whose account it is of. */
  const lookAt = async (snapshot: StoredSnapshot, found: (account: KeptAccount) => void): Promise<boolean> => {
    try {
      const account = await accountOf(store, snapshot);
      if (account !== undefined) found(account);
      return account !== undefined;
    } catch (thrown) {
      if (!(thrown instanceof InventoryError) || thrown.code !== "INVALID_CONFIG") throw thrown;
      damaged.push(snapshot);
      return false;
    }
  };
  for (const owner of await store.owners()) {
    const own = await store.list(owner);
    if (isForgotten(owner, forgotten)) {
      owners.push(owner);
      snapshots.push(...own);
      for (const snapshot of own) await lookAt(snapshot, (account) => accounts.set(keyOf(account), account));
      continue;
    }
    for (const snapshot of own.toReversed()) {
      if (await lookAt(snapshot, (account) => elsewhere.add(keyOf(account)))) break;
    }
  }
  const all = [...accounts.values()];
  return {
    owners,
    snapshots,
    accounts: all.filter((account) => !elsewhere.has(keyOf(account))),
    shared: all.filter((account) => elsewhere.has(keyOf(account))),
    damaged,
  };
}

function accountOf(store: SnapshotStore, snapshot: StoredSnapshot): Promise<KeptAccount | undefined> {
  return store.withBeginning(snapshot, async (path) => {
    for await (const line of readSnapshot(path)) {
      if (line.type !== "snapshot" || line.account === undefined) return undefined;
      return { inventory: line.inventory, account: line.account };
    }
    return undefined;
  });
}

function keyOf({ inventory, account }: KeptAccount): string {
  return `${inventory}\t${account}`;
}
