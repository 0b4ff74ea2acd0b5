// Answers, only the fields we use, under the API's own names (models of cloud.json). Fields without `nullish` are the identity.
import * as z from "zod";
import { count, flag, id, moment, size, text, texts } from "../../../../listing/fields.ts";

/** `cloud.project.database.Service` */
export const Database = z.object({
  id,
  description: text,
  engine: text,
  version: text,
  plan: text,
  flavor: text,
  status: text,
  createdAt: moment,
  nodes: z.array(z.object({ region: text })).nullish(),
  endpoints: z
    .array(z.object({ component: text, domain: z.string(), port: count, ssl: flag, sslMode: text }))
    .nullish(),
  storage: z.object({ size: z.object({ unit: text, value: z.number().nonnegative() }).nullish() }).nullish(),
  backups: z.object({ regions: texts, retentionDays: count, pitr: text }).nullish(),
  networkType: text,
  ipRestrictions: z.array(z.object({ ip: text })).nullish(),
  deletionProtection: flag,
});

/** `cloud.project.database.Backup` */
export const DatabaseBackup = z.object({
  id,
  description: text,
  type: text,
  status: text,
  region: text,
  regions: z.array(z.object({ name: text })).nullish(),
  size: z.object({ unit: text, value: z.number().nonnegative() }).nullish(),
  createdAt: moment,
});

/** `cloud.project.database.service.Database` */
export const LogicalDatabase = z.object({ id, name: text, default: flag });

/** `cloud.project.database.kafka.Topic`. What is kept without end has a negative retention. */
export const KafkaTopic = z.object({
  id,
  name: text,
  partitions: count,
  replication: count,
  minInsyncReplicas: count,
  retentionHours: z.number().nullish(),
  retentionBytes: z.number().nullish(),
});

/** `cloud.project.database.opensearch.Index` */
export const OpenSearchIndex = z.object({
  id,
  name: text,
  createdAt: moment,
  documents: count,
  size,
  shardsNumber: count,
  replicasNumber: count,
});
