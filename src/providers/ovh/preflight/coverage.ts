import { InventoryError } from "../../../inventory/errors.ts";
import type { ResourceKind } from "../../../inventory/resource-kind.ts";
import type { Coverage } from "../../../preflight/examiner.ts";
import { isProjectKind } from "./access-rules.ts";
import { type Authority, anyId, granted, type Standing, unknown } from "./authority.ts";

/** The places that discovery would read, as far as they could be found out. */
export interface Places {
  /** Whether the config names the projects; then their list is not asked for. */
  readonly configured: boolean;
  /** Whether this machine is refused what the rights grant: then nothing can be said of what the control plane may read. */
  readonly isRefusedHere: boolean;
  /** Undefined where the list could not be read. */
  readonly projects: readonly string[] | undefined;
  readonly projectsError?: InventoryError;
  /** The regions of a project, or why they are not known; undefined where nobody asked. */
  regionsOf(project: string): readonly string[] | InventoryError | undefined;
  /** Regions that the config names and no project has. */
  readonly strayRegions: readonly string[];
  /** Why a project itself cannot be read, where that is so. */
  errorOf(project: string): InventoryError | undefined;
}

/** One row for each kind in each scope that discovery would read; scopes are named as discovery names them. */
export function coverageOf(kinds: readonly ResourceKind[], places: Places, authority: Authority): readonly Coverage[] {
  const rows = kinds.flatMap((kind) =>
    isProjectKind(kind) ? projectRows(kind, places, authority) : rowsBelow(kind, places, authority),
  );
  if (!places.isRefusedHere) return rows;
  return rows.map((one) => (one.status === "granted" ? { ...one, ...refusedHere } : one));
}

export type RegionLists = ReadonlyMap<string, readonly string[] | InventoryError>;

/** The regions that are read of those that a project has. */
export function chosenRegions<List extends readonly string[] | InventoryError | undefined>(
  regions: List,
  chosen: readonly string[],
): List | readonly string[] {
  if (regions === undefined || regions instanceof InventoryError || chosen.length === 0) return regions;
  return regions.filter((name) => chosen.includes(name));
}

/** The regions that the config names and no project has; none where a list is missing, since it may be among them. */
export function strayRegions(regions: RegionLists, chosen: readonly string[]): readonly string[] {
  const lists = [...regions.values()];
  if (lists.length === 0 || lists.some((list) => list instanceof InventoryError)) return [];
  const known = lists.flatMap((list) => (list instanceof InventoryError ? [] : list));
  return chosen.filter((name) => !known.includes(name));
}

function projectRows(kind: ResourceKind, places: Places, authority: Authority): readonly Coverage[] {
  const details = (places.projects ?? []).map((project) => ({
    project,
    standing: detailOf(project, places, authority),
  }));
  if (places.configured) return details.map(({ project, standing }) => row(kind, project, standing));
  const standings = [listOf(places, authority), ...details.map(({ standing }) => standing)];
  return [row(kind, "account", worst(standings))];
}

function rowsBelow(kind: ResourceKind, places: Places, authority: Authority): readonly Coverage[] {
  const list = places.configured ? granted : listOf(places, authority);
  if (list.status !== "granted") {
    const [project = anyId] = places.projects ?? [];
    return [row(kind, "account", withAllMissing(list, kind, project, authority))];
  }
  const strays = kind.locality === "region" ? places.strayRegions : [];
  const stray = strays.map((name) => row(kind, `account/${name}`, unknown("no project has this region")));
  const rows = (places.projects ?? []).flatMap((project) => {
    if (kind.locality !== "region") return [row(kind, project, at(kind, { project }, places, authority))];
    const regions = places.regionsOf(project);
    const parent = authority.regionList(project);
    if (parent.status !== "granted") return [row(kind, project, withAllMissing(parent, kind, project, authority))];
    if (regions === undefined) return [row(kind, project, inAnyRegion(kind, project, authority))];
    if (regions instanceof InventoryError) return [row(kind, project, unknown(regions.message))];
    return regions.map((locality) =>
      row(kind, `${project}/${locality}`, at(kind, { project, locality }, places, authority)),
    );
  });
  return [...rows, ...stray];
}

function at(
  kind: ResourceKind,
  place: { readonly project: string; readonly locality?: string },
  places: Places,
  authority: Authority,
): Standing {
  const standing = authority.kind(kind, place);
  const error = places.errorOf(place.project);
  // A project that does not exist is not read, whatever the rules say.
  return standing.status === "granted" && error?.code === "NOT_FOUND" ? unknown(error.message) : standing;
}

function listOf({ projects, projectsError }: Places, authority: Authority): Standing {
  const standing = authority.projectList();
  if (standing.status === "missing") return standing;
  if (projects === undefined) return unknown(projectsError?.message ?? "the projects could not be listed");
  return projects.length === 0 ? unknown("no project is visible") : standing;
}

function detailOf(project: string, places: Places, authority: Authority): Standing {
  const standing = authority.projectDetail(project);
  const error = places.errorOf(project);
  return standing.status === "granted" && error !== undefined ? unknown(error.message) : standing;
}

/** A parent that is missing hides what is missing below it: a key's rules cannot be added to, so all are named at once. */
function withAllMissing(parent: Standing, kind: ResourceKind, project: string, authority: Authority): Standing {
  if (parent.status !== "missing") return parent;
  const { missing } = authority.kind(kind, { project });
  return { ...parent, missing: [...new Set([...parent.missing, ...missing])] };
}

/** What can be said without knowing the regions: a right that holds in any of them does. */
function inAnyRegion(kind: ResourceKind, project: string, authority: Authority): Standing {
  const standing = authority.kind(kind, { project });
  return standing.status === "missing" ? unknown("the rights may differ from region to region") : standing;
}

function worst(standings: readonly Standing[]): Standing {
  const lacking = standings.filter(({ status }) => status === "missing");
  if (lacking.length > 0)
    return { status: "missing", missing: [...new Set(lacking.flatMap(({ missing }) => missing))] };
  return standings.find(({ status }) => status !== "granted") ?? granted;
}

function row({ id }: ResourceKind, scope: string, standing: Standing): Coverage {
  return { kind: id, scope, ...standing };
}

const refusedHere = unknown("OVHcloud refuses here what the rights grant");
