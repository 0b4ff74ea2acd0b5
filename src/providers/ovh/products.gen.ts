// Written by `npm run generate`. Do not edit.
import type { Product } from "../products.ts";

/** Every product, in the order of their folders. */
export const products: readonly Product[] = [
  {
    kinds: [
      {"id":"ovh.cloud.database","provider":"ovh","title":"Managed database service","family":"databases","class":"database","subclass":"","service":"database","resource":"database:service","locality":"project","rights":{"rules":["GET /cloud/project/*/database/service","GET /cloud/project/*/database/service/*"],"actions":["publicCloudProject:apiovh:database/service/get"]},"needs":["GET /cloud/project/*/database/service","GET /cloud/project/*/database/service/*"],"connectors":["mysql","postgres","mongodb","redis"],"byDefault":true,"proof":"one document of ids; each detail read","requests":"1 a project + 1 an item / 50 in batches"},
    ],
    load: async () => (await import("./products/database/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.dedicated-server","provider":"ovh","title":"Dedicated server","family":"compute","class":"compute","subclass":"","service":"dedicated-server","resource":"dedicated-server:server","locality":"account","rights":{"rules":["GET /dedicated/server","GET /dedicated/server/*"],"actions":["dedicatedServer:apiovh:get"]},"needs":["GET /dedicated/server","GET /dedicated/server/*"],"connectors":["sftp"],"byDefault":true,"optional":true,"mayLeaveOut":true,"proof":"one document of ids; each detail read","requests":"1 + 1 an item / 50 in batches"},
    ],
    load: async () => (await import("./products/dedicated-server/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.gateway","provider":"ovh","title":"Gateway","family":"network","class":"network","subclass":"","service":"gateway","resource":"gateway:gateway","locality":"region","rights":{"rules":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/gateway"],"actions":["publicCloudProject:apiovh:region/get","publicCloudProject:apiovh:region/gateway/get"]},"needs":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/gateway"],"byDefault":false,"proof":"pages by marker until one is not full, no repeat","requests":"pages of 50 a region","mayShift":true},
    ],
    load: async () => (await import("./products/gateway/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.iam.policy","provider":"ovh","title":"IAM policy","family":"identity","class":"identity","subclass":"","service":"iam","resource":"iam:policy","locality":"account","rights":{"rules":["GET /v2/iam/policy"],"actions":["account:apiovh:iam/policy/get"]},"needs":["GET /v2/iam/policy"],"byDefault":false,"mayLeaveOut":true,"proof":"pages by the cursor in the header, no repeat","requests":"pages","mayShift":true},
      {"id":"ovh.iam.resource","provider":"ovh","title":"Service that no other list names (IAM index)","family":"account","class":"","subclass":"","service":"iam","resource":"iam:resource","locality":"account","rights":{"rules":["GET /v2/iam/resource"],"actions":[]},"needs":["GET /v2/iam/resource"],"byDefault":false,"isIndex":true,"proof":"pages by the cursor in the header, no repeat","requests":"pages","mayShift":true},
    ],
    load: async () => (await import("./products/iam/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.instance","provider":"ovh","title":"Public Cloud instance","family":"compute","class":"compute","subclass":"","service":"instance","resource":"instance:instance","locality":"project","rights":{"rules":["GET /cloud/project/*/instance"],"actions":["publicCloudProject:apiovh:instance/get"]},"needs":["GET /cloud/project/*/instance"],"connectors":["openstack-instance","sftp"],"byDefault":true,"proof":"one document","requests":"1 a project"},
      {"id":"ovh.cloud.instance-snapshot","provider":"ovh","title":"Public Cloud instance snapshot or backup (private image)","family":"backups","class":"block-storage","subclass":"","service":"instance","resource":"instance:snapshot","locality":"project","rights":{"rules":["GET /cloud/project/*/snapshot"],"actions":["publicCloudProject:apiovh:snapshot/get"]},"needs":["GET /cloud/project/*/snapshot"],"byDefault":false,"proof":"one document","requests":"1 a project"},
    ],
    load: async () => (await import("./products/instance/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.kube","provider":"ovh","title":"Managed Kubernetes cluster","family":"containers","class":"compute","subclass":"","service":"kube","resource":"kube:cluster","locality":"project","rights":{"rules":["GET /cloud/project/*/kube","GET /cloud/project/*/kube/*"],"actions":["publicCloudProject:apiovh:kube/get"]},"needs":["GET /cloud/project/*/kube","GET /cloud/project/*/kube/*"],"byDefault":true,"optional":true,"proof":"one document of ids; each detail read","requests":"1 a project + 1 an item / 50 in batches"},
      {"id":"ovh.cloud.kube-nodepool","provider":"ovh","title":"Node pool of a Kubernetes cluster","family":"containers","class":"compute","subclass":"","service":"kube","resource":"kube:nodepool","locality":"project","below":"ovh.cloud.kube","rights":{"rules":["GET /cloud/project/*/kube","GET /cloud/project/*/kube/*/nodepool"],"actions":["publicCloudProject:apiovh:kube/get","publicCloudProject:apiovh:kube/nodepool/get"]},"needs":["GET /cloud/project/*/kube","GET /cloud/project/*/kube/*/nodepool"],"byDefault":false,"proof":"below each ovh.cloud.kube: one document","requests":"1 below each ovh.cloud.kube"},
      {"id":"ovh.cloud.kube-node","provider":"ovh","title":"Node of a Kubernetes cluster","family":"containers","class":"","subclass":"","service":"kube","resource":"kube:node","locality":"project","below":"ovh.cloud.kube","rights":{"rules":["GET /cloud/project/*/kube","GET /cloud/project/*/kube/*/node"],"actions":["publicCloudProject:apiovh:kube/get","publicCloudProject:apiovh:kube/node/get"]},"needs":["GET /cloud/project/*/kube","GET /cloud/project/*/kube/*/node"],"byDefault":false,"proof":"below each ovh.cloud.kube: pages by the cursor in the header, no repeat","requests":"pages below each ovh.cloud.kube","mayShift":true},
    ],
    load: async () => (await import("./products/kube/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.bucket","provider":"ovh","title":"S3 bucket","family":"storage","class":"object-storage","subclass":"s3","service":"s3","resource":"s3:bucket","locality":"region","rights":{"rules":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/storage","GET /cloud/project/*/region/*/storage/*"],"actions":["publicCloudProject:apiovh:region/get","publicCloudProject:apiovh:region/storage/get"]},"needs":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/storage","GET /cloud/project/*/region/*/storage/*"],"connectors":["s3"],"byDefault":true,"proof":"one document of ids; each detail read","requests":"1 a region + 1 an item / 50 in batches"},
      {"id":"ovh.cloud.swift-container","provider":"ovh","title":"Object Storage container (Swift)","family":"storage","class":"object-storage","subclass":"","service":"swift","resource":"swift:container","locality":"project","rights":{"rules":["GET /cloud/project/*/storage"],"actions":["publicCloudProject:apiovh:storage/get"]},"needs":["GET /cloud/project/*/storage"],"byDefault":true,"proof":"one document","requests":"1 a project"},
    ],
    load: async () => (await import("./products/object-storage/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.okms","provider":"ovh","title":"KMS domain (OKMS)","family":"security","class":"security","subclass":"","service":"okms","resource":"okms:domain","locality":"account","rights":{"rules":["GET /v2/okms/resource"],"actions":["okms:apiovh:resource/get"]},"needs":["GET /v2/okms/resource"],"byDefault":false,"mayLeaveOut":true,"proof":"pages by the cursor in the header, no repeat","requests":"pages","mayShift":true},
      {"id":"ovh.okms.secret","provider":"ovh","title":"Secret of the Secret Manager","family":"security","class":"security","subclass":"secret-manager","service":"okms","resource":"okms:secret","locality":"account","below":"ovh.okms","rights":{"rules":["GET /v2/okms/resource","GET /v2/okms/resource/*/secret"],"actions":["okms:apiovh:resource/get","okms:apiovh:secret/get"]},"needs":["GET /v2/okms/resource","GET /v2/okms/resource/*/secret"],"byDefault":false,"proof":"below each ovh.okms: pages by the cursor in the header, no repeat","requests":"pages below each ovh.okms","mayShift":true},
    ],
    load: async () => (await import("./products/okms/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.private-cloud","provider":"ovh","title":"Hosted Private Cloud (vSphere)","family":"compute","class":"hypervisor","subclass":"","service":"private-cloud","resource":"private-cloud:private-cloud","locality":"account","rights":{"rules":["GET /dedicatedCloud","GET /dedicatedCloud/*"],"actions":["pccVMware:apiovh:get"]},"needs":["GET /dedicatedCloud","GET /dedicatedCloud/*"],"byDefault":true,"optional":true,"mayLeaveOut":true,"proof":"one document of ids; each detail read","requests":"1 + 1 an item / 50 in batches"},
      {"id":"ovh.private-cloud.datacenter","provider":"ovh","title":"Virtual datacenter of a Private Cloud","family":"compute","class":"","subclass":"","service":"private-cloud","resource":"private-cloud:datacenter","locality":"account","below":"ovh.private-cloud","rights":{"rules":["GET /dedicatedCloud","GET /dedicatedCloud/*/datacenter","GET /dedicatedCloud/*/datacenter/*"],"actions":["pccVMware:apiovh:get","pccVMware:apiovh:datacenter/get"]},"needs":["GET /dedicatedCloud","GET /dedicatedCloud/*/datacenter","GET /dedicatedCloud/*/datacenter/*"],"byDefault":false,"proof":"below each ovh.private-cloud: one document of ids; each detail read","requests":"1 below each ovh.private-cloud + 1 an item / 50 in batches"},
      {"id":"ovh.private-cloud.vm","provider":"ovh","title":"Virtual machine of a Private Cloud","family":"compute","class":"compute","subclass":"","service":"private-cloud","resource":"private-cloud:vm","locality":"account","below":"ovh.private-cloud.datacenter","rights":{"rules":["GET /dedicatedCloud","GET /dedicatedCloud/*/datacenter","GET /dedicatedCloud/*/datacenter/*/vm","GET /dedicatedCloud/*/datacenter/*/vm/*"],"actions":["pccVMware:apiovh:get","pccVMware:apiovh:datacenter/get","pccVMware:apiovh:datacenter/vm/get"]},"needs":["GET /dedicatedCloud","GET /dedicatedCloud/*/datacenter","GET /dedicatedCloud/*/datacenter/*/vm","GET /dedicatedCloud/*/datacenter/*/vm/*"],"byDefault":false,"proof":"below each ovh.private-cloud.datacenter: one document of ids; each detail read","requests":"1 below each ovh.private-cloud.datacenter + 1 an item / 50 in batches"},
    ],
    load: async () => (await import("./products/private-cloud/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.project","provider":"ovh","title":"Public Cloud project","family":"account","class":"","subclass":"","service":"cloud","resource":"cloud:project","locality":"account","rights":{"rules":["GET /cloud/project","GET /cloud/project/*"],"actions":["publicCloudProject:apiovh:get"]},"needs":["GET /cloud/project","GET /cloud/project/*"],"byDefault":true,"required":true,"mayLeaveOut":true,"proof":"one document of ids; each detail read","requests":"1 + 1 an item / 50 in batches"},
    ],
    load: async () => (await import("./products/project/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.volume","provider":"ovh","title":"Public Cloud block volume","family":"storage","class":"block-storage","subclass":"","service":"volume","resource":"volume:volume","locality":"project","rights":{"rules":["GET /cloud/project/*/volume"],"actions":["publicCloudProject:apiovh:volume/get"]},"needs":["GET /cloud/project/*/volume"],"connectors":["openstack-block"],"byDefault":true,"proof":"one document","requests":"1 a project"},
      {"id":"ovh.cloud.volume-snapshot","provider":"ovh","title":"Public Cloud volume snapshot","family":"backups","class":"block-storage","subclass":"","service":"volume","resource":"volume:snapshot","locality":"project","rights":{"rules":["GET /cloud/project/*/volume/snapshot"],"actions":["publicCloudProject:apiovh:volume/snapshot/get"]},"needs":["GET /cloud/project/*/volume/snapshot"],"byDefault":false,"proof":"one document","requests":"1 a project"},
      {"id":"ovh.cloud.volume-backup","provider":"ovh","title":"Public Cloud volume backup","family":"backups","class":"block-storage","subclass":"","service":"volume","resource":"volume:backup","locality":"region","rights":{"rules":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/volumeBackup"],"actions":["publicCloudProject:apiovh:region/get","publicCloudProject:apiovh:region/volumeBackup/get"]},"needs":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/volumeBackup"],"byDefault":false,"proof":"one document","requests":"1 a region"},
    ],
    load: async () => (await import("./products/volume/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.vps","provider":"ovh","title":"VPS","family":"compute","class":"compute","subclass":"","service":"vps","resource":"vps:vps","locality":"account","rights":{"rules":["GET /vps","GET /vps/*"],"actions":["vps:apiovh:get"],"optionalRules":["GET /vps/*/ips","GET /vps/*/automatedBackup"],"optionalActions":["vps:apiovh:ips/get","vps:apiovh:automatedBackup/get"]},"needs":["GET /vps","GET /vps/*"],"connectors":["sftp"],"byDefault":true,"optional":true,"mayLeaveOut":true,"proof":"one document of ids; each detail read","requests":"1 + 1 an item / 50 in batches + 2 an item for facts"},
      {"id":"ovh.vps.disk","provider":"ovh","title":"Disk of a VPS","family":"storage","class":"block-storage","subclass":"","service":"vps","resource":"vps:disk","locality":"account","below":"ovh.vps","rights":{"rules":["GET /vps","GET /vps/*/disks","GET /vps/*/disks/*"],"actions":["vps:apiovh:get","vps:apiovh:disks/get"]},"needs":["GET /vps","GET /vps/*/disks","GET /vps/*/disks/*"],"byDefault":false,"proof":"below each ovh.vps: one document of ids; each detail read","requests":"1 below each ovh.vps + 1 an item / 50 in batches"},
      {"id":"ovh.vps.snapshot","provider":"ovh","title":"Snapshot of a VPS","family":"backups","class":"block-storage","subclass":"","service":"vps","resource":"vps:snapshot","locality":"account","below":"ovh.vps","rights":{"rules":["GET /vps","GET /vps/*/snapshot"],"actions":["vps:apiovh:get","vps:apiovh:snapshot/get"]},"needs":["GET /vps","GET /vps/*/snapshot"],"byDefault":false,"proof":"below each ovh.vps: one document, or none (404)","requests":"1 below each ovh.vps"},
    ],
    load: async () => (await import("./products/vps/index.ts")).kinds,
  },
];
