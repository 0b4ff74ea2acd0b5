import type { Item } from "../lists.ts";
import type { Role } from "./catalogue.ts";

/** Where items are: in an account, a project, one of its regions or zones, or below another item. */
export interface ServedPlace {
  /** No two places of a kind have the same. */
  readonly key: string;
  /** Its number among all places of a kind. */
  readonly ordinal: number;
  readonly project: string | undefined;
  readonly locality: string | undefined;
  /** What stands in the places of the path that no kind fills. */
  readonly walks: readonly string[];
  /** The items above, from the topmost down. */
  readonly parents: readonly Slot[];
}

/** An item before it is filled in: all that others have to know of it. */
export interface Slot {
  readonly kind: string;
  readonly id: string | number;
  /** Among the items of its place. */
  readonly index: number;
  /** Among all items of the kind. */
  readonly ordinal: number;
  readonly place: ServedPlace;
  /** The whole item, where it exists without an example. */
  readonly item?: Item;
}

/** What a request says about where it asks. */
export interface Within {
  readonly project?: string | undefined;
  readonly locality?: string | undefined;
  readonly walks: ReadonlyMap<number, string>;
  /** The id of an item above, by its kind. */
  readonly ancestors: ReadonlyMap<string, string>;
}

/** Everywhere. */
export const everywhere: Within = { walks: new Map(), ancestors: new Map() };

/** The place below an item. */
export function placeBelow(slot: Slot): ServedPlace {
  const { place, id, ordinal } = slot;
  return { ...place, key: `${place.key}/${id}`, ordinal, parents: [...place.parents, slot] };
}

/** What the parameters of a path say about where a request asks. */
export function withinOf(roles: ReadonlyMap<string, Role>, parameter: (name: string) => string): Within {
  const all = [...roles].map(([name, role]) => ({ role, value: parameter(name) }));
  return {
    project: all.find(({ role }) => role.is === "project")?.value,
    locality: all.find(({ role }) => role.is === "locality")?.value,
    walks: new Map(all.flatMap(({ role, value }) => (role.is === "walk" ? [[role.place, value] as const] : []))),
    ancestors: new Map(all.flatMap(({ role, value }) => (role.is === "ancestor" ? [[role.kind, value] as const] : []))),
  };
}
