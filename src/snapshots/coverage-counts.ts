import type { CoveredResource } from "./coverage.ts";
import type { CoverageState } from "./coverage-verdict.ts";

/** How many resources came to what. */
export interface CoverageCounts extends Readonly<Record<CoverageState, number>> {
  readonly resources: number;
  /** Of those with a backup, whose last one is older than is allowed. */
  readonly stale: number;
  /** Present only where it is known what the backup tool protects. */
  readonly protected?: number;
  readonly unprotected?: number;
}

/** A part of the resources, and what they came to. */
export type CoverageGroup<Named> = Named & CoverageCounts;

export interface OfProject {
  readonly inventory: string;
  readonly account?: string;
  /** Absent where they are in no project. */
  readonly project?: string;
  readonly projectName?: string;
}

export interface OfPlace {
  readonly country?: string;
  /** The region, or the zone where the provider is zonal; absent where none is told. */
  readonly region?: string;
}

/** Whether a resource lacks a backup of its provider, as far as that is known: it has none, or only snapshots, or an old one. */
export function isWithoutBackup({ state, isStale }: CoveredResource): boolean {
  return state === "none-found" || state === "snapshots-only" || isStale === true;
}

/** Why so many resources of a kind are unknown. */
export interface UnknownGroup {
  readonly kind: string;
  readonly reason: string;
  readonly resources: number;
}

type Counting = { -readonly [Key in keyof CoverageCounts]: CoverageCounts[Key] };

/** Counts resources, whole and in groups, in the order in which groups are first met by name. */
export function countsOf(resources: readonly CoveredResource[]): CoverageCounts {
  const counting = newCounts();
  for (const resource of resources) count(counting, resource);
  return counting;
}

export const byClass = (resources: readonly CoveredResource[]) =>
  grouped(resources, (one) => ({ class: one.class }), [(one) => one.class]);

export const byProject = (resources: readonly CoveredResource[]) =>
  grouped(
    resources,
    ({ inventory, account, project, projectName }): OfProject => ({
      inventory,
      ...(account === undefined ? {} : { account }),
      ...(project === undefined ? {} : { project }),
      ...(projectName === undefined ? {} : { projectName }),
    }),
    [(one) => one.inventory, (one) => one.account, (one) => one.project],
  );

export const byPlace = (resources: readonly CoveredResource[]) =>
  grouped(
    resources,
    ({ country, region }): OfPlace => ({
      ...(country === undefined ? {} : { country }),
      ...(region === undefined ? {} : { region }),
    }),
    [(one) => one.country, (one) => one.region],
  );

/** The reasons, most resources first. */
export function unknownsOf(resources: readonly CoveredResource[]): readonly UnknownGroup[] {
  const groups = new Map<string, UnknownGroup>();
  for (const { kind, state, reason = "" } of resources) {
    if (state !== "unknown") continue;
    const key = `${kind}\t${reason}`;
    groups.set(key, { kind, reason, resources: (groups.get(key)?.resources ?? 0) + 1 });
  }
  return [...groups.values()].sort((one, other) => other.resources - one.resources || (one.kind < other.kind ? -1 : 1));
}

function grouped<Named>(
  resources: readonly CoveredResource[],
  nameOf: (resource: CoveredResource) => Named,
  keys: readonly ((resource: CoveredResource) => string | undefined)[],
): readonly CoverageGroup<Named>[] {
  const groups = new Map<string, { readonly named: Named; readonly counts: Counting }>();
  for (const resource of resources) {
    const key = keys.map((part) => part(resource) ?? "").join("\t");
    const group = groups.get(key) ?? { named: nameOf(resource), counts: newCounts() };
    groups.set(key, group);
    count(group.counts, resource);
  }
  const sorted = [...groups].sort(([one], [other]) => (one < other ? -1 : 1));
  return sorted.map(([, { named, counts }]) => ({ ...named, ...counts }));
}

function newCounts(): Counting {
  return { resources: 0, backup: 0, "snapshots-only": 0, "none-found": 0, unknown: 0, stale: 0 };
}

function count(counts: Counting, { state, isStale, standing }: CoveredResource): void {
  counts.resources += 1;
  counts[state] += 1;
  if (isStale) counts.stale += 1;
  if (standing === undefined) return;
  counts.protected = (counts.protected ?? 0) + (standing === "protected" ? 1 : 0);
  counts.unprotected = (counts.unprotected ?? 0) + (standing === "unprotected" ? 1 : 0);
}
