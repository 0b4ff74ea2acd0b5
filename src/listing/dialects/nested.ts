import { withoutAbsence } from "../../inventory/absence.ts";
import { asInventoryError, InventoryError } from "../../inventory/errors.ts";
import { type Parent, type Parents, parentKey, parentName } from "../../inventory/parents.ts";
import type { Page, UnreadPart } from "../../inventory/provider.ts";
import { fieldAt } from "../field.ts";
import type { ListedKind } from "../kind.ts";
import { ordered } from "../paging/ordered.ts";
import type { Below, Call, Dialect, Divider, PlaceValues, Reading } from "./dialect.ts";

export interface Nested {
  /** The kind that the list is below. */
  readonly parent: ListedKind;
  /** The place in the list's path that the parent's id fills. */
  readonly as: string;
  /** Fields of the parent that items need; each parent's detail is read for them. */
  readonly needs?: readonly string[];
  /** Where not every parent has such a list. */
  readonly by?: Divider;
  readonly list: Dialect;
}

/**
 * A list below each item of another list, such as the node pools of each cluster. The parents are known before (`reading.parents`).
 * One that answers "not found" has gone only if their list does not name it any more; one that is refused, or whose list is not
 * whole, is told by name as a part that was not read, and the others are read all the same.
 */
export function nested({ parent, as, needs: fields = [], by, list }: Nested): Dialect {
  const needs = by === undefined ? fields : [...fields, by.field];
  const below: Below = { kind: parent, as, needs, by, list };
  return {
    query: list.query,
    calls: [...callsAbove(parent, needs), ...list.calls],
    cost: { ...list.cost, below: parent.id },
    idField: list.idField,
    listKey: list.listKey,
    ...(list.mayShift || parent.list.mayShift ? { mayShift: true } : {}),
    proof: `below each ${parent.id}: ${list.proof}`,
    below,
    read: (reading) => readBelow(below, reading),
    async probe(reading) {
      const values = await firstPlace(below, reading);
      // Without a parent there is nothing to ask: that their list may be read is all that can be seen.
      return values === undefined ? [] : list.probe({ ...reading, values });
    },
  };
}

/** The calls that find the parents: their lists, and their details where something of them is needed. */
function callsAbove({ list }: ListedKind, needs: readonly string[]): readonly Call[] {
  const found: readonly Call["of"][] = needs.length > 0 ? ["list", "item", "parents"] : ["list", "parents"];
  return list.calls.filter(({ of }) => found.includes(of)).map(({ path }) => ({ path, of: "parents" }));
}

/** What the ids of a parent, and of what it is below itself, are called in the path. */
function valuesOf(parent: Parent, { as, kind, by }: Below): PlaceValues {
  const { below } = (kind as ListedKind).list;
  const above = parent.above === undefined || below === undefined ? {} : valuesOf(parent.above, below);
  return { ...above, ...(by && dividing(parent.fields, by)), [as]: parent.id };
}

/** What fills the place of the field that divides, where there is such a list; undefined where there is none. */
function dividing(fields: unknown, { field, having }: Divider): PlaceValues | undefined {
  const value = having.find((one) => one === fieldAt(fields, field));
  return value === undefined ? undefined : { [field]: value };
}

/** The parents that have such a list, and those of which that is not known; the others are passed over. */
function divided(parents: readonly Parent[], by: Divider | undefined) {
  if (by === undefined) return { having: parents, unknown: [] };
  const isKnown = ({ fields }: Parent): boolean =>
    [...by.having, ...by.lacking].some((value) => value === fields[by.field]);
  return {
    having: parents.filter(({ fields }) => dividing(fields, by) !== undefined),
    unknown: parents.filter((parent) => !isKnown(parent)).map((parent) => undecided(parent, by)),
  };
}

function undecided(parent: Parent, { field }: Divider): Ended {
  const what = parent.fields[field] === undefined ? `its ${field} was not told` : `its ${field} is a new one`;
  return { parent, error: new InventoryError("INVALID_RESPONSE", `${what}, so it is not known what is below it`) };
}

