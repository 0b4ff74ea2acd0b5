import type { Item } from "../lists.ts";
import { type Series, seriesOf } from "../random.ts";
import { remember } from "../remember.ts";
import type { ServedKind } from "./catalogue.ts";
import type { ServedEntry } from "./entry.ts";
import { canOwn } from "./exceptions.ts";
import { idLike } from "./form.ts";
import type { ServedPlace, Slot } from "./place.ts";
import type { ServedAccount } from "./places.ts";
import { valueAt } from "./stamp.ts";

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

/** Who says which items there are. */
export interface Slots {
  series(name: string): Series;
  /** All of a kind in a place, worked out once. */
  in(kind: string, place: ServedPlace): readonly Slot[];
  at(kind: ServedKind, place: ServedPlace, index: number): Slot;
}

/** Ids of one place lie close together; places never share any. */
const stride = 1000;

/** Says which items there are, without making them: most are only ever counted, or asked for by their id. */
export function createSlots(parts: ServedFleetParts, itemOf: (slot: Slot) => Item): Slots {
  const kept = new Map<string, readonly Slot[]>();
  const series = remember((name: string) => seriesOf(parts.plan.seed, name));
  const at = ({ entry }: ServedKind, place: ServedPlace, index: number): Slot => {
    const ordinal = place.ordinal * Math.max(stride, parts.plan.count(entry.kind)) + index;
    const own = series(`${entry.kind} ${place.key}`);
    const offset = 1 + Math.floor(series(entry.kind).phase * 9000);
    const example = valueAt(entry.example, entry.idField);
    // A document without an id is known by what it is below.
    const above = entry.list.answers === "one" && example === undefined ? place.parents.at(-1)?.id : undefined;
    const known = isOfProject(entry) ? (place.project ?? "") : above;
    const id = known ?? idLike(example, entry.idType, { series: own, index, ordinal, offset });
    return { kind: entry.kind, id, index, ordinal, place };
  };
  const made = (kind: string, place: ServedPlace): readonly Slot[] => {
    const served = parts.kinds.get(kind);
    if (served === undefined) return otherSlots(kind, place, parts.others(kind, place));
    const present = otherSlots(kind, place, parts.present.get(kind) ?? [], served.entry.idField);
    const count = countIn(served, place, parts, itemOf);
    return [...present, ...Array.from({ length: count }, (_, index) => at(served, place, index))];
  };
  return {
    series,
    at,
    in: (kind, place) => {
      const key = `${kind} ${place.key}`;
      const known = kept.get(key) ?? made(kind, place);
      kept.set(key, known);
      return known;
    },
  };
}

/** A document that a project has one of in each place has no id but the project's. */
function isOfProject({ idField, list }: ServedEntry): boolean {
  return list.answers === "one" && /^project_?id$/i.test(idField);
}

/** A document exists or not; below a parent, every second one has none. */
function countIn(
  { entry, ancestors }: ServedKind,
  place: ServedPlace,
  { plan, isScalewayMadeUp }: ServedFleetParts,
  itemOf: (slot: Slot) => Item,
): number {
  if (entry.cloud === "scaleway" && !isScalewayMadeUp) return 0;
  const locality = place.locality ?? entry.locality;
  const isOffered = [...ancestors, entry.kind].every((kind) => plan.isOffered(kind, locality));
  const count = isOffered ? plan.count(entry.kind) : 0;
  const above = place.parents.at(-1);
  if (above !== undefined && !canOwn(entry, () => itemOf(above))) return 0;
  if (entry.list.answers !== "one") return count;
  return (above?.index ?? 0) % 2 === 0 ? Math.min(1, count) : 0;
}

function otherSlots(kind: string, place: ServedPlace, items: readonly Item[], idField = "id"): readonly Slot[] {
  return items.map((item, index) => {
    const id = String(valueAt(item, idField) ?? item["name"]);
    return { kind, id, index, ordinal: place.ordinal * stride + index, place, item };
  });
}
