import { defineKind, type ResourceKind } from "../../../inventory/resource-kind.ts";
import { datastorePath, datastoreRegion, publicOrigin } from "../places.ts";
import { Bucket } from "../schemas.ts";
import { dataPlatformUrn } from "../urn.ts";

/** Every kind of the Data Platform: the buckets of one project. */
export const dataPlatformKinds: readonly ResourceKind[] = [
  defineKind({
    id: "ovh-data-platform.bucket",
    title: "Data Platform bucket",
    class: "object-storage",
    subclass: "s3",
    service: "datastore",
    resource: "datastore:bucket",
    locality: "project",
    // No page names the right that lists buckets.
    rights: {},
    path: datastorePath,
    dialect: { type: "s3-xml" },
    byDefault: true,
    schema: Bucket,
    toResource: (bucket, scope) => ({
      urn: dataPlatformUrn(scope, "bucket", bucket.Name),
      name: bucket.Name,
      createdAt: bucket.CreationDate,
      // Not a host: S3 lives below a path, and a connector that takes the host alone would read the path as a bucket.
      endpoints: [
        {
          type: "identifier",
          endpoint: bucket.Name,
          attributes: {
            url: new URL(datastorePath, publicOrigin(scope.project ?? "")).href,
            region: datastoreRegion,
            virtual_host: "false",
          },
        },
      ],
    }),
  }),
];
