import type { Endpoint } from "../../inventory/resource.ts";
import type { Scope } from "../../inventory/scope.ts";
import { identifier } from "../../listing/endpoints.ts";

/** The id of something that a connector of Scaleway takes, which asks for its project and its place. */
export function placedIdentifier(id: string, scope: Scope, place: "zone" | "region"): Endpoint {
  return identifier(id, { project_id: scope.project ?? "", [place]: scope.locality ?? "" });
}
