import type { Item } from "../lists.ts";
import { cycle, pick } from "../random.ts";
import { createdAtMs, isoSeconds, nameOf } from "../words.ts";
import type { OvhPlace } from "./place.ts";

const types = ["classic", "high-speed", "high-speed-gen2"];

/** A block volume (schema model `cloud.volume.Volume`); its size is in GB. */
export function blockVolume(place: OvhPlace, index: number): Item {
  const series = place.series("ovh.cloud.volume");
  const random = series.random(index);
  const region = cycle(place.regions("ovh.cloud.volume"), index);
  const attachedTo = holderOf(place, index, region);
  return {
    id: series.uuid(index),
    name: nameOf(index, "volume"),
    description: index % 4 === 0 ? "data disk" : "",
    region,
    availabilityZone: null,
    size: pick([10, 50, 100, 500], random),
    type: pick(types, random),
    status: attachedTo.length > 0 ? "in-use" : "available",
    attachedTo,
    bootable: false,
    planCode: "volume.classic.consumption",
    creationDate: isoSeconds(createdAtMs(series, index, place.count("ovh.cloud.volume"))),
  };
}

/** Two volumes in three are attached, to the instance of the same number where that is in the same region. */
function holderOf(place: OvhPlace, index: number, region: string): string[] {
  if (index % 3 === 2 || index >= place.count("ovh.cloud.instance")) return [];
  const regions = place.regions("ovh.cloud.instance");
  if (regions.length === 0 || cycle(regions, index) !== region) return [];
  return [place.series("ovh.cloud.instance").uuid(index)];
}

/** A snapshot of a volume (schema model `cloud.volume.Snapshot`), in the region of that volume. */
export function volumeSnapshot(place: OvhPlace, index: number): Item {
  const series = place.series("ovh.cloud.volume-snapshot");
  const volumes = place.count("ovh.cloud.volume");
  const source = volumes === 0 ? index : index % volumes;
  return {
    id: series.uuid(index),
    name: nameOf(index, "volume-snapshot"),
    description: "",
    region: cycle(place.regions("ovh.cloud.volume-snapshot"), source),
    size: 50,
    status: "available",
    volumeId: place.series("ovh.cloud.volume").uuid(source),
    planCode: "volume.snapshot.consumption",
    creationDate: isoSeconds(createdAtMs(series, index, place.count("ovh.cloud.volume-snapshot"))),
  };
}

/** A backup of a volume of the region (schema model `cloud.volumeBackup.VolumeBackup`). */
export function volumeBackup(place: OvhPlace, index: number): Item {
  const series = place.series("ovh.cloud.volume-backup");
  const regions = place.regions("ovh.cloud.volume");
  const first = regions.indexOf(place.region);
  const here = Math.max(1, Math.ceil((place.count("ovh.cloud.volume") - first) / Math.max(1, regions.length)));
  return {
    id: series.uuid(index),
    name: nameOf(index, "volume-backup"),
    region: place.region,
    size: 50,
    status: "ok",
    // Backups outlive their volume: where the region holds none, this is the id of one that has gone.
    volumeId: place.series("ovh.cloud.volume").uuid(first + (index % here) * regions.length),
    creationDate: isoSeconds(createdAtMs(series, index, place.count("ovh.cloud.volume-backup"))),
  };
}
