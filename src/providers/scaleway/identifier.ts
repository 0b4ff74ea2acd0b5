import type { Endpoint } from "../../inventory/resource.ts";
import type { Scope } from "../../inventory/scope.ts";

/** The provider's id as an endpoint, with the place that a connector has to know. */
export function identifier(id: string, scope: Scope, place: "zone" | "region"): Endpoint {
  return {
    type: "identifier",
    endpoint: id,
    attributes: { project_id: scope.project ?? "", [place]: scope.locality ?? "" },
  };
}

/** The host of a URL as an endpoint; none where there is none. */
export function hostOf(url: string | null | undefined): Endpoint[] {
  return url && URL.canParse(url) ? [{ type: "host", endpoint: new URL(url).hostname, attributes: {} }] : [];
}
