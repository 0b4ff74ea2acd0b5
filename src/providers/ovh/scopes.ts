import { unknownWord } from "../../config/nearest.ts";
import { invalid } from "../../http/answer.ts";
import { listOf } from "../../http/paging/list-of.ts";
import { expandPath, isSegment } from "../../http/path.ts";
import { contradictedAbsence, withoutAbsence } from "../../inventory/absence.ts";
import { asInventoryError, InventoryError } from "../../inventory/errors.ts";
import type { ReadContext, ScopeEntry } from "../../inventory/provider.ts";
import type { ResourceKind } from "../../inventory/resource-kind.ts";
import { accountScope, localScope, projectScope, type Scope } from "../../inventory/scope.ts";
import type { OvhReader } from "./client.ts";
import { projectsPath } from "./kinds/project.ts";
import { Region } from "./schemas.ts";

export const regionsPath = "/cloud/project/{project}/region";
export const regionPath = "/cloud/project/{project}/region/{locality}";

export interface ScopesOptions {
  readonly reader: OvhReader;
  readonly realm: string;
  /** The operator's own choice of projects; all that the credential sees when empty. */
  readonly projectIds: readonly string[];
  /** The operator's own choice of regions; all that a project has when empty. */
  readonly regions: readonly string[];
  readonly readProjectIds: (context: ReadContext) => Promise<readonly unknown[]>;
}

/** Account, then projects, then the regions of each project: what cannot be enumerated fails every kind below it. */
export async function* ovhScopes(
  kinds: readonly ResourceKind[],
  context: ReadContext,
  { reader, realm, projectIds, regions: chosen, readProjectIds }: ScopesOptions,
): AsyncGenerator<ScopeEntry, void, void> {
  const at = (scope: Scope): Scope => ({ ...scope, realm });
  const ofAccount = kinds.filter((kind) => kind.locality === "account");
  const ofProject = kinds.filter((kind) => kind.locality === "project");
  const ofRegion = kinds.filter((kind) => kind.locality === "region");
  const configured = projectIds.length > 0;
  if (!configured && ofAccount.length > 0) yield { kinds: ofAccount, scope: at(accountScope) };
  if (configured) for (const id of projectIds) yield { kinds: ofAccount, scope: at(projectScope(id)) };
  if (ofProject.length + ofRegion.length === 0) return;

  let listed: readonly unknown[];
  try {
    listed = configured ? projectIds : await readProjectIds(context);
    if (listed.length === 0) throw new InventoryError("NOT_FOUND", "the credential works and sees no project");
  } catch (thrown) {
    yield { kinds: [...ofProject, ...ofRegion], scope: at(accountScope), error: asInventoryError(thrown) };
    return;
  }
  const projects = usableIds(listed);
  if (projects.length < new Set(listed).size) {
    yield { kinds: [...ofProject, ...ofRegion], scope: at(accountScope), error: unusable(projectsPath) };
  }
  // The regions of every project are asked for at once; project-wide lists do not wait for them.
  const regions = ofRegion.length === 0 ? [] : projects.map((project) => readRegions(project, reader, context));
  for (const project of projects) yield { kinds: ofProject, scope: at(projectScope(project)) };
  const found = new Set<string>();
  let isWhole = projects.length === new Set(listed).size;
  for (const [index, answer] of regions.entries()) {
    const project = projects[index] ?? "";
    const { names, error } = await answer;
    if (error !== undefined) {
      isWhole = false;
      yield { kinds: ofRegion, scope: at(projectScope(project)), error };
    }
    for (const name of names) {
      found.add(name);
      if (isChosen(name, chosen)) yield { kinds: ofRegion, scope: at(localScope(project, name)) };
    }
    for (const { kinds: ofMemory, scope } of rememberedRegions(ofRegion, project, names, context)) {
      if (isChosen(scope.locality ?? "", chosen)) yield { kinds: ofMemory, scope: at(scope) };
    }
  }
  // Where a project's regions are not known, a missing name may be among them, and the run is incomplete already.
  if (!isWhole || ofRegion.length === 0) return;
  for (const name of chosen.filter((one) => !found.has(one))) {
    yield { kinds: ofRegion, scope: at(unknownScope(name)), error: unknownRegion(name, [...found]) };
  }
}

/** Regions that held something in an earlier run and are not listed any more: asked all the same, so that nothing goes without a word. */
function* rememberedRegions(
  kinds: readonly ResourceKind[],
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

/** The regions of a project; never rejects, since several projects are asked at once. */
export async function readRegions(project: string, reader: OvhReader, context: ReadContext): Promise<Regions> {
  try {
    const path = expandPath(regionsPath, { project });
    const entries = listOf(await reader(context).read(path, {}), undefined, `GET ${path}`);
    const names = usableIds(entries);
    if (names.length < new Set(entries).size) return { names, error: unusable(path) };
    // Every project has regions: an empty list would leave its buckets without a scope, and nobody would notice.
    return names.length > 0 ? { names } : { names, error: invalid(`GET ${path}`, "answered with no region at all") };
  } catch (thrown) {
    return { names: [], error: asInventoryError(thrown) };
  }
}

export function usableIds(entries: readonly unknown[]): readonly string[] {
  return [...new Set(entries.filter((id): id is string => typeof id === "string" && isSegment(id)))];
}

/** An entry that is no id is a place that nobody can read; the others are read, and this is said. */
function unusable(path: string): InventoryError {
  return invalid(`GET ${path}`, "answered with an entry that is not a usable id: what lies behind it was not read");
}

/**
 * Believes "not offered" only of a region's list, and only where nothing says the opposite. Where the name of the product's
 * service is known, the region's own list of services decides; else the provider's word does, of a region that is there at all. A
 * list of the whole project is always there: an unknown route means a wrong endpoint, not an empty product.
 *
 * @returns the error that the scope ends with.
 */
export async function checkedAbsence(
  error: InventoryError,
  kind: ResourceKind,
  scope: Scope,
  reader: OvhReader,
  context: ReadContext,
): Promise<InventoryError> {
  if (kind.locality !== "region") return withoutAbsence(error);
  const path = expandPath(regionPath, { project: scope.project, locality: scope.locality });
  try {
    const detail = await reader(context).readDetail(path, {});
    if (detail === undefined) return contradictedAbsence(error, unknownRegionEvidence, kind, scope);
    const { services } = Region.parse(detail);
    const { regionService } = kind;
    const named = regionService !== undefined && services.some(({ name }) => name.startsWith(regionService));
    return named ? contradictedAbsence(error, "the region lists the product among its services", kind, scope) : error;
  } catch (thrown) {
    const { code } = asInventoryError(thrown);
    return new InventoryError(
      code === "INTERNAL" ? "INVALID_RESPONSE" : code,
      `${error.message}, and GET ${path} could not be read to tell whether the region has the product`,
      { requestId: error.requestId, cause: thrown },
    );
  }
}

// An old name beside the real region's (GRA1 beside GRA), or a place that is just being opened or closed.
const unknownRegionEvidence = "the region is listed and not known by itself: an old name of another region, perhaps";
