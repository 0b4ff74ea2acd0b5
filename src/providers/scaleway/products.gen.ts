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
      {"id":"scaleway.apple-silicon.server","provider":"scaleway","title":"Apple silicon server","family":"compute","class":"compute","subclass":"","service":"apple-silicon","resource":"apple-silicon:server","locality":"zone","rights":{"permissionSets":["AppleSiliconReadOnly"]},"needs":["AppleSiliconReadOnly"],"connectors":["sftp"],"byDefault":true,"optional":true,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a zone"},
    ],
    load: async () => (await import("./products/apple-silicon/index.ts")).kinds,
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
      {"id":"scaleway.containers.namespace","provider":"scaleway","title":"Serverless Containers namespace","family":"containers","class":"compute","subclass":"","service":"containers","resource":"containers:namespace","locality":"region","rights":{"permissionSets":["ContainersReadOnly"]},"needs":["ContainersReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.containers.container","provider":"scaleway","title":"Serverless Container","family":"containers","class":"compute","subclass":"","service":"containers","resource":"containers:container","locality":"region","below":"scaleway.containers.namespace","rights":{"permissionSets":["ContainersReadOnly"]},"needs":["ContainersReadOnly"],"byDefault":false,"proof":"below each scaleway.containers.namespace: pages, newest first, equal totals, no repeat","requests":"pages of 100 below each scaleway.containers.namespace"},
    ],
    load: async () => (await import("./products/containers/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.datawarehouse.deployment","provider":"scaleway","title":"Data Warehouse (ClickHouse)","family":"analytics","class":"analytics","subclass":"","service":"datawarehouse","resource":"datawarehouse:deployment","locality":"region","rights":{"permissionSets":["DataWarehouseReadOnly"]},"needs":["DataWarehouseReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.datawarehouse.database","provider":"scaleway","title":"Data Warehouse database","family":"analytics","class":"analytics","subclass":"","service":"datawarehouse","resource":"datawarehouse:database","locality":"region","below":"scaleway.datawarehouse.deployment","rights":{"permissionSets":["DataWarehouseReadOnly"]},"needs":["DataWarehouseReadOnly"],"byDefault":false,"proof":"below each scaleway.datawarehouse.deployment: pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 below each scaleway.datawarehouse.deployment","mayShift":true},
    ],
    load: async () => (await import("./products/datawarehouse/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.dedibox.server","provider":"scaleway","title":"Dedibox server","family":"compute","class":"compute","subclass":"","service":"dedibox","resource":"dedibox:server","locality":"zone","rights":{"permissionSets":["DediboxReadOnly"]},"needs":["DediboxReadOnly"],"connectors":["sftp"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a zone"},
      {"id":"scaleway.dedibox.failover-ip","provider":"scaleway","title":"Dedibox failover IP","family":"network","class":"network","subclass":"","service":"dedibox","resource":"dedibox:failover-ip","locality":"zone","rights":{"permissionSets":["DediboxReadOnly"]},"needs":["DediboxReadOnly"],"byDefault":false,"proof":"pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 a zone","mayShift":true},
      {"id":"scaleway.dedibox.rpn-san","provider":"scaleway","title":"Dedibox RPN SAN","family":"storage","class":"block-storage","subclass":"","service":"dedibox","resource":"dedibox:rpn-san","locality":"project","rights":{"permissionSets":["DediboxReadOnly"]},"needs":["DediboxReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a project"},
      {"id":"scaleway.dedibox.ipv-block","provider":"scaleway","title":"Dedibox IPv6 block","family":"network","class":"network","subclass":"","service":"dedibox","resource":"dedibox:ipv-block","locality":"project","rights":{"permissionSets":["DediboxReadOnly"]},"needs":["DediboxReadOnly"],"byDefault":false,"proof":"one document","requests":"1 a project"},
      {"id":"scaleway.dedibox.rpn-group","provider":"scaleway","title":"Dedibox RPN v2 group","family":"network","class":"network","subclass":"","service":"dedibox","resource":"dedibox:rpn-group","locality":"project","rights":{"permissionSets":["DediboxReadOnly"]},"needs":["DediboxReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a project"},
    ],
    load: async () => (await import("./products/dedibox/index.ts")).kinds,
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
      {"id":"scaleway.elastic-metal.server","provider":"scaleway","title":"Elastic Metal server","family":"compute","class":"compute","subclass":"","service":"elastic-metal","resource":"elastic-metal:server","locality":"zone","rights":{"permissionSets":["ElasticMetalReadOnly"]},"needs":["ElasticMetalReadOnly"],"connectors":["sftp"],"byDefault":true,"optional":true,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a zone"},
      {"id":"scaleway.elastic-metal.ip","provider":"scaleway","title":"Elastic Metal flexible IP","family":"network","class":"network","subclass":"","service":"elastic-metal","resource":"elastic-metal:ip","locality":"zone","rights":{"permissionSets":["ElasticMetalReadOnly"]},"needs":["ElasticMetalReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a zone"},
    ],
    load: async () => (await import("./products/elastic-metal/index.ts")).kinds,
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
      {"id":"scaleway.file.filesystem","provider":"scaleway","title":"File Storage file system","family":"storage","class":"file-storage","subclass":"","service":"file","resource":"file:filesystem","locality":"region","rights":{"permissionSets":["FileStorageReadOnly"]},"needs":["FileStorageReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
    ],
    load: async () => (await import("./products/file/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.functions.namespace","provider":"scaleway","title":"Serverless Functions namespace","family":"containers","class":"compute","subclass":"","service":"functions","resource":"functions:namespace","locality":"region","rights":{"permissionSets":["FunctionsReadOnly"]},"needs":["FunctionsReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.functions.function","provider":"scaleway","title":"Serverless Function","family":"containers","class":"compute","subclass":"","service":"functions","resource":"functions:function","locality":"region","below":"scaleway.functions.namespace","rights":{"permissionSets":["FunctionsReadOnly"]},"needs":["FunctionsReadOnly"],"byDefault":false,"proof":"below each scaleway.functions.namespace: pages, newest first, equal totals, no repeat","requests":"pages of 100 below each scaleway.functions.namespace"},
      {"id":"scaleway.functions.cron","provider":"scaleway","title":"Function cron","family":"containers","class":"compute","subclass":"","service":"functions","resource":"functions:cron","locality":"region","below":"scaleway.functions.function","rights":{"permissionSets":["FunctionsReadOnly"]},"needs":["FunctionsReadOnly"],"byDefault":false,"proof":"below each scaleway.functions.function: pages, newest first, equal totals, no repeat","requests":"pages of 100 below each scaleway.functions.function"},
      {"id":"scaleway.functions.trigger","provider":"scaleway","title":"Function trigger","family":"containers","class":"compute","subclass":"","service":"functions","resource":"functions:trigger","locality":"region","below":"scaleway.functions.function","rights":{"permissionSets":["FunctionsReadOnly"]},"needs":["FunctionsReadOnly"],"byDefault":false,"proof":"below each scaleway.functions.function: pages, newest first, equal totals, no repeat","requests":"pages of 100 below each scaleway.functions.function"},
      {"id":"scaleway.functions.domain","provider":"scaleway","title":"Function custom domain","family":"containers","class":"network","subclass":"","service":"functions","resource":"functions:domain","locality":"region","below":"scaleway.functions.function","rights":{"permissionSets":["FunctionsReadOnly"]},"needs":["FunctionsReadOnly"],"byDefault":false,"proof":"below each scaleway.functions.function: pages, newest first, equal totals, no repeat","requests":"pages of 100 below each scaleway.functions.function"},
    ],
    load: async () => (await import("./products/functions/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.iam.application","provider":"scaleway","title":"IAM application","family":"identity","class":"identity","subclass":"","service":"iam","resource":"iam:application","locality":"organization","rights":{"permissionSets":["IAMReadOnly","IAMApplicationReadOnly"]},"needs":["IAMReadOnly or IAMApplicationReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100"},
      {"id":"scaleway.iam.user","provider":"scaleway","title":"IAM user","family":"identity","class":"identity","subclass":"","service":"iam","resource":"iam:user","locality":"organization","rights":{"permissionSets":["IAMReadOnly","IAMUserReadOnly"]},"needs":["IAMReadOnly or IAMUserReadOnly"],"byDefault":false,"personal":true,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100"},
      {"id":"scaleway.iam.group","provider":"scaleway","title":"IAM group","family":"identity","class":"identity","subclass":"","service":"iam","resource":"iam:group","locality":"organization","rights":{"permissionSets":["IAMReadOnly","IAMGroupReadOnly"]},"needs":["IAMReadOnly or IAMGroupReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100"},
      {"id":"scaleway.iam.policy","provider":"scaleway","title":"IAM policy","family":"identity","class":"identity","subclass":"","service":"iam","resource":"iam:policy","locality":"organization","rights":{"permissionSets":["IAMReadOnly","IAMPolicyReadOnly"]},"needs":["IAMReadOnly or IAMPolicyReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100"},
      {"id":"scaleway.iam.api-key","provider":"scaleway","title":"API key","family":"identity","class":"identity","subclass":"","service":"iam","resource":"iam:api-key","locality":"organization","rights":{"permissionSets":["IAMReadOnly"]},"needs":["IAMReadOnly"],"byDefault":false,"personal":true,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100"},
      {"id":"scaleway.iam.ssh-key","provider":"scaleway","title":"SSH key","family":"identity","class":"identity","subclass":"","service":"iam","resource":"iam:ssh-key","locality":"project","rights":{"permissionSets":["SSHKeysReadOnly"]},"needs":["SSHKeysReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a project"},
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
      {"id":"scaleway.instance.ip","provider":"scaleway","title":"Flexible IP","family":"network","class":"network","subclass":"","service":"instance","resource":"instance:ip","locality":"zone","rights":{"permissionSets":["InstancesReadOnly"]},"needs":["InstancesReadOnly"],"byDefault":false,"proof":"pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 a zone","mayShift":true},
      {"id":"scaleway.instance.security-group","provider":"scaleway","title":"Security group","family":"network","class":"network","subclass":"","service":"instance","resource":"instance:security-group","locality":"zone","rights":{"permissionSets":["InstancesReadOnly"]},"needs":["InstancesReadOnly"],"byDefault":false,"proof":"pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 a zone","mayShift":true},
      {"id":"scaleway.instance.placement-group","provider":"scaleway","title":"Placement group","family":"compute","class":"compute","subclass":"","service":"instance","resource":"instance:placement-group","locality":"zone","rights":{"permissionSets":["InstancesReadOnly"]},"needs":["InstancesReadOnly"],"byDefault":false,"proof":"pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 a zone","mayShift":true},
      {"id":"scaleway.instance.template","provider":"scaleway","title":"Instance template","family":"compute","class":"compute","subclass":"","service":"instance","resource":"instance:template","locality":"zone","rights":{"permissionSets":["InstancesReadOnly"]},"needs":["InstancesReadOnly"],"byDefault":false,"unproven":true,"proof":"pages by the cursor in the answer, no repeat","requests":"pages of 100 a zone","mayShift":true},
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
      {"id":"scaleway.key-manager.key","provider":"scaleway","title":"Key Manager key","family":"security","class":"security","subclass":"","service":"key-manager","resource":"key-manager:key","locality":"region","rights":{"permissionSets":["KeyManagerReadOnly"]},"needs":["KeyManagerReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
    ],
    load: async () => (await import("./products/key-manager/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.kubernetes.cluster","provider":"scaleway","title":"Kapsule or Kosmos cluster","family":"containers","class":"compute","subclass":"","service":"kubernetes","resource":"kubernetes:cluster","locality":"region","rights":{"permissionSets":["KubernetesReadOnly"]},"needs":["KubernetesReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.kubernetes.pool","provider":"scaleway","title":"Kubernetes pool","family":"containers","class":"compute","subclass":"","service":"kubernetes","resource":"kubernetes:pool","locality":"region","below":"scaleway.kubernetes.cluster","rights":{"permissionSets":["KubernetesReadOnly"]},"needs":["KubernetesReadOnly"],"byDefault":false,"proof":"below each scaleway.kubernetes.cluster: pages, newest first, equal totals, no repeat","requests":"pages of 100 below each scaleway.kubernetes.cluster"},
      {"id":"scaleway.kubernetes.node","provider":"scaleway","title":"Kubernetes node","family":"containers","class":"compute","subclass":"","service":"kubernetes","resource":"kubernetes:node","locality":"region","below":"scaleway.kubernetes.cluster","rights":{"permissionSets":["KubernetesReadOnly"]},"needs":["KubernetesReadOnly"],"byDefault":false,"proof":"below each scaleway.kubernetes.cluster: pages, newest first, equal totals, no repeat","requests":"pages of 100 below each scaleway.kubernetes.cluster"},
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
      {"id":"scaleway.mongodb.instance","provider":"scaleway","title":"Managed MongoDB","family":"databases","class":"database","subclass":"mongodb","service":"mongodb","resource":"mongodb:instance","locality":"region","rights":{"permissionSets":["MongoDBReadOnly"]},"needs":["MongoDBReadOnly"],"connectors":["mongodb"],"byDefault":true,"optional":true,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.mongodb.snapshot","provider":"scaleway","title":"MongoDB snapshot","family":"backups","class":"database","subclass":"mongodb","service":"mongodb","resource":"mongodb:snapshot","locality":"region","rights":{"permissionSets":["MongoDBReadOnly"]},"needs":["MongoDBReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.mongodb.database","provider":"scaleway","title":"MongoDB database","family":"databases","class":"database","subclass":"mongodb","service":"mongodb","resource":"mongodb:database","locality":"region","below":"scaleway.mongodb.instance","rights":{"permissionSets":["MongoDBReadOnly"]},"needs":["MongoDBReadOnly"],"byDefault":false,"proof":"below each scaleway.mongodb.instance: pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 below each scaleway.mongodb.instance","mayShift":true},
    ],
    load: async () => (await import("./products/mongodb/index.ts")).kinds,
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
      {"id":"scaleway.rdb.snapshot","provider":"scaleway","title":"Managed database snapshot","family":"backups","class":"database","subclass":"","service":"rdb","resource":"rdb:snapshot","locality":"region","rights":{"permissionSets":["RelationalDatabasesReadOnly"]},"needs":["RelationalDatabasesReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.rdb.database","provider":"scaleway","title":"Managed database's logical database","family":"databases","class":"database","subclass":"","service":"rdb","resource":"rdb:database","locality":"region","below":"scaleway.rdb.instance","rights":{"permissionSets":["RelationalDatabasesReadOnly"]},"needs":["RelationalDatabasesReadOnly"],"connectors":["mysql","postgres"],"byDefault":false,"proof":"below each scaleway.rdb.instance: pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 below each scaleway.rdb.instance","mayShift":true},
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
      {"id":"scaleway.registry.namespace","provider":"scaleway","title":"Container Registry namespace","family":"containers","class":"registry","subclass":"","service":"registry","resource":"registry:namespace","locality":"region","rights":{"permissionSets":["ContainerRegistryReadOnly"]},"needs":["ContainerRegistryReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.registry.image","provider":"scaleway","title":"Container image","family":"containers","class":"registry","subclass":"","service":"registry","resource":"registry:image","locality":"region","rights":{"permissionSets":["ContainerRegistryReadOnly"]},"needs":["ContainerRegistryReadOnly"],"byDefault":false,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
    ],
    load: async () => (await import("./products/registry/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.secret.secret","provider":"scaleway","title":"Secret","family":"security","class":"security","subclass":"secret-manager","service":"secret","resource":"secret:secret","locality":"region","rights":{"permissionSets":["SecretManagerReadOnly"]},"needs":["SecretManagerReadOnly"],"connectors":["scaleway-secret"],"byDefault":true,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.secret.version","provider":"scaleway","title":"Secret version","family":"security","class":"security","subclass":"secret-manager","service":"secret","resource":"secret:version","locality":"region","below":"scaleway.secret.secret","rights":{"permissionSets":["SecretManagerReadOnly"]},"needs":["SecretManagerReadOnly"],"byDefault":false,"proof":"below each scaleway.secret.secret: pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved","requests":"pages of 100 below each scaleway.secret.secret","mayShift":true},
    ],
    load: async () => (await import("./products/secret/index.ts")).kinds,
  },
  {
    kinds: [
      {"id":"scaleway.serverless-sql.database","provider":"scaleway","title":"Serverless SQL Database","family":"databases","class":"database","subclass":"postgresql","service":"serverless-sql","resource":"serverless-sql:database","locality":"region","rights":{"permissionSets":["ServerlessSQLDatabaseReadOnly"]},"needs":["ServerlessSQLDatabaseReadOnly"],"connectors":["postgres"],"byDefault":true,"optional":true,"proof":"pages, newest first, equal totals, no repeat","requests":"pages of 100 a region"},
      {"id":"scaleway.serverless-sql.backup","provider":"scaleway","title":"Serverless SQL Database backup","family":"backups","class":"database","subclass":"postgresql","service":"serverless-sql","resource":"serverless-sql:backup","locality":"region","below":"scaleway.serverless-sql.database","rights":{"permissionSets":["ServerlessSQLDatabaseReadOnly"]},"needs":["ServerlessSQLDatabaseReadOnly"],"byDefault":false,"proof":"below each scaleway.serverless-sql.database: pages, newest first, equal totals, no repeat","requests":"pages of 100 below each scaleway.serverless-sql.database"},
    ],
    load: async () => (await import("./products/serverless-sql/index.ts")).kinds,
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
