import type { PlannedPlace, PlannedRead } from "../../inventory/provider.ts";
import type { ListedKind } from "../../listing/kind.ts";
import { mostIds } from "../../listing/paging/batches.ts";
import { isProjectKind, type Places } from "./scopes.ts";

/**
 * What a run asks beside its lists. The list of projects finds the projects and is their kind's own list: it is read once. A region that
 * seems not to have a product says so itself: all regions of its project are then read, once a run. Such a region is one in which
 * no earlier run read the kind, while it read the kind elsewhere in the project.
 */
export async function requestsBeside(
  reads: readonly PlannedRead[],
  { lists }: Pick<Places, "lists">,
  asksInBatches: boolean,
): Promise<number> {
  const ofProjects = reads.filter(({ kind, places }) => isProjectKind(kind as ListedKind) && places.every(isOfAccount));
  const absent = absentRegions(reads);
  const details = [...absent].map(async ([project, regions]) => {
    const { names = [] } = (await lists.get(project)) ?? {};
    return asksInBatches ? Math.ceil(names.length / mostIds) : regions.size;
  });
  return (await Promise.all(details)).reduce((sum, one) => sum + one, -ofProjects.length);
}

function isOfAccount({ scope }: PlannedPlace): boolean {
  return scope.project === undefined;
}

/** The regions of each project that are expected not to have some kind. */
function absentRegions(reads: readonly PlannedRead[]): ReadonlyMap<string, ReadonlySet<string>> {
  const absent = new Map<string, Set<string>>();
  for (const { kind, places } of reads) {
    for (const { scope, isCounted } of places) {
      const { project, locality } = scope;
      if (isCounted || project === undefined || locality === undefined) continue;
      const isReadElsewhere = reads.some(
        (other) => other.kind === kind && other.places.some((one) => one.isCounted && one.scope.project === project),
      );
      if (isReadElsewhere) absent.set(project, (absent.get(project) ?? new Set()).add(locality));
    }
  }
  return absent;
}
