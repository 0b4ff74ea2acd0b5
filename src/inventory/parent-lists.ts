import { asInventoryError, InventoryError } from "./errors.ts";
import { lacksRight } from "./not-granted.ts";
import { type Parent, type Parents, parentKey } from "./parents.ts";
import type { ListContext, Provider, ReadContext } from "./provider.ts";
import { readKey } from "./read-key.ts";
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
  /** A kind has been read in a scope, or will not be. */
  release(kind: ResourceKind, scope: Scope): void;
}

export interface ParentListParts {
  readonly provider: Provider;
  readonly kinds: readonly ResourceKind[];
  /** Where the requests are counted that find parents which are no kinds of the run themselves. */
  readonly context: ReadContext;
  /** How a kind that is read for itself ends in a scope; undefined where it is not read there. */
  readonly readOf: (kind: ResourceKind, scope: Scope) => Promise<ScopeReport> | undefined;
  /** Runs the reading of a list when it is its turn, so that no more are read at a time than scopes may be. */
  readonly inTurn: InTurn;
}

/** What a list of parents may lack. */
type Wholeness = Pick<Parents, "error" | "filtered">;
type InTurn = (read: () => Promise<Wholeness>) => Promise<Wholeness>;

interface Recorded {
  readonly parents: Found;
  known?: Promise<Parents>;
  again?: Promise<Parents> | undefined;
}

/** What a list of parents named, in any pass. */
interface Found {
  readonly items: Map<string, Parent>;
  /** Items that have no id to ask below. */
  unnamed: number;
}

export function createParentLists({ provider, kinds, context, readOf, inTurn }: ParentListParts): ParentLists {
  const lists = new Map<string, Recorded>();
  const ended = new Set<string>();
  const { belowOf, needsOf, isSelected } = familyOf(kinds);

  /** Whether nobody will ask for what a kind is below any more. A list that is held may be read anew, and needs what is above. */
  const isDone = (kind: ResourceKind, scope: Scope): boolean => {
    if (lists.has(readKey(kind.id, scope.id))) return false;
    return isSelected(kind) ? ended.has(readKey(kind.id, scope.id)) : areDone(belowOf(kind), scope);
  };
  const areDone = (below: readonly ResourceKind[], scope: Scope): boolean => below.every((one) => isDone(one, scope));
  const forget = (kind: ResourceKind, scope: Scope): void => {
    if (!areDone(belowOf(kind), scope)) return;
    lists.delete(readKey(kind.id, scope.id));
    if (kind.parent !== undefined) forget(kind.parent.kind, scope);
  };

  const recordedAt = (kind: ResourceKind, scope: Scope): Recorded => {
    const key = readKey(kind.id, scope.id);
    const list = lists.get(key) ?? { parents: { items: new Map(), unnamed: 0 } };
    lists.set(key, list);
    return list;
  };

  /** Reads the list of parents for what is below it alone. */
  async function walk(kind: ResourceKind, scope: Scope, found: Found, turn = inTurn): Promise<Wholeness> {
    // Before the turn is taken: what waits for its own parents must not keep them from being read.
    const above = kind.parent === undefined ? undefined : await parentsAt(kind.parent.kind, scope);
    const listContext: ListContext = { ...context, parents: above, idsOnly: needsOf(kind).length === 0 };
    const takers = { emit: () => undefined, onItem: recorder(kind, needsOf(kind), found) };
    // What vanished from such a list is asked for by what an earlier run made of it, of which the ids alone tell nothing.
    const filtered = kind.mayLeaveOut && scope.project === undefined;
    return turn(async () => {
      const report = await readScope(provider, identityOf(kind), scope, listContext, takers);
      return { ...wholenessOf(report), filtered };
    });
  }

  /** The parents, with what keeps others from being known. */
  async function parentsFrom(
    kind: ResourceKind,
    scope: Scope,
    found: Found,
    reading: Promise<Wholeness>,
  ): Promise<Parents> {
    const { filtered, error = unnamedIn(kind, found) } = await reading.catch(failed);
    return { items: [...found.items.values()], error, filtered, again: () => again(kind, scope) };
  }

  function again(kind: ResourceKind, scope: Scope): Promise<Parents> {
    const list = recordedAt(kind, scope);
    const found: Found = { items: new Map(), unnamed: 0 };
    // Whoever asks has its turn already: to wait for another one would be to wait for itself.
    list.again ??= parentsFrom(
      kind,
      scope,
      found,
      walk(kind, scope, found, (read) => read()),
    ).finally(() => {
      // Who asks later saw something later.
      list.again = undefined;
    });
    return list.again;
  }

  function parentsAt(kind: ResourceKind, scope: Scope): Promise<Parents> {
    const list = recordedAt(kind, scope);
    const reading = () => readOf(kind, scope)?.then(wholenessOf) ?? walk(kind, scope, list.parents);
    list.known ??= parentsFrom(kind, scope, list.parents, reading());
    return list.known;
  }

  return {
    recorderOf(kind, scope) {
      if (areDone(belowOf(kind), scope)) return undefined;
      return recorder(kind, needsOf(kind), recordedAt(kind, scope).parents);
    },
    parentsOf: (kind, scope) => (kind.parent === undefined ? undefined : parentsAt(kind.parent.kind, scope)),
    release(kind, scope) {
      if (kind.parent === undefined) return;
      ended.add(readKey(kind.id, scope.id));
      forget(kind.parent.kind, scope);
    },
  };
}

