import { unknownWord } from "../../config/nearest.ts";
import { invalid } from "../../http/answer.ts";
import { expandPath, isSegment } from "../../http/path.ts";
import { contradictedAbsence, withoutAbsence } from "../../inventory/absence.ts";
import { asInventoryError, InventoryError } from "../../inventory/errors.ts";
import type { ReadContext, ScopeEntry } from "../../inventory/provider.ts";
import { accountScope, localScope, projectScope, type Scope } from "../../inventory/scope.ts";
import { otherItem } from "../../listing/errors.ts";
import type { ListedKind } from "../../listing/kind.ts";
import { listOf } from "../../listing/paging/list-of.ts";
import { ordered } from "../../listing/paging/ordered.ts";
import type { OvhReader } from "./client.ts";
import { SaidAbsent } from "./errors.ts";
import { createIdList, type IdList } from "./id-list.ts";
import { regionPath, regionsPath } from "./kind.ts";
import { projectList } from "./products/project/index.ts";
import { type AskedStates, withProjectState } from "./project-state.ts";
import { createRegionDetails, type RegionDetails, readRegion } from "./region-details.ts";

export interface ScopesOptions {
  readonly reader: OvhReader;
  readonly realm: string;
  /** The operator's own choice of projects; all that the credential sees when empty. */
  readonly projectIds: readonly string[];
  /** The operator's own choice of regions; all that a project has when empty. */
  readonly regions: readonly string[];
  /** The projects that the credential sees, as this run has read them. */
  readonly projects: IdList;
  readonly places: Places;
}

/** What a run has found out about places. */
export interface Places {
  /** Projects that were named as scopes. */
  readonly projects: Set<string>;
  readonly regions: Set<string>;
  /** The regions of each project, asked for once a run. */
  readonly lists: Map<string, Promise<Regions>>;
  readonly details: RegionDetails;
  /** The state of projects that refused something. */
  readonly states: AskedStates;
  /** Whether the regions of every project are known. */
  isWhole: boolean;
}

export function createPlaces(): Places {
  const details = createRegionDetails();
  return { projects: new Set(), regions: new Set(), lists: new Map(), details, states: new Map(), isWhole: true };
}

/** Account, then projects, then the regions of each project: what cannot be enumerated fails every kind below it. */
export async function* ovhScopes(
  kinds: readonly ListedKind[],
  context: ReadContext,
  options: ScopesOptions,
): AsyncGenerator<ScopeEntry, void, void> {
  const { realm, projectIds, projects } = options;
  const below = belowProjects(kinds);
  const configured = projectIds.length > 0;
  // Projects that the config names are not listed: each is asked for by itself, and everything else as it always is.
  const named = configured ? kinds.filter(isProjectKind) : [];
  const ofAccount = kinds.filter((kind) => !below.includes(kind) && !named.includes(kind));
  if (ofAccount.length > 0) yield { kinds: ofAccount, scope: { ...accountScope, realm } };
  if (named.length > 0) for (const id of projectIds) yield { kinds: named, scope: { ...projectScope(id), realm } };
  if (below.length === 0) return;
  if (configured) return yield* scopesIn(projectIds, kinds, context, options);
  const entries = await projects.whole(context);
  if (entries.length === 0) {
    const error = projects.failure ?? new InventoryError("NOT_FOUND", "the credential works and sees no project");
    yield { kinds: below, scope: { ...accountScope, realm }, error };
  }
  yield* scopesIn(projects.ids, kinds, context, options);
}

/**
 * What a later pass over the projects named, why other projects may be missing, and chosen regions that no project has. Where a
 * project's regions are not known, a missing name may be among them, and the run is incomplete already.
 */
export async function* laterOvhScopes(
  kinds: readonly ListedKind[],
  context: ReadContext,
  options: ScopesOptions,
): AsyncGenerator<ScopeEntry, void, void> {
  const { realm, regions, projects, places } = options;
  const below = belowProjects(kinds);
  if (below.length === 0) return;
  yield* scopesIn(
    projects.ids.filter((id) => !places.projects.has(id)),
    kinds,
    context,
    options,
  );
  if (projects.gap !== undefined) {
    yield { kinds: below, scope: { ...accountScope, realm }, error: projects.gap };
    return;
  }
  const ofRegion = below.filter((kind) => kind.locality === "region");
  if (!places.isWhole || places.projects.size === 0 || ofRegion.length === 0) return;
  const { regions: found } = places;
  for (const name of regions.filter((one) => !found.has(one))) {
    yield { kinds: ofRegion, scope: { ...unknownScope(name), realm }, error: unknownRegion(name, [...found]) };
  }
}

