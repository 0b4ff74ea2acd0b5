// Written by `npm run generate`. Do not edit.
import type { Product } from "../products.ts";

/** Every product, in the order of their folders. */
export const products: readonly Product[] = [
  {
    kinds: [
      {"id":"ovh.cloud.ai-notebook","provider":"ovh","title":"AI notebook","family":"analytics","class":"compute","subclass":"","service":"ai","resource":"ai:notebook","locality":"project","rights":{"rules":["GET /cloud/project/*/ai/notebook"],"actions":["publicCloudProject:apiovh:ai/notebook/get"]},"needs":["GET /cloud/project/*/ai/notebook"],"byDefault":false,"proof":"pages until one is empty, no repeat","mayShift":true},
      {"id":"ovh.cloud.ai-notebook-backup","provider":"ovh","title":"Workspace backup of an AI notebook","family":"backups","class":"file-storage","subclass":"","service":"ai","resource":"ai:notebook-backup","locality":"project","below":"ovh.cloud.ai-notebook","rights":{"rules":["GET /cloud/project/*/ai/notebook","GET /cloud/project/*/ai/notebook/*/backup"],"actions":["publicCloudProject:apiovh:ai/notebook/get","publicCloudProject:apiovh:ai/notebook/backup/get"]},"needs":["GET /cloud/project/*/ai/notebook","GET /cloud/project/*/ai/notebook/*/backup"],"byDefault":false,"proof":"below each ovh.cloud.ai-notebook: pages until one is empty, no repeat","mayShift":true},
      {"id":"ovh.cloud.ai-app","provider":"ovh","title":"AI Deploy app","family":"analytics","class":"compute","subclass":"","service":"ai","resource":"ai:app","locality":"project","rights":{"rules":["GET /cloud/project/*/ai/app"],"actions":["publicCloudProject:apiovh:ai/app/get"]},"needs":["GET /cloud/project/*/ai/app"],"byDefault":false,"proof":"pages until one is empty, no repeat","mayShift":true},
      {"id":"ovh.cloud.ai-registry","provider":"ovh","title":"Docker registry known to AI tools","family":"analytics","class":"registry","subclass":"","service":"ai","resource":"ai:registry","locality":"project","rights":{"rules":["GET /cloud/project/*/ai/registry"],"actions":["publicCloudProject:apiovh:ai/registry/get"]},"needs":["GET /cloud/project/*/ai/registry"],"byDefault":false,"proof":"one document"},
    ],
    load: async () => (await import("./products/ai/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.database","provider":"ovh","title":"Managed database service","family":"databases","class":"database","subclass":"","service":"database","resource":"database:service","locality":"project","rights":{"rules":["GET /cloud/project/*/database/service","GET /cloud/project/*/database/service/*"],"actions":["publicCloudProject:apiovh:database/service/get"]},"needs":["GET /cloud/project/*/database/service","GET /cloud/project/*/database/service/*"],"connectors":["mysql","postgres","mongodb","redis"],"byDefault":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.cloud.database-backup","provider":"ovh","title":"Backup of a managed database","family":"backups","class":"database","subclass":"","service":"database","resource":"database:backup","locality":"project","below":"ovh.cloud.database","rights":{"rules":["GET /cloud/project/*/database/service","GET /cloud/project/*/database/service/*","GET /cloud/project/*/database/*/*/backup","GET /cloud/project/*/database/*/*/backup/*"],"actions":["publicCloudProject:apiovh:database/service/get","publicCloudProject:apiovh:database/cassandra/backup/get","publicCloudProject:apiovh:database/clickhouse/backup/get","publicCloudProject:apiovh:database/grafana/backup/get","publicCloudProject:apiovh:database/m3db/backup/get","publicCloudProject:apiovh:database/mongodb/backup/get","publicCloudProject:apiovh:database/mysql/backup/get","publicCloudProject:apiovh:database/opensearch/backup/get","publicCloudProject:apiovh:database/postgresql/backup/get","publicCloudProject:apiovh:database/redis/backup/get","publicCloudProject:apiovh:database/valkey/backup/get"]},"needs":["GET /cloud/project/*/database/service","GET /cloud/project/*/database/service/*","GET /cloud/project/*/database/*/*/backup","GET /cloud/project/*/database/*/*/backup/*"],"byDefault":false,"proof":"below each ovh.cloud.database: one document of ids; each detail read"},
      {"id":"ovh.cloud.logical-database","provider":"ovh","title":"Database inside a managed service (MySQL, PostgreSQL, ClickHouse)","family":"databases","class":"database","subclass":"","service":"database","resource":"database:database","locality":"project","below":"ovh.cloud.database","rights":{"rules":["GET /cloud/project/*/database/service","GET /cloud/project/*/database/service/*","GET /cloud/project/*/database/*/*/database","GET /cloud/project/*/database/*/*/database/*"],"actions":["publicCloudProject:apiovh:database/service/get","publicCloudProject:apiovh:database/clickhouse/database/get","publicCloudProject:apiovh:database/mysql/database/get","publicCloudProject:apiovh:database/postgresql/database/get"]},"needs":["GET /cloud/project/*/database/service","GET /cloud/project/*/database/service/*","GET /cloud/project/*/database/*/*/database","GET /cloud/project/*/database/*/*/database/*"],"byDefault":false,"proof":"below each ovh.cloud.database: one document of ids; each detail read"},
      {"id":"ovh.cloud.kafka-topic","provider":"ovh","title":"Topic of a managed Kafka","family":"messaging","class":"messaging","subclass":"","service":"database","resource":"database:topic","locality":"project","below":"ovh.cloud.database","rights":{"rules":["GET /cloud/project/*/database/service","GET /cloud/project/*/database/service/*","GET /cloud/project/*/database/kafka/*/topic","GET /cloud/project/*/database/kafka/*/topic/*"],"actions":["publicCloudProject:apiovh:database/service/get","publicCloudProject:apiovh:database/kafka/topic/get"]},"needs":["GET /cloud/project/*/database/service","GET /cloud/project/*/database/service/*","GET /cloud/project/*/database/kafka/*/topic","GET /cloud/project/*/database/kafka/*/topic/*"],"byDefault":false,"proof":"below each ovh.cloud.database: one document of ids; each detail read"},
      {"id":"ovh.cloud.opensearch-index","provider":"ovh","title":"Index of a managed OpenSearch","family":"databases","class":"database","subclass":"","service":"database","resource":"database:index","locality":"project","below":"ovh.cloud.database","rights":{"rules":["GET /cloud/project/*/database/service","GET /cloud/project/*/database/service/*","GET /cloud/project/*/database/opensearch/*/index","GET /cloud/project/*/database/opensearch/*/index/*"],"actions":["publicCloudProject:apiovh:database/service/get","publicCloudProject:apiovh:database/opensearch/index/get"]},"needs":["GET /cloud/project/*/database/service","GET /cloud/project/*/database/service/*","GET /cloud/project/*/database/opensearch/*/index","GET /cloud/project/*/database/opensearch/*/index/*"],"byDefault":false,"proof":"below each ovh.cloud.database: one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/database/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.dedicated-server","provider":"ovh","title":"Dedicated server","family":"compute","class":"compute","subclass":"","service":"dedicated-server","resource":"dedicated-server:server","locality":"account","rights":{"rules":["GET /dedicated/server","GET /dedicated/server/*"],"actions":["dedicatedServer:apiovh:get"]},"needs":["GET /dedicated/server","GET /dedicated/server/*"],"connectors":["sftp"],"byDefault":true,"optional":true,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/dedicated-server/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.share","provider":"ovh","title":"File Storage share (NFS)","family":"storage","class":"file-storage","subclass":"","service":"share","resource":"share:share","locality":"region","rights":{"rules":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/share"],"actions":["publicCloudProject:apiovh:region/get","publicCloudProject:apiovh:region/share/get"]},"needs":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/share"],"byDefault":false,"proof":"one document"},
      {"id":"ovh.cloud.share-snapshot","provider":"ovh","title":"Snapshot of a file share","family":"backups","class":"file-storage","subclass":"","service":"share","resource":"share:snapshot","locality":"region","below":"ovh.cloud.share","rights":{"rules":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/share","GET /cloud/project/*/region/*/share/*/snapshot"],"actions":["publicCloudProject:apiovh:region/get","publicCloudProject:apiovh:region/share/get","publicCloudProject:apiovh:region/share/snapshot/get"]},"needs":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/share","GET /cloud/project/*/region/*/share/*/snapshot"],"byDefault":false,"proof":"below each ovh.cloud.share: one document"},
    ],
    load: async () => (await import("./products/file-storage/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.gateway","provider":"ovh","title":"Gateway","family":"network","class":"network","subclass":"","service":"gateway","resource":"gateway:gateway","locality":"region","rights":{"rules":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/gateway"],"actions":["publicCloudProject:apiovh:region/get","publicCloudProject:apiovh:region/gateway/get"]},"needs":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/gateway"],"byDefault":false,"proof":"pages by marker until one is not full, no repeat","mayShift":true},
    ],
    load: async () => (await import("./products/gateway/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.iam.policy","provider":"ovh","title":"IAM policy","family":"identity","class":"identity","subclass":"","service":"iam","resource":"iam:policy","locality":"account","rights":{"rules":["GET /v2/iam/policy"],"actions":["account:apiovh:iam/policy/get"]},"needs":["GET /v2/iam/policy"],"byDefault":false,"mayLeaveOut":true,"proof":"pages by the cursor in the header, no repeat","mayShift":true},
      {"id":"ovh.iam.resource","provider":"ovh","title":"Service that no other list names (IAM index)","family":"account","class":"","subclass":"","service":"iam","resource":"iam:resource","locality":"account","rights":{"rules":["GET /v2/iam/resource"],"actions":[]},"needs":["GET /v2/iam/resource"],"byDefault":false,"isIndex":true,"proof":"pages by the cursor in the header, no repeat","mayShift":true},
    ],
    load: async () => (await import("./products/iam/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.instance","provider":"ovh","title":"Public Cloud instance","family":"compute","class":"compute","subclass":"","service":"instance","resource":"instance:instance","locality":"project","rights":{"rules":["GET /cloud/project/*/instance"],"actions":["publicCloudProject:apiovh:instance/get"]},"needs":["GET /cloud/project/*/instance"],"connectors":["openstack-instance","sftp"],"byDefault":true,"proof":"one document"},
      {"id":"ovh.cloud.instance-group","provider":"ovh","title":"Instance group (anti-affinity)","family":"compute","class":"","subclass":"","service":"instance","resource":"instance:group","locality":"project","rights":{"rules":["GET /cloud/project/*/instance/group"],"actions":["publicCloudProject:apiovh:instance/group/get"]},"needs":["GET /cloud/project/*/instance/group"],"byDefault":false,"proof":"one document"},
      {"id":"ovh.cloud.instance-snapshot","provider":"ovh","title":"Public Cloud instance snapshot or backup (private image)","family":"backups","class":"block-storage","subclass":"","service":"instance","resource":"instance:snapshot","locality":"project","rights":{"rules":["GET /cloud/project/*/snapshot"],"actions":["publicCloudProject:apiovh:snapshot/get"]},"needs":["GET /cloud/project/*/snapshot"],"byDefault":false,"proof":"one document"},
    ],
    load: async () => (await import("./products/instance/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.floating-ip","provider":"ovh","title":"Floating IP","family":"network","class":"network","subclass":"","service":"floating-ip","resource":"floating-ip:floating-ip","locality":"region","rights":{"rules":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/floatingip"],"actions":["publicCloudProject:apiovh:region/get","publicCloudProject:apiovh:region/floatingip/get"]},"needs":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/floatingip"],"byDefault":false,"proof":"one document"},
      {"id":"ovh.cloud.ip","provider":"ovh","title":"Public IP of a project","family":"network","class":"network","subclass":"","service":"ip","resource":"ip:cloud-ip","locality":"project","rights":{"rules":["GET /cloud/project/*/ip"],"actions":["publicCloudProject:apiovh:ip/get"]},"needs":["GET /cloud/project/*/ip"],"byDefault":false,"proof":"one document"},
      {"id":"ovh.cloud.failover-ip","provider":"ovh","title":"Additional IP routed to a project","family":"network","class":"network","subclass":"","service":"ip","resource":"ip:failover","locality":"project","rights":{"rules":["GET /cloud/project/*/ip/failover"],"actions":["publicCloudProject:apiovh:ip/failover/get"]},"needs":["GET /cloud/project/*/ip/failover"],"byDefault":false,"proof":"one document"},
    ],
    load: async () => (await import("./products/ip/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.key-manager-secret","provider":"ovh","title":"Key Manager secret (Barbican)","family":"security","class":"security","subclass":"secret-manager","service":"key-manager","resource":"key-manager:secret","locality":"region","rights":{"rules":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/keymanager/secret"],"actions":["publicCloudProject:apiovh:region/get","publicCloudProject:apiovh:region/keymanager/secret/get"]},"needs":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/keymanager/secret"],"byDefault":false,"proof":"one document"},
      {"id":"ovh.cloud.key-manager-certificate","provider":"ovh","title":"Key Manager certificate (Barbican)","family":"security","class":"security","subclass":"","service":"key-manager","resource":"key-manager:certificate","locality":"region","rights":{"rules":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/keymanager/certificate"],"actions":["publicCloudProject:apiovh:region/get","publicCloudProject:apiovh:region/keymanager/certificate/get"]},"needs":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/keymanager/certificate"],"byDefault":false,"proof":"one document"},
    ],
    load: async () => (await import("./products/key-manager/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.kube","provider":"ovh","title":"Managed Kubernetes cluster","family":"containers","class":"compute","subclass":"","service":"kube","resource":"kube:cluster","locality":"project","rights":{"rules":["GET /cloud/project/*/kube","GET /cloud/project/*/kube/*"],"actions":["publicCloudProject:apiovh:kube/get"]},"needs":["GET /cloud/project/*/kube","GET /cloud/project/*/kube/*"],"byDefault":true,"optional":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.cloud.kube-nodepool","provider":"ovh","title":"Node pool of a Kubernetes cluster","family":"containers","class":"compute","subclass":"","service":"kube","resource":"kube:nodepool","locality":"project","below":"ovh.cloud.kube","rights":{"rules":["GET /cloud/project/*/kube","GET /cloud/project/*/kube/*/nodepool"],"actions":["publicCloudProject:apiovh:kube/get","publicCloudProject:apiovh:kube/nodepool/get"]},"needs":["GET /cloud/project/*/kube","GET /cloud/project/*/kube/*/nodepool"],"byDefault":false,"proof":"below each ovh.cloud.kube: one document"},
      {"id":"ovh.cloud.kube-node","provider":"ovh","title":"Node of a Kubernetes cluster","family":"containers","class":"","subclass":"","service":"kube","resource":"kube:node","locality":"project","below":"ovh.cloud.kube","rights":{"rules":["GET /cloud/project/*/kube","GET /cloud/project/*/kube/*/node"],"actions":["publicCloudProject:apiovh:kube/get","publicCloudProject:apiovh:kube/node/get"]},"needs":["GET /cloud/project/*/kube","GET /cloud/project/*/kube/*/node"],"byDefault":false,"proof":"below each ovh.cloud.kube: pages by the cursor in the header, no repeat","mayShift":true},
    ],
    load: async () => (await import("./products/kube/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.load-balancer","provider":"ovh","title":"Public Cloud load balancer (Octavia)","family":"network","class":"network","subclass":"","service":"load-balancer","resource":"load-balancer:load-balancer","locality":"region","rights":{"rules":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/loadbalancing/loadbalancer"],"actions":["publicCloudProject:apiovh:region/get","publicCloudProject:apiovh:region/loadbalancing/loadbalancer/get"]},"needs":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/loadbalancing/loadbalancer"],"byDefault":false,"proof":"one document"},
      {"id":"ovh.cloud.legacy-load-balancer","provider":"ovh","title":"Load balancer of Kubernetes (IOLB, older)","family":"network","class":"network","subclass":"","service":"load-balancer","resource":"load-balancer:legacy","locality":"project","rights":{"rules":["GET /cloud/project/*/loadbalancer","GET /cloud/project/*/loadbalancer/*"],"actions":["publicCloudProject:apiovh:loadbalancer/get"]},"needs":["GET /cloud/project/*/loadbalancer","GET /cloud/project/*/loadbalancer/*"],"byDefault":false,"proof":"one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/load-balancer/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.network","provider":"ovh","title":"Private network of a project","family":"network","class":"network","subclass":"","service":"network","resource":"network:private","locality":"project","rights":{"rules":["GET /cloud/project/*/network/private"],"actions":["publicCloudProject:apiovh:network/private/get"]},"needs":["GET /cloud/project/*/network/private"],"byDefault":false,"proof":"one document"},
      {"id":"ovh.cloud.subnet","provider":"ovh","title":"Subnet of a private network","family":"network","class":"network","subclass":"","service":"network","resource":"network:subnet","locality":"project","below":"ovh.cloud.network","rights":{"rules":["GET /cloud/project/*/network/private","GET /cloud/project/*/network/private/*/subnet"],"actions":["publicCloudProject:apiovh:network/private/get","publicCloudProject:apiovh:network/private/subnet/get"]},"needs":["GET /cloud/project/*/network/private","GET /cloud/project/*/network/private/*/subnet"],"byDefault":false,"proof":"below each ovh.cloud.network: one document"},
      {"id":"ovh.cloud.region-network","provider":"ovh","title":"Network of a region (OpenStack)","family":"network","class":"network","subclass":"","service":"network","resource":"network:region-network","locality":"region","rights":{"rules":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/network"],"actions":["publicCloudProject:apiovh:region/get","publicCloudProject:apiovh:region/network/get"]},"needs":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/network"],"byDefault":false,"proof":"one document"},
    ],
    load: async () => (await import("./products/network/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.bucket","provider":"ovh","title":"S3 bucket","family":"storage","class":"object-storage","subclass":"s3","service":"s3","resource":"s3:bucket","locality":"region","rights":{"rules":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/storage","GET /cloud/project/*/region/*/storage/*"],"actions":["publicCloudProject:apiovh:region/get","publicCloudProject:apiovh:region/storage/get"]},"needs":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/storage","GET /cloud/project/*/region/*/storage/*"],"connectors":["s3"],"byDefault":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.cloud.cold-archive","provider":"ovh","title":"Cold Archive bucket (tape)","family":"storage","class":"object-storage","subclass":"","service":"cold-archive","resource":"cold-archive:bucket","locality":"region","rights":{"rules":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/coldArchive"],"actions":["publicCloudProject:apiovh:region/get","publicCloudProject:apiovh:region/coldArchive/get"]},"needs":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/coldArchive"],"byDefault":false,"proof":"one document"},
      {"id":"ovh.cloud.swift-container","provider":"ovh","title":"Object Storage container (Swift)","family":"storage","class":"object-storage","subclass":"","service":"swift","resource":"swift:container","locality":"project","rights":{"rules":["GET /cloud/project/*/storage"],"actions":["publicCloudProject:apiovh:storage/get"]},"needs":["GET /cloud/project/*/storage"],"byDefault":true,"proof":"one document"},
    ],
    load: async () => (await import("./products/object-storage/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.okms","provider":"ovh","title":"KMS domain (OKMS)","family":"security","class":"security","subclass":"","service":"okms","resource":"okms:domain","locality":"account","rights":{"rules":["GET /v2/okms/resource"],"actions":["okms:apiovh:resource/get"]},"needs":["GET /v2/okms/resource"],"byDefault":false,"mayLeaveOut":true,"proof":"pages by the cursor in the header, no repeat","mayShift":true},
      {"id":"ovh.okms.secret","provider":"ovh","title":"Secret of the Secret Manager","family":"security","class":"security","subclass":"secret-manager","service":"okms","resource":"okms:secret","locality":"account","below":"ovh.okms","rights":{"rules":["GET /v2/okms/resource","GET /v2/okms/resource/*/secret"],"actions":["okms:apiovh:resource/get","okms:apiovh:secret/get"]},"needs":["GET /v2/okms/resource","GET /v2/okms/resource/*/secret"],"byDefault":false,"proof":"below each ovh.okms: pages by the cursor in the header, no repeat","mayShift":true},
    ],
    load: async () => (await import("./products/okms/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.private-cloud","provider":"ovh","title":"Hosted Private Cloud (vSphere)","family":"compute","class":"hypervisor","subclass":"","service":"private-cloud","resource":"private-cloud:private-cloud","locality":"account","rights":{"rules":["GET /dedicatedCloud","GET /dedicatedCloud/*"],"actions":["pccVMware:apiovh:get"]},"needs":["GET /dedicatedCloud","GET /dedicatedCloud/*"],"byDefault":true,"optional":true,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.private-cloud.datacenter","provider":"ovh","title":"Virtual datacenter of a Private Cloud","family":"compute","class":"","subclass":"","service":"private-cloud","resource":"private-cloud:datacenter","locality":"account","below":"ovh.private-cloud","rights":{"rules":["GET /dedicatedCloud","GET /dedicatedCloud/*/datacenter","GET /dedicatedCloud/*/datacenter/*"],"actions":["pccVMware:apiovh:get","pccVMware:apiovh:datacenter/get"]},"needs":["GET /dedicatedCloud","GET /dedicatedCloud/*/datacenter","GET /dedicatedCloud/*/datacenter/*"],"byDefault":false,"proof":"below each ovh.private-cloud: one document of ids; each detail read"},
      {"id":"ovh.private-cloud.vm","provider":"ovh","title":"Virtual machine of a Private Cloud","family":"compute","class":"compute","subclass":"","service":"private-cloud","resource":"private-cloud:vm","locality":"account","below":"ovh.private-cloud.datacenter","rights":{"rules":["GET /dedicatedCloud","GET /dedicatedCloud/*/datacenter","GET /dedicatedCloud/*/datacenter/*/vm","GET /dedicatedCloud/*/datacenter/*/vm/*"],"actions":["pccVMware:apiovh:get","pccVMware:apiovh:datacenter/get","pccVMware:apiovh:datacenter/vm/get"]},"needs":["GET /dedicatedCloud","GET /dedicatedCloud/*/datacenter","GET /dedicatedCloud/*/datacenter/*/vm","GET /dedicatedCloud/*/datacenter/*/vm/*"],"byDefault":false,"proof":"below each ovh.private-cloud.datacenter: one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/private-cloud/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.project","provider":"ovh","title":"Public Cloud project","family":"account","class":"","subclass":"","service":"cloud","resource":"cloud:project","locality":"account","rights":{"rules":["GET /cloud/project","GET /cloud/project/*"],"actions":["publicCloudProject:apiovh:get"]},"needs":["GET /cloud/project","GET /cloud/project/*"],"byDefault":true,"required":true,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/project/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.rancher","provider":"ovh","title":"Managed Rancher","family":"containers","class":"compute","subclass":"","service":"rancher","resource":"rancher:rancher","locality":"project","rights":{"rules":["GET /v2/publicCloud/project/*/rancher"],"actions":["publicCloudProject:apiovh:rancher/get"]},"needs":["GET /v2/publicCloud/project/*/rancher"],"byDefault":false,"proof":"pages by the cursor in the header, no repeat","mayShift":true},
    ],
    load: async () => (await import("./products/rancher/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.registry","provider":"ovh","title":"Managed Private Registry (Harbor)","family":"containers","class":"registry","subclass":"","service":"registry","resource":"registry:registry","locality":"project","rights":{"rules":["GET /cloud/project/*/containerRegistry"],"actions":["publicCloudProject:apiovh:containerRegistry/get"]},"needs":["GET /cloud/project/*/containerRegistry"],"byDefault":false,"proof":"one document"},
    ],
    load: async () => (await import("./products/registry/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.user","provider":"ovh","title":"OpenStack or S3 user of a project","family":"identity","class":"identity","subclass":"","service":"user","resource":"user:user","locality":"project","rights":{"rules":["GET /cloud/project/*/user"],"actions":["publicCloudProject:apiovh:user/get"]},"needs":["GET /cloud/project/*/user"],"byDefault":false,"personal":true,"proof":"one document"},
      {"id":"ovh.cloud.ssh-key","provider":"ovh","title":"SSH key of a project","family":"security","class":"identity","subclass":"","service":"ssh-key","resource":"ssh-key:ssh-key","locality":"project","rights":{"rules":["GET /cloud/project/*/sshkey"],"actions":["publicCloudProject:apiovh:sshkey/get"]},"needs":["GET /cloud/project/*/sshkey"],"byDefault":false,"proof":"one document"},
    ],
    load: async () => (await import("./products/user/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.volume","provider":"ovh","title":"Public Cloud block volume","family":"storage","class":"block-storage","subclass":"","service":"volume","resource":"volume:volume","locality":"project","rights":{"rules":["GET /cloud/project/*/volume"],"actions":["publicCloudProject:apiovh:volume/get"]},"needs":["GET /cloud/project/*/volume"],"connectors":["openstack-block"],"byDefault":true,"proof":"one document"},
      {"id":"ovh.cloud.volume-snapshot","provider":"ovh","title":"Public Cloud volume snapshot","family":"backups","class":"block-storage","subclass":"","service":"volume","resource":"volume:snapshot","locality":"project","rights":{"rules":["GET /cloud/project/*/volume/snapshot"],"actions":["publicCloudProject:apiovh:volume/snapshot/get"]},"needs":["GET /cloud/project/*/volume/snapshot"],"byDefault":false,"proof":"one document"},
      {"id":"ovh.cloud.volume-backup","provider":"ovh","title":"Public Cloud volume backup","family":"backups","class":"block-storage","subclass":"","service":"volume","resource":"volume:backup","locality":"region","rights":{"rules":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/volumeBackup"],"actions":["publicCloudProject:apiovh:region/get","publicCloudProject:apiovh:region/volumeBackup/get"]},"needs":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/volumeBackup"],"byDefault":false,"proof":"one document"},
    ],
    load: async () => (await import("./products/volume/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.vps","provider":"ovh","title":"VPS","family":"compute","class":"compute","subclass":"","service":"vps","resource":"vps:vps","locality":"account","rights":{"rules":["GET /vps","GET /vps/*"],"actions":["vps:apiovh:get"],"optionalRules":["GET /vps/*/ips","GET /vps/*/automatedBackup"],"optionalActions":["vps:apiovh:ips/get","vps:apiovh:automatedBackup/get"]},"needs":["GET /vps","GET /vps/*"],"connectors":["sftp"],"byDefault":true,"optional":true,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.vps.disk","provider":"ovh","title":"Disk of a VPS","family":"storage","class":"block-storage","subclass":"","service":"vps","resource":"vps:disk","locality":"account","below":"ovh.vps","rights":{"rules":["GET /vps","GET /vps/*/disks","GET /vps/*/disks/*"],"actions":["vps:apiovh:get","vps:apiovh:disks/get"]},"needs":["GET /vps","GET /vps/*/disks","GET /vps/*/disks/*"],"byDefault":false,"proof":"below each ovh.vps: one document of ids; each detail read"},
      {"id":"ovh.vps.snapshot","provider":"ovh","title":"Snapshot of a VPS","family":"backups","class":"block-storage","subclass":"","service":"vps","resource":"vps:snapshot","locality":"account","below":"ovh.vps","rights":{"rules":["GET /vps","GET /vps/*/snapshot"],"actions":["vps:apiovh:get","vps:apiovh:snapshot/get"]},"needs":["GET /vps","GET /vps/*/snapshot"],"byDefault":false,"proof":"below each ovh.vps: one document, or none (404)"},
    ],
    load: async () => (await import("./products/vps/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.backup-workflow","provider":"ovh","title":"Automatic backup of an instance (workflow)","family":"backups","class":"","subclass":"","service":"workflow","resource":"workflow:backup","locality":"region","rights":{"rules":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/workflow/backup"],"actions":["publicCloudProject:apiovh:region/get","publicCloudProject:apiovh:region/workflow/backup/get"]},"needs":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/workflow/backup"],"byDefault":false,"proof":"one document"},
    ],
    load: async () => (await import("./products/workflow/index.ts")).kinds,
  },
];