/** The kinds of a run with everything that they are below, whether that is a kind of the run or not. */
function familyOf(kinds: readonly ResourceKind[]) {
  const members = new Map(kinds.map((kind) => [kind.id, kind]));
  for (const kind of kinds) {
    for (let above = kind.parent?.kind; above !== undefined; above = above.parent?.kind) {
      if (!members.has(above.id)) members.set(above.id, above);
    }
  }
  const selected = new Set(kinds.map(({ id }) => id));
  const below = new Map([...members.keys()].map((id) => [id, [...members.values()].filter(isBelow(id))]));
  const belowOf = ({ id }: ResourceKind): readonly ResourceKind[] => below.get(id) ?? [];
  return {
    belowOf,
    needsOf: (kind: ResourceKind): readonly string[] => [
      ...new Set(belowOf(kind).flatMap(({ parent }) => parent?.needs ?? [])),
    ],
    isSelected: ({ id }: ResourceKind): boolean => selected.has(id),
  };
}

function isBelow(id: string): (kind: ResourceKind) => boolean {
  return ({ parent }) => parent?.kind.id === id;
}

/** Notes each item of a list. What an earlier pass told of it stays where a later one, which could not read it, tells less. */
function recorder(kind: ResourceKind, needs: readonly string[], found: Found): (raw: unknown, place: Place) => void {
  return (raw, place) => {
    const id = kind.idOf(raw);
    if (id === undefined) {
      found.unnamed += 1;
      return;
    }
    const parent: Parent = { id, above: place.parent, fields: noFields };
    const key = parentKey(parent);
    const fields = needs.length === 0 ? noFields : { ...found.items.get(key)?.fields, ...fieldsOf(raw, needs) };
    found.items.set(key, { ...parent, fields });
  };
}

const noFields: Parent["fields"] = {};

function fieldsOf(raw: unknown, names: readonly string[]): Parent["fields"] {
  if (raw === null || typeof raw !== "object") return noFields;
  const fields = names.map((name): [string, unknown] => [name, Reflect.get(raw, name)]);
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function unnamedIn({ id }: ResourceKind, { unnamed }: Found): InventoryError | undefined {
  if (unnamed === 0) return undefined;
  return new InventoryError("INVALID_RESPONSE", `${unnamed} item(s) of ${id} have no id to ask below`);
}

/** Why parents may be missing from what was listed. */
function wholenessOf(report: ScopeReport): Wholeness {
  const { outcome, error, filtered } = report;
  if (error !== undefined) return { error };
  if (outcome.status === "completed") return filtered === undefined ? {} : { filtered };
  const { code = "INVALID_RESPONSE", reason = "its list is not whole", requestId } = outcome;
  return { error: new InventoryError(code, reason, { requestId, lacksRight: lacksRight(report) }) };
}

/** A reading that rejects is a defect, and is told where it was begun; what waits for it has to end as well. */
function failed(thrown: unknown): Wholeness {
  return { error: asInventoryError(thrown) };
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
      const urn = parentKey({ id, above: place.parent, fields: noFields });
      return { resource: { urn, name: id } as Resource, lost: [], notRead: [], cutFields: [] };
    },
  };
}

/** What is listed below another kind starts after it: it then finds its parents read, or being read. */
export function parentsFirst(kinds: readonly ResourceKind[]): readonly ResourceKind[] {
  const depthOf = ({ parent }: ResourceKind): number => (parent === undefined ? 0 : 1 + depthOf(parent.kind));
  return kinds.toSorted((one, other) => depthOf(one) - depthOf(other));
}
