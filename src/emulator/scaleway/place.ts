import type { ScalewayListKind } from "../kinds.ts";
import type { Plan } from "../plan.ts";
import { type Series, seriesOf } from "../random.ts";
import { remember } from "../remember.ts";

/** One project in one zone or region, as those who make its items need it. */
export interface ScalewayPlace {
  readonly organizationId: string;
  readonly projectId: string;
  readonly locality: string;
  series(kind: ScalewayListKind): Series;
  count(kind: ScalewayListKind): number;
}

/** The place of a project in a locality; a locality that holds nothing counts zero of everything. */
export function placeOf(plan: Plan, organizationId: string, projectId: string, locality: string): ScalewayPlace {
  const isHolding = plan.scalewayLocalities.has(locality);
  return {
    organizationId,
    projectId,
    locality,
    count: remember((kind) => (isHolding && plan.isOffered(kind, locality) ? plan.count(kind) : 0)),
    series: remember((kind) => seriesOf(plan.seed, `${kind} ${projectId} ${locality}`)),
  };
}
