/** Scaleway's zones (https://github.com/scaleway/scaleway-sdk-go, `scw/locality.go`; Milan since 2026). */
export const zones: readonly string[] = [
  "fr-par-1",
  "fr-par-2",
  "fr-par-3",
  "nl-ams-1",
  "nl-ams-2",
  "nl-ams-3",
  "pl-waw-1",
  "pl-waw-2",
  "pl-waw-3",
  "it-mil-1",
];

/** `fr-par-1` lies in `fr-par`. */
export function regionOfZone(zone: string): string {
  return zone.slice(0, zone.lastIndexOf("-"));
}

/** Scaleway's regions. */
export const regions: readonly string[] = [...new Set(zones.map(regionOfZone))];
