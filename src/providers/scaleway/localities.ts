import { contradictedAbsence, withoutAbsence } from "../../inventory/absence.ts";
import { InventoryError } from "../../inventory/errors.ts";
import type { Scope } from "../../inventory/scope.ts";
import type { ListedKind } from "../../listing/kind.ts";
import { placesOfApi } from "./places.gen.ts";

/** Where Object Storage lives, which is no JSON API and not in the SDK. */
const objectStorage = "/";

// The SDK's own lists lag behind: none holds Milan, which is asked for what a recording shows it to have, or a newer SDK names. It
// answered 200 for the Instance API (scaleway/scaleway-cli), and for Block Storage and S3 (scaleway/terraform-provider-scaleway). The
// networks below name it in newer versions (scaleway/scaleway-sdk-js, `LOCALITIES` of vpc 2.12.0, ipam 2.11.0, vpcgw 2.10.0,
// interlink 2.9.0 and s2s_vpn 2.11.0).
const missingFromSdk: Readonly<Record<string, readonly string[]>> = {
  "/instance/v1": ["it-mil-1"],
  "/block/v1": ["it-mil-1"],
  "/vpc/v2": ["it-mil"],
  "/ipam/v1": ["it-mil"],
  "/vpc-gw/v2": ["it-mil-1"],
  "/interlink/v1beta1": ["it-mil"],
  "/s2s-vpn/v1alpha1": ["it-mil"],
  [objectStorage]: ["it-mil"],
};

// Object Storage's regions are those of its documentation.
const byApi: Readonly<Record<string, readonly string[]>> = {
  ...placesOfApi,
  [objectStorage]: ["fr-par", "nl-ams", "pl-waw"],
};

/** Where the API of a kind lives: `/instance/v1`. */
function apiOf({ list }: Pick<ListedKind, "list">): string {
  const path = list.calls.find(({ of }) => of === "list")?.path ?? objectStorage;
  return path.split("/").slice(0, 3).join("/");
}

function listedPlaces(kind: ListedKind): readonly string[] {
  const places = byApi[apiOf(kind)];
  if (places !== undefined) return places;
  throw new InventoryError(
    "INTERNAL",
    `no list of places is known for Scaleway's ${apiOf(kind)}; this is a defect of the plugin`,
  );
}

/**
 * The error of a place that says not to have a product: against the SDK's own list of the product's places it is no absence.
 * Every other place was only guessed, or named by the operator.
 */
export function checkedAbsence(error: InventoryError, kind: ListedKind, scope: Scope): InventoryError {
  if (!error.notOffered) return error;
  // What belongs to no place is there or is not; no place says so.
  if (scope.locality === undefined) return withoutAbsence(error);
  if (!listedPlaces(kind).includes(scope.locality)) return error;
  return contradictedAbsence(error, "Scaleway's SDK lists the product there", kind, scope);
}

/** Whether two kinds are served by one API in one version, whose places are the same by the SDK's own list. */
export function sharesPlaces(kind: ListedKind, other: ListedKind): boolean {
  const isPlaced = kind.locality === other.locality && (kind.locality === "zone" || kind.locality === "region");
  return isPlaced && apiOf(kind) === apiOf(other) && String(listedPlaces(kind)) === String(listedPlaces(other));
}

/** Every region and zone that any list of places knows. */
export const everyPlace: readonly string[] = [
  ...new Set([...Object.values(byApi), ...Object.values(missingFromSdk)].flat()),
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
export function placesOf(kind: ListedKind, names: readonly string[]): readonly string[] {
  const { locality } = kind;
  if (locality !== "zone" && locality !== "region") return [];
  const listed = [...new Set([...listedPlaces(kind), ...(missingFromSdk[apiOf(kind)] ?? [])])];
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
