import { asInventoryError, InventoryError } from "../../inventory/errors.ts";
import type { ReadContext, ScopeEntry } from "../../inventory/provider.ts";
import type { Remembered } from "../../inventory/remembered.ts";
import {
  accountScope,
  localScope,
  organizationScope,
  organizationScopeId,
  projectScope,
} from "../../inventory/scope.ts";
import type { ListedKind } from "../../listing/kind.ts";
import type { Window } from "../../listing/paging/shared-window.ts";
import { listed } from "../../preflight/listed.ts";
import type { ScalewayReader } from "./client.ts";
import type { ScalewayConfig } from "./config.ts";
import { isDenial } from "./errors.ts";
import { placesOf } from "./localities.ts";
import type { UnplannedPlace } from "./organization-lists.ts";
import { listProjects } from "./organization-projects.ts";
import type { ProjectState } from "./products/account/answers.ts";

/** The projects that a run reads. */
export interface Enumeration {
  readonly projects: readonly string[];
  /** Projects of the same run whose scopes were named before. */
  readonly namedBefore?: readonly string[];
  /** The regions and zones that the config narrows the run to; all when empty. */
  readonly regions: readonly string[];
  /** Those that the organization's own list shows to exist. */
  readonly listed: readonly ProjectState[];
  /** Why the organization's projects could not be listed: its other projects are then missing, and nobody may forget it. */
  readonly error?: InventoryError;
  /** The organization whose own things are read, where it is known. */
  readonly organization?: string;
  /** The same where the organization was only found and Scaleway refuses its list: nobody asked for more than the configured projects. */
  readonly refusal?: InventoryError;
}

export type Enumerate = (context: ReadContext) => Promise<Enumeration>;

/** The projects that a config names itself, in one spelling. */
export function configuredProjects({ scw_project_id, scw_project_ids }: ScalewayConfig): readonly string[] {
  return [...new Set([scw_project_id, ...scw_project_ids].map((id) => id.toLowerCase()))];
}

/** The organization whose projects are read, if any. */
export function triedOrganization({ scw_scope, scw_organization_id }: ScalewayConfig): string | undefined {
  return scw_scope === "project" ? undefined : scw_organization_id?.toLowerCase();
}

/**
 * The configured projects and all others that the organization has, where one is known. Where these cannot be listed whole the
 * configured ones and those that were named are still read; why comes along.
 */
export function createEnumerator(config: ScalewayConfig, reader: ScalewayReader, window: Window): Enumerate {
  const configured = configuredProjects(config);
  const regions = config.regions ?? [];
  const organization = triedOrganization(config);
  return async (context) => {
    if (organization === undefined) return { projects: configured, regions, listed: [] };
    const { projects: listed, error } = await listProjects(reader(context), organization, window);
    const projects = [...new Set([...configured, ...listed.map(({ id }) => id)])];
    if (error === undefined) return { projects, regions, listed };
    // Only Scaleway's own word: a 403 of whatever stands in between, or a failure, would narrow the run for no reason.
    const isForgiven = config.scw_scope === undefined && listed.length === 0 && isDenial(error);
    return { projects, regions, listed, ...(isForgiven ? { refusal: error } : { error }) };
  };
}

/** Every place that is read, or the account where the places could not be found out. */
export function scopesOf(
  kinds: readonly ListedKind[],
  enumeration: Enumeration,
  remembered?: Remembered,
): readonly ScopeEntry[] {
  const { projects, namedBefore = [], error, refusal } = enumeration;
  const inProjects = kinds.filter(({ locality }) => locality !== "organization" && locality !== "none");
  const places = projects.flatMap((project) =>
    inProjects.flatMap((kind) => entriesIn(project, kind, enumeration, remembered)),
  );
  const lost =
    refusal === undefined ? [] : lostProjects(inProjects, [...projects, ...namedBefore], refusal, remembered);
  const unlisted = error === undefined ? [] : [{ kinds: inProjects, scope: accountScope, error }];
  return [...places, ...lost, ...unlisted];
}

/** Whether one list of the organization may serve all its projects. */
export function isListedTogether({ list, parent }: ListedKind): boolean {
  return list.together !== undefined && parent === undefined;
}

