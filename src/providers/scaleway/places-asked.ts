import { nearest } from "../../config/nearest.ts";
import { InventoryError } from "../../inventory/errors.ts";
import type { EndedScope, ScopeEntry } from "../../inventory/provider.ts";
import type { ResourceKind } from "../../inventory/resource-kind.ts";
import { accountScope } from "../../inventory/scope.ts";
import { everyPlace, isKnownPlace, isWithin } from "./localities.ts";

/** The form of a region or a zone: `fr-par`, `fr-par-1`. All that there ever were have it. */
export const placeForm = "[a-z]{2}-[a-z]{3}(-[1-9][0-9]?)?";
const place = new RegExp(`^${placeForm}$`);

/** What is wrong with a list of places, with the known place that is near to the first that is none. */
export function placeRefusal(text: string): string {
  const odd = text.split(",").map((entry) => entry.trim());
  const like = nearestPlace(odd.find((entry) => !place.test(entry)) ?? "");
  return `must hold regions or zones of Scaleway, such as fr-par or fr-par-1${like === undefined ? "" : `: did you mean ${like}?`}`;
}

/** What to tell of places that this version does not know: they are asked all the same. */
export function placeNotices({
  regions = [],
}: {
  readonly regions?: readonly string[] | undefined;
}): readonly string[] {
  return unknownPlaces(regions).map((name) => {
    const like = nearestPlace(name);
    const known = like === undefined ? "" : `, and the nearest known one is ${like}`;
    return `regions: ${unknownSentence(name)}; it is read all the same${known}`;
  });
}

export function unknownPlaces(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name) => !isKnownPlace(name)))];
}

export function unknownSentence(name: string): string {
  return `${name} is not in the list of places known to this version`;
}

/**
 * The places that somebody named, that this version does not know, and where nothing is offered: a typing error rather than a
 * new zone. An inventory of nothing must not come of it.
 */
export function unfoundPlaces(
  names: readonly string[],
  kinds: readonly ResourceKind[],
  ended: readonly EndedScope[],
): readonly ScopeEntry[] {
  return unknownPlaces(names).flatMap((name): readonly ScopeEntry[] => {
    const { inPlace, inRegion } = scopesAt(name, ended);
    const telling = inPlace.length > 0 ? inPlace : inRegion;
    if (telling.length === 0 || telling.some(({ outcome }) => outcome !== "not-offered")) return [];
    const there = [...inPlace, ...inRegion].filter(({ outcome }) => outcome === "not-offered");
    const like = nearestPlace(name);
    const meant = like === undefined ? "" : `; did you mean ${like}?`;
    const message = `regions: nothing is offered there, and ${unknownSentence(name)}${meant}`;
    return [
      {
        kinds: kinds.filter(({ id }) => there.some(({ kind }) => kind === id)),
        scope: { id: `${accountScope.id}/${name}`, locality: name },
        error: new InventoryError("NOT_FOUND", message),
      },
    ];
  });
}

/** The scopes in a place, and those in the region of a zone where that is unknown as well. */
function scopesAt(name: string, ended: readonly EndedScope[]) {
  const isIn = ({ scope: { locality } }: EndedScope): boolean => locality !== undefined && isWithin(locality, name);
  const isAbove = ({ scope: { locality = "" } }: EndedScope): boolean =>
    locality !== name && isWithin(name, locality) && !isKnownPlace(locality);
  return { inPlace: ended.filter(isIn), inRegion: ended.filter(isAbove) };
}

/** Separators are what is mistyped most, and a number is that of a zone: `par1` is nearer to `fr-par-1` than to `fr-par`. */
function nearestPlace(word: string): string | undefined {
  const bare = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const isNumbered = /\d$/.test(word);
  const known = everyPlace.filter((one) => /\d$/.test(one) === isNumbered);
  const like = nearest(bare(word).slice(0, 60), known.map(bare));
  return known.find((one) => bare(one) === like);
}
