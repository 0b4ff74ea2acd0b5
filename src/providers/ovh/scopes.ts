import { invalid } from "../../http/answer.ts";
import { listOf } from "../../http/paging/list-of.ts";
import { expandPath, isSegment } from "../../http/path.ts";
import { asInventoryError, InventoryError } from "../../inventory/errors.ts";
import type { ReadContext, ScopeEntry } from "../../inventory/provider.ts";
import type { ResourceKind } from "../../inventory/resource-kind.ts";
import { accountScope, localScope, projectScope, type Scope } from "../../inventory/scope.ts";
import type { OvhReader } from "./client.ts";
import { Region } from "./schemas.ts";

export const regionsPath = "/cloud/project/{project}/region";
export const regionPath = "/cloud/project/{project}/region/{locality}";

export interface ScopesOptions {
  readonly reader: OvhReader;
  readonly realm: string;
  /** The operator's own choice of projects; all that the credential sees when empty. */
  readonly projectIds: readonly string[];
  readonly readProjectIds: (context: ReadContext) => Promise<readonly string[]>;
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

  let projects: readonly string[];
  try {
    projects = configured ? projectIds : await readProjectIds(context);
    if (projects.length === 0) throw new InventoryError("NOT_FOUND", "the credential works and sees no project");
  } catch (thrown) {
    yield { kinds: [...ofProject, ...ofRegion], scope: at(accountScope), error: parentError(thrown) };
    return;
  }
  // The regions of every project are asked for at once; project-wide lists do not wait for them.
  const regions = ofRegion.length === 0 ? [] : projects.map((project) => readRegions(project, reader, context));
  for (const project of projects) yield { kinds: ofProject, scope: at(projectScope(project)) };
  for (const [index, names] of regions.entries()) {
    const project = projects[index] ?? "";
    const result = await names;
    if (result instanceof InventoryError) {
      yield { kinds: ofRegion, scope: at(projectScope(project)), error: parentError(result) };
      continue;
    }
    for (const name of result) yield { kinds: ofRegion, scope: at(localScope(project, name)) };
  }
}

/** The names of a project's regions, or why they are not known; never rejects, since several are asked for at once. */
async function readRegions(
  project: string,
  reader: OvhReader,
  context: ReadContext,
): Promise<readonly string[] | InventoryError> {
  try {
    const path = expandPath(regionsPath, { project });
    return idsOf(await reader(context).read(path, {}), `GET ${path}`);
  } catch (thrown) {
    return asInventoryError(thrown);
  }
}

/**
 * Ids that scopes are made of. One that is no usable id would be a scope that nobody reads, so the whole list is refused.
 *
 * @throws InventoryError INVALID_RESPONSE
 */
export function idsOf(document: unknown, label: string): readonly string[] {
  const ids = listOf(document, undefined, label);
  const usable = ids.filter((id): id is string => typeof id === "string" && isSegment(id));
  if (usable.length !== ids.length) throw invalid(label, "answered with an entry that is not an id");
  return [...new Set(usable)];
}

/** A product cannot be "not offered" because the list of its places is missing: nothing was said about the product. */
function parentError(thrown: unknown): InventoryError {
  const error = asInventoryError(thrown);
  return error.notOffered ? new InventoryError(error.code, error.message, { requestId: error.requestId }) : error;
}

/**
 * Believes "not offered" only if the region does not say the opposite. A region that cannot be found says nothing.
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
  if (kind.regionService === undefined) return error;
  const path = expandPath(regionPath, { project: scope.project, locality: scope.locality });
  try {
    const detail = await reader(context).readDetail(path, {}, scope.locality ?? "");
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
