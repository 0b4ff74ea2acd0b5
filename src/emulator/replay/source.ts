import type { ScalewayListKind } from "../kinds.ts";
import { createLists, type Item } from "../lists.ts";
import { recordedApi, type ScalewayRoute, scalewayRoutes } from "../scaleway/routes.ts";
import type { ListQuery, ScalewaySource } from "../scaleway/source.ts";
import { bucketsIn } from "./buckets.ts";
import { type MergedList, mergeRecording } from "./merge.ts";
import { organizationIdOf, projectIdOf, projectsIn } from "./projects.ts";
import { readRecordings } from "./recordings.ts";

/** Recordings ready to be served. */
export interface Replay {
  readonly source: ScalewaySource;
  /** The lists that the emulator knows, and those that only the recordings know. */
  readonly routes: readonly ScalewayRoute[];
}

type MergedLists = ReadonlyMap<string, MergedList>;

/** Serves a directory of recorded answers of Scaleway's instead of a made-up fleet. */
export function createReplay(directory: string): Replay {
  const recordings = readRecordings(directory);
  const merged: MergedLists = new Map(
    recordings.flatMap((recording) => {
      const list = mergeRecording(recording);
      return list === undefined ? [] : [[recording.path, list]];
    }),
  );
  const recordedBuckets = bucketsIn(recordings);
  const owners = [...itemsOf(merged, "scaleway.instance.server"), ...itemsOf(merged, "scaleway.instance.image")];
  const projects = projectsIn(owners, recordedBuckets, allItems(merged.get("/account/v3/projects")));
  const lists = createLists();
  const source: ScalewaySource = {
    projects,
    list: (query) =>
      lists.get(JSON.stringify(query), () => recordedAt(merged, query.path).filter((item) => isAsked(item, query))),
    buckets: (region, project) =>
      recordedBuckets
        .filter((recorded) => recorded.region === region && recorded.project === project)
        .flatMap(({ buckets }) => buckets),
    recorded: (path) =>
      routesOf(merged).flatMap((route) => (isSamePath(route.path, path) ? allItems(merged.get(route.path)) : [])),
    ids: (kind) => {
      if (kind !== "scaleway.object.bucket") return itemsOf(merged, kind).map(({ id }) => String(id));
      return recordedBuckets.flatMap(({ buckets }) => buckets.map(({ name }) => name));
    },
  };
  return { source, routes: routesOf(merged) };
}

function recordedAt(merged: MergedLists, path: string): readonly Item[] {
  for (const { byPath } of merged.values()) {
    const items = byPath.get(path);
    if (items !== undefined) return items;
  }
  return [];
}

function isSamePath(left: string, right: string): boolean {
  return left.replace(/\{\w+\}/g, "{}") === right.replace(/\{\w+\}/g, "{}");
}

function itemsOf(merged: MergedLists, kind: ScalewayListKind): readonly Item[] {
  const path = scalewayRoutes.find((route) => route.kind === kind)?.path ?? "";
  return allItems(merged.get(path));
}

function allItems(list: MergedList | undefined): readonly Item[] {
  return [...(list?.byPath.values() ?? [])].flat();
}

/** An item that does not say whose it is belongs to whoever asks. */
function isAsked(item: Item, { project, organization, isPublic }: ListQuery): boolean {
  const owner = projectIdOf(item);
  const top = organizationIdOf(item);
  if (project !== undefined && owner !== undefined && owner !== project) return false;
  if (organization !== undefined && top !== undefined && top !== organization) return false;
  return isPublic === undefined || item["public"] === undefined || item["public"] === isPublic;
}

/** Recorded lists of resources that have no kind here are served all the same, where they are of a locality or of projects. */
function routesOf(merged: MergedLists): readonly ScalewayRoute[] {
  const known = new Set(scalewayRoutes.map(({ path }) => path));
  const others = [...merged].filter(
    ([path, list]) => !known.has(path) && (/\{(zone|region)\}/.test(path) || isOfProjects(list)),
  );
  const more = others.map(([path, { listKey }]) => ({
    api: recordedApi(path),
    path,
    kind: undefined,
    listKey,
    resource: listKey.replace(/s$/, ""),
  }));
  return [...scalewayRoutes, ...more];
}

/** IAM's own lists are those of the emulated credentials; SSH keys alone are of a project. */
function isOfProjects(list: MergedList): boolean {
  const items = allItems(list);
  return items.length > 0 && items.every((item) => projectIdOf(item) !== undefined);
}
