import type { ServedEntry } from "./entry.ts";

/** A kind with the kinds above it. */
export interface ServedKind {
  readonly entry: ServedEntry;
  /** From the topmost down to the parent. */
  readonly ancestors: readonly string[];
  /** The topmost of its family that is served: the kind itself where nothing served stands above it. */
  readonly top: ServedEntry;
  /** Where the items of the topmost are. */
  readonly home: Home;
  /** The places of its lists that no kind fills, such as the organizations of Exchange. */
  readonly walks: readonly Walk[];
}

/** Whose the topmost of a family of kinds is. */
export type Home = "account" | "organization" | "project" | "place";

/** A place of a path that is enumerated by a list of ids, without being a kind. */
export interface Walk {
  readonly name: string;
  /** The path of that list. */
  readonly path: string;
}

/** What a parameter of a path stands for. */
export type Role =
  | { readonly is: "project" | "locality" | "item" }
  | { readonly is: "ancestor"; readonly kind: string }
  | { readonly is: "walk"; readonly place: number };

/** The kinds of the entries, each with its ancestors; `isKnown` says which other kinds may stand above them. */
export function servedKindsOf(
  entries: readonly ServedEntry[],
  isKnown: (kind: string) => boolean,
): ReadonlyMap<string, ServedKind> {
  const byKind = new Map(entries.map((entry) => [entry.kind, entry]));
  const ancestorsOf = ({ parent }: ServedEntry): readonly string[] => {
    // A project is a place, not a parent.
    if (parent === null || parent.endsWith(".project")) return [];
    const above = byKind.get(parent);
    if (above !== undefined) return [...ancestorsOf(above), parent];
    return isKnown(parent) ? [parent] : [];
  };
  return new Map(
    entries.map((entry) => {
      const ancestors = ancestorsOf(entry);
      const top = byKind.get(ancestors[0] ?? "") ?? entry;
      const walks = top === entry ? walksOf(entry, ancestors) : walksOf(top, []);
      return [entry.kind, { entry, ancestors, top, home: homeOf(top), walks }];
    }),
  );
}

function homeOf({ cloud, locality, list }: ServedEntry): Home {
  if (cloud === "ovh") {
    if (!isInProject(list.path)) return "account";
    return list.path.includes("}/region/{") ? "place" : "project";
  }
  if (locality === "zone" || locality === "region") return "place";
  return locality === "organization" || locality === "account" ? "organization" : "project";
}

/** Whether a path of OVHcloud's leads into a Public Cloud project. */
export function isInProject(path: string): boolean {
  return /^(\/cloud|\/v2\/publicCloud)\/project\/\{/.test(path);
}

/** The parameters of a path, in their order. */
export function parametersOf(path: string): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((parameter) => parameter[1] ?? "");
}

function walksOf({ cloud, list }: ServedEntry, ancestors: readonly string[]): readonly Walk[] {
  const free = freeParameters(cloud, list.path);
  return free.slice(0, Math.max(0, free.length - ancestors.length)).map((name) => ({
    name,
    path: list.path.slice(0, list.path.indexOf(`/{${name}}`)),
  }));
}

/** Parameters that are neither a project nor a region or zone. */
function freeParameters(cloud: ServedEntry["cloud"], path: string): readonly string[] {
  return parametersOf(path).filter((name) => fixedRole(cloud, path, name) === undefined);
}

function fixedRole(cloud: ServedEntry["cloud"], path: string, name: string): Role | undefined {
  if (cloud === "scaleway") return name === "zone" || name === "region" ? { is: "locality" } : undefined;
  if (!isInProject(path)) return undefined;
  if (path.includes(`/project/{${name}}`)) return { is: "project" };
  return path.includes(`}/region/{${name}}`) ? { is: "locality" } : undefined;
}

/**
 * What the parameters of a path stand for. The places of a path fill up from its end: what is asked for (in a detail),
 * its parent, that one's parent, and before them what is no kind.
 */
export function rolesOf({ entry, ancestors }: ServedKind, path: string, isDetail: boolean): ReadonlyMap<string, Role> {
  const free = freeParameters(entry.cloud, path);
  const owners: Role[] = ancestors.map((kind) => ({ is: "ancestor", kind }));
  if (isDetail) owners.push({ is: "item" });
  const firstOwner = free.length - owners.length;
  return new Map(
    parametersOf(path).map((name) => {
      const place = free.indexOf(name);
      const role = fixedRole(entry.cloud, path, name) ?? owners[place - firstOwner] ?? { is: "walk", place };
      return [name, role];
    }),
  );
}

/** The word for one of a kind, out of the name of a parameter: `{organizationName}` is an organization. */
export function wordOf(parameter: string): string {
  return parameter.replace(/_?(Name|Id|name|id)$/, "");
}

/** The last word of a kind: `scaleway.kubernetes.cluster` is a cluster. */
export function lastWordOf(kind: string): string {
  return kind.slice(kind.lastIndexOf(".") + 1);
}
