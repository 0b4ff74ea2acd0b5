import { Blockv1 } from "@scaleway/sdk-block";
import type { ApiLocality } from "@scaleway/sdk-client";
import { Instancev1 } from "@scaleway/sdk-instance";
import { Secretv1beta1 } from "@scaleway/sdk-secret";
import { InventoryError } from "../../inventory/errors.ts";
import type { ResourceKind } from "../../inventory/resource-kind.ts";

// The SDK's own lists lag behind: none holds Milan, which answers 200 for Block Storage and S3 (recorded answers of scaleway/terraform-provider-scaleway).
const missingFromSdk = { zone: ["it-mil-1"], region: ["it-mil"] };

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

/** Whether Scaleway's own SDK says that a place has the product. */
export function isListedBySdk({ service }: ResourceKind, place: string | undefined): boolean {
  return place !== undefined && listedPlaces(service).includes(place);
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
  const listed = [...new Set([...listedPlaces(service), ...missingFromSdk[locality]])];
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
