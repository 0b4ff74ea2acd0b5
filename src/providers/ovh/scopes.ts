import { invalid } from "../../http/answer.ts";
import { listOf } from "../../http/paging/list-of.ts";
import { expandPath, isSegment } from "../../http/path.ts";
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
  readonly readProjectIds: (context: ReadContext) => Promise<readonly unknown[]>;
}

/** Account, then projects, then the regions of each project: what cannot be enumerated fails every kind below it. */
export async function* ovhScopes(
  kinds: readonly ResourceKind[],
  context: ReadContext,
  { reader, realm, projectIds, readProjectIds }: ScopesOptions,
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
    yield { kinds: [...ofProject, ...ofRegion], scope: at(accountScope), error: parentError(thrown) };
    return;
  }
  const projects = usableIds(listed);
  if (projects.length < new Set(listed).size) {
    yield { kinds: [...ofProject, ...ofRegion], scope: at(accountScope), error: unusable(projectsPath) };
  }
  // The regions of every project are asked for at once; project-wide lists do not wait for them.
  const regions = ofRegion.length === 0 ? [] : projects.map((project) => readRegions(project, reader, context));
  for (const project of projects) yield { kinds: ofProject, scope: at(projectScope(project)) };
  for (const [index, answer] of regions.entries()) {
    const project = projects[index] ?? "";
    const { names, error } = await answer;
    if (error !== undefined) yield { kinds: ofRegion, scope: at(projectScope(project)), error: parentError(error) };
    for (const name of names) yield { kinds: ofRegion, scope: at(localScope(project, name)) };
  }
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

/** The error without its claim that a product is "not offered", where that says nothing about the product. */
function parentError(thrown: unknown): InventoryError {
  const error = asInventoryError(thrown);
  return error.notOffered ? new InventoryError(error.code, error.message, { requestId: error.requestId }) : error;
}

/**
 * Believes "not offered" only of a region, and only if the region does not say the opposite. A region that cannot be found
 * says nothing. A list of the whole project is always there: an unknown route means a wrong endpoint, not an empty product.
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
  if (kind.regionService === undefined) return parentError(error);
  const path = expandPath(regionPath, { project: scope.project, locality: scope.locality });
  try {
    const detail = await reader(context).readDetail(path, {});
    if (detail === undefined) return error;
    const { services } = Region.parse(detail);
    const named = services.some(({ name }) => name.startsWith(kind.regionService ?? ""));
    return named
      ? new InventoryError("INVALID_RESPONSE", `${error.message}, and the region lists the product among its services`)
      : error;
  } catch (thrown) {
    const { code } = asInventoryError(thrown);
    return new InventoryError(
      code === "INTERNAL" ? "INVALID_RESPONSE" : code,
      `${error.message}, and GET ${path} could not be read to tell whether the region has the product`,
      { requestId: error.requestId, cause: thrown },
    );
  }
}
