import type * as z from "zod";
import type { Endpoint, Protection, Relation } from "../../../../inventory/resource.ts";
import type { Scope } from "../../../../inventory/scope.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { wholeList } from "../../../../listing/dialects/whole-list.ts";
import { hostEndpoints, identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { itemUrn } from "../../urn.ts";
import { Bucket, ColdArchive, SwiftContainer } from "./answers.ts";

/** Object Storage: S3 buckets, listed region by region, and Swift containers, listed for the whole project. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.cloud.bucket",
    family: "storage",
    title: "S3 bucket",
    class: "object-storage",
    subclass: "s3",
    service: "s3",
    resource: "s3:bucket",
    locality: "region",
    regionService: "storage-s3",
    // The list knows no tags, no versioning and no lock, and policies hang on tags. Without noObjects up to 1,000 objects
    // come along with each bucket (terraform-provider-ovh issue 1085).
    list: idsThenDetail({
      path: "/cloud/project/{project}/region/{locality}/storage",
      detailPath: "/cloud/project/{project}/region/{locality}/storage/{id}",
      detailQuery: { noObjects: "true" },
      idField: "name",
    }),
    connectors: ["s3"],
    schema: Bucket,
    toResource: (bucket, scope) => ({
      urn: itemUrn(scope, "storage", bucket.name, scope.locality),
      name: bucket.name,
      status: undefined,
      createdAt: bucket.createdAt,
      sizeBytes: bucket.objectsSize,
      tags: Object.entries(bucket.tags ?? {}).map(([key, value]) => `${key}=${value}`),
      endpoints: [s3Host(bucket, scope)],
      protection: safeguards(bucket),
      relations: ownedBy(bucket, scope),
      attributes: {
        objectsCount: bucket.objectsCount,
        encryption: bucket.encryption?.sseAlgorithm,
        expiresObjects: expiresObjects(bucket),
      },
    }),
  }),
  ovhKind({
    id: "ovh.cloud.cold-archive",
    family: "storage",
    title: "Cold Archive bucket (tape)",
    class: "object-storage",
    // No subclass: what lies on tape cannot be read, so no connector takes it.
    service: "cold-archive",
    resource: "cold-archive:bucket",
    locality: "region",
    list: wholeList({ path: "/cloud/project/{project}/region/{locality}/coldArchive", idField: "name" }),
    schema: ColdArchive,
    toResource: (archive, scope) => ({
      urn: itemUrn(scope, "coldArchive", archive.name, scope.locality),
      name: archive.name,
      status: archive.status,
      createdAt: archive.createdAt,
      sizeBytes: archive.objectsSize,
      endpoints: hostEndpoints(archive.virtualHost),
      protection: [retentionLock(archive)],
      relations: ownedBy(archive, scope),
      attributes: { objectsCount: archive.objectsCount, automaticDeletionAt: archive.automaticDeletionAt },
    }),
  }),
  ovhKind({
    id: "ovh.cloud.swift-container",
    family: "storage",
    title: "Object Storage container (Swift)",
    class: "object-storage",
    // No subclass: the S3 connector cannot read Swift.
    service: "swift",
    resource: "swift:container",
    locality: "project",
    list: wholeList({ path: "/cloud/project/{project}/storage", query: { includeType: "true" } }),
    byDefault: true,
    schema: SwiftContainer,
    toResource: (container, scope) => ({
      urn: itemUrn(scope, "container", container.id),
      name: container.name,
      region: container.region,
      sizeBytes: container.storedBytes,
      endpoints: [identifier(container.id)],
      attributes: {
        storedObjects: container.storedObjects,
        archive: container.archive,
        containerType: container.containerType,
      },
    }),
  }),
];

type BucketItem = z.infer<typeof Bucket>;

/** OVHcloud US is a world of its own: no bucket of it lives below `ovh.net` (support.us.ovhcloud.com, S3 endpoints). */
function s3Domain({ realm }: Scope): string {
  return realm === "us" ? "io.cloud.ovh.us" : "io.cloud.ovh.net";
}

/** The S3 service's host: what `virtualHost` says behind the bucket's own label, else the region's public name. */
function s3Host({ name, virtualHost }: BucketItem, scope: Scope): Endpoint {
  // In lower case, as signatures name it.
  const region = (scope.locality ?? "").toLowerCase();
  const host = virtualHost && URL.canParse(virtualHost) ? new URL(virtualHost).hostname : "";
  const service = host.startsWith(`${name.toLowerCase()}.`) ? host.slice(name.length + 1) : "";
  return {
    type: "host",
    endpoint: service || `s3.${region}.${s3Domain(scope)}`,
    attributes: { root: `/${name}`, region, use_tls: "true", virtual_host: "false" },
  };
}

function safeguards({ versioning, objectLock, replication }: BucketItem): Protection[] {
  // Null where nothing is set up; a bucket of which the list alone is known has none of these fields.
  const isOn = (setting: Setting | null | undefined): boolean | null | undefined =>
    setting?.status ? isEnabled(setting) : setting === null ? null : undefined;
  return [
    protection("versioning", isOn(versioning)),
    protection("object-lock", isOn(objectLock)),
    protection("replication", replication === null ? null : replication?.rules?.some(isEnabled)),
  ];
}

interface Setting {
  readonly status?: string | null | undefined;
}

function isEnabled({ status }: Setting): boolean {
  return status === "enabled";
}

/** Whether a rule deletes objects after some time: what is gone by rule is no loss. */
function expiresObjects({ lifecycle }: BucketItem): boolean | undefined {
  return lifecycle?.rules?.some((rule) => isEnabled(rule) && Boolean(rule.expiration?.days || rule.expiration?.date));
}

/** The archive says until when it is locked, or null; whether that has passed is for its reader's clock. */
function retentionLock({ lockedUntil }: z.infer<typeof ColdArchive>): Protection {
  return protection("object-lock", lockedUntil === null ? null : lockedUntil === undefined ? undefined : true, {
    detail: `until ${lockedUntil}`,
  });
}

/** Buckets belong to a user of the project, whose rights S3 goes by. */
function ownedBy({ ownerId }: { readonly ownerId?: number | null | undefined }, scope: Scope): Relation[] {
  return typeof ownerId === "number" ? [{ type: "member-of", urn: itemUrn(scope, "user", String(ownerId)) }] : [];
}