/** Scopes of the same kind in the same place say so where one list may serve them. */
export function grouped(entries: readonly ScopeEntry[]): readonly ScopeEntry[] {
  return entries.map((entry) => {
    const isServed = entry.error === undefined && (entry.kinds as readonly ListedKind[]).every(isListedTogether);
    return isServed ? { ...entry, together: entry.scope.locality ?? organizationScopeId } : entry;
  });
}

/**
 * Where a list of the organization showed something that no scope was planned for: of a project that came after the projects were
 * listed, everything; of any other, that kind in that place.
 */
export function* unplannedScopes(
  kinds: readonly ListedKind[],
  unplanned: Iterable<UnplannedPlace>,
  found: Enumeration,
  remembered: Remembered | undefined,
): Generator<ScopeEntry, void, void> {
  const planned = new Set(found.projects);
  for (const { kind, project, locality } of unplanned) {
    if (!planned.has(project)) {
      planned.add(project);
      yield* scopesOf(kinds, { projects: [project], regions: found.regions, listed: [] }, remembered);
    }
    const scope = locality === undefined ? projectScope(project) : localScope(project, locality);
    if (kinds.some(({ id }) => id === kind.id)) yield { kinds: [kind], scope };
  }
}

/** The scopes of what belongs to the organization itself, or to nobody. */
export function scopesOutsideProjects(
  kinds: readonly ListedKind[],
  organization: string | InventoryError | undefined,
): readonly ScopeEntry[] {
  const ofOrganization = kinds.filter(({ locality }) => locality === "organization");
  const ofNobody = kinds.filter(({ locality }) => locality === "none");
  const entries: ScopeEntry[] = ofNobody.length === 0 ? [] : [{ kinds: ofNobody, scope: accountScope }];
  if (ofOrganization.length === 0) return entries;
  if (typeof organization === "string") {
    return [...entries, { kinds: ofOrganization, scope: organizationScope(organization) }];
  }
  const error = organization ?? new InventoryError("NOT_FOUND", organizationUnknown);
  return [...entries, { kinds: ofOrganization, scope: { id: organizationScopeId }, error }];
}

const organizationUnknown =
  "whose organization it is could not be found out: name it with scw_organization_id, or grant ProjectReadOnly";

/** One kind in one project. A row that cannot say where it is listed fails alone. */
function entriesIn(
  project: string,
  kind: ListedKind,
  { regions }: Enumeration,
  remembered: Remembered | undefined,
): readonly ScopeEntry[] {
  const kinds = [kind];
  if (kind.locality === "project") return [{ kinds, scope: projectScope(project) }];
  try {
    const ofMemory = regions.length === 0 ? rememberedPlaces(kind, project, remembered) : [];
    return [...placesOf(kind, regions), ...ofMemory].map((place) => ({ kinds, scope: localScope(project, place) }));
  } catch (thrown) {
    return [{ kinds, scope: projectScope(project), error: asInventoryError(thrown) }];
  }
}

/** Projects that held something in an earlier run, and that a list which is refused now had named: forgiving that would lose them. */
function lostProjects(
  kinds: readonly ListedKind[],
  projects: readonly string[],
  refusal: InventoryError,
  remembered?: Remembered,
): readonly ScopeEntry[] {
  const isNoProject = (id: string): boolean => id === accountScope.id || id === organizationScopeId;
  const lostOf = ({ id }: ListedKind): readonly string[] => {
    const read = (remembered?.scopesRead(id) ?? []).map((scope) => scope.split("/")[0] ?? "");
    return [...new Set(read)].filter((project) => !isNoProject(project) && !projects.includes(project));
  };
  return kinds.flatMap((kind) => {
    const lost = lostOf(kind);
    if (lost.length === 0) return [];
    const sentence = `${refusal.message}; earlier runs read ${lost.length} more: ${listed(lost)}`;
    const error = new InventoryError(refusal.code, sentence, { requestId: refusal.requestId, advice: refusal.advice });
    return [{ kinds: [kind], scope: accountScope, error }];
  });
}

/** Places that no list names and that held something in an earlier run, such as one that only `regions` had named. */
function rememberedPlaces(kind: ListedKind, project: string, remembered?: Remembered): readonly string[] {
  const listed = placesOf(kind, []);
  return (remembered?.scopesRead(kind.id) ?? []).flatMap((id) => {
    const [ofProject, place] = id.split("/");
    return ofProject === project && place !== undefined && !listed.includes(place) ? [place] : [];
  });
}
