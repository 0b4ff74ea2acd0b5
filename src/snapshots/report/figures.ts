import type { Resource } from "../../inventory/resource.ts";
import { isCopyKind, isJudged } from "../coverage-rules.ts";

/** What some of the resources add up to. */
export interface Figures {
  readonly resources: number;
  /** How many of them say how large they are. */
  readonly sized: number;
  readonly bytes: number;
  /** How many hold data that a backup would bring back. */
  readonly data: number;
  /** How many are copies: backups and snapshots. */
  readonly copies: number;
}

/** Some of the resources by what they have in common, and their figures. */
export type FigureGroup<Named> = Named & Figures;

/** Adds up resources one by one, in groups. */
export interface FigureGroups<Named> {
  add(resource: Resource): void;
  /** The largest groups first. */
  groups(): readonly FigureGroup<Named>[];
}

/**
 * @param nameOf what the resources of a group have in common.
 */
export function createFigureGroups<Named extends object>(nameOf: (resource: Resource) => Named): FigureGroups<Named> {
  const groups = new Map<string, { readonly named: Named; readonly figures: Counting }>();
  return {
    add(resource) {
      const named = nameOf(resource);
      const key = JSON.stringify(named);
      let group = groups.get(key);
      if (group === undefined) {
        group = { named, figures: { resources: 0, sized: 0, bytes: 0, data: 0, copies: 0 } };
        groups.set(key, group);
      }
      count(group.figures, resource);
    },
    groups: () =>
      [...groups]
        .sort(
          ([one, { figures }], [other, { figures: others }]) =>
            others.resources - figures.resources || (one < other ? -1 : 1),
        )
        .map(([, { named, figures }]) => ({ ...named, ...figures })),
  };
}

type Counting = { -readonly [Key in keyof Figures]: Figures[Key] };

function count(figures: Counting, resource: Resource): void {
  const { sizeBytes } = resource.details;
  figures.resources += 1;
  if (sizeBytes !== undefined) {
    figures.sized += 1;
    figures.bytes += sizeBytes;
  }
  if (isCopy(resource)) figures.copies += 1;
  else if (isJudged(resource)) figures.data += 1;
}

function isCopy({ kind, details }: Resource): boolean {
  return isCopyKind(kind) || details.relations.some(({ type }) => type === "backup-of" || type === "snapshot-of");
}
