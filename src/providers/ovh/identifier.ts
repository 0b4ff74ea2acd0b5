import type { Endpoint } from "../../inventory/resource.ts";
import type { Scope } from "../../inventory/scope.ts";

/** The provider's id as an endpoint, with what a connector must know to use it. */
export function identifier(id: string, scope: Scope, region: string | null | undefined): Endpoint {
  const place = region ? { region } : {};
  return { type: "identifier", endpoint: id, attributes: { project_id: scope.project ?? "", ...place } };
}
