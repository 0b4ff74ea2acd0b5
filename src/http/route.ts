import type { OutgoingRequest } from "./request.ts";

// A UUID, a long hexadecimal id (OVHcloud's projects), a number, the name of a service (ns1.ip-192-0-2.eu; not a version, 1.0).
const id = /^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,}|\d+|(?=.*[a-z-])[^.]+(\.[^.]+)+)$/i;

/**
 * What a provider's limit for one route counts together: method, origin and path without ids and without a query. An id that is
 * not recognised as one makes the route narrower: such requests are then told to wait one by one.
 */
export function routeOf(request: Pick<OutgoingRequest, "method" | "url">): string {
  return withSegments(request, (segment) => segment);
}

/** What one right allows: a route in any region and zone (`/zones/fr-par-1/servers`, `/region/GRA11/volume`). */
export function rightOf(request: Pick<OutgoingRequest, "method" | "url">): string {
  return withSegments(request, (segment, before) => (/^(region|zone)s?$/.test(before) ? "*" : segment));
}

function withSegments(
  { method, url }: Pick<OutgoingRequest, "method" | "url">,
  rename: (segment: string, before: string) => string,
): string {
  const segments = url.pathname.split("/");
  const renamed = segments.map((segment, index) =>
    id.test(segment) ? "*" : rename(segment, segments[index - 1] ?? ""),
  );
  return `${method} ${url.origin}${renamed.join("/")}`;
}
