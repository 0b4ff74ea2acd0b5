import type { EmulatedKind, ScalewayListKind } from "../kinds.ts";
import { createLists, type Item } from "../lists.ts";
import type { Plan } from "../plan.ts";
import { seriesOf } from "../random.ts";
import { bucketName, createdAtMs, isoMicroseconds } from "../words.ts";
import { blockSnapshot, image, instanceSnapshot, publicImage, secret } from "./copies.ts";
import { placeOf, type ScalewayPlace } from "./place.ts";
import { server } from "./servers.ts";
import type { Bucket, ListQuery, ScalewayProject, ScalewaySource } from "./source.ts";
import { blockVolume, instanceVolume } from "./volumes.ts";

/** Who makes the items of each kind. */
const builders: Readonly<Record<ScalewayListKind, (place: ScalewayPlace, index: number) => Item>> = {
  "scaleway.instance.server": server,
  "scaleway.instance.volume": instanceVolume,
  "scaleway.instance.snapshot": instanceSnapshot,
  "scaleway.instance.image": image,
  "scaleway.block.volume": blockVolume,
  "scaleway.block.snapshot": blockSnapshot,
  "scaleway.secret.secret": secret,
};

/** Makes up an organization from the plan; lists are made when they are asked for. */
export function createScalewayFleet(plan: Plan): ScalewaySource {
  const projects = projectsOf(plan);
  const organizationId = seriesOf(plan.seed, "scaleway.account.project").uuid(0);
  const lists = createLists();
  const inProject = (kind: ScalewayListKind, project: string, locality: string) =>
    lists.get(`${kind} ${project} ${locality}`, () => {
      const place = placeOf(plan, organizationId, project, locality);
      return Array.from({ length: place.count(kind) }, (_, index) => builders[kind](place, index));
    });
  const everywhere = (kind: ScalewayListKind, locality: string) =>
    lists.get(`${kind} ${locality}`, () => projects.flatMap(({ id }) => inProject(kind, id, locality)));
  const withPublic = (locality: string, items: readonly Item[], key: string) =>
    lists.get(`public ${key} ${locality}`, () => [...items, publicImage(placeOf(plan, "", "", locality))]);
  return {
    projects,
    list: ({ kind, project, locality, organization, isPublic }: ListQuery) => {
      if (kind === undefined || (organization !== undefined && organization !== organizationId)) return [];
      const items = project === undefined ? everywhere(kind, locality) : inProject(kind, project, locality);
      if (kind !== "scaleway.instance.image" || isPublic === false) return items;
      return isPublic === true ? withPublic(locality, [], "alone") : withPublic(locality, items, project ?? "");
    },
    buckets: (region, project) => bucketsOf(plan, region, project),
    ids: (kind) => [...plan.scalewayLocalities].flatMap((place) => idsIn(kind, place)),
  };

  function idsIn(kind: ScalewayListKind | "scaleway.object.bucket", locality: string): string[] {
    if (isRegional(kind) !== isRegion(locality)) return [];
    if (kind !== "scaleway.object.bucket") return everywhere(kind, locality).map(({ id }) => String(id));
    return projects.flatMap(({ id }) => bucketsOf(plan, locality, id).map(({ name }) => name));
  }
}

function isRegional(kind: EmulatedKind): boolean {
  return kind === "scaleway.object.bucket" || kind === "scaleway.secret.secret";
}

function isRegion(locality: string): boolean {
  return !/\d$/.test(locality);
}

/** The first project is called `default` and has the organization's id, as in every recorded organization. */
function projectsOf(plan: Plan): readonly ScalewayProject[] {
  const series = seriesOf(plan.seed, "scaleway.account.project");
  return Array.from({ length: plan.scalewayProjects }, (_, index) => {
    const created = isoMicroseconds(createdAtMs(series, index, plan.scalewayProjects), series.random(index));
    const name = index === 0 ? "default" : `project-${index + 1}`;
    const dates = { created_at: created, updated_at: created };
    return { id: series.uuid(index), name, organization_id: series.uuid(0), ...dates, description: "" };
  });
}

function bucketsOf(plan: Plan, region: string, projectId: string): readonly Bucket[] {
  const kind = "scaleway.object.bucket";
  if (!plan.scalewayLocalities.has(region) || !plan.isOffered(kind, region)) return [];
  const series = seriesOf(plan.seed, `${kind} ${projectId} ${region}`);
  const count = plan.count(kind);
  return Array.from({ length: count }, (_, index) => {
    const createdAt = new Date(createdAtMs(series, index, count)).toISOString();
    return { name: bucketName(index, projectId, region), createdAt };
  });
}
