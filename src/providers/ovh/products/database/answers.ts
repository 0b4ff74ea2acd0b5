// Answers, only the fields we use, under the API's own names (models of cloud.json). Fields without `nullish` are the identity.
import * as z from "zod";
import { id, moment, text } from "../../../../listing/fields.ts";

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
    .array(z.object({ component: text, domain: z.string(), port: z.number().nullish(), sslMode: text }))
    .nullish(),
  storage: z.object({ size: z.object({ unit: text, value: z.number().nonnegative() }).nullish() }).nullish(),
  backups: z
    .object({ regions: z.array(z.string()).nullish(), retentionDays: z.number().nullish(), pitr: text })
    .nullish(),
  networkType: text,
  ipRestrictions: z.array(z.object({ ip: text })).nullish(),
  deletionProtection: z.boolean().nullish(),
});
