// Written by `npm run generate`. Do not edit.

/** The actions that a GET needs, by its path; `*` stands for each place in it (OVHcloud's API schema). */
export const actionsOf: Readonly<Record<string, readonly string[]>> = {
  "/cloud/project": [
    "publicCloudProject:apiovh:get"
  ],
  "/cloud/project/*": [
    "publicCloudProject:apiovh:get"
  ],
  "/cloud/project/*/database/service": [
    "publicCloudProject:apiovh:database/service/get"
  ],
  "/cloud/project/*/database/service/*": [
    "publicCloudProject:apiovh:database/service/get"
  ],
  "/cloud/project/*/instance": [
    "publicCloudProject:apiovh:instance/get"
  ],
  "/cloud/project/*/kube": [
    "publicCloudProject:apiovh:kube/get"
  ],
  "/cloud/project/*/kube/*": [
    "publicCloudProject:apiovh:kube/get"
  ],
  "/cloud/project/*/kube/*/node": [
    "publicCloudProject:apiovh:kube/node/get"
  ],
  "/cloud/project/*/kube/*/nodepool": [
    "publicCloudProject:apiovh:kube/nodepool/get"
  ],
  "/cloud/project/*/region": [
    "publicCloudProject:apiovh:region/get"
  ],
  "/cloud/project/*/region/*": [
    "publicCloudProject:apiovh:region/get"
  ],
  "/cloud/project/*/region/*/gateway": [
    "publicCloudProject:apiovh:region/gateway/get"
  ],
  "/cloud/project/*/region/*/storage": [
    "publicCloudProject:apiovh:region/storage/get"
  ],
  "/cloud/project/*/region/*/storage/*": [
    "publicCloudProject:apiovh:region/storage/get"
  ],
  "/cloud/project/*/region/*/volumeBackup": [
    "publicCloudProject:apiovh:region/volumeBackup/get"
  ],
  "/cloud/project/*/snapshot": [
    "publicCloudProject:apiovh:snapshot/get"
  ],
  "/cloud/project/*/storage": [
    "publicCloudProject:apiovh:storage/get"
  ],
  "/cloud/project/*/volume": [
    "publicCloudProject:apiovh:volume/get"
  ],
  "/cloud/project/*/volume/snapshot": [
    "publicCloudProject:apiovh:volume/snapshot/get"
  ],
  "/dedicated/server": [
    "dedicatedServer:apiovh:get"
  ],
  "/dedicated/server/*": [
    "dedicatedServer:apiovh:get"
  ],
  "/dedicatedCloud": [
    "pccVMware:apiovh:get"
  ],
  "/dedicatedCloud/*": [
    "pccVMware:apiovh:get"
  ],
  "/dedicatedCloud/*/datacenter": [
    "pccVMware:apiovh:datacenter/get"
  ],
  "/dedicatedCloud/*/datacenter/*": [
    "pccVMware:apiovh:datacenter/get"
  ],
  "/dedicatedCloud/*/datacenter/*/vm": [
    "pccVMware:apiovh:datacenter/vm/get"
  ],
  "/dedicatedCloud/*/datacenter/*/vm/*": [
    "pccVMware:apiovh:datacenter/vm/get"
  ],
  "/v2/iam/policy": [
    "account:apiovh:iam/policy/get"
  ],
  "/v2/okms/resource": [
    "okms:apiovh:resource/get"
  ],
  "/v2/okms/resource/*/secret": [
    "okms:apiovh:secret/get"
  ],
  "/vps": [
    "vps:apiovh:get"
  ],
  "/vps/*": [
    "vps:apiovh:get"
  ],
  "/vps/*/automatedBackup": [
    "vps:apiovh:automatedBackup/get"
  ],
  "/vps/*/disks": [
    "vps:apiovh:disks/get"
  ],
  "/vps/*/disks/*": [
    "vps:apiovh:disks/get"
  ],
  "/vps/*/ips": [
    "vps:apiovh:ips/get"
  ],
  "/vps/*/snapshot": [
    "vps:apiovh:snapshot/get"
  ]
};
