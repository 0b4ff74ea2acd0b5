import type { OvhListKind } from "../kinds.ts";
import type { Plan } from "../plan.ts";
import { type Series, seriesOf } from "../random.ts";
import { remember } from "../remember.ts";
import { type OvhRegion, regionalKinds, serves } from "./regions.ts";

/** One Public Cloud project (and region), as those who make its items need it. */
export interface OvhPlace {
  readonly projectId: string;
  /** Kinds that are listed per region have it. */
  readonly region: string;
  series(kind: OvhListKind): Series;
  count(kind: OvhListKind): number;
  /** The regions over which a kind is spread, in turn. */
  regions(kind: OvhListKind): readonly string[];
}

/** Kinds that the API lists region by region; all others come in one list for the whole project. */
export const listedPerRegion: readonly OvhListKind[] = ["ovh.cloud.volume-backup", "ovh.cloud.bucket"];

/** The place of a project, or of one of its regions for the kinds that are listed per region. */
export function placeOf(plan: Plan, projectId: string, region: string): OvhPlace {
  return {
    projectId,
    region,
    count: (kind) => plan.count(kind),
    regions: remember((kind) => plan.ovhRegions.filter((each) => offers(each, kind, plan)).map(({ name }) => name)),
    series: remember((kind) =>
      seriesOf(plan.seed, listedPerRegion.includes(kind) ? `${kind} ${projectId} ${region}` : `${kind} ${projectId}`),
    ),
  };
}

/** Whether a region has a kind: it must have the service, and the plan must not take it away. */
export function offers(region: OvhRegion, kind: OvhListKind, plan: Plan): boolean {
  if (!plan.isOffered(kind, region.name)) return false;
  return !regionalKinds.includes(kind) || region.services.some((service) => serves(service, kind));
}
