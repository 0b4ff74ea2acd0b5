import type { Window } from "../../http/paging/shared-window.ts";
import type { InventoryError } from "../../inventory/errors.ts";
import type { ReadContext, ScopeEntry } from "../../inventory/provider.ts";
import type { ResourceKind } from "../../inventory/resource-kind.ts";
import { accountScope, localScope, projectScope } from "../../inventory/scope.ts";
import type { ScalewayReader } from "./client.ts";
import type { ScalewayConfig } from "./config.ts";
import { placesOf } from "./localities.ts";
import { listProjects } from "./organization-projects.ts";
import type { ProjectState } from "./schemas.ts";

/** The projects that a run reads. */
export interface Enumeration {
  readonly projects: readonly string[];
  /** The regions and zones that the config narrows the run to; all when empty. */
  readonly regions: readonly string[];
  /** Those that the organization's own list shows to exist. */
  readonly listed: readonly ProjectState[];
  /** Why the organization's projects could not be listed: its other projects are then missing, and nobody may forget it. */
  readonly error?: InventoryError;
}

export type Enumerate = (context: ReadContext) => Promise<Enumeration>;

/** The projects that a config names itself, in one spelling. */
export function configuredProjects({ scw_project_id, scw_project_ids }: ScalewayConfig): readonly string[] {
  return [...new Set([scw_project_id, ...scw_project_ids].map((id) => id.toLowerCase()))];
}

/**
 * The configured projects and, in organization scope, all others that the organization has. Where these cannot be listed whole
 * the configured ones and those that were named are still read; why comes along.
 */
export function createEnumerator(config: ScalewayConfig, reader: ScalewayReader, window: Window): Enumerate {
  const configured = configuredProjects(config);
  const regions = config.regions ?? [];
  const organization = config.scw_organization_id?.toLowerCase();
  return async (context) => {
    if (organization === undefined) return { projects: configured, regions, listed: [] };
    const { projects: listed, ...failure } = await listProjects(reader(context), organization, window);
    return { projects: [...new Set([...configured, ...listed.map(({ id }) => id)])], regions, listed, ...failure };
  };
}

/** Every place that is read, or the account where the places could not be found out. */
export function scopesOf(
  kinds: readonly ResourceKind[],
  { projects, regions, error }: Enumeration,
): readonly ScopeEntry[] {
  const places = projects.flatMap((project) =>
    kinds.flatMap((kind): readonly ScopeEntry[] => [
      ...(kind.locality === "project" ? [{ kinds: [kind], scope: projectScope(project) }] : []),
      ...placesOf(kind, regions).map((place) => ({ kinds: [kind], scope: localScope(project, place) })),
    ]),
  );
  return error === undefined ? places : [...places, { kinds, scope: accountScope, error }];
}
