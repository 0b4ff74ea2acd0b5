// Written by `npm run generate`. Do not edit.
import type { Product } from "../products.ts";

/** Every product, in the order of their folders. */
export const products: readonly Product[] = [
  {
    kinds: [
      {"id":"ovh.cloud.database","provider":"ovh","title":"Managed database service","class":"database","subclass":"","service":"database","resource":"database:service","locality":"project","rights":{"rules":["GET /cloud/project/*/database/service","GET /cloud/project/*/database/service/*"],"actions":["publicCloudProject:apiovh:database/service/get"]},"needs":["GET /cloud/project/*/database/service","GET /cloud/project/*/database/service/*"],"byDefault":true,"proof":"one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/database/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.instance","provider":"ovh","title":"Public Cloud instance","class":"compute","subclass":"","service":"instance","resource":"instance:instance","locality":"project","rights":{"rules":["GET /cloud/project/*/instance"],"actions":["publicCloudProject:apiovh:instance/get"]},"needs":["GET /cloud/project/*/instance"],"byDefault":true,"proof":"one document"},
      {"id":"ovh.cloud.instance-snapshot","provider":"ovh","title":"Public Cloud instance snapshot or backup (private image)","class":"block-storage","subclass":"","service":"instance","resource":"instance:snapshot","locality":"project","rights":{"rules":["GET /cloud/project/*/snapshot"],"actions":["publicCloudProject:apiovh:snapshot/get"]},"needs":["GET /cloud/project/*/snapshot"],"byDefault":false,"proof":"one document"},
    ],
    load: async () => (await import("./products/instance/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.bucket","provider":"ovh","title":"S3 bucket","class":"object-storage","subclass":"s3","service":"s3","resource":"s3:bucket","locality":"region","rights":{"rules":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/storage","GET /cloud/project/*/region/*/storage/*"],"actions":["publicCloudProject:apiovh:region/get","publicCloudProject:apiovh:region/storage/get"]},"needs":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/storage","GET /cloud/project/*/region/*/storage/*"],"byDefault":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.cloud.swift-container","provider":"ovh","title":"Object Storage container (Swift)","class":"object-storage","subclass":"","service":"swift","resource":"swift:container","locality":"project","rights":{"rules":["GET /cloud/project/*/storage"],"actions":["publicCloudProject:apiovh:storage/get"]},"needs":["GET /cloud/project/*/storage"],"byDefault":true,"proof":"one document"},
    ],
    load: async () => (await import("./products/object-storage/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.project","provider":"ovh","title":"Public Cloud project","class":"","subclass":"","service":"cloud","resource":"cloud:project","locality":"account","rights":{"rules":["GET /cloud/project","GET /cloud/project/*"],"actions":["publicCloudProject:apiovh:get"]},"needs":["GET /cloud/project","GET /cloud/project/*"],"byDefault":true,"required":true,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/project/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.volume","provider":"ovh","title":"Public Cloud block volume","class":"block-storage","subclass":"","service":"volume","resource":"volume:volume","locality":"project","rights":{"rules":["GET /cloud/project/*/volume"],"actions":["publicCloudProject:apiovh:volume/get"]},"needs":["GET /cloud/project/*/volume"],"byDefault":true,"proof":"one document"},
      {"id":"ovh.cloud.volume-snapshot","provider":"ovh","title":"Public Cloud volume snapshot","class":"block-storage","subclass":"","service":"volume","resource":"volume:snapshot","locality":"project","rights":{"rules":["GET /cloud/project/*/volume/snapshot"],"actions":["publicCloudProject:apiovh:volume/snapshot/get"]},"needs":["GET /cloud/project/*/volume/snapshot"],"byDefault":false,"proof":"one document"},
      {"id":"ovh.cloud.volume-backup","provider":"ovh","title":"Public Cloud volume backup","class":"block-storage","subclass":"","service":"volume","resource":"volume:backup","locality":"region","rights":{"rules":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/volumeBackup"],"actions":["publicCloudProject:apiovh:region/get","publicCloudProject:apiovh:region/volumeBackup/get"]},"needs":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/volumeBackup"],"byDefault":false,"proof":"one document"},
    ],
    load: async () => (await import("./products/volume/index.ts")).kinds,
  },
];
