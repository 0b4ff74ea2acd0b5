// Answers of Scaleway's APIs, only the fields we use, in the APIs' own snake_case (scaleway/scaleway-sdk-js, generated types).
// Fields without `nullish` are the identity.
import * as z from "zod";

const text = z.string().nullish();
const id = z.string().min(1);
const moment = z.iso.datetime({ offset: true }).nullish();
const size = z.number().nonnegative().nullish();
const tags = z.array(z.string()).nullish();

/** `GET /account/v3/projects/{id}` */
export const Project = z.object({
  id,
  name: text,
  organization_id: text,
  description: text,
  status: text,
  created_at: moment,
});

/** What is asked of a project beside what becomes of it in the inventory: that it exists, and in which state. */
export const ProjectState = Project.pick({ id: true, organization_id: true, status: true });
export type ProjectState = z.infer<typeof ProjectState>;

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

/** An entry of a server's `volumes`: `sbs_volume` entries hold no name and no size until they are joined. */
const ServerVolume = z.object({ id, volume_type: text, name: text, size, boot: z.boolean().nullish() });
export type ServerVolume = z.infer<typeof ServerVolume>;

export const Server = z.object({
  id,
  name: text,
  organization: text,
  state: text,
  commercial_type: text,
  arch: text,
  tags,
  creation_date: moment,
  protected: z.boolean().nullish(),
  image: z.object({ id: text, name: text }).nullish(),
  volumes: z.record(z.string(), ServerVolume).nullish(),
  public_ips: z.array(z.object({ address: z.string(), family: text })).nullish(),
  private_ip: text,
});

export const LocalVolume = z.object({
  id,
  name: text,
  organization: text,
  size,
  volume_type: text,
  state: text,
  server: z.object({ id: z.string() }).nullish(),
  tags,
  creation_date: moment,
});

export const LocalSnapshot = z.object({
  id,
  name: text,
  organization: text,
  size,
  volume_type: text,
  state: text,
  base_volume: z.object({ id: z.string() }).nullish(),
  tags,
  creation_date: moment,
});

const ImageVolume = z.object({ id: text, size, volume_type: text });

export const Image = z.object({
  id,
  name: text,
  organization: text,
  arch: text,
  state: text,
  root_volume: ImageVolume.nullish(),
  extra_volumes: z.record(z.string(), ImageVolume).nullish(),
  tags,
  creation_date: moment,
});

export const BlockVolume = z.object({
  id,
  name: text,
  type: text,
  size,
  status: text,
  references: z.array(z.object({ product_resource_type: text, product_resource_id: text })).nullish(),
  parent_snapshot_id: text,
  specs: z.object({ perf_iops: z.number().nullish(), class: text }).nullish(),
  tags,
  created_at: moment,
});

export const BlockSnapshot = z.object({
  id,
  name: text,
  size,
  status: text,
  class: text,
  parent_volume: z.object({ id: z.string() }).nullish(),
  tags,
  created_at: moment,
});

/** `ListAllMyBucketsResult` of S3, in S3's own names. */
export const Bucket = z.object({ Name: id, CreationDate: moment });

/** Metadata alone: what a secret holds is never asked for. */
export const Secret = z.object({
  id,
  name: text,
  path: text,
  type: text,
  status: text,
  version_count: z.number().nullish(),
  managed: z.boolean().nullish(),
  protected: z.boolean().nullish(),
  used_by: z.array(z.string()).nullish(),
  key_id: text,
  tags,
  created_at: moment,
});
