// Answers, only the fields we use, in the API's own snake_case (scaleway/scaleway-sdk-js, generated types). Never here: `settings`,
// `init_settings` and `download_url`, which may hold or open anything.
import * as z from "zod";
import { count, flag, id, moment, size, text, texts } from "../../../../listing/fields.ts";

export const DatabaseInstance = z.object({
  id,
  name: text,
  organization_id: text,
  status: text,
  engine: text,
  node_type: text,
  is_ha_cluster: flag,
  volume: z.object({ type: text, size }).nullish(),
  endpoints: z
    .array(
      z.object({
        hostname: text,
        ip: text,
        port: count,
        private_network: z.object({ private_network_id: text }).nullish(),
      }),
    )
    .nullish(),
  backup_schedule: z.object({ disabled: flag, frequency: count, retention: count }).nullish(),
  tags: texts,
  created_at: moment,
});

export const DatabaseBackup = z.object({
  id,
  name: text,
  instance_id: text,
  database_name: text,
  status: text,
  size,
  expires_at: moment,
  created_at: moment,
});

export const DatabaseSnapshot = z.object({
  id,
  name: text,
  instance_id: text,
  instance_name: text,
  status: text,
  size,
  volume_type: z.object({ type: text }).nullish(),
  expires_at: moment,
  created_at: moment,
});

/** It has no id: its name is one in its instance. */
export const LogicalDatabase = z.object({ name: id, owner: text, size });

/** What a database has to know of its instance. */
export const InstanceAbove = DatabaseInstance.pick({ engine: true, endpoints: true });
