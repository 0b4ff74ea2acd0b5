import { s3Buckets } from "../../../../listing/dialects/s3-buckets.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import { defineKind, type ListedKind } from "../../../../listing/kind.ts";
import { datastorePath, datastoreRegion, publicOrigin } from "../../places.ts";
import { Bucket } from "../../schemas.ts";
import { dataPlatformUrn } from "../../urn.ts";

/** Every kind of the Data Platform: the buckets of one project. */
export const kinds: readonly ListedKind[] = [
  defineKind({
    id: "ovh-data-platform.bucket",
    family: "storage",
    title: "Data Platform bucket",
    class: "object-storage",
    // No subclass: the S3 connector takes a host alone, and S3 lives below a path here.
    service: "datastore",
    resource: "datastore:bucket",
    locality: "project",
    // No page names the right that lists buckets.
    rights: {},
    needs: [],
    list: s3Buckets(datastorePath),
    provesCredential: true,
    byDefault: true,
    schema: Bucket,
    toResource: (bucket, scope) => ({
      urn: dataPlatformUrn(scope, "bucket", bucket.Name),
      name: bucket.Name,
      createdAt: bucket.CreationDate,
      endpoints: [identifier(bucket.Name)],
      // What S3 clients ask for that take a URL.
      attributes: {
        url: new URL(datastorePath, publicOrigin(scope.project ?? "")).href,
        region: datastoreRegion,
        virtualHost: false,
      },
    }),
  }),
];
