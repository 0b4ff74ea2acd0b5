// Answers, only the fields we use, under the API's own names (models of storage.json). Fields without `nullish` are the identity.
// Never asked: `metricsToken`, which hands out a token.
import * as z from "zod";
import { count, flag, id, moment, size, text } from "../../../../listing/fields.ts";
import { iamMetadata } from "../../tags.ts";

/** `storage.NetAppServiceWithIAM` */
export const FileStorage = z.object({
  id,
  name: text,
  region: text,
  status: text,
  createdAt: moment,
  quota: size,
  product: text,
  performanceLevel: text,
  iam: iamMetadata,
});

/** `storage.NetAppShareSnapshot` */
export const ShareSnapshot = z.object({
  id,
  name: text,
  description: text,
  path: text,
  status: text,
  type: text,
  createdAt: moment,
});

/** `storage.NetAppShare`, with its access paths, its `storage.NetAppShareSnapshotPolicy` and its snapshots laid into it. */
export const Share = z.object({
  id,
  name: text,
  description: text,
  mountPointName: text,
  protocol: text,
  accessMode: text,
  size,
  snapshotID: text,
  status: text,
  createdAt: moment,
  accessPaths: z.array(z.object({ path: text, preferred: flag })).nullish(),
  snapshotPolicy: z.object({ id: text, status: text }).nullish(),
  snapshots: z.array(ShareSnapshot.pick({ status: true, type: true, createdAt: true })).nullish(),
});

const numbers = z.array(z.number()).nullish();

/** `storage.NetAppSnapshotPolicy` */
export const SnapshotPolicy = z.object({
  id,
  name: text,
  description: text,
  status: text,
  isDefault: flag,
  createdAt: moment,
  rules: z
    .array(
      z.object({
        copies: count,
        prefix: text,
        schedule: z
          .object({ minutes: numbers, hours: numbers, days: numbers, weekdays: numbers, months: numbers })
          .nullish(),
      }),
    )
    .nullish(),
});

/** `storage.NetAppShareReplication` */
export const ShareReplication = z.object({
  id,
  description: text,
  status: text,
  replicaState: text,
  createdAt: moment,
  source: z.object({ serviceID: text, shareID: text }).nullish(),
  destination: z.object({ serviceID: text, shareID: text }).nullish(),
});
