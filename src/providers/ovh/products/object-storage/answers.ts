// Answers, only the fields we use, under the API's own names (models of cloud.json). Fields without `nullish` are the identity.
import * as z from "zod";
import { count, flag, id, moment, numericId, size, tagMap, text } from "../../../../listing/fields.ts";

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
  ownerId: numericId.nullish(),
  encryption: z.object({ sseAlgorithm: text }).nullish(),
  replication: z.object({ rules: z.array(z.object({ status: text })).nullish() }).nullish(),
  lifecycle: z
    .object({
      rules: z.array(z.object({ status: text, expiration: z.object({ days: count, date: text }).nullish() })).nullish(),
    })
    .nullish(),
});

/** `cloud.ColdArchiveContainer`. Never here: `objects`, which are names of what the customer stores. */
export const ColdArchive = z.object({
  name: id,
  status: text,
  createdAt: moment,
  objectsCount: count,
  objectsSize: size,
  virtualHost: text,
  lockedUntil: moment,
  automaticDeletionAt: moment,
  ownerId: numericId.nullish(),
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
