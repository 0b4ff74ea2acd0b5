// Written by `npm run generate`. Do not edit.

/** The actions that a GET needs, by its path; `*` stands for each place in it (OVHcloud's API schema). */
export const actionsOf: Readonly<Record<string, readonly string[]>> = {
  "/cloud/project": [
    "publicCloudProject:apiovh:get"
  ],
  "/cloud/project/*": [
    "publicCloudProject:apiovh:get"
  ],
  "/cloud/project/*/ai/app": [
    "publicCloudProject:apiovh:ai/app/get"
  ],
  "/cloud/project/*/ai/notebook": [
    "publicCloudProject:apiovh:ai/notebook/get"
  ],
  "/cloud/project/*/ai/notebook/*/backup": [
    "publicCloudProject:apiovh:ai/notebook/backup/get"
  ],
  "/cloud/project/*/ai/registry": [
    "publicCloudProject:apiovh:ai/registry/get"
  ],
  "/cloud/project/*/containerRegistry": [
    "publicCloudProject:apiovh:containerRegistry/get"
  ],
  "/cloud/project/*/database/*/*/backup": [
    "publicCloudProject:apiovh:database/cassandra/backup/get",
    "publicCloudProject:apiovh:database/clickhouse/backup/get",
    "publicCloudProject:apiovh:database/grafana/backup/get",
    "publicCloudProject:apiovh:database/m3db/backup/get",
    "publicCloudProject:apiovh:database/mongodb/backup/get",
    "publicCloudProject:apiovh:database/mysql/backup/get",
    "publicCloudProject:apiovh:database/opensearch/backup/get",
    "publicCloudProject:apiovh:database/postgresql/backup/get",
    "publicCloudProject:apiovh:database/redis/backup/get",
    "publicCloudProject:apiovh:database/valkey/backup/get"
  ],
  "/cloud/project/*/database/*/*/backup/*": [
    "publicCloudProject:apiovh:database/cassandra/backup/get",
    "publicCloudProject:apiovh:database/clickhouse/backup/get",
    "publicCloudProject:apiovh:database/grafana/backup/get",
    "publicCloudProject:apiovh:database/m3db/backup/get",
    "publicCloudProject:apiovh:database/mongodb/backup/get",
    "publicCloudProject:apiovh:database/mysql/backup/get",
    "publicCloudProject:apiovh:database/opensearch/backup/get",
    "publicCloudProject:apiovh:database/postgresql/backup/get",
    "publicCloudProject:apiovh:database/redis/backup/get",
    "publicCloudProject:apiovh:database/valkey/backup/get"
  ],
  "/cloud/project/*/database/*/*/database": [
    "publicCloudProject:apiovh:database/clickhouse/database/get",
    "publicCloudProject:apiovh:database/mysql/database/get",
    "publicCloudProject:apiovh:database/postgresql/database/get"
  ],
  "/cloud/project/*/database/*/*/database/*": [
    "publicCloudProject:apiovh:database/clickhouse/database/get",
    "publicCloudProject:apiovh:database/mysql/database/get",
    "publicCloudProject:apiovh:database/postgresql/database/get"
  ],
  "/cloud/project/*/database/kafka/*/topic": [
    "publicCloudProject:apiovh:database/kafka/topic/get"
  ],
  "/cloud/project/*/database/kafka/*/topic/*": [
    "publicCloudProject:apiovh:database/kafka/topic/get"
  ],
  "/cloud/project/*/database/opensearch/*/index": [
    "publicCloudProject:apiovh:database/opensearch/index/get"
  ],
  "/cloud/project/*/database/opensearch/*/index/*": [
    "publicCloudProject:apiovh:database/opensearch/index/get"
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
  "/cloud/project/*/instance/group": [
    "publicCloudProject:apiovh:instance/group/get"
  ],
  "/cloud/project/*/ip": [
    "publicCloudProject:apiovh:ip/get"
  ],
  "/cloud/project/*/ip/failover": [
    "publicCloudProject:apiovh:ip/failover/get"
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
  "/cloud/project/*/loadbalancer": [
    "publicCloudProject:apiovh:loadbalancer/get"
  ],
  "/cloud/project/*/loadbalancer/*": [
    "publicCloudProject:apiovh:loadbalancer/get"
  ],
  "/cloud/project/*/network/private": [
    "publicCloudProject:apiovh:network/private/get"
  ],
  "/cloud/project/*/network/private/*/subnet": [
    "publicCloudProject:apiovh:network/private/subnet/get"
  ],
  "/cloud/project/*/region": [
    "publicCloudProject:apiovh:region/get"
  ],
  "/cloud/project/*/region/*": [
    "publicCloudProject:apiovh:region/get"
  ],
  "/cloud/project/*/region/*/coldArchive": [
    "publicCloudProject:apiovh:region/coldArchive/get"
  ],
  "/cloud/project/*/region/*/floatingip": [
    "publicCloudProject:apiovh:region/floatingip/get"
  ],
  "/cloud/project/*/region/*/gateway": [
    "publicCloudProject:apiovh:region/gateway/get"
  ],
  "/cloud/project/*/region/*/keymanager/certificate": [
    "publicCloudProject:apiovh:region/keymanager/certificate/get"
  ],
  "/cloud/project/*/region/*/keymanager/secret": [
    "publicCloudProject:apiovh:region/keymanager/secret/get"
  ],
  "/cloud/project/*/region/*/loadbalancing/loadbalancer": [
    "publicCloudProject:apiovh:region/loadbalancing/loadbalancer/get"
  ],
  "/cloud/project/*/region/*/network": [
    "publicCloudProject:apiovh:region/network/get"
  ],
  "/cloud/project/*/region/*/share": [
    "publicCloudProject:apiovh:region/share/get"
  ],
  "/cloud/project/*/region/*/share/*/snapshot": [
    "publicCloudProject:apiovh:region/share/snapshot/get"
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
  "/cloud/project/*/region/*/workflow/backup": [
    "publicCloudProject:apiovh:region/workflow/backup/get"
  ],
  "/cloud/project/*/snapshot": [
    "publicCloudProject:apiovh:snapshot/get"
  ],
  "/cloud/project/*/sshkey": [
    "publicCloudProject:apiovh:sshkey/get"
  ],
  "/cloud/project/*/storage": [
    "publicCloudProject:apiovh:storage/get"
  ],
  "/cloud/project/*/user": [
    "publicCloudProject:apiovh:user/get"
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
  "/v2/publicCloud/project/*/rancher": [
    "publicCloudProject:apiovh:rancher/get"
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
