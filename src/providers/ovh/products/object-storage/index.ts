import type * as z from "zod";
import type { Endpoint, Protection } from "../../../../inventory/resource.ts";
import type { Scope } from "../../../../inventory/scope.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { wholeList } from "../../../../listing/dialects/whole-list.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { itemUrn } from "../../urn.ts";
import { Bucket, SwiftContainer } from "./answers.ts";

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
      attributes: { objectsCount: bucket.objectsCount, encryption: bucket.encryption?.sseAlgorithm },
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
  const isOn = (status: string | null | undefined): boolean | undefined => (status ? status === "enabled" : undefined);
  return [
    protection("versioning", isOn(versioning?.status)),
    protection("object-lock", isOn(objectLock?.status)),
    protection("replication", replication?.rules ? replication.rules.length > 0 : undefined),
  ];
}
