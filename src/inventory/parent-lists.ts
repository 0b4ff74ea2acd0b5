import { InventoryError } from "./errors.ts";
import { lacksRight } from "./not-granted.ts";
import { type Parent, type Parents, parentKey } from "./parents.ts";
import type { ListContext, Provider, ReadContext } from "./provider.ts";
import { readScope, type ScopeReport } from "./read-scope.ts";
import type { Resource } from "./resource.ts";
import type { Place, Reading, ResourceKind } from "./resource-kind.ts";
import type { Scope } from "./scope.ts";

/**
 * What kinds are listed below, in one run: each list of parents is read once a scope, whether it is a kind of the run itself or
 * not, and is forgotten when the last kind below it has ended.
 */
export interface ParentLists {
  /** What to tell of the items of a kind that is read for itself; undefined where nothing of the run is below it. */
  recorderOf(kind: ResourceKind, scope: Scope): ((raw: unknown, place: Place) => void) | undefined;
  /** What a kind is below in a scope; resolves once that is known, and never rejects. */
  parentsOf(kind: ResourceKind, scope: Scope): Promise<Parents> | undefined;
  /** A kind that is below something has been read in a scope. */
  release(kind: ResourceKind, scope: Scope): void;
}

export interface ParentListParts {
  readonly provider: Provider;
  readonly kinds: readonly ResourceKind[];
  /** Where the requests are counted that find parents which are no kinds of the run themselves. */
  readonly context: ReadContext;
  /** How a kind that is read for itself ends in a scope; undefined where it is not read there. */
  readonly readOf: (kind: ResourceKind, scope: Scope) => Promise<ScopeReport> | undefined;
}

interface Recorded {
  readonly items: Map<string, Parent>;
  /** Kinds below that have not ended. */
  waiting: number;
  known?: Promise<Parents>;
  again?: Promise<Parents>;
}

export function createParentLists({ provider, kinds, context, readOf }: ParentListParts): ParentLists {
  const lists = new Map<string, Recorded>();
  const belowOf = (kind: ResourceKind): readonly ResourceKind[] =>
    kinds.filter(({ parent }) => parent?.kind.id === kind.id);
  const needsOf = (kind: ResourceKind): readonly string[] => belowOf(kind).flatMap(({ parent }) => parent?.needs ?? []);
  const recordedAt = (kind: ResourceKind, scope: Scope): Recorded => {
    const key = `${kind.id}@${scope.id}`;
    const list = lists.get(key) ?? { items: new Map(), waiting: belowOf(kind).length };
    lists.set(key, list);
    return list;
  };
  const recorder =
    (kind: ResourceKind, items: Map<string, Parent>) =>
    (raw: unknown, place: Place): void => {
      const id = kind.idOf(raw);
      if (id === undefined) return;
      const parent: Parent = { id, above: place.parent, fields: fieldsOf(raw, needsOf(kind)) };
      items.set(parentKey(parent), parent);
    };

  /** Reads the list of parents for what is below it alone. */
  async function walk(kind: ResourceKind, scope: Scope, items: Map<string, Parent>): Promise<Parents["error"]> {
    const above = kind.parent === undefined ? undefined : await parentsAt(kind.parent.kind, scope);
    const listContext: ListContext = { ...context, parents: above, idsOnly: needsOf(kind).length === 0 };
    const takers = { emit: () => undefined, onItem: recorder(kind, items) };
    return errorOf(await readScope(provider, identityOf(kind), scope, listContext, takers));
  }

  function parentsAt(kind: ResourceKind, scope: Scope): Promise<Parents> {
    const list = recordedAt(kind, scope);
    const again = (): Promise<Parents> => {
      list.again ??= (async () => {
        const items = new Map<string, Parent>();
        const error = await walk(kind, scope, items);
        return { items: [...items.values()], error, again };
      })();
      return list.again;
    };
    list.known ??= (async () => {
      const read = readOf(kind, scope);
      const error = read === undefined ? await walk(kind, scope, list.items) : errorOf(await read);
      return { items: [...list.items.values()], error, again };
    })();
    return list.known;
  }

  return {
    recorderOf: (kind, scope) =>
      belowOf(kind).length === 0 ? undefined : recorder(kind, recordedAt(kind, scope).items),
    parentsOf: (kind, scope) => (kind.parent === undefined ? undefined : parentsAt(kind.parent.kind, scope)),
    release(kind, scope) {
      if (kind.parent === undefined) return;
      const key = `${kind.parent.kind.id}@${scope.id}`;
      const list = lists.get(key);
      if (list === undefined) return;
      list.waiting -= 1;
      if (list.waiting <= 0) lists.delete(key);
    },
  };
}

/** Why parents may be missing from what was listed; undefined where none is. */
function errorOf(report: ScopeReport): InventoryError | undefined {
  const { outcome, error } = report;
  if (error !== undefined) return error;
  if (outcome.status === "completed") return undefined;
  const { code = "INVALID_RESPONSE", reason = "its list is not whole", requestId } = outcome;
  return new InventoryError(code, reason, { requestId, lacksRight: lacksRight(report) });
}

/** A kind of which nothing but the ids is wanted. */
function identityOf(kind: ResourceKind): ResourceKind {
  return {
    ...kind,
    required: false,
    mayLeaveOut: false,
    read(raw, place): Reading | undefined {
      const id = kind.idOf(raw);
      if (id === undefined) return undefined;
      const urn = parentKey({ id, above: place.parent, fields: {} });
      return { resource: { urn, name: id } as Resource, droppedFields: [], cutFields: [] };
    },
  };
}

function fieldsOf(raw: unknown, names: readonly string[]): Parent["fields"] {
  if (names.length === 0 || raw === null || typeof raw !== "object") return {};
  return Object.fromEntries(names.map((name) => [name, Reflect.get(raw, name)]));
}
