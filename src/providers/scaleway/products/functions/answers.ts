// Answers, only the fields we use, in the API's own snake_case (scaleway/scaleway-sdk-js, generated types). Fields without `nullish`
// are the identity. Never here: environment variables, `args` of a cron and `sqs_config` of a trigger, which hold secrets.
import * as z from "zod";
import { count, id, moment, text, texts } from "../../../../listing/fields.ts";

export const Namespace = z.object({
  id,
  name: text,
  organization_id: text,
  description: text,
  status: text,
  registry_namespace_id: text,
  tags: texts,
  created_at: moment,
});

export const ServerlessFunction = z.object({
  id,
  name: text,
  description: text,
  status: text,
  runtime: text,
  handler: text,
  privacy: text,
  domain_name: text,
  min_scale: count,
  max_scale: count,
  memory_limit: count,
  private_network_id: text,
  tags: texts,
  created_at: moment,
});

export const Cron = z.object({ id, name: text, status: text, schedule: text });

export const Trigger = z.object({ id, name: text, status: text, description: text, input_type: text });

export const Domain = z.object({ id, hostname: text, status: text });
