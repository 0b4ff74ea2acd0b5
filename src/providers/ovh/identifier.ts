import type { Endpoint } from "../../inventory/resource.ts";

/** The provider's id as an endpoint. */
export function identifier(id: string, attributes: Endpoint["attributes"] = {}): Endpoint {
  return { type: "identifier", endpoint: id, attributes };
}

/** The id of something in OpenStack, which is found in one region. */
export function openstackIdentifier(id: string, region: string | null | undefined): Endpoint {
  return identifier(id, region ? { openstack_region: region } : {});
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
