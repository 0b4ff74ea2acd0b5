import type { OperatorSettings } from "../config/operator-settings.ts";

/** Where a region or zone physically sits. */
export interface Place {
  readonly city: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

interface RegionRow extends Place {
  readonly provider: string;
  /** Matches the whole name of a region or zone. */
  readonly name: RegExp;
}

// Control planes may stop backups that leave a country (residency rules), so a wrong country does harm and an absent one does
// not: only places that the vendors name publicly stand here, and local zones, whose names are many, do not.
// OVHcloud: data centres and regions as its public pages list them; a number behind a name is a deployment in the same place.
// Scaleway: regions of its own availability page.
const rows: readonly RegionRow[] = [
  { provider: "ovh", name: /^GRA\d*$/, city: "Gravelines", country: "FR" },
  { provider: "ovh", name: /^RBX\d*$/, city: "Roubaix", country: "FR" },
  { provider: "ovh", name: /^SBG\d*$/, city: "Strasbourg", country: "FR" },
  { provider: "ovh", name: /^EU-WEST-PAR$/, city: "Paris", country: "FR" },
  { provider: "ovh", name: /^DE\d*$/, city: "Limburg", country: "DE" },
  { provider: "ovh", name: /^WAW\d*$/, city: "Warsaw", country: "PL" },
  { provider: "ovh", name: /^UK\d*$/, city: "London", country: "GB" },
  { provider: "ovh", name: /^EU-SOUTH-MIL$/, city: "Milan", country: "IT" },
  { provider: "ovh", name: /^BHS\d*$/, city: "Beauharnois", country: "CA" },
  { provider: "ovh", name: /^CA-EAST-TOR$/, city: "Toronto", country: "CA" },
  { provider: "ovh", name: /^US-EAST-VA(-\d+)?$/, city: "Vint Hill", country: "US" },
  { provider: "ovh", name: /^US-WEST-OR(-\d+)?$/, city: "Hillsboro", country: "US" },
  { provider: "ovh", name: /^SGP\d*$/, city: "Singapore", country: "SG" },
  { provider: "ovh", name: /^SYD\d*$/, city: "Sydney", country: "AU" },
  { provider: "scaleway", name: /^fr-par(-\d)?$/, city: "Paris", country: "FR" },
  { provider: "scaleway", name: /^nl-ams(-\d)?$/, city: "Amsterdam", country: "NL" },
  { provider: "scaleway", name: /^pl-waw(-\d)?$/, city: "Warsaw", country: "PL" },
  { provider: "scaleway", name: /^it-mil(-\d)?$/, city: "Milan", country: "IT" },
];

/** How a provider tells the country of its regions, unless the operator turned that off. */
export function countryTeller(
  provider: string,
  { tellsCountry = true }: OperatorSettings,
): (region: string) => string | undefined {
  return tellsCountry ? (region) => placeOf(provider, region)?.country : () => undefined;
}

/** Where a provider's region or zone is; undefined where that is not known for certain. */
export function placeOf(provider: string, region: string): Place | undefined {
  return rows.find((row) => row.provider === provider && row.name.test(region));
}
