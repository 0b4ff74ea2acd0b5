import type { DataPlatformBucket } from "./data-platform/buckets.ts";
import type { EmulatedKind, OvhListKind, ScalewayListKind } from "./kinds.ts";
import { LazyMap } from "./lazy-map.ts";
import type { OvhFleet } from "./ovh/fleet.ts";
import { listedPerRegion } from "./ovh/place.ts";
import type { ScalewaySource } from "./scaleway/source.ts";
import type { ServedFleet } from "./served/fleet.ts";
import { valueAt } from "./served/stamp.ts";

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
  served: ServedFleet,
): ReadonlyMap<EmulatedKind, readonly string[]> {
  return new LazyMap<EmulatedKind, readonly string[]>([
    ["ovh.cloud.project", () => fleet.projectIds],
    ...ovhKinds.map((kind) => [kind, () => ovhIds(fleet, kind)] as const),
    ["scaleway.account.project", () => source.projects.map(({ id }) => id)],
    ...scalewayKinds.map((kind) => [kind, () => source.ids(kind)] as const),
    ["ovh-data-platform.bucket", () => dataPlatformBuckets.map(({ name }) => name)],
    ...[...served.kinds.keys()].map((kind) => [kind, () => servedIds(served, source, kind)] as const),
  ]);
}

/** What is made up, and what recordings hold of the same list. */
function servedIds(served: ServedFleet, source: ScalewaySource, kind: string): readonly string[] {
  const entry = served.kinds.get(kind)?.entry;
  const recorded = entry?.cloud === "scaleway" ? (source.recorded?.(entry.list.path) ?? []) : [];
  return [...served.ids(kind), ...recorded.map((item) => String(valueAt(item, entry?.idField ?? "id")))];
}

function ovhIds(fleet: OvhFleet, kind: OvhListKind): readonly string[] {
  const field = kind === "ovh.cloud.bucket" ? "name" : "id";
  const regions = listedPerRegion.includes(kind) ? fleet.regions.map(({ name }) => name) : [undefined];
  return fleet.projectIds.flatMap((project) =>
    regions.flatMap((region) => fleet.list(kind, project, region).map((item) => String(item[field]))),
  );
}
