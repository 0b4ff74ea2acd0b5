import * as z from "zod";

// Classes and subclasses of Plakar Control Plane (PlakarKorp/pkg, var.go).
// An empty class means unclassified: shown, and not counted as something that lacks a backup.
export const resourceClasses = [
  "",
  "analytics",
  "block-storage",
  "compute",
  "database",
  "file-storage",
  "hypervisor",
  "identity",
  "messaging",
  "network",
  "object-storage",
  "observability",
  "registry",
  "security",
  "service",
] as const;
export const resourceSubclasses = [
  "",
  "ftp",
  "imap",
  "mongodb",
  "mysql",
  "postgresql",
  "pvc",
  "redis",
  "s3",
  "secret-manager",
  "sftp",
] as const;

export type ResourceClass = (typeof resourceClasses)[number];
export type ResourceSubclass = (typeof resourceSubclasses)[number];

/** How a backup connector reaches the resource; attribute names equal the connector's config keys. */
export const Endpoint = z.strictObject({
  type: z.enum(["host", "inet4", "inet6", "identifier"]),
  endpoint: z.string().describe("The host name, the address or the provider's id."),
  attributes: z.record(z.string(), z.string()).describe("What a connector has to be told, under its own names."),
});
export type Endpoint = z.infer<typeof Endpoint>;

/** A pointer to another resource, present in this inventory or not. */
export const Relation = z.strictObject({
  type: z.enum(["attached-to", "has-volume", "snapshot-of", "backup-of", "member-of", "replica-of", "protects"]),
  urn: z.string().describe("Of the other resource."),
});
export type Relation = z.infer<typeof Relation>;

const protectionTypes = [
  "automatic-backup",
  "backup",
  "snapshots",
  "versioning",
  "object-lock",
  "replication",
  "deletion-protection",
] as const;

/** A native backup or safeguard, and whether the provider has it in place for the resource. */
export const Protection = z.strictObject({
  type: z
    .enum(protectionTypes)
    .describe(
      "`automatic-backup` and `backup` (made by hand) are copies outside the resource's own storage. `snapshots` lie on the same storage and are no backup. The others are safeguards.",
    ),
  state: z
    .enum(["enabled", "disabled", "unknown"])
    .describe("`unknown` where the provider did not say or could not be asked; never the same as `disabled`."),
  lastSuccessAt: z
    .string()
    .optional()
    .describe("When the last good copy was made; RFC 3339, as the provider wrote it."),
  retentionDays: z.number().nonnegative().optional().describe("How many days a copy is kept."),
  copiesKept: z.number().nonnegative().optional().describe("How many copies are kept, or are there."),
  detail: z.string().optional().describe("What else the provider says of it, such as its schedule."),
});
export type Protection = z.infer<typeof Protection>;

const Details = z.strictObject({
  provider: z.string().describe("The provider, as `inventory` of the line."),
  account: z
    .string()
    .optional()
    .describe(
      "The provider's account or organization: the one that the answer names, else the one of the credential that found it, where that is known.",
    ),
  project: z.string().optional().describe("The provider's own id of the project. Absent where it is in none."),
  projectName: z
    .string()
    .optional()
    .describe(
      "What the project is called, where the run reads that anyway. A name may change at any time: nothing should hang on it.",
    ),
  status: z
    .string()
    .optional()
    .describe("In the provider's own word; `unreadable` where it is listed and the provider describes it to nobody."),
  createdAt: z.string().optional().describe("RFC 3339, as the provider wrote it."),
  sizeBytes: z
    .number()
    .nonnegative()
    .optional()
    .describe("How large it is, or how much is in it. Absent where the list does not tell."),
  protection: z.array(Protection).describe("Each native backup or safeguard that the provider tells of."),
  relations: z.array(Relation).describe("Other resources that it points to, whether or not the run has found them."),
  attributes: z.record(z.string(), z.json()).describe("What is specific to the kind, under the provider's names."),
});

/** One thing the customer owns. Its URN never changes; policies and backups hang on it. */
export const Resource = z.strictObject({
  urn: z
    .string()
    .regex(/^urn:[\x21-\x7e]+$/)
    .describe("Its identity, which never changes."),
  kind: z
    .string()
    .regex(/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/)
    .describe("What it is, as docs/kinds.md lists it."),
  class: z.enum(resourceClasses).describe("What may protect it; empty where nothing is lacking without a backup."),
  subclass: z.enum(resourceSubclasses).describe("What speaks to it, where the class alone does not tell."),
  name: z.string().min(1).describe("What its owner calls it, or its id where it has no name."),
  service: z.string().describe("The provider's product."),
  resource: z.string().describe("What it is within the product."),
  region: z.string().optional().describe("The region, or the zone where the provider is zonal."),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe("ISO 3166-1 alpha-2."),
  tags: z.array(z.string()).describe("`key=value` or `value`. Values that change by themselves are never tags."),
  endpoints: z.array(Endpoint).describe("How a backup connector reaches it."),
  details: Details,
});
export type Resource = z.infer<typeof Resource>;
