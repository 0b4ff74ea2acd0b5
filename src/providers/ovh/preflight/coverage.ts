import { InventoryError } from "../../../inventory/errors.ts";
import type { ScopeEntry } from "../../../inventory/provider.ts";
import type { Scope } from "../../../inventory/scope.ts";
import type { ListedKind } from "../../../listing/kind.ts";
import type { Coverage } from "../../../preflight/examiner.ts";
import { stateSentence } from "../errors.ts";
import { isProjectKind } from "../scopes.ts";
import { type Authority, anyId, granted, type Standing, unknown } from "./authority.ts";
import type { Settled } from "./questions.ts";

/** What was found out beside the rights. */
export interface Surroundings {
  /** Whether the config names the projects; then their list is not asked for. */
  readonly configured: boolean;
  /** Whether this machine is refused what the rights grant: then nothing can be said of what the control plane may read. */
  readonly isRefusedHere: boolean;
  /** Undefined where the list could not be read. */
  readonly projects: readonly string[] | undefined;
  readonly projectsError?: InventoryError;
  /** Why a project itself cannot be read, where that is so. */
  errorOf(project: string): InventoryError | undefined;
  /** Whether a project has expired: it is listed, and what it holds cannot be read. */
  hasExpired(project: string): boolean;
  /** What a look at a list of the account came to; undefined where the rights tell without a look. */
  lookAt(kind: ListedKind): Settled<unknown> | undefined;
}

/** What discovery would read, entry by entry; its kinds are those of this provider. */
export interface Entry extends Pick<ScopeEntry, "scope" | "error"> {
  readonly kinds: readonly ListedKind[];
}

/** One row for each kind in each scope that discovery would read; scopes are those of discovery itself. */
export function coverageOf(
  entries: readonly Entry[],
  surroundings: Surroundings,
  authority: Authority,
): readonly Coverage[] {
  const rows = entries.flatMap(({ kinds, scope, error }) =>
    kinds.map((kind) => row(kind, scope.id, standingOf(kind, scope, error, surroundings, authority))),
  );
  if (!surroundings.isRefusedHere) return rows;
  return rows.map((one) => (one.status === "granted" ? { ...one, ...refusedHere } : one));
}

/** What the rights alone tell, without asking which regions a project has. */
export function briefCoverage(
  kinds: readonly ListedKind[],
  projects: readonly string[],
  configured: boolean,
  authority: Authority,
): readonly Coverage[] {
  return kinds.flatMap((kind) => {
    const details = projects.map((project) => authority.projectDetail(project));
    if (isProjectKind(kind)) {
      if (configured) return projects.map((project, index) => row(kind, project, details[index] ?? granted));
      return [row(kind, "account", worst([authority.projectList(), ...details]))];
    }
    if (kind.locality === "account") return [row(kind, "account", authority.kind(kind, {}))];
    return projects.map((project) => {
      const standing = authority.kind(kind, { project });
      const isOpen = kind.locality === "region" && standing.status === "missing";
      return row(kind, project, isOpen ? unknown("the rights may differ from region to region") : standing);
    });
  });
}

export type RegionLists = ReadonlyMap<string, readonly string[] | InventoryError>;

/** The regions that the config names and no project has; none where a list is missing, since it may be among them. */
export function strayRegions(regions: RegionLists, chosen: readonly string[]): readonly string[] {
  const lists = [...regions.values()];
  if (lists.length === 0 || lists.some((list) => list instanceof InventoryError)) return [];
  const known = lists.flatMap((list) => (list instanceof InventoryError ? [] : list));
  return chosen.filter((name) => !known.includes(name));
}

function standingOf(
  kind: ListedKind,
  { project, locality }: Scope,
  error: InventoryError | undefined,
  surroundings: Surroundings,
  authority: Authority,
): Standing {
  if (isProjectKind(kind)) return projectStanding(project, surroundings, authority);
  if (error !== undefined) {
    if (project !== undefined)
      return withAllMissing(authority.regionList(project), error, kind, { project }, authority);
    if (locality !== undefined) return unknown("no project has this region");
    return withAllMissing(listOf(surroundings, authority), error, kind, surroundings, authority);
  }
  if (project === undefined) return accountStanding(kind, surroundings, authority);
  const standing = authority.kind(kind, { project, ...(locality === undefined ? {} : { locality }) });
  const why = surroundings.errorOf(project);
  if (standing.status !== "granted") return standing;
  // Neither a project that does not exist is read nor one that has expired, whatever the rules say.
  if (why?.code === "NOT_FOUND") return unknown(why.message);
  return surroundings.hasExpired(project) ? unknown(stateSentence(`project ${project}`, "expired")) : standing;
}

function projectStanding(project: string | undefined, surroundings: Surroundings, authority: Authority): Standing {
  const detailOf = (id: string): Standing => {
    const standing = authority.projectDetail(id);
    const error = surroundings.errorOf(id);
    return standing.status === "granted" && error !== undefined ? unknown(error.message) : standing;
  };
  if (project !== undefined) return detailOf(project);
  return worst([listOf(surroundings, authority), ...(surroundings.projects ?? []).map(detailOf)]);
}

/** The account's own lists: what the rights say, or else what the list itself answers. */
function accountStanding(kind: ListedKind, surroundings: Surroundings, authority: Authority): Standing {
  const look = surroundings.lookAt(kind);
  if (look === undefined) return authority.kind(kind, {});
  // A product that the endpoint does not have needs no right.
  if (look.error === undefined || look.error.notOffered) return granted;
  if (look.error.code !== "PERMISSION_DENIED") return unknown(look.error.message);
  return { status: "missing", missing: [...(kind.rights["actions"] ?? [])], reason: look.error.message };
}

function listOf({ projects, projectsError }: Surroundings, authority: Authority): Standing {
  const standing = authority.projectList();
  if (standing.status === "missing") return standing;
  if (projects === undefined) return unknown(projectsError?.message ?? "the projects could not be listed");
  return projects.length === 0 ? unknown("no project is visible") : standing;
}

/** A parent that is missing hides what is missing below it: a key's rules cannot be added to, so all are named at once. */
function withAllMissing(
  parent: Standing,
  error: InventoryError,
  kind: ListedKind,
  { project, projects = [] }: { readonly project?: string; readonly projects?: readonly string[] | undefined },
  authority: Authority,
): Standing {
  if (parent.status === "granted") return unknown(error.message);
  if (parent.status !== "missing") return parent;
  const { missing } = authority.kind(kind, { project: project ?? projects[0] ?? anyId });
  return { ...parent, missing: [...new Set([...parent.missing, ...missing])] };
}

function worst(standings: readonly Standing[]): Standing {
  const lacking = standings.filter(({ status }) => status === "missing");
  if (lacking.length > 0)
    return { status: "missing", missing: [...new Set(lacking.flatMap(({ missing }) => missing))] };
  return standings.find(({ status }) => status !== "granted") ?? granted;
}

function row({ id }: ListedKind, scope: string, standing: Standing): Coverage {
  return { kind: id, scope, ...standing };
}

const refusedHere = unknown("OVHcloud refuses here what the rights grant");