/** The place below the first parent that there is, and below what that is below itself; none where that one has no such list. */
async function firstPlace({ kind, as, by }: Below, reading: Reading): Promise<PlaceValues | undefined> {
  const { list, idOf } = kind as ListedKind;
  const { below } = list;
  const values = below === undefined ? reading.values : await firstPlace(below, reading);
  if (values === undefined) return undefined;
  const own = below?.list ?? list;
  const [first] = await own.probe({ ...reading, values });
  const id = first === undefined ? undefined : idOf(first);
  if (id === undefined) return undefined;
  const place = { ...values, [as]: id };
  if (by === undefined) return place;
  const fields = own.readItem === undefined ? first : await own.readItem(id, { ...reading, values });
  const value = dividing(fields, by);
  return value && { ...place, ...value };
}

async function* readBelow(below: Below, reading: Reading): AsyncGenerator<Page, void, void> {
  const { parents } = reading;
  if (parents === undefined) throw new TypeError(`${below.kind.id} was not read before what is below it`);
  if (parents.items.length === 0 && parents.error !== undefined) throw parents.error;
  const unread = unreadAround(parents);
  let pages = 0;
  const missing: Ended[] = [];
  const readEach = async function* (items: readonly Parent[]): AsyncGenerator<Page, void, void> {
    const { having, unknown } = divided(items, below.by);
    unread.push(...unknown.map(unreadPart));
    for await (const part of readParts(having, below, reading)) {
      pages += "number" in part ? 1 : 0;
      if ("number" in part) yield part;
      else if (part.error.code === "NOT_FOUND") missing.push(part);
      else unread.push(unreadPart(part));
    }
  };
  yield* readEach(parents.items);
  if (missing.length > 0) {
    const now = await parents.again();
    unread.push(...unreadAround(now));
    const known = new Set(parents.items.map(parentKey));
    yield* readEach(now.items.filter((item) => !known.has(parentKey(item))));
    const listed = new Set(now.items.map(parentKey));
    unread.push(...missing.filter(({ parent }) => listed.has(parentKey(parent))).map(unreadPart));
  }
  if (unread.length > 0 || pages === 0) yield { number: 1, items: [], unread };
}

/** A list below one parent that was not read to its end. */
interface Ended {
  readonly parent: Parent;
  readonly error: InventoryError;
}

/**
 * What is below some parents, one after the other in their order, each with what ended it early. The lists of the next ones are
 * begun meanwhile, by their first page alone: a list may be long, and its reader slow.
 */
async function* readParts(
  parents: readonly Parent[],
  below: Below,
  reading: Reading,
): AsyncGenerator<Page | Ended, void, void> {
  const { window } = reading;
  let turn = parents[0];
  const begin = async (parent: Parent) => {
    const values = { ...reading.values, ...valuesOf(parent, below) };
    const pages = below.list.read({ ...reading, values, window: () => (parent === turn ? window() : 1) });
    try {
      return { parent, pages, first: await pages.next() };
    } catch (thrown) {
      return { parent, pages, error: endOfPart(thrown) };
    }
  };
  for await (const { parent, pages, first, error } of ordered(parents, window, begin)) {
    turn = parent;
    const part = parentKey(parent);
    let end = error;
    for (let next = first; next !== undefined && !next.done; ) {
      yield { ...next.value, parent, part };
      try {
        next = await pages.next();
      } catch (thrown) {
        end = endOfPart(thrown);
        break;
      }
    }
    if (end !== undefined) yield { parent, error: end };
  }
}

/** @throws InventoryError what ends the whole run: nothing more must be asked for. */
function endOfPart(thrown: unknown): InventoryError {
  const error = asInventoryError(thrown);
  if (endsRun(error)) throw error;
  return error;
}

function endsRun({ code }: InventoryError): boolean {
  return code === "UNAUTHENTICATED" || code === "CANCELLED";
}

function unreadPart({ parent, error }: Ended): UnreadPart {
  return { name: parentName(parent), part: parentKey(parent), error: withoutAbsence(error) };
}

/** Why it is not known whether there are other parents. */
function unreadAround({ error }: Parents): UnreadPart[] {
  if (error === undefined) return [];
  if (endsRun(error)) throw error;
  return [{ error: withoutAbsence(error) }];
}
