import type { Endpoint } from "../../inventory/resource.ts";
import type { Scope } from "../../inventory/scope.ts";

/** The provider's id as an endpoint, with what a connector must know to use it. */
export function identifier(id: string, scope: Scope, region: string | null | undefined): Endpoint {
  const place = region ? { region } : {};
  return { type: "identifier", endpoint: id, attributes: { project_id: scope.project ?? "", ...place } };
}

/** An address, of whichever family. */
export function addressEndpoint(address: string, attributes: Endpoint["attributes"] = {}): Endpoint {
  return { type: address.includes(":") ? "inet6" : "inet4", endpoint: address, attributes };
}

/** The host of a URL; undefined where it is none. */
export function hostEndpoint(url: string | null | undefined): Endpoint | undefined {
  if (!url) return undefined;
  const host = URL.canParse(url) ? new URL(url).hostname : url;
  return { type: "host", endpoint: host, attributes: {} };
}
