import { usualAccountName } from "../ovh/account.ts";
import type { Series } from "../random.ts";
import { regionOfZone, zones } from "../scaleway/localities.ts";
import { nameOf } from "../words.ts";
import { lastWordOf, parametersOf, rolesOf, type ServedKind } from "./catalogue.ts";
import type { ServedPlace, Slot } from "./place.ts";
import { hasService, type ServedAccount } from "./places.ts";
import { type Marks, plainKey, valueAt } from "./stamp.ts";

/** What marks are taken from. */
export interface MarksParts extends ServedAccount {
  readonly organizationId: string;
  readonly kinds: ReadonlyMap<string, ServedKind>;
  series(name: string): Series;
  slotAt(kind: ServedKind, place: ServedPlace, index: number): Slot;
}

type Value = string | number;

/** All that tells one item from the others of its kind. */
export function marksOf(
  served: ServedKind,
  slot: Slot,
  common: { readonly name: string; readonly createdAtMs: number },
  parts: MarksParts,
): Marks {
  const { entry } = served;
  const values = new Map<string, Value>([
    ...ownNumbers(served, slot),
    ...siblingValues(served, slot, parts),
    ...aboveValues(served, slot),
    ...placeValues(served, slot, parts),
  ]);
  return {
    ...common,
    idField: entry.idField,
    id: slot.id,
    ordinal: slot.ordinal,
    valueAt: (key, example) => (isOtherRegion(key, example) ? undefined : values.get(key)),
    uuid: (example) => parts.series(`${slot.kind} ${slot.place.key} ${example}`).uuid(slot.index),
    locality: (example) => (entry.cloud === "ovh" ? example : localised(example, slot.place.locality)),
    replacements: replacementsOf(served, slot, values, parts),
  };
}

/** Whether a region is none of Public Cloud's (`GRA11`, `EU-WEST-PAR`), but one of a product's own list: `EU_WEST_GRA` of Rancher. */
function isOtherRegion(key: string, example: Value): boolean {
  return regionKeys.includes(key) && !/^[A-Z][A-Z0-9-]*$/.test(String(example));
}

const regionKeys = ["region", "regionname"];

/** Where the item is. */
function placeValues({ entry }: ServedKind, { place, index }: Slot, parts: MarksParts): [string, Value][] {
  const values: [string, Value][] = [];
  const { project, locality } = place;
  if (project !== undefined) values.push(["projectid", project], ["project", project], ["defaultprojectid", project]);
  if (entry.cloud === "scaleway") {
    values.push(["organizationid", parts.organizationId], ["organization", parts.organizationId]);
    return values;
  }
  const region = locality ?? (project === undefined ? undefined : regionAt(entry.service, index, place, parts));
  if (region !== undefined) values.push(...regionKeys.map((key): [string, Value] => [key, region]));
  return values;
}

/** Lists of a whole project are spread over its regions; what is below an item is where that is. */
function regionAt(service: string | null, index: number, { parents }: ServedPlace, { plan, kinds }: MarksParts) {
  const [above] = parents;
  const kind = above?.kind ?? "";
  const needed = kinds.get(kind)?.entry.service ?? service;
  const there = plan.ovhRegions.filter((region) => hasService(region, needed) && plan.isOffered(kind, region.name));
  return there[(above?.index ?? index) % there.length]?.name;
}

/** What stands above the item, under the names that the path and the usual words have for it. */
function aboveValues(served: ServedKind, { place }: Slot): [string, Value][] {
  const roles = rolesOf(served, served.entry.list.path, false);
  const named = parametersOf(served.entry.list.path).map((name) => ({ name, role: roles.get(name) }));
  return place.parents.flatMap((parent) => {
    const word = plainKey(lastWordOf(parent.kind));
    const own = named.filter(({ role }) => role?.is === "ancestor" && role.kind === parent.kind);
    const keys = [`${word}id`, ...own.map(({ name }) => plainKey(name))].filter(
      (key) => key !== "id" && key !== "name",
    );
    return [...keys.map((key): [string, Value] => [key, parent.id]), [`${word}name`, nameAbove(parent)]];
  });
}

