import type { OperatorSettings } from "../config/operator-settings.ts";

/** Where a region or zone physically sits. */
export interface Place {
  readonly city: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Regions or zones of a provider that are in one place. */
export interface RegionRow extends Place {
  /** Matches the whole name of a region or zone. */
  readonly name: RegExp;
}

// Control planes may stop backups that leave a country (residency rules), so a wrong country does harm and an absent one does
// not: providers name only places that the vendors name publicly, and local zones, whose names are many, are not among them.

/** How a provider tells the country of its regions, unless the operator turned that off. */
export function countryTeller(
  rows: readonly RegionRow[],
  { tellsCountry = true }: OperatorSettings,
): (region: string) => string | undefined {
  if (!tellsCountry) return () => undefined;
  // Lists come place by place, and each of a million resources asks.
  let last: { readonly region: string; readonly country: string | undefined } | undefined;
  return (region) => {
    if (last?.region !== region) last = { region, country: placeIn(rows, region)?.country };
    return last.country;
  };
}

/** Where a region or zone is; undefined where that is not known for certain. */
export function placeIn(rows: readonly RegionRow[], region: string): Place | undefined {
  return rows.find(({ name }) => name.test(region));
}
