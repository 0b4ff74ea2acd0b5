import { Blockv1 } from "@scaleway/sdk-block";
import type { ApiLocality } from "@scaleway/sdk-client";
import { Instancev1 } from "@scaleway/sdk-instance";
import { Secretv1beta1 } from "@scaleway/sdk-secret";
import { contradictedAbsence, withoutAbsence } from "../../inventory/absence.ts";
import { InventoryError } from "../../inventory/errors.ts";
import type { ResourceKind } from "../../inventory/resource-kind.ts";
import type { Scope } from "../../inventory/scope.ts";

// The SDK's own lists lag behind: none holds Milan, which is asked for what a recording shows it to have. It answered 200 for the
// Instance API (scaleway/scaleway-cli), and for Block Storage and S3 (scaleway/terraform-provider-scaleway).
const missingFromSdk: Readonly<Record<string, readonly string[]>> = {
  instance: ["it-mil-1"],
  block: ["it-mil-1"],
  s3: ["it-mil"],
};

// Object Storage is not in the SDK; its regions are those of its documentation.
const byService: Readonly<Record<string, readonly string[]>> = {
  instance: placesIn(Instancev1.API.LOCALITY),
  block: placesIn(Blockv1.API.LOCALITY),
  secret: placesIn(Secretv1beta1.API.LOCALITY),
  s3: ["fr-par", "nl-ams", "pl-waw"],
};

function listedPlaces(service: string): readonly string[] {
  const places = byService[service];
  if (places !== undefined) return places;
  throw new InventoryError(
    "INTERNAL",
    `no list of places is known for Scaleway's ${service}; this is a defect of the plugin`,
  );
}

/**
 * The error of a place that says not to have a product: against the SDK's own list of the product's places it is no absence.
 * Every other place was only guessed, or named by the operator.
 */
export function checkedAbsence(error: InventoryError, kind: ResourceKind, scope: Scope): InventoryError {
  if (!error.notOffered) return error;
  // What belongs to no place is there or is not; no place says so.
  if (scope.locality === undefined) return withoutAbsence(error);
  if (!listedPlaces(kind.service).includes(scope.locality)) return error;
  return contradictedAbsence(error, "Scaleway's SDK lists the product there", kind, scope);
}

/** Whether two kinds are served by one API in one version, whose places are the same by the SDK's own list. */
export function sharesPlaces(kind: ResourceKind, other: ResourceKind): boolean {
  const apiOf = ({ path }: ResourceKind): string => path.split("/").slice(0, 3).join("/");
  const isPlaced = kind.locality === other.locality && (kind.locality === "zone" || kind.locality === "region");
  return (
    isPlaced &&
    apiOf(kind) === apiOf(other) &&
    String(listedPlaces(kind.service)) === String(listedPlaces(other.service))
  );
}

/** Every region and zone that any list of places knows. */
export const everyPlace: readonly string[] = [
  ...new Set([...Object.values(byService), ...Object.values(missingFromSdk)].flat()),
].sort();

/** Whether any list of places knows a region or zone. */
export function isKnownPlace(place: string): boolean {
  return everyPlace.includes(place);
}

/**
 * The regions or zones where a kind is asked for. A place without the product answers "unknown service" and ends as
 * `not-offered`; a place that is not asked would be lost in silence, so the list errs on the long side.
 *
 * @param names the configured regions and zones; all when empty. A region stands for its zones, and a zone for its region
 * where a list has no zones. A kind that is known in none of them is asked for there all the same, and the answer tells. So is
 * a place that is newer than every list.
 */
export function placesOf({ locality, service }: ResourceKind, names: readonly string[]): readonly string[] {
  if (locality !== "zone" && locality !== "region") return [];
  const listed = [...new Set([...listedPlaces(service), ...(missingFromSdk[service] ?? [])])];
  if (names.length === 0) return listed;
  const isChosen = (place: string): boolean => names.some((name) => isWithin(place, name) || isWithin(name, place));
  const chosen = listed.filter(isChosen);
  const unknown = names.filter((name) => !isKnownPlace(name)).flatMap((name) => newPlaces(name, locality));
  if (chosen.length + unknown.length > 0) return [...new Set([...chosen, ...unknown])];
  return everyPlace.filter((place) => isZone(place) === (locality === "zone") && isChosen(place));
}

// No region has more zones; which a new one has is not known.
const mostZones = 3;

/** Where a kind is asked for in a place that no list knows: a zone for itself, and for its region. */
function newPlaces(name: string, locality: "zone" | "region"): readonly string[] {
  if (locality === "region") return [name.replace(/-\d+$/, "")];
  return isZone(name) ? [name] : Array.from({ length: mostZones }, (_, index) => `${name}-${index + 1}`);
}

/** Whether a region or zone is another one, or a zone of it. */
export function isWithin(place: string, region: string): boolean {
  return place === region || (isZone(place) && place.startsWith(`${region}-`));
}

function isZone(place: string): boolean {
  return /-\d+$/.test(place);
}

function placesIn(locality: ApiLocality): readonly string[] {
  if (locality.type === "zone") return locality.zones;
  return locality.type === "region" ? locality.regions : [];
}
