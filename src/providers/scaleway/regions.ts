import type { RegionRow } from "../region-table.ts";

/** Regions and zones of Scaleway's own availability page. */
export const regionTable: readonly RegionRow[] = [
  { name: /^fr-par(-\d)?$/, city: "Paris", country: "FR" },
  { name: /^nl-ams(-\d)?$/, city: "Amsterdam", country: "NL" },
  { name: /^pl-waw(-\d)?$/, city: "Warsaw", country: "PL" },
  { name: /^it-mil(-\d)?$/, city: "Milan", country: "IT" },
];

/** The region that a zone is in, such as `fr-par` of `fr-par-1`. */
export function regionOf(zone: string): string {
  return zone.replace(/-\d$/, "");
}
