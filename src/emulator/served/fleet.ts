import { createLists, type Item } from "../lists.ts";
import { createdAtMs, nameOf } from "../words.ts";
import { lastWordOf, type ServedKind } from "./catalogue.ts";
import { joinedIdOf } from "./exceptions.ts";
import { marksOf } from "./marks.ts";
import { everywhere, type ServedPlace, type Slot, type Within } from "./place.ts";
import { placesOf, type ServedAccount } from "./places.ts";
import { createSlots, type ServedFleetParts } from "./slots.ts";
import { stamped } from "./stamp.ts";

/** Everything that is made from examples. */
export interface ServedFleet {
  readonly account: ServedAccount;
  readonly kinds: ReadonlyMap<string, ServedKind>;
  /** The places of a kind that a request can mean. */
  places(kind: string, within: Within): readonly ServedPlace[];
  slots(kind: string, place: ServedPlace): readonly Slot[];
  /** All items of some places, made once. */
  items(kind: string, places: readonly ServedPlace[]): readonly Item[];
  /** The item of a slot. */
  item(slot: Slot): Item;
  /** The same as its detail says it. */
  detail(slot: Slot): Item;
  /** The slot with an id in some places. */
  find(kind: string, places: readonly ServedPlace[], id: string): Slot | undefined;
  ids(kind: string): readonly string[];
}

/** Makes up what the examples are examples of; lists are made when they are asked for. */
export function createServedFleet(parts: ServedFleetParts): ServedFleet {
  const { kinds } = parts;
  const lists = createLists();
  const slots = createSlots(parts, item);
  const find = createSlotFinder();
  const places = (kind: string, within: Within) => {
    const served = kinds.get(kind);
    return served === undefined ? [] : placesOf(served, parts, within, slots.in);
  };
  return {
    account: parts,
    kinds,
    places,
    slots: slots.in,
    item,
    detail,
    items: (kind, among) =>
      lists.get(`${kind} ${among.map(({ key }) => key).join(",")}`, () =>
        among.flatMap((place) => slots.in(kind, place).map(item)),
      ),
    find: (kind, among, id) => among.map((place) => find(slots.in(kind, place), id)).find((slot) => slot !== undefined),
    ids(kind) {
      const joined = joinedIdOf(kind);
      const idOf = (slot: Slot): string => joined?.(item(slot)) ?? String(slot.id);
      return places(kind, everywhere).flatMap((place) => slots.in(kind, place).map(idOf));
    },
  };

  function item(slot: Slot): Item {
    return made(slot, kinds.get(slot.kind)?.entry.example);
  }

  function detail(slot: Slot): Item {
    const entry = kinds.get(slot.kind)?.entry;
    return made(slot, entry?.detail?.example ?? entry?.example);
  }

  function made(slot: Slot, example: Item | undefined): Item {
    const served = kinds.get(slot.kind);
    if (slot.item !== undefined || served === undefined || example === undefined) return slot.item ?? {};
    const count = slots.in(slot.kind, slot.place).length;
    const dates = slots.series(`${slot.kind} ${slot.place.key}`);
    const name = nameOf(slot.index, lastWordOf(slot.kind));
    const common = { name, createdAtMs: createdAtMs(dates, slot.index, count) };
    return stamped(example, marksOf(served, slot, common, { ...parts, series: slots.series, slotAt: slots.at }));
  }
}

/** A finder that indexes each list once: details are asked one by one, for lists of any length. */
function createSlotFinder(): (list: readonly Slot[], id: string) => Slot | undefined {
  const indexes = new WeakMap<readonly Slot[], ReadonlyMap<string, Slot>>();
  return (list, id) => {
    const index = indexes.get(list) ?? new Map(list.map((slot) => [String(slot.id), slot]));
    indexes.set(list, index);
    return index.get(id);
  };
}
