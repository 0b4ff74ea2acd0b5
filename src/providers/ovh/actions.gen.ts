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
  "/dbaas/logs": [
    "ldp:apiovh:get"
  ],
  "/dbaas/logs/*": [
    "ldp:apiovh:get"
  ],
  "/dbaas/logs/*/output/graylog/stream": [
    "ldp:apiovh:output/graylog/stream/get"
  ],
  "/dbaas/logs/*/output/graylog/stream/*": [
    "ldp:apiovh:output/graylog/stream/get"
  ],
  "/dbaas/logs/*/output/opensearch/index": [
    "ldp:apiovh:output/opensearch/index/get"
  ],
  "/dbaas/logs/*/output/opensearch/index/*": [
    "ldp:apiovh:output/opensearch/index/get"
  ],
  "/dedicated/ceph": [
    "dedicatedCeph:apiovh:get"
  ],
  "/dedicated/ceph/*": [
    "dedicatedCeph:apiovh:get"
  ],
  "/dedicated/ceph/*/cephfs": [
    "dedicatedCeph:apiovh:cephfs/get"
  ],
  "/dedicated/ceph/*/pool": [
    "dedicatedCeph:apiovh:pool/get"
  ],
  "/dedicated/nasha": [
    "nasHA:apiovh:get"
  ],
  "/dedicated/nasha/*": [
    "nasHA:apiovh:get"
  ],
  "/dedicated/nasha/*/partition": [
    "nasHA:apiovh:partition/get"
  ],
  "/dedicated/nasha/*/partition/*": [
    "nasHA:apiovh:partition/get"
  ],
  "/dedicated/nasha/*/partition/*/customSnapshot": [
    "nasHA:apiovh:partition/customSnapshot/get"
  ],
  "/dedicated/nasha/*/partition/*/customSnapshot/*": [
    "nasHA:apiovh:partition/customSnapshot/get"
  ],
  "/dedicated/nasha/*/partition/*/snapshot": [
    "nasHA:apiovh:partition/snapshot/get"
  ],
  "/dedicated/server": [
    "dedicatedServer:apiovh:get"
  ],
  "/dedicated/server/*": [
    "dedicatedServer:apiovh:get"
  ],
  "/dedicated/server/*/features/backupFTP": [
    "dedicatedServer:apiovh:features/backupFTP/get"
  ],
  "/dedicatedCloud": [
    "pccVMware:apiovh:get"
  ],
  "/dedicatedCloud/*": [
    "pccVMware:apiovh:get"
  ],
  "/dedicatedCloud/*/backupRepository": [
    "pccVMware:apiovh:backupRepository/get"
  ],
  "/dedicatedCloud/*/backupRepository/*": [
    "pccVMware:apiovh:backupRepository/get"
  ],
  "/dedicatedCloud/*/datacenter": [
    "pccVMware:apiovh:datacenter/get"
  ],
  "/dedicatedCloud/*/datacenter/*": [
    "pccVMware:apiovh:datacenter/get"
  ],
  "/dedicatedCloud/*/datacenter/*/backup": [
    "pccVMware:apiovh:datacenter/backup/get"
  ],
  "/dedicatedCloud/*/datacenter/*/disasterRecovery/zerto/status": [
    "pccVMware:apiovh:datacenter/disasterRecovery/zerto/status/get"
  ],
  "/dedicatedCloud/*/datacenter/*/filer": [
    "pccVMware:apiovh:datacenter/filer/get"
  ],
  "/dedicatedCloud/*/datacenter/*/filer/*": [
    "pccVMware:apiovh:datacenter/filer/get"
  ],
  "/dedicatedCloud/*/datacenter/*/vm": [
    "pccVMware:apiovh:datacenter/vm/get"
  ],
  "/dedicatedCloud/*/datacenter/*/vm/*": [
    "pccVMware:apiovh:datacenter/vm/get"
  ],
  "/dedicatedCloud/*/filer": [
    "pccVMware:apiovh:filer/get"
  ],
  "/dedicatedCloud/*/filer/*": [
    "pccVMware:apiovh:filer/get"
  ],
  "/domain": [
    "domain:apiovh:get"
  ],
  "/domain/*": [
    "domain:apiovh:get"
  ],
  "/domain/zone": [
    "dnsZone:apiovh:get"
  ],
  "/domain/zone/*": [
    "dnsZone:apiovh:get"
  ],
  "/email/domain": [
    "emailDomain:apiovh:get"
  ],
  "/email/domain/*": [
    "emailDomain:apiovh:get"
  ],
  "/email/domain/*/account": [
    "emailDomain:apiovh:account/get"
  ],
  "/email/domain/*/account/*": [
    "emailDomain:apiovh:account/get"
  ],
  "/email/exchange": [
    "emailExchange:apiovh:get"
  ],
  "/email/exchange/*/service": [
    "emailExchange:apiovh:service/get"
  ],
  "/email/exchange/*/service/*": [
    "emailExchange:apiovh:service/get"
  ],
  "/email/exchange/*/service/*/account": [
    "emailExchange:apiovh:service/account/get"
  ],
  "/email/exchange/*/service/*/account/*": [
    "emailExchange:apiovh:service/account/get"
  ],
  "/email/exchange/*/service/*/publicFolder": [
    "emailExchange:apiovh:service/publicFolder/get"
  ],
  "/email/exchange/*/service/*/publicFolder/*": [
    "emailExchange:apiovh:service/publicFolder/get"
  ],
  "/email/exchange/*/service/*/resourceAccount": [
    "emailExchange:apiovh:service/resourceAccount/get"
  ],
  "/email/exchange/*/service/*/resourceAccount/*": [
    "emailExchange:apiovh:service/resourceAccount/get"
  ],
  "/email/exchange/*/service/*/sharedAccount": [
    "emailExchange:apiovh:service/sharedAccount/get"
  ],
  "/email/exchange/*/service/*/sharedAccount/*": [
    "emailExchange:apiovh:service/sharedAccount/get"
  ],
  "/email/mxplan": [
    "emailMxplan:apiovh:get"
  ],
  "/email/mxplan/*": [
    "emailMxplan:apiovh:get"
  ],
  "/email/mxplan/*/account": [
    "emailMxplan:apiovh:account/get"
  ],
  "/email/mxplan/*/account/*": [
    "emailMxplan:apiovh:account/get"
  ],
  "/email/pro": [
    "emailPro:apiovh:get"
  ],
  "/email/pro/*": [
    "emailPro:apiovh:get"
  ],
  "/email/pro/*/account": [
    "emailPro:apiovh:account/get"
  ],
  "/email/pro/*/account/*": [
    "emailPro:apiovh:account/get"
  ],
  "/hosting/privateDatabase": [
    "webCloudDatabases:apiovh:get"
  ],
  "/hosting/privateDatabase/*": [
    "webCloudDatabases:apiovh:get"
  ],
  "/hosting/privateDatabase/*/database": [
    "webCloudDatabases:apiovh:database/get"
  ],
  "/hosting/privateDatabase/*/database/*": [
    "webCloudDatabases:apiovh:database/get"
  ],
  "/hosting/privateDatabase/*/dump": [
    "webCloudDatabases:apiovh:dump/get"
  ],
  "/hosting/privateDatabase/*/dump/*": [
    "webCloudDatabases:apiovh:dump/get"
  ],
  "/hosting/privateDatabase/*/whitelist": [
    "webCloudDatabases:apiovh:whitelist/get"
  ],
  "/hosting/web": [
    "webHosting:apiovh:get"
  ],
  "/hosting/web/*": [
    "webHosting:apiovh:get"
  ],
  "/hosting/web/*/database": [
    "webHosting:apiovh:database/get"
  ],
  "/hosting/web/*/database/*": [
    "webHosting:apiovh:database/get"
  ],
  "/hosting/web/*/dump": [
    "webHosting:apiovh:dump/get"
  ],
  "/hosting/web/*/dump/*": [
    "webHosting:apiovh:dump/get"
  ],
  "/ip": [
    "ip:apiovh:get"
  ],
  "/ip/*": [
    "ip:apiovh:get"
  ],
  "/ipLoadbalancing": [
    "loadbalancer:apiovh:get"
  ],
  "/ipLoadbalancing/*": [
    "loadbalancer:apiovh:get"
  ],
  "/ipLoadbalancing/*/ssl": [
    "loadbalancer:apiovh:ssl/get"
  ],
  "/ipLoadbalancing/*/ssl/*": [
    "loadbalancer:apiovh:ssl/get"
  ],
  "/license/hycu": [
    "licenseHycu:apiovh:get"
  ],
  "/license/hycu/*": [
    "licenseHycu:apiovh:get"
  ],
  "/me/api/oauth2/client": [
    "account:apiovh:me/api/oauth2/client/get"
  ],
  "/me/api/oauth2/client/*": [
    "account:apiovh:me/api/oauth2/client/get"
  ],
  "/me/identity/user": [
    "account:apiovh:me/identity/user/get"
  ],
  "/me/identity/user/*": [
    "account:apiovh:me/identity/user/get"
  ],
  "/nutanix": [
    "nutanix:apiovh:get"
  ],
  "/nutanix/*": [
    "nutanix:apiovh:get"
  ],
  "/ssl": [
    "ssl:apiovh:get"
  ],
  "/ssl/*": [
    "ssl:apiovh:get"
  ],
  "/storage/netapp": [
    "storageNetApp:apiovh:get"
  ],
  "/storage/netapp/*/share": [
    "storageNetApp:apiovh:share/get"
  ],
  "/storage/netapp/*/share/*/accessPath": [
    "storageNetApp:apiovh:share/accessPath/get"
  ],
  "/storage/netapp/*/share/*/snapshot": [
    "storageNetApp:apiovh:share/snapshot/get"
  ],
  "/storage/netapp/*/share/*/snapshotPolicy": [
    "storageNetApp:apiovh:share/snapshotPolicy/get"
  ],
  "/storage/netapp/*/shareReplication": [
    "storageNetApp:apiovh:shareReplication/get"
  ],
  "/storage/netapp/*/snapshotPolicy": [
    "storageNetApp:apiovh:snapshotPolicy/get"
  ],
  "/v2/backupServices/tenant": [
    "backupServices:apiovh:get"
  ],
  "/v2/backupServices/tenant/*/vault": [
    "backupServices:apiovh:vault/get"
  ],
  "/v2/backupServices/tenant/*/vspc": [
    "backupServices:apiovh:vspc/get"
  ],
  "/v2/backupServices/tenant/*/vspc/*/backupAgent": [
    "backupServices:apiovh:vspc/get"
  ],
  "/v2/iam/policy": [
    "account:apiovh:iam/policy/get"
  ],
  "/v2/iam/resourceGroup": [
    "account:apiovh:iam/resourceGroup/get"
  ],
  "/v2/okms/resource": [
    "okms:apiovh:resource/get"
  ],
  "/v2/okms/resource/*/credential": [
    "okms:apiovh:credential/get"
  ],
  "/v2/okms/resource/*/secret": [
    "okms:apiovh:secret/get"
  ],
  "/v2/okms/resource/*/serviceKey": [
    "okms:apiovh:serviceKey/get"
  ],
  "/v2/publicCloud/project/*/rancher": [
    "publicCloudProject:apiovh:rancher/get"
  ],
  "/v2/vmwareCloudDirector/backup": [
    "vmwareCloudDirectorBackup:apiovh:get"
  ],
  "/v2/vmwareCloudDirector/organization": [
    "vmwareCloudDirector:apiovh:organization/get"
  ],
  "/v2/vmwareCloudDirector/organization/*/virtualDataCenter": [
    "vmwareCloudDirector:apiovh:organization/virtualDataCenter/get"
  ],
  "/v2/vmwareCloudDirector/organization/*/virtualDataCenter/*/storage": [
    "vmwareCloudDirector:apiovh:organization/virtualDataCenter/storage/get"
  ],
  "/v2/vrackServices/resource": [
    "vrackServices:apiovh:resource/get"
  ],
  "/v2/webhosting/resource/*/website": [
    "webHosting:apiovh:website/get"
  ],
  "/v2/zimbra/platform": [
    "zimbra:apiovh:platform/get"
  ],
  "/v2/zimbra/platform/*/account": [
    "zimbra:apiovh:platform/account/get"
  ],
  "/v2/zimbra/platform/*/domain": [
    "zimbra:apiovh:platform/domain/get"
  ],
  "/v2/zimbra/platform/*/organization": [
    "zimbra:apiovh:platform/organization/get"
  ],
  "/veeam/veeamEnterprise": [
    "veeamEnterprise:apiovh:get"
  ],
  "/veeam/veeamEnterprise/*": [
    "veeamEnterprise:apiovh:get"
  ],
  "/veeamCloudConnect": [
    "veeamCloudConnect:apiovh:get"
  ],
  "/veeamCloudConnect/*": [
    "veeamCloudConnect:apiovh:get"
  ],
  "/veeamCloudConnect/*/backupRepository": [
    "veeamCloudConnect:apiovh:backupRepository/get"
  ],
  "/veeamCloudConnect/*/backupRepository/*": [
    "veeamCloudConnect:apiovh:backupRepository/get"
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
  "/vps/*/automatedBackup/restorePoints": [
    "vps:apiovh:automatedBackup/restorePoints/get"
  ],
  "/vps/*/backupftp": [
    "vps:apiovh:backupftp/get"
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
  ],
  "/vps/*/veeam/restorePoints": [
    "vps:apiovh:veeam/restorePoints/get"
  ],
  "/vps/*/veeam/restorePoints/*": [
    "vps:apiovh:veeam/restorePoints/get"
  ],
  "/vrack": [
    "vrack:apiovh:get"
  ],
  "/vrack/*": [
    "vrack:apiovh:get"
  ]
};
