import { createLists, type Item } from "../lists.ts";
import { seriesOf } from "../random.ts";
import { remember } from "../remember.ts";
import { createdAtMs, nameOf } from "../words.ts";
import { lastWordOf, type ServedKind } from "./catalogue.ts";
import { canOwn } from "./exceptions.ts";
import { idLike } from "./form.ts";
import { type MarksParts, marksOf } from "./marks.ts";
import { everywhere, type ServedPlace, type Slot, type Within } from "./place.ts";
import { placesOf, type ServedAccount } from "./places.ts";
import { stamped, valueAt } from "./stamp.ts";

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
  /** The slot with an id in some places. */
  find(kind: string, places: readonly ServedPlace[], id: string): Slot | undefined;
  ids(kind: string): readonly string[];
}

/** What the fleet is made of. */
export interface ServedFleetParts extends ServedAccount {
  readonly organizationId: string;
  readonly kinds: ReadonlyMap<string, ServedKind>;
  /** The items of a kind that is no served one, in a place. */
  others(kind: string, place: ServedPlace): readonly Item[];
  /** Items of a served kind that exist whatever its example says: those that the credentials are made of. */
  readonly present: ReadonlyMap<string, readonly Item[]>;
  /** Whether Scaleway's fleet is made up: where it is recorded, nothing is added to it. */
  readonly isScalewayMadeUp: boolean;
}

/** Ids of one place lie close together; places never share any. */
const stride = 1000;

/** Makes up what the examples are examples of; lists are made when they are asked for. */
export function createServedFleet(parts: ServedFleetParts): ServedFleet {
  const { kinds, plan } = parts;
  const lists = createLists();
  const indexes = new WeakMap<readonly Slot[], ReadonlyMap<string, Slot>>();
  const kept = new Map<string, readonly Slot[]>();
  const series = remember((name: string) => seriesOf(plan.seed, name));
  const slots = (kind: string, place: ServedPlace): readonly Slot[] => {
    const key = `${kind} ${place.key}`;
    const known = kept.get(key) ?? slotsOf(kind, place);
    kept.set(key, known);
    return known;
  };
  const places = (kind: string, within: Within) => {
    const served = kinds.get(kind);
    return served === undefined ? [] : placesOf(served, parts, within, slots);
  };
  const marks: MarksParts = { ...parts, series, slotAt };
  const item = (slot: Slot): Item => {
    const served = kinds.get(slot.kind);
    if (slot.item !== undefined || served === undefined) return slot.item ?? {};
    const count = slots(slot.kind, slot.place).length;
    const dates = series(`${slot.kind} ${slot.place.key}`);
    const common = {
      name: nameOf(slot.index, lastWordOf(slot.kind)),
      createdAtMs: createdAtMs(dates, slot.index, count),
    };
    return stamped(served.entry.example, marksOf(served, slot, common, marks));
  };
  return {
    account: parts,
    kinds,
    places,
    slots,
    item,
    items: (kind, among) =>
      lists.get(`${kind} ${among.map(({ key }) => key).join(",")}`, () =>
        among.flatMap((place) => slots(kind, place).map(item)),
      ),
    find: (kind, among, id) => {
      const indexOf = (list: readonly Slot[]) => {
        const index = indexes.get(list) ?? new Map(list.map((slot) => [String(slot.id), slot]));
        indexes.set(list, index);
        return index;
      };
      return among.map((place) => indexOf(slots(kind, place)).get(id)).find((slot) => slot !== undefined);
    },
    ids: (kind) => places(kind, everywhere).flatMap((place) => slots(kind, place).map(({ id }) => String(id))),
  };

  function slotsOf(kind: string, place: ServedPlace): readonly Slot[] {
    const served = kinds.get(kind);
    if (served === undefined) return otherSlots(kind, place, parts.others(kind, place));
    const present = otherSlots(kind, place, parts.present.get(kind) ?? [], served.entry.idField);
    const made = Array.from({ length: countOf(served, place) }, (_, index) => slotAt(served, place, index));
    return [...present, ...made];
  }

  /** A document exists or not; below a parent, every second one has none. */
  function countOf({ entry, ancestors }: ServedKind, place: ServedPlace): number {
    if (entry.cloud === "scaleway" && !parts.isScalewayMadeUp) return 0;
    const isOffered = [...ancestors, entry.kind].every((kind) =>
      plan.isOffered(kind, place.locality ?? entry.locality),
    );
    const count = isOffered ? plan.count(entry.kind) : 0;
    const above = place.parents.at(-1);
    if (above !== undefined && !canOwn(entry.kind, () => item(above))) return 0;
    if (entry.list.answers !== "one") return count;
    return (above?.index ?? 0) % 2 === 0 ? Math.min(1, count) : 0;
  }

  function slotAt({ entry }: ServedKind, place: ServedPlace, index: number): Slot {
    const ordinal = place.ordinal * Math.max(stride, plan.count(entry.kind)) + index;
    const own = series(`${entry.kind} ${place.key}`);
    const offset = 1 + Math.floor(series(entry.kind).phase * 9000);
    const id = idLike(valueAt(entry.example, entry.idField), entry.idType, { series: own, index, ordinal, offset });
    return { kind: entry.kind, id, index, ordinal, place };
  }
}

function otherSlots(kind: string, place: ServedPlace, items: readonly Item[], idField = "id"): readonly Slot[] {
  return items.map((item, index) => {
    const id = String(valueAt(item, idField) ?? item["name"]);
    return { kind, id, index, ordinal: place.ordinal * stride + index, place, item };
  });
}
