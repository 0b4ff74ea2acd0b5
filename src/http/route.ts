import type { OutgoingRequest } from "./request.ts";

// A UUID, a long hexadecimal id (OVHcloud's projects), a number, the name of a service (ns1.ip-192-0-2.eu; not a version, 1.0).
const id = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,}|\d+|(?=.*[a-z-])[^.]+(\.[^.]+)+)$/i;

/**
 * What a provider's limit for one route counts together: method, origin and path without ids and without a query. An id that is
 * not recognised as one makes the route narrower: such requests are then told to wait one by one.
 */
export function routeOf({ method, url }: Pick<OutgoingRequest, "method" | "url">): string {
  const segments = url.pathname.split("/").map((segment) => (id.test(segment) ? "*" : segment));
  return `${method} ${url.origin}${segments.join("/")}`;
}
