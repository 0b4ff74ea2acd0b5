import { s3Buckets } from "../../../../listing/dialects/s3-buckets.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";
import { scalewayUrn } from "../../urn.ts";
import { Bucket } from "./answers.ts";

const s3 = scalewayProduct({
  service: "s3",
  api: "",
  locality: "region",
  permissionSets: ["ObjectStorageReadOnly", "ObjectStorageBucketsRead"],
});

/** Object Storage has no JSON API: S3's ListBuckets, region by region, project by project (Scaleway's Object Storage documentation). */
export const kinds: readonly ListedKind[] = [
  s3.kind({
    id: "scaleway.object.bucket",
    family: "storage",
    title: "Object Storage bucket",
    class: "object-storage",
    subclass: "s3",
    list: s3Buckets(),
    // Only S3 sees the access half of a key.
    provesCredential: true,
    connectors: ["s3"],
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
          attributes: {
            root: `/${bucket.Name}`,
            region: scope.locality ?? "",
            use_tls: "true",
            virtual_host: "false",
          },
        },
      ],
    }),
  }),
];
