import type { Item } from "../lists.ts";
import { cycle } from "../random.ts";
import { createdAtMs, isoMicroseconds, nameOf, tagsOf } from "../words.ts";
import type { ScalewayPlace } from "./place.ts";

const size = 20_000_000_000;

/** The number of the volume or server that an item was copied from, while there is any. */
function sourceOf(index: number, count: number): number | undefined {
  return count === 0 ? undefined : index % count;
}

/** A snapshot of a local volume (Instance v1). */
export function instanceSnapshot(place: ScalewayPlace, index: number): Item {
  const series = place.series("scaleway.instance.snapshot");
  const random = series.random(index);
  const timeMs = createdAtMs(series, index, place.count("scaleway.instance.snapshot"));
  const created = isoMicroseconds(timeMs, random, "+00:00");
  const volume = sourceOf(index, place.count("scaleway.instance.volume"));
  const volumes = place.series("scaleway.instance.volume");
  return {
    id: series.uuid(index),
    name: nameOf(index, "local-snapshot"),
    volume_type: "l_ssd",
    organization: place.organizationId,
    project: place.projectId,
    size,
    state: "available",
    base_volume: volume === undefined ? null : { id: volumes.uuid(volume), name: nameOf(volume, "local") },
    creation_date: created,
    modification_date: created,
    error_reason: null,
    tags: tagsOf(random),
    zone: place.locality,
  };
}

/** An image of the project (Instance v1). */
export function image(place: ScalewayPlace, index: number): Item {
  const series = place.series("scaleway.instance.image");
  const random = series.random(index);
  const created = isoMicroseconds(createdAtMs(series, index, place.count("scaleway.instance.image")), random, "+00:00");
  const holder = sourceOf(index, place.count("scaleway.instance.server"));
  return {
    id: series.uuid(index),
    name: nameOf(index, "image"),
    organization: place.organizationId,
    project: place.projectId,
    root_volume: { id: series.uuid(-3 - index), name: nameOf(index, "image-root"), volume_type: "l_ssd", size },
    extra_volumes: {},
    public: false,
    arch: "x86_64",
    creation_date: created,
    modification_date: created,
    default_bootscript: null,
    from_server: holder === undefined ? "" : place.series("scaleway.instance.server").uuid(holder),
    state: "available",
    tags: tagsOf(random),
    zone: place.locality,
  };
}

/** An image of Scaleway's own, which every customer's list holds unless `public=false` is asked. */
export function publicImage(place: ScalewayPlace): Item {
  const series = place.series("scaleway.instance.image");
  const owner = series.uuid(-2);
  const own = { organization: owner, project: owner, from_server: "", public: true, tags: [] };
  return { ...image(place, 0), id: series.uuid(-1), name: "Debian Bookworm", ...own };
}

/** A snapshot of Block Storage. */
export function blockSnapshot(place: ScalewayPlace, index: number): Item {
  const series = place.series("scaleway.block.snapshot");
  const random = series.random(index);
  const created = isoMicroseconds(createdAtMs(series, index, place.count("scaleway.block.snapshot")), random);
  const volume = sourceOf(index, place.count("scaleway.block.volume"));
  const volumes = place.series("scaleway.block.volume");
  const parent = volume === undefined ? null : { id: volumes.uuid(volume), name: nameOf(volume, "volume") };
  return {
    id: series.uuid(index),
    name: nameOf(index, "snapshot"),
    parent_volume: parent && { ...parent, type: "sbs_5k", status: "available" },
    size,
    project_id: place.projectId,
    created_at: created,
    updated_at: created,
    references: [],
    status: "available",
    tags: tagsOf(random),
    zone: place.locality,
    class: "sbs",
    public: false,
  };
}

const secretTypes = ["opaque", "key_value", "basic_credentials", "database_credentials"];

/** A secret's metadata (Secret Manager); no payload is ever listed. */
export function secret(place: ScalewayPlace, index: number): Item {
  const series = place.series("scaleway.secret.secret");
  const random = series.random(index);
  const created = isoMicroseconds(createdAtMs(series, index, place.count("scaleway.secret.secret")), random);
  return {
    id: series.uuid(index),
    project_id: place.projectId,
    name: nameOf(index, "token"),
    status: "ready",
    created_at: created,
    updated_at: created,
    tags: tagsOf(random),
    region: place.locality,
    version_count: 1 + Math.floor(random() * 4),
    description: null,
    managed: false,
    protected: index % 3 === 0,
    type: cycle(secretTypes, index),
    path: "/",
    ephemeral_policy: null,
    used_by: [],
    deletion_requested_at: null,
    key_id: null,
  };
}
