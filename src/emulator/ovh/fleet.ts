import { type OvhListKind, servedKindEntries } from "../kinds.ts";
import { createFinder, createLists, type Finder, type Item } from "../lists.ts";
import type { Plan } from "../plan.ts";
import { seriesOf } from "../random.ts";
import { builders } from "./builders.ts";
import { offers, placeOf } from "./place.ts";
import { type IamResource, iamResourceOf, projectOf } from "./projects.ts";
import { type OvhRegion, regionalKinds, serves } from "./regions.ts";

/** Everything the emulated account owns at OVHcloud. */
export interface OvhFleet {
  readonly projectIds: readonly string[];
  readonly regions: readonly OvhRegion[];
  project(id: string): Item | undefined;
  /** The projects as IAM lists them. */
  readonly resources: readonly IamResource[];
  /** All of a kind in a project or, for kinds that are listed there, in a region. */
  list(kind: OvhListKind, projectId: string, region?: string): readonly Item[];
  /** Finds an item in one of the lists. */
  readonly find: Finder;
  /** What the region says that it has. */
  services(region: OvhRegion): readonly string[];
  isOffered(kind: OvhListKind, region: string): boolean;
}

/** Makes up the account from the plan; lists are made when they are asked for. */
export function createOvhFleet(plan: Plan): OvhFleet {
  const projectSeries = seriesOf(plan.seed, "ovh.cloud.project");
  const projectIds = Array.from({ length: plan.ovhProjects }, (_, index) => projectSeries.hexadecimal(index));
  const lists = createLists();
  const isOffered = (kind: OvhListKind, name: string) =>
    plan.ovhRegions.some((region) => region.name === name && offers(region, kind, plan));
  return {
    projectIds,
    regions: plan.ovhRegions,
    project: (id) => {
      const index = projectIds.indexOf(id);
      return index < 0 ? undefined : projectOf(id, index, projectSeries, plan);
    },
    resources: projectIds.map((id, index) => iamResourceOf(id, index, projectSeries, plan)),
    list: (kind, projectId, region) =>
      lists.get(`${kind} ${projectId} ${region ?? ""}`, () => {
        const place = placeOf(plan, projectId, region ?? "");
        const isThere = region === undefined ? place.regions(kind).length > 0 : isOffered(kind, region);
        return Array.from({ length: isThere ? plan.count(kind) : 0 }, (_, index) => builders[kind](place, index));
      }),
    find: createFinder(),
    services: (region) => servicesOf(region, plan),
    isOffered,
  };
}

/** A product that is not offered is not named: not offering one takes its service away. */
function servicesOf(region: OvhRegion, plan: Plan): readonly string[] {
  const missing = regionalKinds.filter((kind) => !plan.isOffered(kind, region.name));
  const served = [...servedKindEntries.values()].flatMap(({ kind, service }) =>
    service === null || plan.isOffered(kind, region.name) ? [] : [service],
  );
  return region.services.filter(
    (name) => !missing.some((kind) => serves(name, kind)) && !served.some((service) => name.startsWith(service)),
  );
}
