// What no schema says, or says of another version: each with its source. Everything here is small, and looked at by a person.

/**
 * Routes that vendor/*.json lacks, with the fields of their items. `unproven`: no list of them was ever recorded.
 * Groups: github.com/scaleway/scaleway-sdk-js, packages_generated/autoscaling/src/v1alpha2 (api 1ce4476, marshalling 0a7d9d4,
 * types 58b1693), which names fr-par-1 alone; the two other zones are those of a later version, by the table of kinds. npm's SDK
 * (2.78.0) knows /autoscaling/v1alpha1/zones/{zone}/instance-groups instead: numbered pages, no project.
 * Templates: the table of kinds (packages_generated/instance/src/v2alpha1), whose total and detail were not looked up.
 * Containers: packages_generated/container/src/v1, by the table of kinds, and recorded lists of scaleway/scaleway-cli; those of
 * containers were empty, and all name a namespace.
 */
export const routes = {
  "/autoscaling/v1alpha2/zones/{zone}/groups": {
    listKey: "group_summaries",
    item: "autoscaling/v1alpha2.GroupSummary",
    parameters: ["load_balancer_id", "order_by", "page_size", "page_token", "project_id", "template_id"],
    next: "next_page_token",
    total: true,
    orders: ["created_at_asc", "created_at_desc"],
    localities: ["fr-par-1", "fr-par-2", "fr-par-3"],
    unproven: true,
    detail: "/autoscaling/v1alpha2/zones/{zone}/groups/{groupId}",
  },
  "/containers/v1/regions/{region}/namespaces": {
    listKey: "namespaces",
    item: "container/v1.Namespace",
    parameters: ["name", "order_by", "organization_id", "page", "page_size", "project_id"],
    total: true,
    orders: ["created_at_asc", "created_at_desc"],
    localities: ["fr-par", "nl-ams", "pl-waw"],
    detail: "/containers/v1/regions/{region}/namespaces/{namespaceId}",
  },
  "/containers/v1/regions/{region}/containers": {
    listKey: "containers",
    item: "container/v1.Container",
    parameters: ["name", "namespace_id", "order_by", "organization_id", "page", "page_size", "project_id"],
    total: true,
    orders: ["created_at_asc", "created_at_desc"],
    localities: ["fr-par", "nl-ams", "pl-waw"],
    detail: "/containers/v1/regions/{region}/containers/{containerId}",
  },
  "/instance/v2alpha1/zones/{zone}/templates": {
    listKey: "templates",
    item: "instance/v2alpha1.Template",
    parameters: ["order_by", "page_size", "page_token", "project_id"],
    next: "next_page_token",
    total: false,
    orders: ["created_at_asc", "created_at_desc"],
    localities: [
      "fr-par-1",
      "fr-par-2",
      "fr-par-3",
      "it-mil-1",
      "nl-ams-1",
      "nl-ams-2",
      "nl-ams-3",
      "pl-waw-1",
      "pl-waw-2",
      "pl-waw-3",
    ],
    unproven: true,
    detail: "/instance/v2alpha1/zones/{zone}/templates/{templateId}",
  },
};

/** Models of those routes; a list may name fewer fields than the detail that was recorded. */
export const models = {
  "autoscaling/v1alpha2.GroupSummary": {
    created_at: "date",
    current_size: "number",
    id: "string",
    load_balancer_id: "string?",
    maximum_size: "number",
    minimum_size: "number",
    name: "string",
    project_id: "string",
    status: "autoscaling/v1alpha2.Status",
    tags: "string[]",
    template_id: "string",
    updated_at: "date",
    zone: "zone",
  },
  "autoscaling/v1alpha2.Status": [
    "unknown_group_status",
    "active",
    "scaling_out",
    "scaling_in",
    "refreshing",
    "healing",
    "scaling_failure",
    "deleting",
  ],
};

