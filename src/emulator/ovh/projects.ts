import type { Item } from "../lists.ts";
import type { Plan } from "../plan.ts";
import type { Series } from "../random.ts";
import { createdAtMs, isoMicroseconds } from "../words.ts";
import { projectUrn } from "./account.ts";
import type { OvhRegion } from "./regions.ts";

const descriptions = ["production", "staging", "analytics", "research", "disaster recovery"];

/** A service as IAM lists it (schema model `iam.resource.Resource`). */
export interface IamResource extends Item {
  readonly name: string;
  readonly type: string;
  readonly urn: string;
}

/** The detail of a Public Cloud project (schema model `cloud.ProjectWithIAM`). */
export function projectOf(id: string, index: number, series: Series, plan: Plan): Item {
  const random = series.random(index);
  const isSuspended = plan.suspendedOvhProjects.includes(index);
  return {
    project_id: id,
    projectName: `project-${index + 1}`,
    description: descriptionOf(index),
    status: isSuspended ? "suspended" : "ok",
    planCode: "project.2018",
    access: "full",
    creationDate: isoMicroseconds(createdAtMs(series, index, plan.ovhProjects), random, "+00:00"),
    expiration: plan.ovhProjectExpiresAt[index] ?? null,
    manualQuota: false,
    orderId: 200_000_000 + Math.floor(random() * 1_000_000),
    unleash: false,
    iam: { ...metadataOf(id, index, series), state: isSuspended ? "SUSPENDED" : "OK" },
  };
}

/** The project in the list of all services. */
export function iamResourceOf(id: string, index: number, series: Series, { ovhAccountName: owner }: Plan): IamResource {
  return { ...metadataOf(id, index, series), name: id, owner, type: "publicCloudProject" };
}

function metadataOf(id: string, index: number, series: Series) {
  const tags = { env: index === 0 ? "prod" : "dev" };
  return { displayName: descriptionOf(index), id: series.uuid(index), tags, urn: projectUrn(id) };
}

function descriptionOf(index: number): string {
  return descriptions[index] ?? `project ${index + 1}`;
}

/** The detail of a region (schema model `cloud.Region`). */
export function regionDetail(region: OvhRegion, services: readonly string[]): Item {
  const label = region.name.toLowerCase();
  const isSpread = region.type === "region-3-az";
  return {
    name: region.name,
    type: region.type,
    status: "UP",
    continentCode: region.continent,
    countryCode: region.country,
    datacenterLocation: region.datacenter,
    availabilityZones: isSpread ? ["a", "b", "c"].map((zone) => `${label}-${zone}`) : [],
    ipCountries: [],
    services: services.map((name) => ({ name, status: "UP", endpoint: `https://${name}.${label}.cloud.ovh.example` })),
  };
}
