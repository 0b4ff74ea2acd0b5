import { InventoryError } from "../../inventory/errors.ts";
import { readSnapshot } from "../../snapshots/read-snapshot.ts";
import type { SnapshotStore, StoredSnapshot } from "./snapshot-store.ts";

/** An account whose snapshots are kept. */
export interface KeptAccount {
  readonly inventory: string;
  readonly account: string;
}

/** All that a fleet knows of a customer. */
export interface KnownOfCustomer {
  /** Whether the customer has anything in the store, if only a folder in which a snapshot was begun. */
  readonly isThere: boolean;
  readonly snapshots: readonly StoredSnapshot[];
  /** Accounts of these snapshots that no other customer has. */
  readonly accounts: readonly KeptAccount[];
  /** Accounts that another customer has as well. */
  readonly shared: readonly KeptAccount[];
  /** Snapshots that were looked at and cannot be read: whose account they are of is not known. */
  readonly damaged: readonly StoredSnapshot[];
}

/** Looks for what is known of a customer; removes nothing. */
export async function knownOfCustomer(store: SnapshotStore, customer: string): Promise<KnownOfCustomer> {
  let isThere = false;
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
    if (owner.customer === customer) {
      isThere = true;
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
    isThere,
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
