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
      {"id":"scaleway.cockpit.data-source","provider":"scaleway","title":"Cockpit data source","family":"observability","class":"observability","subclass":"","service":"cockpit","resource":"cockpit:data-source","locality":"region","rights":{"permissionSets":["ObservabilityReadOnly"]},"needs":["ObservabilityReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
    ],
    load: async () => (await import("./products/cockpit/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.domain.domain","provider":"scaleway","title":"Registered domain","family":"domains","class":"network","subclass":"","service":"domain","resource":"domain:domain","locality":"project","rights":{"permissionSets":["DomainsDNSReadOnly"]},"needs":["DomainsDNSReadOnly"],"byDefault":false,"proof":"pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 a project","mayShift":true},
      {"id":"scaleway.domain.dns-zone","provider":"scaleway","title":"DNS zone","family":"domains","class":"network","subclass":"","service":"domain","resource":"domain:dns-zone","locality":"project","rights":{"permissionSets":["DomainsDNSReadOnly"]},"needs":["DomainsDNSReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a project"},
      {"id":"scaleway.domain.record","provider":"scaleway","title":"DNS record","family":"domains","class":"network","subclass":"","service":"domain","resource":"domain:record","locality":"project","below":"scaleway.domain.dns-zone","rights":{"permissionSets":["DomainsDNSReadOnly"]},"needs":["DomainsDNSReadOnly"],"byDefault":false,"proof":"below each scaleway.domain.dns-zone: pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 below each scaleway.domain.dns-zone","mayShift":true},
    ],
    load: async () => (await import("./products/domain/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.edge-services.pipeline","provider":"scaleway","title":"Edge Services pipeline","family":"network","class":"network","subclass":"","service":"edge-services","resource":"edge-services:pipeline","locality":"project","rights":{"permissionSets":["EdgeServicesReadOnly"]},"needs":["EdgeServicesReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a project"},
    ],
    load: async () => (await import("./products/edge-services/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.email.domain","provider":"scaleway","title":"Transactional Email domain","family":"email","class":"service","subclass":"","service":"email","resource":"email:domain","locality":"region","rights":{"permissionSets":["TransactionalEmailReadOnly","TransactionalEmailDomainReadOnly"]},"needs":["TransactionalEmailReadOnly or TransactionalEmailDomainReadOnly"],"byDefault":false,"proof":"pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 a region","mayShift":true},
      {"id":"scaleway.email.webhook","provider":"scaleway","title":"Transactional Email webhook","family":"email","class":"service","subclass":"","service":"email","resource":"email:webhook","locality":"region","rights":{"permissionSets":["TransactionalEmailReadOnly","TransactionalEmailWebhookReadOnly"]},"needs":["TransactionalEmailReadOnly or TransactionalEmailWebhookReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
    ],
    load: async () => (await import("./products/email/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.iam.application","provider":"scaleway","title":"IAM application","family":"identity","class":"identity","subclass":"","service":"iam","resource":"iam:application","locality":"organization","rights":{"permissionSets":["IAMReadOnly","IAMApplicationReadOnly"]},"needs":["IAMReadOnly or IAMApplicationReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100"},
    ],
    load: async () => (await import("./products/iam/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.inference.deployment","provider":"scaleway","title":"Inference deployment (Generative APIs, dedicated)","family":"analytics","class":"analytics","subclass":"","service":"inference","resource":"inference:deployment","locality":"region","rights":{"permissionSets":["InferenceReadOnly"]},"needs":["InferenceReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.inference.model","provider":"scaleway","title":"Custom model","family":"analytics","class":"analytics","subclass":"","service":"inference","resource":"inference:model","locality":"region","rights":{"permissionSets":["InferenceReadOnly"]},"needs":["InferenceReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat; only items whose `project_id` is the project are reported","requests":"pages of 100 a region"},
    ],
    load: async () => (await import("./products/inference/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.instance.server","provider":"scaleway","title":"Instance","family":"compute","class":"compute","subclass":"","service":"instance","resource":"instance:server","locality":"zone","rights":{"permissionSets":["InstancesReadOnly"]},"needs":["InstancesReadOnly"],"connectors":["scaleway-instance","sftp"],"byDefault":true,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a zone + the list of scaleway.block.volume where that is not read + the list of scaleway.ipam.ip where that is not read"},
      {"id":"scaleway.instance.volume","provider":"scaleway","title":"Instance volume (local)","family":"storage","class":"block-storage","subclass":"","service":"instance","resource":"instance:volume","locality":"zone","rights":{"permissionSets":["InstancesReadOnly"]},"needs":["InstancesReadOnly"],"byDefault":true,"proof":"pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 a zone","mayShift":true},
      {"id":"scaleway.instance.snapshot","provider":"scaleway","title":"Instance snapshot (local)","family":"backups","class":"block-storage","subclass":"","service":"instance","resource":"instance:snapshot","locality":"zone","rights":{"permissionSets":["InstancesReadOnly"]},"needs":["InstancesReadOnly"],"byDefault":false,"proof":"pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 a zone","mayShift":true},
      {"id":"scaleway.instance.image","provider":"scaleway","title":"Private image","family":"backups","class":"block-storage","subclass":"","service":"instance","resource":"instance:image","locality":"zone","rights":{"permissionSets":["InstancesReadOnly"]},"needs":["InstancesReadOnly"],"byDefault":false,"proof":"pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved; only items whose `project` is the project are reported","requests":"pages of 100 a zone","mayShift":true},
    ],
    load: async () => (await import("./products/instance/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.interlink.link","provider":"scaleway","title":"InterLink link","family":"network","class":"network","subclass":"","service":"interlink","resource":"interlink:link","locality":"region","rights":{"permissionSets":["InterlinkReadOnly"]},"needs":["InterlinkReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.interlink.dedicated-connection","provider":"scaleway","title":"InterLink dedicated connection","family":"network","class":"network","subclass":"","service":"interlink","resource":"interlink:dedicated-connection","locality":"region","rights":{"permissionSets":["InterlinkReadOnly"]},"needs":["InterlinkReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.interlink.routing-policy","provider":"scaleway","title":"InterLink routing policy","family":"network","class":"network","subclass":"","service":"interlink","resource":"interlink:routing-policy","locality":"region","rights":{"permissionSets":["InterlinkReadOnly"]},"needs":["InterlinkReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
    ],
    load: async () => (await import("./products/interlink/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.ipam.ip","provider":"scaleway","title":"IPAM address","family":"network","class":"network","subclass":"","service":"ipam","resource":"ipam:ip","locality":"region","rights":{"permissionSets":["IPAMReadOnly"]},"needs":["IPAMReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
    ],
    load: async () => (await import("./products/ipam/index.ts")).kinds,
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
      {"id":"scaleway.load-balancer.load-balancer","provider":"scaleway","title":"Load Balancer","family":"network","class":"network","subclass":"","service":"load-balancer","resource":"load-balancer:load-balancer","locality":"zone","rights":{"permissionSets":["LoadBalancersReadOnly"]},"needs":["LoadBalancersReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a zone"},
      {"id":"scaleway.load-balancer.ip","provider":"scaleway","title":"Load Balancer IP","family":"network","class":"network","subclass":"","service":"load-balancer","resource":"load-balancer:ip","locality":"zone","rights":{"permissionSets":["LoadBalancersReadOnly"]},"needs":["LoadBalancersReadOnly"],"byDefault":false,"proof":"pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 a zone","mayShift":true},
      {"id":"scaleway.load-balancer.frontend","provider":"scaleway","title":"Load Balancer frontend","family":"network","class":"network","subclass":"","service":"load-balancer","resource":"load-balancer:frontend","locality":"zone","below":"scaleway.load-balancer.load-balancer","rights":{"permissionSets":["LoadBalancersReadOnly"]},"needs":["LoadBalancersReadOnly"],"byDefault":false,"proof":"below each scaleway.load-balancer.load-balancer: pages, newest first, equal totals, no repeat","requests":"pages of 100 below each scaleway.load-balancer.load-balancer"},
      {"id":"scaleway.load-balancer.backend","provider":"scaleway","title":"Load Balancer backend","family":"network","class":"network","subclass":"","service":"load-balancer","resource":"load-balancer:backend","locality":"zone","below":"scaleway.load-balancer.load-balancer","rights":{"permissionSets":["LoadBalancersReadOnly"]},"needs":["LoadBalancersReadOnly"],"byDefault":false,"proof":"below each scaleway.load-balancer.load-balancer: pages, newest first, equal totals, no repeat","requests":"pages of 100 below each scaleway.load-balancer.load-balancer"},
      {"id":"scaleway.load-balancer.certificate","provider":"scaleway","title":"Load Balancer certificate","family":"security","class":"security","subclass":"","service":"load-balancer","resource":"load-balancer:certificate","locality":"zone","below":"scaleway.load-balancer.load-balancer","rights":{"permissionSets":["LoadBalancersReadOnly"]},"needs":["LoadBalancersReadOnly"],"byDefault":false,"proof":"below each scaleway.load-balancer.load-balancer: pages, newest first, equal totals, no repeat","requests":"pages of 100 below each scaleway.load-balancer.load-balancer"},
      {"id":"scaleway.load-balancer.route","provider":"scaleway","title":"Load Balancer route","family":"network","class":"network","subclass":"","service":"load-balancer","resource":"load-balancer:route","locality":"zone","below":"scaleway.load-balancer.frontend","rights":{"permissionSets":["LoadBalancersReadOnly"]},"needs":["LoadBalancersReadOnly"],"byDefault":false,"proof":"below each scaleway.load-balancer.frontend: pages, newest first, equal totals, no repeat","requests":"pages of 100 below each scaleway.load-balancer.frontend"},
    ],
    load: async () => (await import("./products/load-balancer/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.object.bucket","provider":"scaleway","title":"Object Storage bucket","family":"storage","class":"object-storage","subclass":"s3","service":"s3","resource":"s3:bucket","locality":"region","rights":{"permissionSets":["ObjectStorageReadOnly","ObjectStorageBucketsRead"]},"needs":["ObjectStorageReadOnly or ObjectStorageBucketsRead"],"connectors":["s3"],"byDefault":true,"provesCredential":true,"proof":"one document","requests":"1 a region"},
    ],
    load: async () => (await import("./products/object-storage/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.public-gateway.gateway","provider":"scaleway","title":"Public Gateway","family":"network","class":"network","subclass":"","service":"public-gateway","resource":"public-gateway:gateway","locality":"zone","rights":{"permissionSets":["VPCGatewayReadOnly"]},"needs":["VPCGatewayReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a zone"},
      {"id":"scaleway.public-gateway.ip","provider":"scaleway","title":"Public Gateway IP","family":"network","class":"network","subclass":"","service":"public-gateway","resource":"public-gateway:ip","locality":"zone","rights":{"permissionSets":["VPCGatewayReadOnly"]},"needs":["VPCGatewayReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a zone"},
    ],
    load: async () => (await import("./products/public-gateway/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.queues.nats-account","provider":"scaleway","title":"NATS account","family":"messaging","class":"messaging","subclass":"","service":"queues","resource":"queues:nats-account","locality":"region","rights":{"permissionSets":["MessagingAndQueuingReadOnly"]},"needs":["MessagingAndQueuingReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.queues.sqs","provider":"scaleway","title":"Queues (SQS) activation","family":"messaging","class":"messaging","subclass":"","service":"queues","resource":"queues:sqs","locality":"region","rights":{"permissionSets":["MessagingAndQueuingReadOnly"]},"needs":["MessagingAndQueuingReadOnly"],"byDefault":false,"proof":"one document","requests":"1 a region"},
      {"id":"scaleway.queues.sns","provider":"scaleway","title":"Topics and Events (SNS) activation","family":"messaging","class":"messaging","subclass":"","service":"queues","resource":"queues:sns","locality":"region","rights":{"permissionSets":["MessagingAndQueuingReadOnly"]},"needs":["MessagingAndQueuingReadOnly"],"byDefault":false,"proof":"one document","requests":"1 a region"},
    ],
    load: async () => (await import("./products/queues/index.ts")).kinds,
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
  {
    kinds: [
      {"id":"scaleway.site-vpn.gateway","provider":"scaleway","title":"Site-to-Site VPN gateway","family":"network","class":"network","subclass":"","service":"site-vpn","resource":"site-vpn:gateway","locality":"region","rights":{"permissionSets":["SiteToSiteVPNReadOnly"]},"needs":["SiteToSiteVPNReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.site-vpn.customer-gateway","provider":"scaleway","title":"Site-to-Site VPN customer gateway","family":"network","class":"network","subclass":"","service":"site-vpn","resource":"site-vpn:customer-gateway","locality":"region","rights":{"permissionSets":["SiteToSiteVPNReadOnly"]},"needs":["SiteToSiteVPNReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.site-vpn.connection","provider":"scaleway","title":"Site-to-Site VPN connection","family":"network","class":"network","subclass":"","service":"site-vpn","resource":"site-vpn:connection","locality":"region","rights":{"permissionSets":["SiteToSiteVPNReadOnly"]},"needs":["SiteToSiteVPNReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.site-vpn.routing-policy","provider":"scaleway","title":"Site-to-Site VPN routing policy","family":"network","class":"network","subclass":"","service":"site-vpn","resource":"site-vpn:routing-policy","locality":"region","rights":{"permissionSets":["SiteToSiteVPNReadOnly"]},"needs":["SiteToSiteVPNReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
    ],
    load: async () => (await import("./products/site-vpn/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.vpc.vpc","provider":"scaleway","title":"VPC","family":"network","class":"network","subclass":"","service":"vpc","resource":"vpc:vpc","locality":"region","rights":{"permissionSets":["VPCReadOnly"]},"needs":["VPCReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.vpc.private-network","provider":"scaleway","title":"Private Network","family":"network","class":"network","subclass":"","service":"vpc","resource":"vpc:private-network","locality":"region","rights":{"permissionSets":["PrivateNetworksReadOnly"]},"needs":["PrivateNetworksReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
    ],
    load: async () => (await import("./products/vpc/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.webhosting.hosting","provider":"scaleway","title":"Web Hosting plan","family":"web","class":"service","subclass":"ftp","service":"webhosting","resource":"webhosting:hosting","locality":"region","rights":{"permissionSets":["WebHostingReadOnly"]},"needs":["WebHostingReadOnly"],"connectors":["ftp"],"byDefault":true,"optional":true,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.webhosting.backup","provider":"scaleway","title":"Web Hosting backup","family":"backups","class":"service","subclass":"","service":"webhosting","resource":"webhosting:backup","locality":"region","below":"scaleway.webhosting.hosting","rights":{"permissionSets":["WebHostingReadOnly"]},"needs":["WebHostingReadOnly"],"byDefault":false,"proof":"below each scaleway.webhosting.hosting: pages, newest first, equal totals, no repeat","requests":"pages of 100 below each scaleway.webhosting.hosting"},
      {"id":"scaleway.webhosting.database","provider":"scaleway","title":"Web Hosting database","family":"databases","class":"database","subclass":"mysql","service":"webhosting","resource":"webhosting:database","locality":"region","below":"scaleway.webhosting.hosting","rights":{"permissionSets":["WebHostingReadOnly"]},"needs":["WebHostingReadOnly"],"byDefault":false,"proof":"below each scaleway.webhosting.hosting: pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 below each scaleway.webhosting.hosting","mayShift":true},
      {"id":"scaleway.webhosting.ftp-account","provider":"scaleway","title":"Web Hosting FTP account","family":"web","class":"service","subclass":"ftp","service":"webhosting","resource":"webhosting:ftp-account","locality":"region","below":"scaleway.webhosting.hosting","rights":{"permissionSets":["WebHostingReadOnly"]},"needs":["WebHostingReadOnly"],"byDefault":false,"proof":"below each scaleway.webhosting.hosting: pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 below each scaleway.webhosting.hosting","mayShift":true},
      {"id":"scaleway.webhosting.mail-account","provider":"scaleway","title":"Web Hosting mail account","family":"email","class":"service","subclass":"imap","service":"webhosting","resource":"webhosting:mail-account","locality":"region","below":"scaleway.webhosting.hosting","rights":{"permissionSets":["WebHostingReadOnly"]},"needs":["WebHostingReadOnly"],"byDefault":false,"personal":true,"proof":"below each scaleway.webhosting.hosting: pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 below each scaleway.webhosting.hosting","mayShift":true},
      {"id":"scaleway.webhosting.website","provider":"scaleway","title":"Web Hosting website","family":"web","class":"service","subclass":"","service":"webhosting","resource":"webhosting:website","locality":"region","below":"scaleway.webhosting.hosting","rights":{"permissionSets":["WebHostingReadOnly"]},"needs":["WebHostingReadOnly"],"byDefault":false,"proof":"below each scaleway.webhosting.hosting: pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 below each scaleway.webhosting.hosting","mayShift":true},
    ],
    load: async () => (await import("./products/webhosting/index.ts")).kinds,
  },
];
