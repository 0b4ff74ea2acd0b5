// Answers of Scaleway's APIs, only the fields we use, in the APIs' own snake_case (scaleway/scaleway-sdk-js, generated types).
// Fields without `nullish` are the identity.
import * as z from "zod";
import { id, moment, text } from "../../listing/fields.ts";

/** `GET /iam/v1alpha1/api-keys/{access_key}`: one of the two bearers is set. */
export const ApiKeyDocument = z.object({
  application_id: text,
  user_id: text,
  default_project_id: text,
  /** Null: never. */
  expires_at: moment,
});
export type ApiKeyDocument = z.infer<typeof ApiKeyDocument>;

/** `GET /iam/v1alpha1/applications/{id}` */
export const Application = z.object({ id, name: text, organization_id: id });

/** `GET /iam/v1alpha1/users/{id}`; an owner has every right without a policy (scaleway/scaleway-cli, custom_iam.go). */
export const User = z.object({ id, organization_id: id, type: text });

export const Group = z.object({ id });

export const Policy = z.object({ id });

/** A rule grants its sets in the projects it lists, or, with the organization's id, in all projects or in the organization itself. */
export const PolicyRule = z.object({
  permission_set_names: z.array(z.string()).nullish(),
  permission_sets_scope_type: text,
  condition: text,
  organization_id: text,
  project_ids: z.array(z.string()).nullish(),
});
export type PolicyRule = z.infer<typeof PolicyRule>;
