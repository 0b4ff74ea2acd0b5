import { withoutAbsence } from "../../inventory/absence.ts";
import { asInventoryError, type InventoryError } from "../../inventory/errors.ts";
import { type Parent, parentKey } from "../../inventory/parents.ts";
import type { Page, UnreadPart } from "../../inventory/provider.ts";
import type { ListedKind } from "../kind.ts";
import { ordered } from "../paging/ordered.ts";
import type { Below, Call, Dialect, PlaceValues, Reading } from "./dialect.ts";

export interface Nested {
  /** The kind that the list is below. */
  readonly parent: ListedKind;
  /** The place in the list's path that the parent's id fills. */
  readonly as: string;
  /** Fields of the parent that items or paths need; each parent's detail is read for them. */
  readonly needs?: readonly string[];
  readonly list: Dialect;
}

/**
 * A list below each item of another list, such as the node pools of each cluster. The parents are known before (`reading.parents`).
 * One that answers "not found" has gone only if their list does not name it any more; one that is refused, or whose list is not
 * whole, is told by name as a part that was not read, and the others are read all the same.
 */
export function nested({ parent, as, needs, list }: Nested): Dialect {
  const below: Below = { kind: parent, as, needs };
  return {
    query: list.query,
    calls: [...callsAbove(parent, needs), ...list.calls],
    idField: list.idField,
    listKey: list.listKey,
    proof: `below each ${parent.id}: ${list.proof}`,
    below,
    read: (reading) => readBelow(below, list, reading),
    async probe(reading) {
      const [first] = await parent.list.probe(reading);
      const id = first === undefined ? undefined : parent.idOf(first);
      // Without a parent there is nothing to ask: that their list may be read is all that can be seen.
      if (id === undefined || parent.list.below !== undefined) return [];
      return list.probe({ ...reading, values: { ...reading.values, [as]: id } });
    },
    ...(list.readItem === undefined ? {} : { readItem: list.readItem }),
  };
}

/** The calls that find the parents: their lists, and their details where something of them is needed. */
function callsAbove({ list }: ListedKind, needs: readonly string[] = []): readonly Call[] {
  const calls = needs.length > 0 ? list.calls : list.calls.filter(({ of }) => of !== "item");
  return calls.map(({ path }) => ({ path, of: "parents" }));
}

/** What the ids of a parent, and of what it is below itself, are called in the path. */
function valuesOf(parent: Parent, { as, kind }: Below): PlaceValues {
  const { below } = (kind as ListedKind).list;
  const above = parent.above === undefined || below === undefined ? {} : valuesOf(parent.above, below);
  return { ...above, [as]: parent.id };
}

interface PartRead {
  readonly parent: Parent;
  readonly pages: readonly Page[];
  readonly error?: InventoryError;
}

async function* readBelow(below: Below, list: Dialect, reading: Reading): AsyncGenerator<Page, void, void> {
  const { parents, window } = reading;
  if (parents === undefined) throw new TypeError(`${below.kind.id} was not read before what is below it`);
  if (parents.items.length === 0 && parents.error !== undefined) throw parents.error;
  const read = (parent: Parent): Promise<PartRead> => readPart(parent, below, list, reading);
  const missing: PartRead[] = [];
  const unread: UnreadPart[] = [];
  const queue = [...parents.items];
  let hasLooked = false;
  // What is read may name more: `ordered` works on what is added as well.
  for await (const part of ordered(queue, window, read)) {
    yield* part.pages;
    if (part.error?.code === "NOT_FOUND") missing.push(part);
    else if (part.error !== undefined) unread.push(unreadPart(part.parent, part.error));
    if (part.parent !== queue.at(-1) || missing.length === 0 || hasLooked) continue;
    hasLooked = true;
    const now = await parents.again();
    if (now.error !== undefined) unread.push(unreadPart(undefined, now.error));
    const known = new Set(queue.map(parentKey));
    queue.push(...now.items.filter((item) => !known.has(parentKey(item))));
  }
  if (missing.length > 0) {
    const listed = new Set((await parents.again()).items.map(parentKey));
    for (const { parent, error } of missing) {
      if (listed.has(parentKey(parent)) && error) unread.push(unreadPart(parent, error));
    }
  }
  if (parents.error !== undefined) unread.push(unreadPart(undefined, parents.error));
  if (unread.length > 0 || queue.length === 0) yield { number: 1, items: [], unread };
}

/** Everything below one parent, as far as it can be read. */
async function readPart(parent: Parent, below: Below, list: Dialect, reading: Reading): Promise<PartRead> {
  const pages: Page[] = [];
  const part = parentKey(parent);
  const values = { ...reading.values, ...valuesOf(parent, below) };
  try {
    for await (const page of list.read({ ...reading, values })) pages.push({ ...page, parent, part });
    return { parent, pages };
  } catch (thrown) {
    const error = asInventoryError(thrown);
    // These end the whole run: nothing more must be asked for.
    if (error.code === "UNAUTHENTICATED" || error.code === "CANCELLED") throw error;
    return { parent, pages, error };
  }
}

function unreadPart(parent: Parent | undefined, error: InventoryError): UnreadPart {
  return { ...(parent === undefined ? {} : { name: parent.id }), error: withoutAbsence(error) };
}