// The door bounds what is in flight; this bounds what waits for it.
const regionListsAhead = 64;

/** The scopes of some projects. Their regions are asked for side by side; project-wide lists do not wait for them. */
async function* scopesIn(
  projects: readonly string[],
  kinds: readonly ListedKind[],
  context: ReadContext,
  { reader, realm, regions: chosen, places }: ScopesOptions,
): AsyncGenerator<ScopeEntry, void, void> {
  const ofProject = kinds.filter((kind) => kind.locality === "project");
  const ofRegion = kinds.filter((kind) => kind.locality === "region");
  const at = (scope: Scope): Scope => ({ ...scope, realm });
  for (const project of projects) places.projects.add(project);
  const read = async (project: string) => ({ project, ...(await regionsOf(project, { reader, places }, context)) });
  const regions = ordered(ofRegion.length === 0 ? [] : projects, () => regionListsAhead, read);
  for (const project of projects) yield { kinds: ofProject, scope: at(projectScope(project)) };
  for await (const { project, names, error } of regions) {
    if (error !== undefined) {
      places.isWhole = false;
      yield { kinds: ofRegion, scope: at(projectScope(project)), error };
    }
    for (const name of names) {
      places.regions.add(name);
      if (isChosen(name, chosen)) yield { kinds: ofRegion, scope: at(localScope(project, name)) };
    }
    for (const { kinds: ofMemory, scope } of rememberedRegions(ofRegion, project, names, context)) {
      if (isChosen(scope.locality ?? "", chosen)) yield { kinds: ofMemory, scope: at(scope) };
    }
  }
}

/** Whether a kind's list is the list of projects itself. */
export function isProjectKind({ list }: ListedKind): boolean {
  return list === projectList;
}

/** What is listed in projects, each of which has to be known first. */
export function belowProjects(kinds: readonly ListedKind[]): readonly ListedKind[] {
  return kinds.filter(({ locality }) => locality === "project" || locality === "region");
}

/** Regions that held something in an earlier run and are not listed any more: asked all the same, so that nothing goes without a word. */
function* rememberedRegions(
  kinds: readonly ListedKind[],
  project: string,
  listed: readonly string[],
  { remembered }: ReadContext,
): Generator<ScopeEntry, void, void> {
  for (const kind of kinds) {
    for (const id of remembered?.scopesRead(kind.id) ?? []) {
      const [ofProject, name] = id.split("/");
      if (ofProject !== project || name === undefined || !isSegment(name) || listed.includes(name)) continue;
      yield { kinds: [kind], scope: localScope(project, name) };
    }
  }
}

function isChosen(region: string, chosen: readonly string[]): boolean {
  return chosen.length === 0 || chosen.includes(region);
}

function unknownScope(region: string): Scope {
  return { id: `${accountScope.id}/${region}`, locality: region };
}

/** Regions are known once they are listed, not when the config is read: a typing error must not narrow a run in silence. */
function unknownRegion(name: string, known: readonly string[]): InventoryError {
  return new InventoryError("NOT_FOUND", `regions: no project has it: ${unknownWord("region", name, known)}`);
}

export interface Regions {
  readonly names: readonly string[];
  /** What keeps other regions from being known. */
  readonly error?: InventoryError;
}

/** The regions of a project, asked for once a run; never rejects, since several projects are asked at once. */
export function regionsOf(
  project: string,
  { reader, places }: Pick<ScopesOptions, "reader" | "places">,
  context: ReadContext,
): Promise<Regions> {
  const known = places.lists.get(project) ?? readRegions(project, { reader, places }, context);
  places.lists.set(project, known);
  return known;
}

