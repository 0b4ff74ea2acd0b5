// Answers, only the fields we use, under the API's own names (models of cloud.json). Fields without `nullish` are the identity.
import * as z from "zod";
import { count, flag, id, moment, size, tagMap, text } from "../../../../listing/fields.ts";

const enabled = z.object({ status: text }).nullish();

/** `cloud.StorageContainer`: the detail laid over the list's `cloud.StorageContainerList`. */
export const Bucket = z.object({
  name: id,
  region: text,
  createdAt: moment,
  objectsCount: count,
  objectsSize: size,
  virtualHost: text,
  tags: tagMap,
  versioning: enabled,
  objectLock: enabled,
  encryption: z.object({ sseAlgorithm: text }).nullish(),
  replication: z.object({ rules: z.array(z.unknown()).nullish() }).nullish(),
});

/** `cloud.storage.Container` (Swift) */
export const SwiftContainer = z.object({
  id,
  name: text,
  region: text,
  storedBytes: size,
  storedObjects: count,
  archive: flag,
  containerType: text,
});
