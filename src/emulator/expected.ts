import type { DataPlatformBucket } from "./data-platform/buckets.ts";
import type { EmulatedKind, OvhListKind, ScalewayListKind } from "./kinds.ts";
import type { OvhFleet } from "./ovh/fleet.ts";
import { listedPerRegion } from "./ovh/place.ts";
import type { ScalewaySource } from "./scaleway/source.ts";

const ovhKinds: readonly OvhListKind[] = [
  "ovh.cloud.instance",
  "ovh.cloud.instance-snapshot",
  "ovh.cloud.volume",
  "ovh.cloud.volume-snapshot",
  "ovh.cloud.volume-backup",
  "ovh.cloud.bucket",
  "ovh.cloud.swift-container",
  "ovh.cloud.database",
];

const scalewayKinds: readonly (ScalewayListKind | "scaleway.object.bucket")[] = [
  "scaleway.instance.server",
  "scaleway.instance.volume",
  "scaleway.instance.snapshot",
  "scaleway.instance.image",
  "scaleway.block.volume",
  "scaleway.block.snapshot",
  "scaleway.object.bucket",
  "scaleway.secret.secret",
];

/** The ids of everything that exists, whether or not the key may see it. A bucket's id is its name. */
export function expectedIdsOf(
  fleet: OvhFleet,
  source: ScalewaySource,
  dataPlatformBuckets: readonly DataPlatformBucket[],
): ReadonlyMap<EmulatedKind, readonly string[]> {
  const ids = new Map<EmulatedKind, readonly string[]>([["ovh.cloud.project", fleet.projectIds]]);
  for (const kind of ovhKinds) ids.set(kind, ovhIds(fleet, kind));
  ids.set(
    "scaleway.account.project",
    source.projects.map(({ id }) => id),
  );
  for (const kind of scalewayKinds) ids.set(kind, source.ids(kind));
  ids.set(
    "ovh-data-platform.bucket",
    dataPlatformBuckets.map(({ name }) => name),
  );
  return ids;
}

function ovhIds(fleet: OvhFleet, kind: OvhListKind): readonly string[] {
  const field = kind === "ovh.cloud.bucket" ? "name" : "id";
  const regions = listedPerRegion.includes(kind) ? fleet.regions.map(({ name }) => name) : [undefined];
  return fleet.projectIds.flatMap((project) =>
    regions.flatMap((region) => fleet.list(kind, project, region).map((item) => String(item[field]))),
  );
}
