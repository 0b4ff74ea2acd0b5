import type { RegionRow } from "../region-table.ts";

/** Data centres and regions as OVHcloud's public pages list them; a number behind a name is a deployment in the same place. */
export const regionTable: readonly RegionRow[] = [
  { name: /^GRA\d*$/, city: "Gravelines", country: "FR" },
  { name: /^RBX\d*$/, city: "Roubaix", country: "FR" },
  { name: /^SBG\d*$/, city: "Strasbourg", country: "FR" },
  { name: /^EU-WEST-PAR$/, city: "Paris", country: "FR" },
  { name: /^DE\d*$/, city: "Limburg", country: "DE" },
  { name: /^WAW\d*$/, city: "Warsaw", country: "PL" },
  { name: /^UK\d*$/, city: "London", country: "GB" },
  { name: /^EU-SOUTH-MIL$/, city: "Milan", country: "IT" },
  { name: /^BHS\d*$/, city: "Beauharnois", country: "CA" },
  { name: /^CA-EAST-TOR$/, city: "Toronto", country: "CA" },
  { name: /^US-EAST-VA(-\d+)?$/, city: "Vint Hill", country: "US" },
  { name: /^US-WEST-OR(-\d+)?$/, city: "Hillsboro", country: "US" },
  { name: /^SGP\d*$/, city: "Singapore", country: "SG" },
  { name: /^SYD\d*$/, city: "Sydney", country: "AU" },
];

/** The region of what may be in several: none where it is. */
export function onlyRegion(regions: readonly string[] | null | undefined): string | undefined {
  return regions?.length === 1 ? regions[0] : undefined;
}
