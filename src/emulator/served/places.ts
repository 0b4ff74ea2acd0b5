import type { Plan } from "../plan.ts";
import { regions, zones } from "../scaleway/localities.ts";
import { type ServedKind, wordOf } from "./catalogue.ts";
import { placeBelow, type ServedPlace, type Slot, type Within } from "./place.ts";

/** Who owns what is served. */
export interface ServedAccount {
  readonly plan: Plan;
  readonly ovhProjectIds: readonly string[];
  readonly scalewayProjectIds: readonly string[];
}

/** The slots of a kind in a place. */
export type SlotsIn = (kind: string, place: ServedPlace) => readonly Slot[];

/** Every place of a kind, as far as a request does not say where it asks. */
export function placesOf(
  served: ServedKind,
  account: ServedAccount,
  within: Within,
  slots: SlotsIn,
): readonly ServedPlace[] {
  return served.ancestors.reduce(
    (places, kind) =>
      places.flatMap((place) => {
        const only = within.ancestors.get(kind);
        const above = slots(kind, place);
        return (only === undefined ? above : above.filter(({ id }) => String(id) === only)).map(placeBelow);
      }),
    homesOf(served, account, within),
  );
}

function homesOf(served: ServedKind, account: ServedAccount, within: Within): readonly ServedPlace[] {
  const { home, top } = served;
  const isOvh = top.cloud === "ovh";
  const bare = { project: undefined, locality: undefined, walks: [], parents: [] };
  if (home === "organization") return [{ ...bare, key: "organization", ordinal: 0 }];
  if (home === "account") return walked(served, within, { ...bare, key: "account", ordinal: 0 });
  const localities = home === "project" ? [undefined] : localitiesOf(served, account.plan);
  const projects = isOvh ? account.ovhProjectIds : account.scalewayProjectIds;
  return projects.flatMap((project, number) =>
    localities.flatMap((locality) => {
      if (within.project !== undefined && within.project !== project) return [];
      if (within.locality !== undefined && within.locality !== locality) return [];
      const key = locality === undefined ? project : `${project} ${locality}`;
      return walked(served, within, {
        ...bare,
        project,
        locality,
        key,
        // A number that stays when another region is not offered.
        ordinal: number * 1000 + (locality === undefined ? 0 : placeOf(locality, account.plan)),
      });
    }),
  );
}

function placeOf(locality: string, { ovhRegions }: Plan): number {
  const names = [...zones, ...regions, ...ovhRegions.map(({ name }) => name)];
  return names.indexOf(locality);
}

/** What is enumerated without being a kind: two of each. */
export function walkValues(name: string): readonly string[] {
  return [1, 2].map((number) => `${wordOf(name)}-${number}`);
}

function walked({ walks }: ServedKind, within: Within, home: ServedPlace): readonly ServedPlace[] {
  return walks.reduce<readonly ServedPlace[]>(
    (places, { name }, position) =>
      places.flatMap((place) =>
        walkValues(name).flatMap((value, number) => {
          const only = within.walks.get(position);
          if (only !== undefined && only !== value) return [];
          const walks = [...place.walks, value];
          return [{ ...place, key: `${place.key} ${value}`, ordinal: place.ordinal * 2 + number, walks }];
        }),
      ),
    [home],
  );
}

/** The regions or zones that hold a kind and everything above it. */
function localitiesOf({ entry, top, ancestors }: ServedKind, plan: Plan): readonly string[] {
  const isThere = (name: string) =>
    [...ancestors, entry.kind].every((kind) => plan.isOffered(kind, name)) &&
    [entry, top].every(({ list: { localities } }) => localities === null || localities.includes(name));
  if (top.cloud === "ovh") {
    return plan.ovhRegions
      .filter((region) => isThere(region.name) && hasService(region, top.service))
      .map(({ name }) => name);
  }
  const all = top.locality === "zone" ? zones : regions;
  return all.filter((name) => plan.scalewayLocalities.has(name) && isThere(name));
}

/** Whether a region has the service that a kind needs, if it needs one. */
export function hasService({ services }: { readonly services: readonly string[] }, service: string | null): boolean {
  return service === null || services.some((name) => name.startsWith(service));
}
