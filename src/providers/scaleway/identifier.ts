import type { Endpoint } from "../../inventory/resource.ts";
import type { Scope } from "../../inventory/scope.ts";

/** The provider's id as an endpoint. */
export function identifier(id: string, attributes: Endpoint["attributes"] = {}): Endpoint {
  return { type: "identifier", endpoint: id, attributes };
}

/** The id of something that a connector of Scaleway takes, which asks for its project and its place. */
export function placedIdentifier(id: string, scope: Scope, place: "zone" | "region"): Endpoint {
  return identifier(id, { project_id: scope.project ?? "", [place]: scope.locality ?? "" });
}

/** An address, of whichever family. */
export function addressEndpoint(address: string, attributes: Endpoint["attributes"] = {}): Endpoint {
  return { type: address.includes(":") ? "inet6" : "inet4", endpoint: address, attributes };
}

/** The host of a URL as an endpoint; none where there is none. */
export function hostOf(url: string | null | undefined): Endpoint[] {
  return url && URL.canParse(url) ? [{ type: "host", endpoint: new URL(url).hostname, attributes: {} }] : [];
}
