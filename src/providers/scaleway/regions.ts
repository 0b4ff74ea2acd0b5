import type { RegionRow } from "../region-table.ts";

/** Regions and zones of Scaleway's own availability page. */
export const regionTable: readonly RegionRow[] = [
  { name: /^fr-par(-\d)?$/, city: "Paris", country: "FR" },
  { name: /^nl-ams(-\d)?$/, city: "Amsterdam", country: "NL" },
  { name: /^pl-waw(-\d)?$/, city: "Warsaw", country: "PL" },
  { name: /^it-mil(-\d)?$/, city: "Milan", country: "IT" },
];
