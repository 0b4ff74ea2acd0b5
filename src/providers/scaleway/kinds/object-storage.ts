import { defineKind, type ResourceKind } from "../../../inventory/resource-kind.ts";
import { Bucket } from "../schemas.ts";
import { scalewayUrn } from "../urn.ts";

/** Object Storage has no JSON API: S3's ListBuckets, region by region, project by project (Scaleway's Object Storage documentation). */
export const objectStorageKinds: readonly ResourceKind[] = [
  defineKind({
    id: "scaleway.object.bucket",
    title: "Object Storage bucket",
    class: "object-storage",
    subclass: "s3",
    service: "s3",
    resource: "s3:bucket",
    locality: "region",
    rights: { permissionSets: ["ObjectStorageReadOnly", "ObjectStorageBucketsRead"] },
    path: "/",
    dialect: { type: "s3-xml" },
    byDefault: true,
    schema: Bucket,
    // Size and tags would cost calls for each bucket, and a bucket policy may refuse them even to the owner.
    toResource: (bucket, scope) => ({
      urn: scalewayUrn(scope, "object", "bucket", bucket.Name),
      name: bucket.Name,
      createdAt: bucket.CreationDate,
      endpoints: [
        {
          type: "host",
          endpoint: `s3.${scope.locality}.scw.cloud`,
          attributes: { root: `/${bucket.Name}`, use_tls: "true", virtual_host: "false" },
        },
      ],
    }),
  }),
];