async function readRegions(
  project: string,
  { reader, places }: Pick<ScopesOptions, "reader" | "places">,
  context: ReadContext,
): Promise<Regions> {
  const path = expandPath(regionsPath, { project });
  const label = `GET ${path}`;
  const list = createIdList(label, async () => listOf(await reader(context).read(path, {}), undefined, label));
  await list.whole(context);
  const { ids: names, gap } = list;
  if (gap !== undefined) {
    return { names, error: await withProjectState(gap, project, { reader, asked: places.states }, context) };
  }
  // Every project has regions: an empty list would leave its buckets without a scope, and nobody would notice.
  return names.length > 0 ? { names } : { names, error: invalid(label, "answered with no region at all") };
}

/**
 * Believes "not offered" only of a region's list, and only where nothing says the opposite. Where the name of the product's
 * service is known, the region's own list of services decides; else the provider's word does, of a region that is there at all. A
 * list of a whole project is always there: an unknown route means a wrong endpoint, not an empty product. Of the account's other
 * lists it is believed where the route itself is unknown.
 *
 * @returns the error that the scope ends with.
 */
export async function checkedAbsence(
  error: InventoryError,
  kind: ListedKind,
  scope: Scope,
  known: Pick<ScopesOptions, "reader" | "places">,
  context: ReadContext,
): Promise<InventoryError> {
  // An endpoint without a product tree (Kimsufi, So you Start, parts of the US) knows none of its routes.
  if (kind.locality === "account" && !isProjectKind(kind)) {
    return error instanceof SaidAbsent ? error : withoutAbsence(error);
  }
  if (kind.locality !== "region") return withoutAbsence(error);
  // Without a name to look for among the region's services, only words about the product count.
  if (kind.regionService === undefined && !(error instanceof SaidAbsent)) return withoutAbsence(error);
  try {
    const detail = await regionDetail(scope, scope.locality, known, context);
    if (detail === undefined) return contradictedAbsence(error, unknownRegionEvidence, kind, scope);
    const { name, services } = detail;
    if (name !== scope.locality) throw otherItem();
    const { regionService } = kind;
    const named = regionService !== undefined && services.some((one) => one.name.startsWith(regionService));
    return named ? contradictedAbsence(error, "the region lists the product among its services", kind, scope) : error;
  } catch (thrown) {
    const { code, lacksRight } = asInventoryError(thrown);
    const path = expandPath(regionPath, { project: scope.project, locality: scope.locality });
    return new InventoryError(
      code === "INTERNAL" ? "INVALID_RESPONSE" : code,
      `${error.message}, and GET ${path} could not be read to tell whether the region has the product`,
      { requestId: error.requestId, lacksRight, cause: thrown },
    );
  }
}

/**
 * A region of the same place that `regions` leaves out and that offers a product which the chosen one lacks: Object Storage of one
 * place has a region of its own (`GRA`) beside those of compute (`GRA11`).
 */
export async function leftOutNeighbour(
  kind: ListedKind,
  scope: Scope,
  { places, regions: chosen, reader }: Pick<ScopesOptions, "places" | "regions" | "reader">,
  context: ReadContext,
): Promise<string | undefined> {
  const { regionService } = kind;
  const siteOf = (name: string): string => name.replace(/\d+$/, "");
  const isNeighbour = (name: string): boolean =>
    siteOf(name) === siteOf(scope.locality ?? "") && !isChosen(name, chosen) && name !== scope.locality;
  const neighbours = [...places.regions].filter(isNeighbour);
  if (regionService === undefined) return undefined;
  for (const name of neighbours) {
    const detail = await regionDetail(scope, name, { places, reader }, context).catch(() => undefined);
    if (detail?.services.some((service) => service.name.startsWith(regionService))) return name;
  }
  return undefined;
}

/** What a region of a scope's project says of itself. */
async function regionDetail(
  { project = "" }: Scope,
  name: string | undefined,
  { reader, places: { lists, details } }: Pick<ScopesOptions, "reader" | "places">,
  context: ReadContext,
): ReturnType<typeof readRegion> {
  const { names: listed = [] } = (await lists.get(project)) ?? {};
  return readRegion({ project, name: name ?? "", listed }, { reader, details }, context);
}

// An old name beside the real region's (GRA1 beside GRA), or a place that is just being opened or closed.
const unknownRegionEvidence = "the region is listed and not known by itself: an old name of another region, perhaps";