/** The identity field where neither the detail's place nor a common name says it; by the table of kinds. */
export const idFields = {
  "/cloud/project": "project_id",
  "/allDom": "name",
  "/cdn/dedicated": "service",
  "/dedicated/ceph/{serviceName}/cephfs": "fsName",
  "/dedicated/ceph/{serviceName}/pool": "name",
  "/dedicated/housing": "(listed)",
  "/dedicated/nasha/{serviceName}/partition/{partitionName}/snapshot": "(value)",
  "/dedicated/server": "name",
  "/domain/zone/{zoneName}/history": "(value)",
  "/dedicated/server/{serviceName}/features/backupCloud": "storage.id",
  "/dedicated/server/{serviceName}/features/backupFTP": "ftpBackupName",
  "/domain": "domain",
  "/email/exchange/{organizationName}/service": "(listed)",
  "/email/mxplan": "(listed)",
  "/email/mxplan/{service}/account": "primaryEmailAddress",
  "/email/pro": "(listed)",
  "/email/pro/{service}/account": "primaryEmailAddress",
  "/me/identity/user": "login",
  "/msServices": "(listed)",
  "/ovhCloudConnect": "uuid",
  "/v2/iam/resource": "urn",
  "/v2/okms/resource/{okmsId}/secret": "path",
  "/vps/{serviceName}/automatedBackup": "serviceResourceName",
  "/vps/{serviceName}/backupftp": "ftpBackupName",
  "/domain/v2beta1/dns-zones": "domain",
  "/domain/v2beta1/domains": "domain",
  "/iam/v1alpha1/api-keys": "access_key",
  "/webhosting/v1/regions/{region}/hostings/{hostingId}/databases": "database_name",
  "/webhosting/v1/regions/{region}/hostings/{hostingId}/ftp-accounts": "username",
  "/webhosting/v1/regions/{region}/hostings/{hostingId}/mail-accounts": "username",
  "/webhosting/v1/regions/{region}/hostings/{hostingId}/websites": "domain",
};

/** Types in OVHcloud's resource names that differ from the prefix of their actions (the panel's list of types). */
export const resourceTypes = {
  alldom: "allDom",
  clusterHadoop: "hadoopClusterAccount",
  dedicatedHousing: "housing",
  zimbra: "zimbraPlatform",
};

/**
 * Values of single fields, by list, where the table of values says something odd: the form is ours and plausible, no vendor's page
 * was looked up for it. A golden resource must not rest on one as evidence.
 */
