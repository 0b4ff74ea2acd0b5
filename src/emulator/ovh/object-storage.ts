import type { Item } from "../lists.ts";
import { cycle } from "../random.ts";
import { bucketName, createdAtMs, isoSeconds, nameOf } from "../words.ts";
import type { OvhPlace } from "./place.ts";

/** A bucket as listed (schema model `cloud.StorageContainerList`, without the deprecated `objects`). */
export function bucket(place: OvhPlace, index: number): Item {
  const series = place.series("ovh.cloud.bucket");
  const random = series.random(index);
  const name = bucketName(index, place.projectId, place.region);
  const objects = Math.floor(random() * 5000);
  return {
    name,
    region: place.region,
    createdAt: isoSeconds(createdAtMs(series, index, place.count("ovh.cloud.bucket"))),
    objectsCount: objects,
    objectsSize: objects * 65_536,
    ownerId: 100_000 + Math.floor(random() * 1000),
    virtualHost: `https://${name}.s3.${place.region.toLowerCase()}.io.cloud.ovh.net/`,
  };
}

/** A bucket in detail (schema model `cloud.StorageContainer`): unless told not to, the API sends objects along. */
export function bucketDetail(item: Item, isWithObjects: boolean): Item {
  const detail = {
    ...item,
    tags: { env: "prod" },
    versioning: { status: "enabled" },
    encryption: { sseAlgorithm: "AES256" },
    objectLock: { status: "disabled", rule: null },
    replication: null,
    lifecycle: null,
  };
  if (!isWithObjects) return detail;
  const lastModified = item["createdAt"];
  const objects = ["2025/report.csv", "2025/picture.png", "readme.txt"].map((key) => ({
    key,
    size: 65_536,
    lastModified,
    storageClass: "STANDARD",
  }));
  return { ...detail, objects };
}

/** A Swift container (schema model `cloud.storage.Container`); its id is opaque. */
export function swiftContainer(place: OvhPlace, index: number): Item {
  const series = place.series("ovh.cloud.swift-container");
  const objects = Math.floor(series.random(index)() * 900);
  return {
    id: series.hexadecimal(index),
    name: nameOf(index, "files"),
    region: cycle(place.regions("ovh.cloud.swift-container"), index),
    storedBytes: objects * 4096,
    storedObjects: objects,
    archive: false,
    containerType: index % 5 === 4 ? "public" : "private",
  };
}
