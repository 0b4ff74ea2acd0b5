// Answers, only the fields we use, under the API's own names (models of cloud.json). Fields without `nullish` are the identity.
import * as z from "zod";
import { count, flag, id, moment, text, texts } from "../../../../listing/fields.ts";

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
