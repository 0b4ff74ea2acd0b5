import type { Door } from "../../http/door.ts";
import type { Reach, ReachContext, ReadContext } from "../../inventory/provider.ts";
import type { ListedKind } from "../../listing/kind.ts";
import { listOf } from "../../listing/paging/list-of.ts";
import { createOvhReader } from "./client.ts";
import { usableIds } from "./id-list.ts";
import { projectsPath } from "./products/project/paths.ts";
import { belowProjects, isProjectKind } from "./scopes.ts";

/** Projects that the config names are all that is read, on purpose; there may be more. */
export const narrowingKey = "project_ids";

export interface ReachParts {
  readonly door: Door;
  readonly base: URL;
  readonly projectIds: readonly string[];
  /** The list of projects that the run reads anyway. */
  readonly readProjectIds: (context: ReadContext) => Promise<readonly unknown[]>;
}

/** How many of the projects that the credential sees are read; where the config names them, that takes one request. */
export function createReach({
  door,
  base,
  projectIds,
  readProjectIds,
}: ReachParts): (kinds: readonly ListedKind[], context: ReachContext) => Promise<Reach | undefined> {
  const countVisible = createProjectCounter(door, base);
  return async (kinds, context) => {
    // Where nothing of any project is read, there is nothing to say of them.
    if (belowProjects(kinds).length === 0 && !kinds.some(isProjectKind)) return undefined;
    if (projectIds.length > 0) return reachOf(projectIds, await countVisible(context).catch(() => undefined));
    const listed = usableIds(await readProjectIds(context)).length;
    return { read: listed, visible: listed };
  };
}

/** The reach of a config that names its projects. */
export function reachOf(projectIds: readonly string[], visible: number | undefined): Reach {
  const read = new Set(projectIds).size;
  if (visible !== undefined && visible <= read) return { read, visible: read };
  return { read, widenedBy: narrowingKey, ...(visible === undefined ? {} : { visible }) };
}

// Seen by the caller itself, so that nothing is sent twice: a key for one project may well not list them.
const oneTry = [401, 403, 404, 500, 502, 503, 504];

/** Counts the projects that the credential sees, beside what is read. */
export function createProjectCounter(door: Pick<Door, "send">, base: URL): (context: ReachContext) => Promise<number> {
  const readerOf = createOvhReader(
    { send: (request, context) => door.send({ ...request, accept: oneTry }, context) },
    base,
  );
  return async ({ traffic, run, patience }) => {
    const document = await readerOf({ traffic, run, signal: patience }).read(projectsPath, {});
    return usableIds(listOf(document, undefined, `GET ${projectsPath}`)).length;
  };
}
