// Answers of OVHcloud's version 1 API, only the fields we use, under the API's own names (models of cloud.json).
// Fields without `nullish` are the identity. Never here: rescuePassword of an instance.
import * as z from "zod";

const text = z.string().nullish();
const id = z.string().min(1);
const moment = z.iso.datetime({ offset: true }).nullish();
const size = z.number().nonnegative().nullish();

/** `auth.ApiCredential`; without its rules nothing can be said about it. */
export const CurrentCredential = z.object({
  credentialId: z.number().nullish(),
  applicationId: z.number().nullish(),
  status: z.string(),
  // Null is "never"; whatever is no date is "not known", not "never".
  expiration: z.iso.datetime({ offset: true }).nullable().optional().catch(undefined),
  rules: z.array(z.object({ method: z.string(), path: z.string() })),
  allowedIPs: z.array(z.string()).nullish(),
});
export type CurrentCredential = z.infer<typeof CurrentCredential>;

/** `auth.Details` */
export const AuthDetails = z.object({
  account: text,
  identities: z.array(z.string()).nullish(),
  method: text,
  user: text,
});
export type AuthDetails = z.infer<typeof AuthDetails>;

/** `auth.PersonalAccessToken`; without an end it has none. */
export const PersonalToken = z.object({ name: z.string(), expiresAt: z.iso.datetime({ offset: true }).nullish() });

/** `api.Application` */
export const Application = z.object({ name: text, status: z.string() });
export type Application = z.infer<typeof Application>;

/** `cloud.ProjectWithIAM` */
export const Project = z.object({
  project_id: id,
  projectName: text,
  description: text,
  status: text,
  planCode: text,
  creationDate: moment,
  expiration: moment,
  iam: z.object({ tags: z.record(z.string(), z.string()).nullish() }).nullish(),
});

export type Project = z.infer<typeof Project>;

/** What preflight looks at of a project, or of one that has expired and says no more than that. */
export const ProjectStates = Project.pick({ status: true, expiration: true });

/** `cloud.Region` */
export const Region = z.object({ name: z.string(), services: z.array(z.object({ name: z.string() })) });

/** `cloud.instance.Instance` */
export const Instance = z.object({
  id,
  name: text,
  status: text,
  region: text,
  availabilityZone: text,
  created: moment,
  flavorId: text,
  imageId: text,
  planCode: text,
  ipAddresses: z.array(z.object({ ip: z.string(), type: text, version: z.number().nullish() })).nullish(),
});

/** `cloud.image.Image`, as `/snapshot` lists it. */
export const InstanceSnapshot = z.object({
  id,
  name: text,
  region: text,
  status: text,
  type: text,
  visibility: text,
  size,
  minDisk: size,
  tags: z.array(z.string()).nullish(),
  creationDate: moment,
});

/** `cloud.volume.Volume` */
export const Volume = z.object({
  id,
  region: id,
  name: text,
  description: text,
  availabilityZone: text,
  size,
  status: text,
  type: text,
  bootable: z.boolean().nullish(),
  attachedTo: z.array(z.string()).nullish(),
  creationDate: moment,
});

/** `cloud.volume.Snapshot` */
export const VolumeSnapshot = z.object({
  id,
  name: text,
  description: text,
  region: text,
  size,
  status: text,
  volumeId: text,
  creationDate: moment,
});

/** `cloud.volumeBackup.VolumeBackup` */
export const VolumeBackup = z.object({
  id,
  name: text,
  region: text,
  size,
  status: text,
  volumeId: text,
  creationDate: moment,
});

const enabled = z.object({ status: text }).nullish();

/** `cloud.StorageContainer`: the detail laid over the list's `cloud.StorageContainerList`. */
export const Bucket = z.object({
  name: id,
  region: text,
  createdAt: moment,
  objectsCount: z.number().nonnegative().nullish(),
  objectsSize: size,
  virtualHost: text,
  tags: z.record(z.string(), z.string()).nullish(),
  versioning: enabled,
  objectLock: enabled,
  encryption: z.object({ sseAlgorithm: text }).nullish(),
  replication: z.object({ rules: z.array(z.unknown()).nullish() }).nullish(),
});

/** `cloud.storage.Container` (Swift) */
export const SwiftContainer = z.object({
  id,
  name: text,
  region: text,
  storedBytes: size,
  storedObjects: z.number().nonnegative().nullish(),
  archive: z.boolean().nullish(),
  containerType: text,
});

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
