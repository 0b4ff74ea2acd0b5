import * as z from "zod";
import { urnPart } from "../../inventory/safe-text.ts";
import type { Scope } from "../../inventory/scope.ts";

/** `urn:v1:<realm>:resource:publicCloudProject:<project>`, the project's own IAM URN. */
export function projectUrn(scope: Scope, project: string): string {
  return `urn:v1:${scope.realm}:resource:publicCloudProject:${urnPart(project)}`;
}

/**
 * What lives in a project, below the project's URN. `region` is part of it only where the id is unique in its region alone
 * (buckets), or where Plakar's published example has it (volumes: PlakarKorp/plakar.io, documentation of the OVHcloud inventory).
 */
export function itemUrn(scope: Scope, type: string, id: string, region?: string): string {
  const place = region === undefined ? "" : `:region:${urnPart(region)}`;
  return `${projectUrn(scope, scope.project ?? "")}:${type}${place}:${urnPart(id)}`;
}

/**
 * A service of the account: its own IAM URN, built from its id, so that it is the same where an expired service answers nothing any
 * more. What lives in a service stands below it.
 *
 * @param type IAM's word for the type, such as `vps`; not always the prefix of its actions.
 */
export function serviceUrn(scope: Scope, type: string, id: string, ...below: readonly string[]): string {
  return [`urn:v1:${scope.realm}:resource`, type, ...[id, ...below].map(urnPart)].join(":");
}

/** A URN that an answer holds, as it is. */
export const answeredUrn = z.string().regex(/^urn:[\x21-\x7e]+$/);
