import type { Item } from "../lists.ts";
import type { Plan } from "../plan.ts";
import type { Series } from "../random.ts";
import { createdAtMs, isoMicroseconds } from "../words.ts";
import type { OvhRegion } from "./regions.ts";

const descriptions = ["production", "staging", "analytics", "research", "disaster recovery"];

/** The detail of a Public Cloud project (schema model `cloud.ProjectWithIAM`). */
export function projectOf(id: string, index: number, series: Series, plan: Plan): Item {
  const random = series.random(index);
  const isSuspended = plan.suspendedOvhProjects.includes(index);
  const description = descriptions[index] ?? `project ${index + 1}`;
  return {
    project_id: id,
    projectName: `project-${index + 1}`,
    description,
    status: isSuspended ? "suspended" : "ok",
    planCode: "project.2018",
    access: "full",
    creationDate: isoMicroseconds(createdAtMs(series, index, plan.ovhProjects), random, "+00:00"),
    expiration: null,
    manualQuota: false,
    orderId: 200_000_000 + Math.floor(random() * 1_000_000),
    unleash: false,
    iam: {
      displayName: description,
      id: series.uuid(index),
      state: isSuspended ? "SUSPENDED" : "OK",
      tags: { env: index === 0 ? "prod" : "dev" },
      urn: `urn:v1:eu:resource:publicCloudProject:${id}`,
    },
  };
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
