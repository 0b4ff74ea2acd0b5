// Answers, only the fields we use, under the API's own names (models of cloud.json). Fields without `nullish` are the identity.
import * as z from "zod";
import { id, moment, size, text } from "../../../../listing/fields.ts";

const enabled = z.object({ status: text }).nullish();

/** `cloud.StorageContainer`: the detail laid over the list's `cloud.StorageContainerList`. */
export const Bucket = z.object({
  name: id,
  region: text,
  createdAt: moment,
  objectsCount: z.number().nonnegative().nullish(),
  objectsSize: size,
  virtualHost: text,
  tags: z.record(z.string(), z.string()).nullish(),
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
  storedObjects: z.number().nonnegative().nullish(),
  archive: z.boolean().nullish(),
  containerType: text,
});
