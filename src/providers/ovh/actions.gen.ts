// Written by `npm run generate`. Do not edit.

/** The actions that a GET needs, by its path; `*` stands for each place in it (OVHcloud's API schema). */
export const actionsOf: Readonly<Record<string, readonly string[]>> = {
  "/allDom": [
    "alldom:apiovh:get"
  ],
  "/allDom/*": [
    "alldom:apiovh:get"
  ],
  "/cdn/dedicated": [
    "cdn:apiovh:get"
  ],
  "/cdn/dedicated/*": [
    "cdn:apiovh:get"
  ],
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
  "/cluster/hadoop": [
    "clusterHadoop:apiovh:get"
  ],
  "/cluster/hadoop/*": [
    "clusterHadoop:apiovh:get"
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
  "/dbaas/logs/*/output/graylog/stream/*/archive": [
    "ldp:apiovh:output/graylog/stream/archive/get"
  ],
  "/dbaas/logs/*/output/graylog/stream/*/archive/*": [
    "ldp:apiovh:output/graylog/stream/archive/get"
  ],
  "/dbaas/logs/*/output/opensearch/index": [
    "ldp:apiovh:output/opensearch/index/get"
  ],
  "/dbaas/logs/*/output/opensearch/index/*": [
    "ldp:apiovh:output/opensearch/index/get"
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
  "/horizonView": [
    "horizonView:apiovh:get"
  ],
  "/horizonView/*": [
    "horizonView:apiovh:get"
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
  "/metrics": [
    "metrics:apiovh:get"
  ],
  "/metrics/*": [
    "metrics:apiovh:get"
  ],
  "/msServices": [
    "microsoftServices:apiovh:get"
  ],
  "/msServices/*": [
    "microsoftServices:apiovh:get"
  ],
  "/msServices/sharepoint": [
    "sharepoint:apiovh:get"
  ],
  "/msServices/sharepoint/*": [
    "sharepoint:apiovh:get"
  ],
  "/overTheBox": [
    "overTheBox:apiovh:get"
  ],
  "/overTheBox/*": [
    "overTheBox:apiovh:get"
  ],
  "/ovhCloudConnect": [
    "ovhCloudConnect:apiovh:get"
  ],
  "/ovhCloudConnect/*": [
    "ovhCloudConnect:apiovh:get"
  ],
  "/saas/csp2": [
    "cspReseller:apiovh:get"
  ],
  "/saas/csp2/*": [
    "cspReseller:apiovh:get"
  ],
  "/services": [
    "account:apiovh:services/get"
  ],
  "/services/*": [
    "account:apiovh:services/get"
  ],
  "/ssl": [
    "ssl:apiovh:get"
  ],
  "/ssl/*": [
    "ssl:apiovh:get"
  ],
  "/sslGateway": [
    "sslGateway:apiovh:get"
  ],
  "/sslGateway/*": [
    "sslGateway:apiovh:get"
  ],
  "/v2/iam/policy": [
    "account:apiovh:iam/policy/get"
  ],
  "/v2/iam/resourceGroup": [
    "account:apiovh:iam/resourceGroup/get"
  ],
  "/v2/managedCMS/resource": [
    "managedCMS:apiovh:get"
  ],
  "/v2/managedCMS/resource/*/website": [
    "managedCMS:apiovh:website/get"
  ],
  "/v2/okms/resource": [
    "okms:apiovh:resource/get"
  ],
  "/v2/okms/resource/*/secret": [
    "okms:apiovh:secret/get"
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
  ],
  "/vrack": [
    "vrack:apiovh:get"
  ],
  "/vrack/*": [
    "vrack:apiovh:get"
  ]
};
