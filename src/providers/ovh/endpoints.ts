import table from "ovh/lib/endpoints.js";

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

/** Where version 1 of the API lives. An operator's own origin replaces the public one, never a tenant's. */
export function baseUrl(endpoint: EndpointName, origin: URL | undefined): URL {
  return new URL("/1.0", origin ?? `https://${table[endpoint]?.host}`);
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
