import { urnPart } from "../../inventory/safe-text.ts";
import type { Scope } from "../../inventory/scope.ts";

/**
 * `urn:scaleway:<project, or organization>:<service>:<region, zone or global>:<type>:<id>`, after Plakar's published example of a volume
 * (PlakarKorp/plakar.io, documentation of the Scaleway inventory).
 */
export function scalewayUrn(scope: Scope, service: string, type: string, id: string): string {
  const owner = urnPart(scope.project ?? scope.organization ?? "");
  return `urn:scaleway:${owner}:${urnPart(service)}:${urnPart(scope.locality ?? "global")}:${urnPart(type)}:${urnPart(id)}`;
}
