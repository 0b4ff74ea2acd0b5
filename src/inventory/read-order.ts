import type { EntryRead } from "./read-entry.ts";
import type { ResourceKind } from "./resource-kind.ts";
import type { Scope } from "./scope.ts";

/** A kind that is to be read before another one, where the run reads both: its list tells something of the other's items. */
export interface ReadBefore {
  /** The id of the kind that comes first. */
  readonly kind: string;
  /** In which of its scopes: the very same, or all that are in the same project or in none. */
  readonly within: "scope" | "project";
}

/** Which kinds of a run wait for which others. */
export interface ReadOrder {
  /** A kind is being read in a scope. */
  began(kind: ResourceKind, scope: Scope, read: Promise<EntryRead>): void;
  /** The places of every kind are known, and each is being read. */
  allBegan(): void;
  /** Resolves once all that comes before a kind in these scopes was read; undefined where nothing does. */
  after(kind: ResourceKind, scopes: readonly Scope[]): Promise<void> | undefined;
  /** How that ended, once every place is known. */
  readsBefore(before: ReadBefore, scope: Scope): Promise<readonly EntryRead[]>;
}

export function createReadOrder(kinds: readonly ResourceKind[]): ReadOrder {
  const reads: { readonly kind: string; readonly scope: Scope; readonly read: Promise<EntryRead> }[] = [];
  let allBegan = (): void => {};
  const placesKnown = new Promise<void>((resolve) => {
    allBegan = resolve;
  });
  const selected = new Set(kinds.map(({ id }) => id));
  const comesFirst = new Set(kinds.flatMap(({ readAfter = [] }) => readAfter.map(({ kind }) => kind)));

  async function readsBefore({ kind, within }: ReadBefore, scope: Scope): Promise<readonly EntryRead[]> {
    await placesKnown;
    const isBefore = (where: Scope): boolean =>
      within === "scope" ? where.id === scope.id : where.project === undefined || where.project === scope.project;
    return Promise.all(reads.flatMap((one) => (one.kind === kind && isBefore(one.scope) ? [one.read] : [])));
  }

  return {
    began(kind, scope, read) {
      if (comesFirst.has(kind.id)) reads.push({ kind: kind.id, scope, read });
    },
    allBegan: () => allBegan(),
    after({ readAfter = [] }, scopes) {
      const before = readAfter.filter(({ kind }) => selected.has(kind));
      if (before.length === 0) return undefined;
      const waits = scopes.flatMap((scope) => before.map((one) => readsBefore(one, scope)));
      return Promise.all(waits).then(() => undefined);
    },
    readsBefore,
  };
}
