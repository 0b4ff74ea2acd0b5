// Answers, only the fields we use, under the API's own names (models of dedicatedNasha.json). Fields without `nullish` are the identity.
// Never asked: `metricsToken`, which hands out a token.
import * as z from "zod";
import { count, flag, id, size, text, texts } from "../../../../listing/fields.ts";
import { iamMetadata } from "../../tags.ts";

/** `dedicated.nasha.StorageWithIAM` */
export const Nas = z.object({
  serviceName: id,
  customName: text,
  datacenter: text,
  diskType: text,
  ip: text,
  monitored: flag,
  zpoolSize: size,
  zpoolCapacity: count,
  iam: iamMetadata,
});

/** `dedicated.nasha.Partition`, with its `dedicated.storage.SnapshotEnum[]` laid into it. */
export const Partition = z.object({
  partitionName: id,
  partitionDescription: text,
  protocol: text,
  size,
  partitionCapacity: count,
  usedBySnapshots: count,
  snapshotTypes: texts,
});

/** `dedicated.nasha.customSnap`; its expiration is a text in the schema. */
export const CustomSnapshot = z.object({ name: id, expiration: text });
