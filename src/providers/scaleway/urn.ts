import { urnPart } from "../../inventory/safe-text.ts";
import type { Scope } from "../../inventory/scope.ts";

/**
 * `urn:scaleway:<project, or organization>:<service>:<region, zone or global>:<type>:<id>`, after Plakar's published example of a volume
 * (PlakarKorp/plakar.io, documentation of the Scaleway inventory).
 *
 * @param ids one id; below an item whose own id is part of the identity, such as a database in an instance, that one comes first.
 */
export function scalewayUrn(scope: Scope, service: string, type: string, ...ids: readonly string[]): string {
  const owner = scope.project ?? scope.organization ?? "";
  return `urn:scaleway:${[owner, service, scope.locality ?? "global", type, ...ids].map(urnPart).join(":")}`;
}
