import { nearestChoice } from "../../config/nearest-choice.ts";
import { InventoryError } from "../../inventory/errors.ts";
import type { EndedScope, ScopeEntry } from "../../inventory/provider.ts";
import type { ResourceKind } from "../../inventory/resource-kind.ts";
import { accountScope } from "../../inventory/scope.ts";
import { everyPlace, isKnownPlace, isWithin } from "./localities.ts";

/** The form of a region or a zone: `fr-par`, `fr-par-1`. All that there ever were have it. */
export const placeForm = "[a-z]{2}-[a-z]{3}(-[1-9][0-9]?)?";

/** What is wrong with a list that holds anything else. */
export const placeRule = "must hold regions or zones of Scaleway, such as fr-par or fr-par-1";

/** What to tell of places that this version does not know: they are asked all the same. */
export function placeNotices({
  regions = [],
}: {
  readonly regions?: readonly string[] | undefined;
}): readonly string[] {
  return unknownPlaces(regions).map((name) => {
    const like = nearestChoice(name, everyPlace);
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
    const like = nearestChoice(name, everyPlace);
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
