// Answers, only the fields we use, under the API's own names (models of dbaas.json). Never here: `username`.
import * as z from "zod";
import { count, flag, id, moment, size, text } from "../../../../listing/fields.ts";
import { iamMetadata } from "../../tags.ts";

/** `dbaas.logs.ServiceWithIAM` */
export const LogsAccount = z.object({
  serviceName: id,
  displayName: text,
  state: text,
  plan: text,
  createdAt: moment,
  iam: iamMetadata,
});

/** `dbaas.logs.StreamWithIAM` */
export const LogStream = z.object({
  streamId: id,
  title: text,
  createdAt: moment,
  indexingEnabled: flag,
  indexingCurrentSize: size,
  retentionId: text,
  coldStorageEnabled: flag,
  coldStorageRetention: count,
  nbArchive: count,
  iam: iamMetadata,
});

/** `dbaas.logs.IndexWithIAM` */
export const LogIndex = z.object({
  indexId: id,
  name: text,
  createdAt: moment,
  currentSize: size,
  maxSize: size,
  nbShard: count,
  iam: iamMetadata,
});