export const fields = {
  "/vps": {
    name: "vps-3f2a91c4.example.com",
    "model.name": "vps-2025-model1",
    zone: "Region OpenStack: os-gra4",
    cluster: "gra4",
  },
  "/dedicated/server": { name: "ns3012345.example.com", os: "debian12_64", "iam.displayName": "ns3012345.example.com" },
  "/dedicatedCloud": { serviceName: "pcc-192-0-2-10", location: "rbx2a" },
  "/dedicated/ceph": { "cephMons.0": "192.0.2.31", label: "archive", cephVersion: "15.2.17" },
  "/dedicated/ceph/{serviceName}/pool": { backup: true, poolType: "REPLICATED", replicaCount: 3, minActiveReplicas: 2 },
  "/dedicated/nasha": { serviceName: "zpool-128369", zpoolSize: 1200, zpoolCapacity: 42 },
  "/dedicated/nasha/{serviceName}/partition": {
    partitionName: "projects",
    protocol: "NFS_CIFS",
    partitionCapacity: 61,
  },
  "/dedicated/server/{serviceName}/features/backupFTP": {
    ftpBackupName: "ftpback-rbx7-12.example.com",
    "usage.unit": "%",
  },
  "/dedicatedCloud/{serviceName}/datacenter/{datacenterId}/disasterRecovery/zerto/status": {
    state: "delivered",
    drpType: "ovh",
  },
  "/vps/{serviceName}/backupftp": {
    ftpBackupName: "ftpback-rbx7-13.example.com",
    "quota.unit": "GB",
    "quota.value": 100,
    "usage.unit": "%",
    "usage.value": 12,
  },
  "/v2/backupServices/tenant/{backupServicesId}/vspc/{vspcTenantId}/backupAgent": {
    "currentState.type": "OVHCLOUD_BAREMETAL",
    "currentState.productResourceName": "ns3012345.example.com",
    "currentState.policy": "daily",
  },
  "/v2/backupServices/tenant/{backupServicesId}/vspc": {
    "currentState.backupAgents.0.productResourceName": "ns3012345.example.com",
  },
  "/v2/vmwareCloudDirector/organization/{organizationId}/virtualDataCenter": { "currentState.vrack": "pn-1201234" },
  "/nutanix": {
    "targetSpec.vrack": "pn-1201234",
    "targetSpec.nodes.0.server": "ns3012345.example.com",
    "targetSpec.version": "6.5",
    "targetSpec.redundancyFactor": 2,
  },
  "/storage/netapp/{serviceName}/share/{shareId}/accessPath": { path: "192.0.2.61:/share_0862f065" },
  "/storage/netapp/{serviceName}/share/{shareId}/snapshot": { type: "automatic" },
  "/cloud/project/{serviceName}/instance": {
    "flavor.name": "b3-8",
    "image.name": "Debian 12",
    "image.status": "active",
    "image.type": "linux",
    "image.visibility": "public",
    "ipAddresses.0.type": "public",
  },
  "/cloud/project/{serviceName}/kube": { version: "1.31", region: "GRA11", plan: "standard" },
  "/cloud/project/{serviceName}/database/service": {
    engine: "postgresql",
    version: "16",
    plan: "business",
    flavor: "db1-7",
  },
  "/cloud/project/{serviceName}/database/postgresql/{clusterId}/backup": {
    description: "daily",
    region: "GRA",
    "regions.0.name": "GRA",
    type: "automatic",
  },
  "/cloud/project/{serviceName}/database/kafka/{clusterId}/topic": {
    minInsyncReplicas: 2,
    partitions: 3,
    replication: 3,
    retentionBytes: -1,
    retentionHours: 168,
  },
  "/cloud/project/{serviceName}/ai/notebook": {
    "spec.env.editorId": "jupyterlab",
    "spec.env.frameworkId": "conda",
    "spec.volumes.0.container": "training-data",
  },
  "/cloud/project/{serviceName}/ai/notebook/{notebookId}/backup": { evictionDate: "2031-02-19T09:26:53+02:00" },
  "/cloud/project/{serviceName}/ai/app": {
    "spec.image": "registry.example.com/app:1",
    "spec.volumes.0.container": "models",
    "status.availableReplicas": 1,
  },
  "/cloud/project/{serviceName}/ip/failover": {
    block: "192.0.2.155/32",
    continentCode: "EU",
    geoloc: "fr",
    routedTo: "7d4c2f4e-8a45-4c0e-9d52-0f6b6a3f1c55",
  },
  "/cloud/project/{serviceName}/network/private": { type: "private", vlanId: 42 },
  "/cloud/project/{serviceName}/network/private/{networkId}/subnet": {
    cidr: "192.0.2.0/24",
    gatewayIp: "192.0.2.1",
    "ipPools.0.network": "192.0.2.0/24",
    "ipPools.0.start": "192.0.2.2",
    "ipPools.0.end": "192.0.2.254",
  },
  "/cloud/project/{serviceName}/region/{regionName}/coldArchive": {
    lockedUntil: "2031-01-31T09:26:53+02:00",
    virtualHost: "https://cold-archive.s3.rbx-archive.example.com/",
  },
  "/cloud/project/{serviceName}/region/{regionName}/floatingip": { "associatedEntity.type": "instance" },
  "/cloud/project/{serviceName}/region/{regionName}/gateway": { region: "GRA11" },
  // The zone of the domain itself, by its form (`subdomain` is empty), and an address with the length of its network, as recorded.
  "/domain/v2beta1/dns-zones": { subdomain: "" },
  "/ipam/v1/regions/{region}/ips": { address: "192.0.2.47/24" },
  "/cloud/project/{serviceName}/region/{regionName}/network": { visibility: "private", vlanId: 42 },
  "/cloud/project/{serviceName}/region/{regionName}/share": { "exportLocations.0.path": "192.0.2.30:/volumes/share" },
  "/cloud/project/{serviceName}/region/{regionName}/workflow/backup": {
    distantRegion: "SBG7",
    executions: [
      { executedAt: "2026-04-20T02:00:11+02:00", id: "20", state: "SUCCESS", stateInfo: "" },
      { executedAt: "2026-04-21T02:00:09+02:00", id: "21", state: "SUCCESS", stateInfo: "" },
    ],
    rotation: 7,
  },
  // Recorded with a prefix of version 6 alone; most addresses are of version 4.
  "/instance/v1/zones/{zone}/ips": { address: "192.0.2.47", prefix: null, type: "routed_ipv4" },
  "/hosting/web": {
    datacenter: "gra2",
    cluster: "cluster026",
    offer: "PRO",
    resourceType: "shared",
    defaultAttachedDomain: "shop.example.com",
    "serviceManagementAccess.ssh.url": "ssh.cluster026.example.com",
    "serviceManagementAccess.ssh.port": 22,
    "serviceManagementAccess.ftp.url": "ftp.cluster026.example.com",
    "serviceManagementAccess.ftp.port": 21,
    "serviceManagementAccess.http.url": "cluster026.example.com",
    "serviceManagementAccess.http.port": 80,
  },
  "/hosting/web/{serviceName}/database": {
    type: "mysql",
    version: "8.4",
    mode: "classic",
    server: "shopdb.mysql.example.com",
    port: 3306,
    versionSupport: "stable",
  },
  "/hosting/privateDatabase": { state: "started", version: "postgresql_16", versionLabel: "PostgreSQL 16" },
  "/v2/iam/resourceGroup": {
    id: "476a44a8-6e1a-48b4-8b3d-8acffed9ddb2",
    urn: "urn:v1:eu:resourceGroup:476a44a8-6e1a-48b4-8b3d-8acffed9ddb2",
  },
  "/me/identity/user": { login: "operations", urn: "urn:v1:eu:identity:user:ab12345-ovh/operations" },
  "/k8s/v1/regions/{region}/clusters/{clusterId}/nodes": {
    provider_id: "scaleway://instance/fr-par-1/5c7f0d1e-2a3b-4c4d-8e5f-60718293a4b5",
    public_ip_v4: "192.0.2.93",
    public_ip_v6: "2001:db8::93",
    error_message: null,
  },
  // The sizes of the group whose detail was recorded: its list says the same.
  "/autoscaling/v1alpha2/zones/{zone}/groups": { current_size: 0, minimum_size: 0, maximum_size: 25 },
  "/registry/v1/regions/{region}/namespaces": { endpoint: "rg.fr-par.scw.cloud/production", is_public: false },
  "/serverless-sqldb/v1alpha1/regions/{region}/databases": {
    endpoint: "postgres://database.example.com:5432/production?sslmode=require",
    name: "production",
    engine_major_version: 16,
  },
  "/mongodb/v1/regions/{region}/instances": { "endpoints.0.dns_record": "instance.example.com" },
  "/dedibox/v1/ipv6-blocks": { address: "2001:db8:1c27::", cidr: 48 },
  "/dedibox/v1/rpnv2/groups": { "subnet.address": "192.0.2.0", "subnet.cidr": 24, gateway: "192.0.2.1" },
  "/datawarehouse/v1beta1/regions/{region}/deployments": {
    "endpoints.0.dns_record": "deployment.example.com",
    "endpoints.0.services.0.protocol": "https",
    "endpoints.0.services.0.port": 8443,
  },
  "/v2/okms/resource/{okmsId}/secret": { path: "production/database" },
};
