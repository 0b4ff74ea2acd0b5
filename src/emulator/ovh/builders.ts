import type { OvhListKind } from "../kinds.ts";
import type { Item } from "../lists.ts";
import { blockVolume, volumeBackup, volumeSnapshot } from "./block-storage.ts";
import { database } from "./databases.ts";
import { instance, instanceSnapshot } from "./instances.ts";
import { bucket, swiftContainer } from "./object-storage.ts";
import type { OvhPlace } from "./place.ts";

/** Who makes the items of each kind, in the form in which they are listed (databases: in detail). */
export const builders: Readonly<Record<OvhListKind, (place: OvhPlace, index: number) => Item>> = {
  "ovh.cloud.instance": instance,
  "ovh.cloud.instance-snapshot": instanceSnapshot,
  "ovh.cloud.volume": blockVolume,
  "ovh.cloud.volume-snapshot": volumeSnapshot,
  "ovh.cloud.volume-backup": volumeBackup,
  "ovh.cloud.bucket": bucket,
  "ovh.cloud.swift-container": swiftContainer,
  "ovh.cloud.database": database,
};
