// Written by `npm run generate`. Do not edit.
import type { Product } from "../products.ts";

/** Every product, in the order of their folders. */
export const products: readonly Product[] = [
  {
    kinds: [
      {"id":"ovh.account.service","provider":"ovh","title":"Billed service with its expiry","family":"account","class":"","subclass":"","service":"account","resource":"account:service","locality":"account","rights":{"rules":["GET /services","GET /services/*"],"actions":["account:apiovh:services/get"]},"needs":["GET /services","GET /services/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.account.oauth-client","provider":"ovh","title":"Service account (OAuth2 client)","family":"identity","class":"identity","subclass":"","service":"account","resource":"account:oauth-client","locality":"account","rights":{"rules":["GET /me/api/oauth2/client","GET /me/api/oauth2/client/*"],"actions":["account:apiovh:me/api/oauth2/client/get"]},"needs":["GET /me/api/oauth2/client","GET /me/api/oauth2/client/*"],"byDefault":false,"proof":"one document of ids; each detail read"},
      {"id":"ovh.account.user","provider":"ovh","title":"Local user of the account","family":"identity","class":"identity","subclass":"","service":"account","resource":"account:user","locality":"account","rights":{"rules":["GET /me/identity/user","GET /me/identity/user/*"],"actions":["account:apiovh:me/identity/user/get"]},"needs":["GET /me/identity/user","GET /me/identity/user/*"],"byDefault":false,"personal":true,"proof":"one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/account/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cdn","provider":"ovh","title":"CDN Infrastructure (anycast)","family":"network","class":"network","subclass":"","service":"cdn","resource":"cdn:service","locality":"account","rights":{"rules":["GET /cdn/dedicated","GET /cdn/dedicated/*"],"actions":["cdn:apiovh:get"]},"needs":["GET /cdn/dedicated","GET /cdn/dedicated/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/cdn/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud-connect","provider":"ovh","title":"OVHcloud Connect","family":"network","class":"network","subclass":"","service":"cloud-connect","resource":"cloud-connect:service","locality":"account","rights":{"rules":["GET /ovhCloudConnect","GET /ovhCloudConnect/*"],"actions":["ovhCloudConnect:apiovh:get"]},"needs":["GET /ovhCloudConnect","GET /ovhCloudConnect/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/cloud-connect/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.database","provider":"ovh","title":"Managed database service","family":"databases","class":"database","subclass":"","service":"database","resource":"database:service","locality":"project","rights":{"rules":["GET /cloud/project/*/database/service","GET /cloud/project/*/database/service/*"],"actions":["publicCloudProject:apiovh:database/service/get"]},"needs":["GET /cloud/project/*/database/service","GET /cloud/project/*/database/service/*"],"connectors":["mysql","postgres","mongodb","redis"],"byDefault":true,"proof":"one document of ids; each detail read"},
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
      {"id":"ovh.domain","provider":"ovh","title":"Domain name","family":"domains","class":"","subclass":"","service":"domain","resource":"domain:domain","locality":"account","rights":{"rules":["GET /domain","GET /domain/*"],"actions":["domain:apiovh:get"]},"needs":["GET /domain","GET /domain/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.dns-zone","provider":"ovh","title":"DNS zone","family":"domains","class":"network","subclass":"","service":"dns-zone","resource":"dns-zone:zone","locality":"account","rights":{"rules":["GET /domain/zone","GET /domain/zone/*"],"actions":["dnsZone:apiovh:get"]},"needs":["GET /domain/zone","GET /domain/zone/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.alldom","provider":"ovh","title":"AllDom pack","family":"domains","class":"","subclass":"","service":"alldom","resource":"alldom:pack","locality":"account","rights":{"rules":["GET /allDom","GET /allDom/*"],"actions":["alldom:apiovh:get"]},"needs":["GET /allDom","GET /allDom/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/domain/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.email-domain","provider":"ovh","title":"MX Plan e-mail domain","family":"email","class":"service","subclass":"imap","service":"email-domain","resource":"email-domain:domain","locality":"account","rights":{"rules":["GET /email/domain","GET /email/domain/*"],"actions":["emailDomain:apiovh:get"]},"needs":["GET /email/domain","GET /email/domain/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.email-domain.mailbox","provider":"ovh","title":"Mailbox of MX Plan","family":"email","class":"service","subclass":"imap","service":"email-domain","resource":"email-domain:mailbox","locality":"account","below":"ovh.email-domain","rights":{"rules":["GET /email/domain","GET /email/domain/*/account","GET /email/domain/*/account/*"],"actions":["emailDomain:apiovh:get","emailDomain:apiovh:account/get"]},"needs":["GET /email/domain","GET /email/domain/*/account","GET /email/domain/*/account/*"],"byDefault":false,"personal":true,"proof":"below each ovh.email-domain: one document of ids; each detail read"},
      {"id":"ovh.email-mxplan","provider":"ovh","title":"MX Plan (newer) service","family":"email","class":"service","subclass":"imap","service":"email-mxplan","resource":"email-mxplan:service","locality":"account","rights":{"rules":["GET /email/mxplan","GET /email/mxplan/*"],"actions":["emailMxplan:apiovh:get"]},"needs":["GET /email/mxplan","GET /email/mxplan/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.email-mxplan.mailbox","provider":"ovh","title":"Mailbox of MX Plan (newer)","family":"email","class":"service","subclass":"imap","service":"email-mxplan","resource":"email-mxplan:mailbox","locality":"account","below":"ovh.email-mxplan","rights":{"rules":["GET /email/mxplan","GET /email/mxplan/*/account","GET /email/mxplan/*/account/*"],"actions":["emailMxplan:apiovh:get","emailMxplan:apiovh:account/get"]},"needs":["GET /email/mxplan","GET /email/mxplan/*/account","GET /email/mxplan/*/account/*"],"byDefault":false,"personal":true,"proof":"below each ovh.email-mxplan: one document of ids; each detail read"},
      {"id":"ovh.email-pro","provider":"ovh","title":"E-mail Pro service","family":"email","class":"service","subclass":"imap","service":"email-pro","resource":"email-pro:service","locality":"account","rights":{"rules":["GET /email/pro","GET /email/pro/*"],"actions":["emailPro:apiovh:get"]},"needs":["GET /email/pro","GET /email/pro/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.email-pro.mailbox","provider":"ovh","title":"Mailbox of E-mail Pro","family":"email","class":"service","subclass":"imap","service":"email-pro","resource":"email-pro:mailbox","locality":"account","below":"ovh.email-pro","rights":{"rules":["GET /email/pro","GET /email/pro/*/account","GET /email/pro/*/account/*"],"actions":["emailPro:apiovh:get","emailPro:apiovh:account/get"]},"needs":["GET /email/pro","GET /email/pro/*/account","GET /email/pro/*/account/*"],"byDefault":false,"personal":true,"proof":"below each ovh.email-pro: one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/email/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.exchange","provider":"ovh","title":"Exchange service","family":"email","class":"service","subclass":"imap","service":"exchange","resource":"exchange:service","locality":"account","rights":{"rules":["GET /email/exchange","GET /email/exchange/*/service","GET /email/exchange/*/service/*"],"actions":["emailExchange:apiovh:get","emailExchange:apiovh:service/get"]},"needs":["GET /email/exchange","GET /email/exchange/*/service","GET /email/exchange/*/service/*"],"byDefault":false,"mayLeaveOut":true,"proof":"below each ovh.exchange.organization: one document of ids; each detail read"},
      {"id":"ovh.exchange.mailbox","provider":"ovh","title":"Mailbox of Exchange","family":"email","class":"service","subclass":"imap","service":"exchange","resource":"exchange:mailbox","locality":"account","below":"ovh.exchange","rights":{"rules":["GET /email/exchange","GET /email/exchange/*/service","GET /email/exchange/*/service/*/account","GET /email/exchange/*/service/*/account/*"],"actions":["emailExchange:apiovh:get","emailExchange:apiovh:service/get","emailExchange:apiovh:service/account/get"]},"needs":["GET /email/exchange","GET /email/exchange/*/service","GET /email/exchange/*/service/*/account","GET /email/exchange/*/service/*/account/*"],"byDefault":false,"personal":true,"proof":"below each ovh.exchange: one document of ids; each detail read"},
      {"id":"ovh.exchange.shared-mailbox","provider":"ovh","title":"Shared mailbox of Exchange","family":"email","class":"service","subclass":"imap","service":"exchange","resource":"exchange:shared-mailbox","locality":"account","below":"ovh.exchange","rights":{"rules":["GET /email/exchange","GET /email/exchange/*/service","GET /email/exchange/*/service/*/sharedAccount","GET /email/exchange/*/service/*/sharedAccount/*"],"actions":["emailExchange:apiovh:get","emailExchange:apiovh:service/get","emailExchange:apiovh:service/sharedAccount/get"]},"needs":["GET /email/exchange","GET /email/exchange/*/service","GET /email/exchange/*/service/*/sharedAccount","GET /email/exchange/*/service/*/sharedAccount/*"],"byDefault":false,"proof":"below each ovh.exchange: one document of ids; each detail read"},
      {"id":"ovh.exchange.resource-mailbox","provider":"ovh","title":"Resource mailbox of Exchange (room, equipment)","family":"email","class":"service","subclass":"imap","service":"exchange","resource":"exchange:resource-mailbox","locality":"account","below":"ovh.exchange","rights":{"rules":["GET /email/exchange","GET /email/exchange/*/service","GET /email/exchange/*/service/*/resourceAccount","GET /email/exchange/*/service/*/resourceAccount/*"],"actions":["emailExchange:apiovh:get","emailExchange:apiovh:service/get","emailExchange:apiovh:service/resourceAccount/get"]},"needs":["GET /email/exchange","GET /email/exchange/*/service","GET /email/exchange/*/service/*/resourceAccount","GET /email/exchange/*/service/*/resourceAccount/*"],"byDefault":false,"proof":"below each ovh.exchange: one document of ids; each detail read"},
      {"id":"ovh.exchange.public-folder","provider":"ovh","title":"Public folder of Exchange","family":"email","class":"service","subclass":"","service":"exchange","resource":"exchange:public-folder","locality":"account","below":"ovh.exchange","rights":{"rules":["GET /email/exchange","GET /email/exchange/*/service","GET /email/exchange/*/service/*/publicFolder","GET /email/exchange/*/service/*/publicFolder/*"],"actions":["emailExchange:apiovh:get","emailExchange:apiovh:service/get","emailExchange:apiovh:service/publicFolder/get"]},"needs":["GET /email/exchange","GET /email/exchange/*/service","GET /email/exchange/*/service/*/publicFolder","GET /email/exchange/*/service/*/publicFolder/*"],"byDefault":false,"proof":"below each ovh.exchange: one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/exchange/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.gateway","provider":"ovh","title":"Gateway","family":"network","class":"network","subclass":"","service":"gateway","resource":"gateway:gateway","locality":"region","rights":{"rules":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/gateway"],"actions":["publicCloudProject:apiovh:region/get","publicCloudProject:apiovh:region/gateway/get"]},"needs":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/gateway"],"byDefault":false,"proof":"pages by marker until one is not full, no repeat","mayShift":true},
    ],
    load: async () => (await import("./products/gateway/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.hadoop","provider":"ovh","title":"Hadoop cluster","family":"analytics","class":"analytics","subclass":"","service":"hadoop","resource":"hadoop:cluster","locality":"account","rights":{"rules":["GET /cluster/hadoop","GET /cluster/hadoop/*"],"actions":["clusterHadoop:apiovh:get"]},"needs":["GET /cluster/hadoop","GET /cluster/hadoop/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/hadoop/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.horizon-view","provider":"ovh","title":"Horizon View (virtual desktops)","family":"compute","class":"hypervisor","subclass":"","service":"horizon-view","resource":"horizon-view:service","locality":"account","rights":{"rules":["GET /horizonView","GET /horizonView/*"],"actions":["horizonView:apiovh:get"]},"needs":["GET /horizonView","GET /horizonView/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/horizon-view/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.iam.resource-group","provider":"ovh","title":"IAM resource group","family":"identity","class":"identity","subclass":"","service":"iam","resource":"iam:resource-group","locality":"account","rights":{"rules":["GET /v2/iam/resourceGroup"],"actions":["account:apiovh:iam/resourceGroup/get"]},"needs":["GET /v2/iam/resourceGroup"],"byDefault":false,"mayLeaveOut":true,"proof":"pages by the cursor in the header, no repeat","mayShift":true},
      {"id":"ovh.iam.policy","provider":"ovh","title":"IAM policy","family":"identity","class":"identity","subclass":"","service":"iam","resource":"iam:policy","locality":"account","rights":{"rules":["GET /v2/iam/policy"],"actions":["account:apiovh:iam/policy/get"]},"needs":["GET /v2/iam/policy"],"byDefault":false,"mayLeaveOut":true,"proof":"pages by the cursor in the header, no repeat","mayShift":true},
      {"id":"ovh.iam.resource","provider":"ovh","title":"Service that no other list names (IAM index)","family":"account","class":"","subclass":"","service":"iam","resource":"iam:resource","locality":"account","rights":{"rules":["GET /v2/iam/resource"],"actions":[]},"needs":["GET /v2/iam/resource"],"byDefault":false,"isIndex":true,"proof":"pages by the cursor in the header, no repeat","mayShift":true},
    ],
    load: async () => (await import("./products/iam/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.instance","provider":"ovh","title":"Public Cloud instance","family":"compute","class":"compute","subclass":"","service":"instance","resource":"instance:instance","locality":"project","rights":{"rules":["GET /cloud/project/*/instance"],"actions":["publicCloudProject:apiovh:instance/get"]},"needs":["GET /cloud/project/*/instance"],"connectors":["openstack-instance","sftp"],"byDefault":true,"proof":"one document"},
      {"id":"ovh.cloud.instance-snapshot","provider":"ovh","title":"Public Cloud instance snapshot or backup (private image)","family":"backups","class":"block-storage","subclass":"","service":"instance","resource":"instance:snapshot","locality":"project","rights":{"rules":["GET /cloud/project/*/snapshot"],"actions":["publicCloudProject:apiovh:snapshot/get"]},"needs":["GET /cloud/project/*/snapshot"],"byDefault":false,"proof":"one document"},
    ],
    load: async () => (await import("./products/instance/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.ip","provider":"ovh","title":"IP block","family":"network","class":"network","subclass":"","service":"ip","resource":"ip:block","locality":"account","rights":{"rules":["GET /ip","GET /ip/*"],"actions":["ip:apiovh:get"]},"needs":["GET /ip","GET /ip/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/ip/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.ip-load-balancer","provider":"ovh","title":"OVHcloud Load Balancer (IPLB)","family":"network","class":"network","subclass":"","service":"ip-load-balancer","resource":"ip-load-balancer:service","locality":"account","rights":{"rules":["GET /ipLoadbalancing","GET /ipLoadbalancing/*"],"actions":["loadbalancer:apiovh:get"]},"needs":["GET /ipLoadbalancing","GET /ipLoadbalancing/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.ip-load-balancer.certificate","provider":"ovh","title":"Certificate of an IPLB","family":"security","class":"security","subclass":"","service":"ip-load-balancer","resource":"ip-load-balancer:certificate","locality":"account","below":"ovh.ip-load-balancer","rights":{"rules":["GET /ipLoadbalancing","GET /ipLoadbalancing/*/ssl","GET /ipLoadbalancing/*/ssl/*"],"actions":["loadbalancer:apiovh:get","loadbalancer:apiovh:ssl/get"]},"needs":["GET /ipLoadbalancing","GET /ipLoadbalancing/*/ssl","GET /ipLoadbalancing/*/ssl/*"],"byDefault":false,"proof":"below each ovh.ip-load-balancer: one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/ip-load-balancer/index.ts")).kinds,
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
      {"id":"ovh.logs","provider":"ovh","title":"Logs Data Platform account","family":"observability","class":"observability","subclass":"","service":"logs","resource":"logs:account","locality":"account","rights":{"rules":["GET /dbaas/logs","GET /dbaas/logs/*"],"actions":["ldp:apiovh:get"]},"needs":["GET /dbaas/logs","GET /dbaas/logs/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.logs.stream","provider":"ovh","title":"Log stream","family":"observability","class":"observability","subclass":"","service":"logs","resource":"logs:stream","locality":"account","below":"ovh.logs","rights":{"rules":["GET /dbaas/logs","GET /dbaas/logs/*/output/graylog/stream","GET /dbaas/logs/*/output/graylog/stream/*"],"actions":["ldp:apiovh:get","ldp:apiovh:output/graylog/stream/get"]},"needs":["GET /dbaas/logs","GET /dbaas/logs/*/output/graylog/stream","GET /dbaas/logs/*/output/graylog/stream/*"],"byDefault":false,"proof":"below each ovh.logs: one document of ids; each detail read"},
      {"id":"ovh.logs.index","provider":"ovh","title":"OpenSearch index of Logs Data Platform","family":"observability","class":"observability","subclass":"","service":"logs","resource":"logs:index","locality":"account","below":"ovh.logs","rights":{"rules":["GET /dbaas/logs","GET /dbaas/logs/*/output/opensearch/index","GET /dbaas/logs/*/output/opensearch/index/*"],"actions":["ldp:apiovh:get","ldp:apiovh:output/opensearch/index/get"]},"needs":["GET /dbaas/logs","GET /dbaas/logs/*/output/opensearch/index","GET /dbaas/logs/*/output/opensearch/index/*"],"byDefault":false,"proof":"below each ovh.logs: one document of ids; each detail read"},
      {"id":"ovh.logs.archive","provider":"ovh","title":"Cold archive of a log stream","family":"backups","class":"observability","subclass":"","service":"logs","resource":"logs:archive","locality":"account","below":"ovh.logs.stream","rights":{"rules":["GET /dbaas/logs","GET /dbaas/logs/*/output/graylog/stream","GET /dbaas/logs/*/output/graylog/stream/*/archive","GET /dbaas/logs/*/output/graylog/stream/*/archive/*"],"actions":["ldp:apiovh:get","ldp:apiovh:output/graylog/stream/get","ldp:apiovh:output/graylog/stream/archive/get"]},"needs":["GET /dbaas/logs","GET /dbaas/logs/*/output/graylog/stream","GET /dbaas/logs/*/output/graylog/stream/*/archive","GET /dbaas/logs/*/output/graylog/stream/*/archive/*"],"byDefault":false,"proof":"below each ovh.logs.stream: one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/logs/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.managed-cms","provider":"ovh","title":"Managed WordPress","family":"web","class":"service","subclass":"","service":"managed-cms","resource":"managed-cms:service","locality":"account","rights":{"rules":["GET /v2/managedCMS/resource"],"actions":["managedCMS:apiovh:get"]},"needs":["GET /v2/managedCMS/resource"],"byDefault":false,"mayLeaveOut":true,"proof":"pages by the cursor in the header, no repeat","mayShift":true},
      {"id":"ovh.managed-cms.website","provider":"ovh","title":"Website of Managed WordPress","family":"web","class":"service","subclass":"","service":"managed-cms","resource":"managed-cms:website","locality":"account","below":"ovh.managed-cms","rights":{"rules":["GET /v2/managedCMS/resource","GET /v2/managedCMS/resource/*/website"],"actions":["managedCMS:apiovh:get","managedCMS:apiovh:website/get"]},"needs":["GET /v2/managedCMS/resource","GET /v2/managedCMS/resource/*/website"],"byDefault":false,"proof":"below each ovh.managed-cms: pages by the cursor in the header, no repeat","mayShift":true},
    ],
    load: async () => (await import("./products/managed-cms/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.metrics","provider":"ovh","title":"Metrics Data Platform","family":"observability","class":"observability","subclass":"","service":"metrics","resource":"metrics:service","locality":"account","rights":{"rules":["GET /metrics","GET /metrics/*"],"actions":["metrics:apiovh:get"]},"needs":["GET /metrics","GET /metrics/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/metrics/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.microsoft-service","provider":"ovh","title":"Microsoft service (Active Directory unit)","family":"identity","class":"identity","subclass":"","service":"microsoft-service","resource":"microsoft-service:service","locality":"account","rights":{"rules":["GET /msServices","GET /msServices/*"],"actions":["microsoftServices:apiovh:get"]},"needs":["GET /msServices","GET /msServices/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.sharepoint","provider":"ovh","title":"SharePoint","family":"storage","class":"file-storage","subclass":"","service":"sharepoint","resource":"sharepoint:service","locality":"account","rights":{"rules":["GET /msServices/sharepoint","GET /msServices/sharepoint/*"],"actions":["sharepoint:apiovh:get"]},"needs":["GET /msServices/sharepoint","GET /msServices/sharepoint/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.office-tenant","provider":"ovh","title":"Microsoft 365 tenant (CSP)","family":"account","class":"","subclass":"","service":"office-tenant","resource":"office-tenant:tenant","locality":"account","rights":{"rules":["GET /saas/csp2","GET /saas/csp2/*"],"actions":["cspReseller:apiovh:get"]},"needs":["GET /saas/csp2","GET /saas/csp2/*"],"byDefault":false,"mayLeaveOut":true,"personal":true,"proof":"one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/microsoft/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.cloud.bucket","provider":"ovh","title":"S3 bucket","family":"storage","class":"object-storage","subclass":"s3","service":"s3","resource":"s3:bucket","locality":"region","rights":{"rules":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/storage","GET /cloud/project/*/region/*/storage/*"],"actions":["publicCloudProject:apiovh:region/get","publicCloudProject:apiovh:region/storage/get"]},"needs":["GET /cloud/project/*/region","GET /cloud/project/*/region/*","GET /cloud/project/*/region/*/storage","GET /cloud/project/*/region/*/storage/*"],"connectors":["s3"],"byDefault":true,"proof":"one document of ids; each detail read"},
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
      {"id":"ovh.over-the-box","provider":"ovh","title":"OverTheBox","family":"network","class":"","subclass":"","service":"over-the-box","resource":"over-the-box:service","locality":"account","rights":{"rules":["GET /overTheBox","GET /overTheBox/*"],"actions":["overTheBox:apiovh:get"]},"needs":["GET /overTheBox","GET /overTheBox/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/over-the-box/index.ts")).kinds,
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
      {"id":"ovh.ssl-certificate","provider":"ovh","title":"SSL certificate","family":"security","class":"security","subclass":"","service":"ssl","resource":"ssl:certificate","locality":"account","rights":{"rules":["GET /ssl","GET /ssl/*"],"actions":["ssl:apiovh:get"]},"needs":["GET /ssl","GET /ssl/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.ssl-gateway","provider":"ovh","title":"SSL Gateway","family":"network","class":"network","subclass":"","service":"ssl-gateway","resource":"ssl-gateway:gateway","locality":"account","rights":{"rules":["GET /sslGateway","GET /sslGateway/*"],"actions":["sslGateway:apiovh:get"]},"needs":["GET /sslGateway","GET /sslGateway/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/ssl/index.ts")).kinds,
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
      {"id":"ovh.vrack","provider":"ovh","title":"vRack","family":"network","class":"network","subclass":"","service":"vrack","resource":"vrack:vrack","locality":"account","rights":{"rules":["GET /vrack","GET /vrack/*"],"actions":["vrack:apiovh:get"]},"needs":["GET /vrack","GET /vrack/*"],"byDefault":false,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.vrack-services","provider":"ovh","title":"vRack Services","family":"network","class":"network","subclass":"","service":"vrack-services","resource":"vrack-services:service","locality":"account","rights":{"rules":["GET /v2/vrackServices/resource"],"actions":["vrackServices:apiovh:resource/get"]},"needs":["GET /v2/vrackServices/resource"],"byDefault":false,"mayLeaveOut":true,"proof":"pages by the cursor in the header, no repeat","mayShift":true},
    ],
    load: async () => (await import("./products/vrack/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.web-cloud-database","provider":"ovh","title":"Web Cloud Databases instance","family":"databases","class":"database","subclass":"","service":"web-cloud-database","resource":"web-cloud-database:instance","locality":"account","rights":{"rules":["GET /hosting/privateDatabase","GET /hosting/privateDatabase/*"],"actions":["webCloudDatabases:apiovh:get"],"optionalRules":["GET /hosting/privateDatabase/*/dump","GET /hosting/privateDatabase/*/whitelist"],"optionalActions":["webCloudDatabases:apiovh:dump/get","webCloudDatabases:apiovh:whitelist/get"]},"needs":["GET /hosting/privateDatabase","GET /hosting/privateDatabase/*"],"connectors":["mysql","postgres","redis"],"byDefault":true,"optional":true,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.web-cloud-database.database","provider":"ovh","title":"Database of Web Cloud Databases","family":"databases","class":"database","subclass":"","service":"web-cloud-database","resource":"web-cloud-database:database","locality":"account","below":"ovh.web-cloud-database","rights":{"rules":["GET /hosting/privateDatabase","GET /hosting/privateDatabase/*","GET /hosting/privateDatabase/*/database","GET /hosting/privateDatabase/*/database/*"],"actions":["webCloudDatabases:apiovh:get","webCloudDatabases:apiovh:database/get"]},"needs":["GET /hosting/privateDatabase","GET /hosting/privateDatabase/*","GET /hosting/privateDatabase/*/database","GET /hosting/privateDatabase/*/database/*"],"connectors":["mysql","postgres","redis"],"byDefault":false,"proof":"below each ovh.web-cloud-database: one document of ids; each detail read"},
      {"id":"ovh.web-cloud-database.dump","provider":"ovh","title":"Dump of Web Cloud Databases","family":"backups","class":"database","subclass":"","service":"web-cloud-database","resource":"web-cloud-database:dump","locality":"account","below":"ovh.web-cloud-database","rights":{"rules":["GET /hosting/privateDatabase","GET /hosting/privateDatabase/*/dump","GET /hosting/privateDatabase/*/dump/*"],"actions":["webCloudDatabases:apiovh:get","webCloudDatabases:apiovh:dump/get"]},"needs":["GET /hosting/privateDatabase","GET /hosting/privateDatabase/*/dump","GET /hosting/privateDatabase/*/dump/*"],"byDefault":false,"proof":"below each ovh.web-cloud-database: one document of ids; each detail read"},
    ],
    load: async () => (await import("./products/web-cloud-database/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.web-hosting","provider":"ovh","title":"Web hosting","family":"web","class":"service","subclass":"ftp","service":"web-hosting","resource":"web-hosting:hosting","locality":"account","rights":{"rules":["GET /hosting/web","GET /hosting/web/*"],"actions":["webHosting:apiovh:get"],"optionalRules":["GET /hosting/web/*/dump"],"optionalActions":["webHosting:apiovh:dump/get"]},"needs":["GET /hosting/web","GET /hosting/web/*"],"byDefault":true,"optional":true,"mayLeaveOut":true,"proof":"one document of ids; each detail read"},
      {"id":"ovh.web-hosting.database","provider":"ovh","title":"Database of a web hosting","family":"databases","class":"database","subclass":"","service":"web-hosting","resource":"web-hosting:database","locality":"account","below":"ovh.web-hosting","rights":{"rules":["GET /hosting/web","GET /hosting/web/*/database","GET /hosting/web/*/database/*"],"actions":["webHosting:apiovh:get","webHosting:apiovh:database/get"]},"needs":["GET /hosting/web","GET /hosting/web/*/database","GET /hosting/web/*/database/*"],"byDefault":false,"proof":"below each ovh.web-hosting: one document of ids; each detail read"},
      {"id":"ovh.web-hosting.database-dump","provider":"ovh","title":"Database dump of a web hosting","family":"backups","class":"database","subclass":"","service":"web-hosting","resource":"web-hosting:database-dump","locality":"account","below":"ovh.web-hosting","rights":{"rules":["GET /hosting/web","GET /hosting/web/*/dump","GET /hosting/web/*/dump/*"],"actions":["webHosting:apiovh:get","webHosting:apiovh:dump/get"]},"needs":["GET /hosting/web","GET /hosting/web/*/dump","GET /hosting/web/*/dump/*"],"byDefault":false,"proof":"below each ovh.web-hosting: one document of ids; each detail read"},
      {"id":"ovh.web-hosting.website","provider":"ovh","title":"Website of a web hosting","family":"web","class":"","subclass":"","service":"web-hosting","resource":"web-hosting:website","locality":"account","below":"ovh.web-hosting","rights":{"rules":["GET /hosting/web","GET /v2/webhosting/resource/*/website"],"actions":["webHosting:apiovh:get","webHosting:apiovh:website/get"]},"needs":["GET /hosting/web","GET /v2/webhosting/resource/*/website"],"byDefault":false,"proof":"below each ovh.web-hosting: pages by the cursor in the header, no repeat","mayShift":true},
    ],
    load: async () => (await import("./products/web-hosting/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"ovh.zimbra","provider":"ovh","title":"Zimbra platform","family":"email","class":"service","subclass":"imap","service":"zimbra","resource":"zimbra:platform","locality":"account","rights":{"rules":["GET /v2/zimbra/platform"],"actions":["zimbra:apiovh:platform/get"]},"needs":["GET /v2/zimbra/platform"],"byDefault":false,"mayLeaveOut":true,"proof":"pages by the cursor in the header, no repeat","mayShift":true},
      {"id":"ovh.zimbra.organization","provider":"ovh","title":"Zimbra organization","family":"email","class":"","subclass":"","service":"zimbra","resource":"zimbra:organization","locality":"account","below":"ovh.zimbra","rights":{"rules":["GET /v2/zimbra/platform","GET /v2/zimbra/platform/*/organization"],"actions":["zimbra:apiovh:platform/get","zimbra:apiovh:platform/organization/get"]},"needs":["GET /v2/zimbra/platform","GET /v2/zimbra/platform/*/organization"],"byDefault":false,"proof":"below each ovh.zimbra: pages by the cursor in the header, no repeat","mayShift":true},
      {"id":"ovh.zimbra.domain","provider":"ovh","title":"Domain of a Zimbra platform","family":"email","class":"","subclass":"","service":"zimbra","resource":"zimbra:domain","locality":"account","below":"ovh.zimbra","rights":{"rules":["GET /v2/zimbra/platform","GET /v2/zimbra/platform/*/domain"],"actions":["zimbra:apiovh:platform/get","zimbra:apiovh:platform/domain/get"]},"needs":["GET /v2/zimbra/platform","GET /v2/zimbra/platform/*/domain"],"byDefault":false,"proof":"below each ovh.zimbra: pages by the cursor in the header, no repeat","mayShift":true},
      {"id":"ovh.zimbra.mailbox","provider":"ovh","title":"Mailbox of Zimbra","family":"email","class":"service","subclass":"imap","service":"zimbra","resource":"zimbra:mailbox","locality":"account","below":"ovh.zimbra","rights":{"rules":["GET /v2/zimbra/platform","GET /v2/zimbra/platform/*/account"],"actions":["zimbra:apiovh:platform/get","zimbra:apiovh:platform/account/get"]},"needs":["GET /v2/zimbra/platform","GET /v2/zimbra/platform/*/account"],"byDefault":false,"personal":true,"proof":"below each ovh.zimbra: pages by the cursor in the header, no repeat","mayShift":true},
    ],
    load: async () => (await import("./products/zimbra/index.ts")).kinds,
  },
];
