import table from "ovh/lib/endpoints.js";
import { InventoryError } from "../../inventory/errors.ts";

/** The endpoints an operator may name (ovh/go-ovh, ovh.go); the package's older aliases are left out. */
export const endpointNames = [
  "ovh-eu",
  "ovh-ca",
  "ovh-us",
  "kimsufi-eu",
  "kimsufi-ca",
  "soyoustart-eu",
  "soyoustart-ca",
] as const;
export type EndpointName = (typeof endpointNames)[number];

/** Where an account lives that nothing says another endpoint of (ovh/go-ovh, ovh/configuration.go). */
export const defaultEndpoint: EndpointName = "ovh-eu";

/** Where version 1 of the API lives. An operator's own origin replaces the public one, never a tenant's. */
export function baseUrl(endpoint: EndpointName, origin: URL | undefined): URL {
  return new URL("/1.0", origin ?? `https://${table[endpoint]?.host}`);
}

/** The endpoint that lives at a URL, as OVHcloud's client in Go takes one (ovh/go-ovh, ovh/configuration.go); undefined for none. */
export function endpointAt(url: string): EndpointName | undefined {
  const host = URL.canParse(url) ? new URL(url).host : undefined;
  // Nothing but the address itself: what else a URL holds may be a secret.
  const isPlain = /^https:\/\/[a-z0-9.-]+(\/(1\.0|v1|v2)?)?\/?$/.test(url);
  return isPlain ? endpointNames.find((name) => table[name]?.host === host) : undefined;
}

/** Where service accounts get their tokens (ovh/go-ovh, ovh.go); Kimsufi and So you Start have no such place. */
const tokenOrigins: Readonly<Partial<Record<EndpointName, string>>> = {
  "ovh-eu": "https://www.ovh.com",
  "ovh-ca": "https://ca.ovh.com",
  "ovh-us": "https://us.ovhcloud.com",
};

/** The endpoints that have service accounts. */
export const tokenEndpointNames: readonly string[] = Object.keys(tokenOrigins);

/**
 * Where a service account asks for its tokens. An operator's own origin replaces the public one, never a tenant's.
 *
 * @throws InventoryError INVALID_CONFIG for an endpoint without service accounts, which the config's own check names first.
 */
export function tokenUrl(endpoint: EndpointName, origin: URL | undefined): URL {
  const base = origin ?? tokenOrigins[endpoint];
  if (base === undefined) throw new InventoryError("INVALID_CONFIG", `${endpoint} has no service accounts`);
  return new URL("/auth/oauth2/token", base);
}

/** The separate world that an account lives in; URNs carry it. */
export function realmOf(endpoint: EndpointName): string {
  return endpoint.slice(-2);
}

/**
 * The page that makes an application and its consumer key at once (README of ovh/go-ovh). The page of `ovh-us` that is named
 * there is for the account's owner alone; this one takes its users too (ovh/ovhcloud-cli, internal/display/login_picker.go).
 */
export function tokenPage(endpoint: EndpointName): string {
  if (endpoint === "ovh-us") return "https://us.ovhcloud.com/auth/api/createToken";
  return `https://${table[endpoint]?.host}/createToken/`;
}
