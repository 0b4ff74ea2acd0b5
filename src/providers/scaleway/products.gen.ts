// Written by `npm run generate`. Do not edit.
import type { Product } from "../products.ts";

/** Every product, in the order of their folders. */
export const products: readonly Product[] = [
  {
    kinds: [
      {"id":"scaleway.account.project","provider":"scaleway","title":"Project","family":"account","class":"","subclass":"","service":"account","resource":"account:project","locality":"project","rights":{"permissionSets":["ProjectReadOnly"]},"needs":["ProjectReadOnly"],"byDefault":false,"proof":"one document","requests":"1 a project"},
    ],
    load: async () => (await import("./products/account/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.autoscaling.group","provider":"scaleway","title":"Autoscaling group","family":"compute","class":"compute","subclass":"","service":"autoscaling","resource":"autoscaling:group","locality":"zone","rights":{"permissionSets":["AutoscalingReadOnly"]},"needs":["AutoscalingReadOnly"],"byDefault":false,"unproven":true,"proof":"pages by the cursor in the answer, no repeat","requests":"pages of 100 a zone","mayShift":true},
    ],
    load: async () => (await import("./products/autoscaling/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.block.volume","provider":"scaleway","title":"Block Storage volume","family":"storage","class":"block-storage","subclass":"","service":"block","resource":"block:volume","locality":"zone","rights":{"permissionSets":["BlockStorageReadOnly"]},"needs":["BlockStorageReadOnly"],"connectors":["scaleway-block"],"byDefault":true,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a zone"},
      {"id":"scaleway.block.snapshot","provider":"scaleway","title":"Block Storage snapshot","family":"backups","class":"block-storage","subclass":"","service":"block","resource":"block:snapshot","locality":"zone","rights":{"permissionSets":["BlockStorageReadOnly"]},"needs":["BlockStorageReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a zone"},
    ],
    load: async () => (await import("./products/block/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.edge-services.pipeline","provider":"scaleway","title":"Edge Services pipeline","family":"network","class":"network","subclass":"","service":"edge-services","resource":"edge-services:pipeline","locality":"project","rights":{"permissionSets":["EdgeServicesReadOnly"]},"needs":["EdgeServicesReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a project"},
    ],
    load: async () => (await import("./products/edge-services/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.iam.application","provider":"scaleway","title":"IAM application","family":"identity","class":"identity","subclass":"","service":"iam","resource":"iam:application","locality":"organization","rights":{"permissionSets":["IAMReadOnly","IAMApplicationReadOnly"]},"needs":["IAMReadOnly or IAMApplicationReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100"},
    ],
    load: async () => (await import("./products/iam/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.instance.server","provider":"scaleway","title":"Instance","family":"compute","class":"compute","subclass":"","service":"instance","resource":"instance:server","locality":"zone","rights":{"permissionSets":["InstancesReadOnly"]},"needs":["InstancesReadOnly"],"connectors":["scaleway-instance","sftp"],"byDefault":true,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a zone + the list of scaleway.block.volume where that is not read"},
      {"id":"scaleway.instance.volume","provider":"scaleway","title":"Instance volume (local)","family":"storage","class":"block-storage","subclass":"","service":"instance","resource":"instance:volume","locality":"zone","rights":{"permissionSets":["InstancesReadOnly"]},"needs":["InstancesReadOnly"],"byDefault":true,"proof":"pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 a zone","mayShift":true},
      {"id":"scaleway.instance.snapshot","provider":"scaleway","title":"Instance snapshot (local)","family":"backups","class":"block-storage","subclass":"","service":"instance","resource":"instance:snapshot","locality":"zone","rights":{"permissionSets":["InstancesReadOnly"]},"needs":["InstancesReadOnly"],"byDefault":false,"proof":"pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 a zone","mayShift":true},
      {"id":"scaleway.instance.image","provider":"scaleway","title":"Private image","family":"backups","class":"block-storage","subclass":"","service":"instance","resource":"instance:image","locality":"zone","rights":{"permissionSets":["InstancesReadOnly"]},"needs":["InstancesReadOnly"],"byDefault":false,"proof":"pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 a zone","mayShift":true},
    ],
    load: async () => (await import("./products/instance/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.kubernetes.cluster","provider":"scaleway","title":"Kapsule or Kosmos cluster","family":"containers","class":"compute","subclass":"","service":"kubernetes","resource":"kubernetes:cluster","locality":"region","rights":{"permissionSets":["KubernetesReadOnly"]},"needs":["KubernetesReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.kubernetes.pool","provider":"scaleway","title":"Kubernetes pool","family":"containers","class":"compute","subclass":"","service":"kubernetes","resource":"kubernetes:pool","locality":"region","below":"scaleway.kubernetes.cluster","rights":{"permissionSets":["KubernetesReadOnly"]},"needs":["KubernetesReadOnly"],"byDefault":false,"proof":"below each scaleway.kubernetes.cluster: pages, newest first, equal totals, no repeat","requests":"pages of 100 below each scaleway.kubernetes.cluster"},
    ],
    load: async () => (await import("./products/kubernetes/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.object.bucket","provider":"scaleway","title":"Object Storage bucket","family":"storage","class":"object-storage","subclass":"s3","service":"s3","resource":"s3:bucket","locality":"region","rights":{"permissionSets":["ObjectStorageReadOnly","ObjectStorageBucketsRead"]},"needs":["ObjectStorageReadOnly or ObjectStorageBucketsRead"],"connectors":["s3"],"byDefault":true,"provesCredential":true,"proof":"one document","requests":"1 a region"},
    ],
    load: async () => (await import("./products/object-storage/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.rdb.instance","provider":"scaleway","title":"Managed PostgreSQL or MySQL","family":"databases","class":"database","subclass":"","service":"rdb","resource":"rdb:instance","locality":"region","rights":{"permissionSets":["RelationalDatabasesReadOnly"]},"needs":["RelationalDatabasesReadOnly"],"connectors":["mysql","postgres"],"byDefault":true,"optional":true,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.rdb.backup","provider":"scaleway","title":"Managed database backup (logical)","family":"backups","class":"database","subclass":"","service":"rdb","resource":"rdb:backup","locality":"region","rights":{"permissionSets":["RelationalDatabasesReadOnly"]},"needs":["RelationalDatabasesReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
    ],
    load: async () => (await import("./products/rdb/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.redis.cluster","provider":"scaleway","title":"Managed Redis","family":"databases","class":"database","subclass":"redis","service":"redis","resource":"redis:cluster","locality":"zone","rights":{"permissionSets":["RedisReadOnly"]},"needs":["RedisReadOnly"],"connectors":["redis"],"byDefault":true,"optional":true,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a zone"},
    ],
    load: async () => (await import("./products/redis/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.secret.secret","provider":"scaleway","title":"Secret","family":"security","class":"security","subclass":"secret-manager","service":"secret","resource":"secret:secret","locality":"region","rights":{"permissionSets":["SecretManagerReadOnly"]},"needs":["SecretManagerReadOnly"],"connectors":["scaleway-secret"],"byDefault":true,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
    ],
    load: async () => (await import("./products/secret/index.ts")).kinds,
  },
];