function nameAbove({ index, kind }: Slot): string {
  return nameOf(index, lastWordOf(kind));
}

/** A second id of the item's own: the `serverId` of a server. */
function ownNumbers({ entry }: ServedKind, { ordinal }: Slot): [string, Value][] {
  const word = lastWordOf(entry.kind);
  const keys = [word, word.replace(/^.*-/, "")].map((name) => `${plainKey(name)}id`);
  return Object.entries(entry.example).flatMap(([key, value]): [string, Value][] =>
    keys.includes(plainKey(key)) && typeof value === "number" ? [[plainKey(key), value + ordinal]] : [],
  );
}

/** Others of the same product in the same place: the backup of an instance names an instance that exists. */
function siblingValues(served: ServedKind, { place, index }: Slot, parts: MarksParts): [string, Value][] {
  return siblingsOf(served, parts.kinds).flatMap(({ key, stem, other }): [string, Value][] => {
    const count = isIn(other, place, parts) ? parts.plan.count(other.entry.kind) : 0;
    if (count === 0) return [];
    const slot = parts.slotAt(other, place, index % count);
    return [
      [plainKey(key), slot.id],
      [`${plainKey(stem)}name`, nameAbove(slot)],
    ];
  });
}

interface Sibling {
  readonly key: string;
  readonly stem: string;
  readonly other: ServedKind;
}

/** Found once for each kind: items are many. */
const siblings = new WeakMap<ServedKind, readonly Sibling[]>();

function siblingsOf(served: ServedKind, kinds: ReadonlyMap<string, ServedKind>): readonly Sibling[] {
  const known = siblings.get(served) ?? findSiblings(served, [...kinds.values()]);
  siblings.set(served, known);
  return known;
}

function findSiblings({ entry, ancestors }: ServedKind, kinds: readonly ServedKind[]): readonly Sibling[] {
  const product = entry.kind.slice(0, entry.kind.lastIndexOf("."));
  return Object.keys(entry.example).flatMap((key) => {
    const stem = /^(\w+?)_?[iI]d$/.exec(key)?.[1];
    if (stem === undefined) return [];
    const other = kinds.find(
      ({ entry: { kind, list }, ancestors: above }) =>
        kind !== entry.kind &&
        list.answers !== "one" &&
        kind.startsWith(`${product}.`) &&
        above.join() === ancestors.join() &&
        [lastWordOf(kind), lastWordOf(kind).replace(/^[a-z0-9]+-/, "")].some(
          (word) => plainKey(word) === plainKey(stem),
        ),
    );
    return other === undefined ? [] : [{ key, stem, other }];
  });
}

function isIn({ entry }: ServedKind, { locality }: ServedPlace, { plan }: MarksParts): boolean {
  const { localities } = entry.list;
  const name = locality ?? entry.locality;
  return plan.isOffered(entry.kind, name) && (locality === undefined || (localities?.includes(locality) ?? true));
}

/** What the example says of itself, and what the item says instead, for texts that hold it. */
function replacementsOf({ entry }: ServedKind, { id }: Slot, values: ReadonlyMap<string, Value>, { plan }: MarksParts) {
  const own: [string, string][] = [[usualAccountName, plan.ovhAccountName]];
  const example = valueAt(entry.example, entry.idField);
  if (typeof example === "string" && example !== "") own.push([example, String(id)]);
  for (const [key, value] of Object.entries(entry.example)) {
    const other = values.get(plainKey(key));
    if (typeof value === "string" && value.length >= 8 && typeof other === "string") own.push([value, other]);
  }
  return own;
}

const places = /\b(fr-par|nl-ams|pl-waw|it-mil)(-\d)?\b/g;

/** The text with the item's own region or zone in place of the example's. */
function localised(text: string, locality: string | undefined): string {
  if (locality === undefined) return text;
  const isZone = zones.includes(locality);
  const region = isZone ? regionOfZone(locality) : locality;
  return text.replace(places, (_, __, number: string | undefined) => {
    if (number === undefined) return region;
    if (isZone) return locality;
    return zones.includes(region + number) ? region + number : `${region}-1`;
  });
}
