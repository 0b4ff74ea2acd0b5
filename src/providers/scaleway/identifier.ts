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
