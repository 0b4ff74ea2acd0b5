import type { Item } from "../lists.ts";
import { pick } from "../random.ts";
import { createdAtMs, isoMicroseconds, nameOf, tagsOf } from "../words.ts";
import { holderOfBlock, holderOfLocal } from "./attachments.ts";
import type { ScalewayPlace } from "./place.ts";

const gigabyte = 1_000_000_000;

/** A local volume of Instance v1; attached ones name their server. */
export function instanceVolume(place: ScalewayPlace, index: number): Item {
  const series = place.series("scaleway.instance.volume");
  const random = series.random(index);
  const created = isoMicroseconds(
    createdAtMs(series, index, place.count("scaleway.instance.volume")),
    random,
    "+00:00",
  );
  const holder = holderOfLocal(place, index);
  const servers = place.series("scaleway.instance.server");
  return {
    id: series.uuid(index),
    name: nameOf(holder ?? index, "local"),
    volume_type: "l_ssd",
    export_uri: null,
    organization: place.organizationId,
    project: place.projectId,
    server: holder === undefined ? null : { id: servers.uuid(holder), name: nameOf(holder) },
    size: pick([10, 20, 40], random) * gigabyte,
    state: "available",
    creation_date: created,
    modification_date: created,
    tags: tagsOf(random),
    zone: place.locality,
  };
}

/** A volume of Block Storage; attached ones refer to their server. */
export function blockVolume(place: ScalewayPlace, index: number): Item {
  const series = place.series("scaleway.block.volume");
  const random = series.random(index);
  const created = isoMicroseconds(createdAtMs(series, index, place.count("scaleway.block.volume")), random);
  const holder = holderOfBlock(place, index);
  const iops = pick([5000, 15_000], random);
  return {
    id: series.uuid(index),
    name: nameOf(holder ?? index, "volume"),
    type: iops === 5000 ? "sbs_5k" : "sbs_15k",
    size: pick([20, 50, 200], random) * gigabyte,
    project_id: place.projectId,
    created_at: created,
    updated_at: created,
    references: holder === undefined ? [] : [referenceTo(place, holder, series.hexadecimal(index), created)],
    parent_snapshot_id: null,
    status: holder === undefined ? "available" : "in_use",
    tags: tagsOf(random),
    zone: place.locality,
    specs: { perf_iops: iops, class: "sbs" },
    last_detached_at: null,
    kms_key_id: null,
  };
}

function referenceTo(place: ScalewayPlace, holder: number, digits: string, created: string): Item {
  return {
    id: `${digits.slice(0, 8)}-0000-4000-8000-${digits.slice(8, 20)}`,
    product_resource_type: "instance_server",
    product_resource_id: place.series("scaleway.instance.server").uuid(holder),
    created_at: created,
    type: "exclusive",
    status: "attached",
  };
}
