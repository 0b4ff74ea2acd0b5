// Answers, only the fields we use, in the API's own snake_case (scaleway/scaleway-sdk-js, generated types). Fields without `nullish`
// are the identity.
import * as z from "zod";
import { count, flag, id, moment, text, texts } from "../../../../listing/fields.ts";

export const Application = z.object({
  id,
  name: text,
  description: text,
  organization_id: text,
  managed: flag,
  nb_api_keys: count,
  tags: texts,
  created_at: moment,
});

/** A person: nothing that says who it is, neither names nor e-mail addresses nor telephone numbers. */
export const User = z.object({
  id,
  organization_id: text,
  type: text,
  status: text,
  mfa: flag,
  locked: flag,
  created_at: moment,
});

export const Group = z.object({
  id,
  name: text,
  description: text,
  organization_id: text,
  managed: flag,
  user_ids: texts,
  application_ids: texts,
  tags: texts,
  created_at: moment,
});

export const Policy = z.object({
  id,
  name: text,
  description: text,
  organization_id: text,
  managed: flag,
  nb_rules: count,
  nb_scopes: count,
  nb_permission_sets: count,
  user_id: text,
  group_id: text,
  application_id: text,
  tags: texts,
  created_at: moment,
});

/** The access half of a key, which opens nothing alone. Never here: `secret_key`, and the address that it was made from. */
export const ApiKey = z.object({
  access_key: id,
  default_project_id: text,
  managed: flag,
  user_id: text,
  application_id: text,
  expires_at: moment,
  created_at: moment,
});

export const SshKey = z.object({
  id,
  name: text,
  organization_id: text,
  fingerprint: text,
  disabled: flag,
  created_at: moment,
});
