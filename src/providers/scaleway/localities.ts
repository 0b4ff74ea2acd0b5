import { Blockv1 } from "@scaleway/sdk-block";
import type { ApiLocality } from "@scaleway/sdk-client";
import { Instancev1 } from "@scaleway/sdk-instance";
import { Secretv1beta1 } from "@scaleway/sdk-secret";
import type { ResourceKind } from "../../inventory/resource-kind.ts";

// The SDK's own lists lag behind: none holds Milan, which answers 200 for Block Storage and S3 (scaleway-api.md section 3).
const missingFromSdk = { zone: ["it-mil-1"], region: ["it-mil"] };

// Object Storage is not in the SDK; its regions are those of its documentation.
const byService: Readonly<Record<string, readonly string[]>> = {
  instance: placesIn(Instancev1.API.LOCALITY),
  block: placesIn(Blockv1.API.LOCALITY),
  secret: placesIn(Secretv1beta1.API.LOCALITY),
  s3: ["fr-par", "nl-ams", "pl-waw"],
};

/**
 * The regions or zones where a kind is asked for. A place without the product answers "unknown service" and ends as
 * `not-offered`; a place that is not asked would be lost in silence, so the list errs on the long side.
 */
export function placesOf({ locality, service }: ResourceKind): readonly string[] {
  if (locality !== "zone" && locality !== "region") return [];
  return [...new Set([...(byService[service] ?? []), ...missingFromSdk[locality]])];
}

function placesIn(locality: ApiLocality): readonly string[] {
  if (locality.type === "zone") return locality.zones;
  return locality.type === "region" ? locality.regions : [];
}
