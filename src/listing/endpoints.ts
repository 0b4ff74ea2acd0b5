import type { Endpoint } from "../inventory/resource.ts";

/** The provider's id as an endpoint. */
export function identifier(id: string, attributes: Endpoint["attributes"] = {}): Endpoint {
  return { type: "identifier", endpoint: id, attributes };
}

/** An address, of whichever family. */
export function addressEndpoint(address: string, attributes: Endpoint["attributes"] = {}): Endpoint {
  return { type: address.includes(":") ? "inet6" : "inet4", endpoint: address, attributes };
}

/** The addresses that there are. */
export function addressEndpoints(...addresses: readonly (string | null | undefined)[]): Endpoint[] {
  return addresses.flatMap((address) => (address ? [addressEndpoint(address)] : []));
}

/** The host of a URL, or a host as it is written; none where there is neither. */
export function hostEndpoints(place: string | null | undefined): Endpoint[] {
  if (!place) return [];
  // `name:port` is a URL too, whose scheme the name is, and of no host.
  const host = URL.canParse(place) ? new URL(place).hostname : "";
  return [{ type: "host", endpoint: host || place, attributes: {} }];
}

/**
 * What a file server exports. The path is part of the endpoint because the connectors for NFS and SMB take it in their location
 * alone: `nfs://<host>/<export>`, `smb://<host>/<share>` (PlakarKorp/integrations, schemas of both).
 */
export function exportEndpoint(host: string, path: string): Endpoint {
  return { type: "host", endpoint: `${host}/${path.replace(/^\/+/, "")}`, attributes: {} };
}
