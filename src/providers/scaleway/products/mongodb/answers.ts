// Answers, only the fields we use, in the API's own snake_case (scaleway/scaleway-sdk-js, generated types). Fields without `nullish`
// are the identity. Never here: `settings`, which may hold anything.
import * as z from "zod";
import { count, flag, id, moment, size, text, texts } from "../../../../listing/fields.ts";

export const MongoInstance = z.object({
  id,
  name: text,
  organization_id: text,
  status: text,
  version: text,
  node_type: text,
  node_amount: count,
  volume: z.object({ type: text, size_bytes: size }).nullish(),
  endpoints: z
    .array(
      z.object({
        dns_record: text,
        port: count,
        private_network: z.object({ private_network_id: text }).nullish(),
      }),
    )
    .nullish(),
  snapshot_schedule: z.object({ enabled: flag, frequency_hours: count, retention_days: count }).nullish(),
  tags: texts,
  created_at: moment,
});

export const MongoSnapshot = z.object({
  id,
  name: text,
  instance_id: text,
  instance_name: text,
  status: text,
  size_bytes: size,
  volume_type: text,
  expires_at: moment,
  created_at: moment,
});

/** It has no id: its name is one in its instance. */
export const MongoDatabase = z.object({ name: id });
