import type { Manifest } from "../../providers/manifest.ts";

// Written by `npm run generate` from the registry. Do not edit.
export const manifest: Manifest = {
  "$schema": "./schemas/manifest.schema.json",
  "id": "cloud-inventory-plugin",
  "version": "0.1.0",
  "apiVersion": "1",
  "module": "./dist/index.js",
  "command": "./dist/bin/cloud-inventory.js",
  "inventories": [
    {
      "id": "ovh",
      "title": "OVHcloud",
      "executable": "./dist/bin/ovh-inventory.js",
      "transport": "grpc-stdio",
      "protocols": [
        "cloud-inventory-ovh"
      ],
      "configSchema": "./schemas/ovh-config.schema.json",
      "credentials": [
        {
          "kind": "ovh-application",
          "title": "API keys: application key, application secret and consumer key",
          "fields": [
            {
              "key": "application_key",
              "secret": true
            },
            {
              "key": "application_secret",
              "secret": true
            },
            {
              "key": "consumer_key",
              "secret": true
            }
          ]
        },
        {
          "kind": "ovh-service-account",
          "title": "Service account: OAuth2 client id and client secret",
          "fields": [
            {
              "key": "client_id",
              "secret": false
            },
            {
              "key": "client_secret",
              "secret": true
            }
          ]
        },
        {
          "kind": "ovh-access-token",
          "title": "Access token",
          "fields": [
            {
              "key": "access_token",
              "secret": true
            }
          ]
        }
      ],
      "endpoints": [
        "ovh-eu",
        "ovh-ca",
        "ovh-us",
        "kimsufi-eu",
        "kimsufi-ca",
        "soyoustart-eu",
        "soyoustart-ca"
      ],
      "kinds": [
        {
          "id": "ovh.cloud.database",
          "title": "Managed database service",
          "family": "databases",
          "class": "database",
          "subclass": "",
          "locality": "project",
          "rights": {
            "rules": [
              "GET /cloud/project/*/database/service",
              "GET /cloud/project/*/database/service/*"
            ],
            "actions": [
              "publicCloudProject:apiovh:database/service/get"
            ]
          },
          "byDefault": true,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 a project + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.dedicated-server",
          "title": "Dedicated server",
          "family": "compute",
          "class": "compute",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /dedicated/server",
              "GET /dedicated/server/*"
            ],
            "actions": [
              "dedicatedServer:apiovh:get"
            ]
          },
          "byDefault": true,
          "optional": true,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.cloud.gateway",
          "title": "Gateway",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "region",
          "rights": {
            "rules": [
              "GET /cloud/project/*/region",
              "GET /cloud/project/*/region/*",
              "GET /cloud/project/*/region/*/gateway"
            ],
            "actions": [
              "publicCloudProject:apiovh:region/get",
              "publicCloudProject:apiovh:region/gateway/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 50 a region"
        },
        {
          "id": "ovh.iam.policy",
          "title": "IAM policy",
          "family": "identity",
          "class": "identity",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /v2/iam/policy"
            ],
            "actions": [
              "account:apiovh:iam/policy/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages"
        },
        {
          "id": "ovh.iam.resource",
          "title": "Service that no other list names (IAM index)",
          "family": "account",
          "class": "",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /v2/iam/resource"
            ],
            "actions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages"
        },
        {
          "id": "ovh.cloud.instance",
          "title": "Public Cloud instance",
          "family": "compute",
          "class": "compute",
          "subclass": "",
          "locality": "project",
          "rights": {
            "rules": [
              "GET /cloud/project/*/instance"
            ],
            "actions": [
              "publicCloudProject:apiovh:instance/get"
            ]
          },
          "byDefault": true,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 a project"
        },
        {
          "id": "ovh.cloud.instance-snapshot",
          "title": "Public Cloud instance snapshot or backup (private image)",
          "family": "backups",
          "class": "block-storage",
          "subclass": "",
          "locality": "project",
          "rights": {
            "rules": [
              "GET /cloud/project/*/snapshot"
            ],
            "actions": [
              "publicCloudProject:apiovh:snapshot/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 a project"
        },
        {
          "id": "ovh.cloud.kube",
          "title": "Managed Kubernetes cluster",
          "family": "containers",
          "class": "compute",
          "subclass": "",
          "locality": "project",
          "rights": {
            "rules": [
              "GET /cloud/project/*/kube",
              "GET /cloud/project/*/kube/*"
            ],
            "actions": [
              "publicCloudProject:apiovh:kube/get"
            ]
          },
          "byDefault": true,
          "optional": true,
          "required": false,
          "personal": false,
          "requests": "1 a project + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.cloud.kube-nodepool",
          "title": "Node pool of a Kubernetes cluster",
          "family": "containers",
          "class": "compute",
          "subclass": "",
          "locality": "project",
          "below": "ovh.cloud.kube",
          "rights": {
            "rules": [
              "GET /cloud/project/*/kube",
              "GET /cloud/project/*/kube/*/nodepool"
            ],
            "actions": [
              "publicCloudProject:apiovh:kube/get",
              "publicCloudProject:apiovh:kube/nodepool/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.cloud.kube"
        },
        {
          "id": "ovh.cloud.kube-node",
          "title": "Node of a Kubernetes cluster",
          "family": "containers",
          "class": "",
          "subclass": "",
          "locality": "project",
          "below": "ovh.cloud.kube",
          "rights": {
            "rules": [
              "GET /cloud/project/*/kube",
              "GET /cloud/project/*/kube/*/node"
            ],
            "actions": [
              "publicCloudProject:apiovh:kube/get",
              "publicCloudProject:apiovh:kube/node/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages below each ovh.cloud.kube"
        },
        {
          "id": "ovh.cloud.bucket",
          "title": "S3 bucket",
          "family": "storage",
          "class": "object-storage",
          "subclass": "s3",
          "locality": "region",
          "rights": {
            "rules": [
              "GET /cloud/project/*/region",
              "GET /cloud/project/*/region/*",
              "GET /cloud/project/*/region/*/storage",
              "GET /cloud/project/*/region/*/storage/*"
            ],
            "actions": [
              "publicCloudProject:apiovh:region/get",
              "publicCloudProject:apiovh:region/storage/get"
            ]
          },
          "byDefault": true,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 a region + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.cloud.swift-container",
          "title": "Object Storage container (Swift)",
          "family": "storage",
          "class": "object-storage",
          "subclass": "",
          "locality": "project",
          "rights": {
            "rules": [
              "GET /cloud/project/*/storage"
            ],
            "actions": [
              "publicCloudProject:apiovh:storage/get"
            ]
          },
          "byDefault": true,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 a project"
        },
        {
          "id": "ovh.okms",
          "title": "KMS domain (OKMS)",
          "family": "security",
          "class": "security",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /v2/okms/resource"
            ],
            "actions": [
              "okms:apiovh:resource/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages"
        },
        {
          "id": "ovh.okms.secret",
          "title": "Secret of the Secret Manager",
          "family": "security",
          "class": "security",
          "subclass": "secret-manager",
          "locality": "account",
          "below": "ovh.okms",
          "rights": {
            "rules": [
              "GET /v2/okms/resource",
              "GET /v2/okms/resource/*/secret"
            ],
            "actions": [
              "okms:apiovh:resource/get",
              "okms:apiovh:secret/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages below each ovh.okms"
        },
        {
          "id": "ovh.private-cloud",
          "title": "Hosted Private Cloud (vSphere)",
          "family": "compute",
          "class": "hypervisor",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /dedicatedCloud",
              "GET /dedicatedCloud/*"
            ],
            "actions": [
              "pccVMware:apiovh:get"
            ]
          },
          "byDefault": true,
          "optional": true,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.private-cloud.datacenter",
          "title": "Virtual datacenter of a Private Cloud",
          "family": "compute",
          "class": "",
          "subclass": "",
          "locality": "account",
          "below": "ovh.private-cloud",
          "rights": {
            "rules": [
              "GET /dedicatedCloud",
              "GET /dedicatedCloud/*/datacenter",
              "GET /dedicatedCloud/*/datacenter/*"
            ],
            "actions": [
              "pccVMware:apiovh:get",
              "pccVMware:apiovh:datacenter/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.private-cloud + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.private-cloud.vm",
          "title": "Virtual machine of a Private Cloud",
          "family": "compute",
          "class": "compute",
          "subclass": "",
          "locality": "account",
          "below": "ovh.private-cloud.datacenter",
          "rights": {
            "rules": [
              "GET /dedicatedCloud",
              "GET /dedicatedCloud/*/datacenter",
              "GET /dedicatedCloud/*/datacenter/*/vm",
              "GET /dedicatedCloud/*/datacenter/*/vm/*"
            ],
            "actions": [
              "pccVMware:apiovh:get",
              "pccVMware:apiovh:datacenter/get",
              "pccVMware:apiovh:datacenter/vm/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.private-cloud.datacenter + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.cloud.project",
          "title": "Public Cloud project",
          "family": "account",
          "class": "",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /cloud/project",
              "GET /cloud/project/*"
            ],
            "actions": [
              "publicCloudProject:apiovh:get"
            ]
          },
          "byDefault": true,
          "optional": false,
          "required": true,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.cloud.volume",
          "title": "Public Cloud block volume",
          "family": "storage",
          "class": "block-storage",
          "subclass": "",
          "locality": "project",
          "rights": {
            "rules": [
              "GET /cloud/project/*/volume"
            ],
            "actions": [
              "publicCloudProject:apiovh:volume/get"
            ]
          },
          "byDefault": true,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 a project"
        },
        {
          "id": "ovh.cloud.volume-snapshot",
          "title": "Public Cloud volume snapshot",
          "family": "backups",
          "class": "block-storage",
          "subclass": "",
          "locality": "project",
          "rights": {
            "rules": [
              "GET /cloud/project/*/volume/snapshot"
            ],
            "actions": [
              "publicCloudProject:apiovh:volume/snapshot/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 a project"
        },
        {
          "id": "ovh.cloud.volume-backup",
          "title": "Public Cloud volume backup",
          "family": "backups",
          "class": "block-storage",
          "subclass": "",
          "locality": "region",
          "rights": {
            "rules": [
              "GET /cloud/project/*/region",
              "GET /cloud/project/*/region/*",
              "GET /cloud/project/*/region/*/volumeBackup"
            ],
            "actions": [
              "publicCloudProject:apiovh:region/get",
              "publicCloudProject:apiovh:region/volumeBackup/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 a region"
        },
        {
          "id": "ovh.vps",
          "title": "VPS",
          "family": "compute",
          "class": "compute",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /vps",
              "GET /vps/*"
            ],
            "actions": [
              "vps:apiovh:get"
            ],
            "optionalRules": [
              "GET /vps/*/ips",
              "GET /vps/*/automatedBackup"
            ],
            "optionalActions": [
              "vps:apiovh:ips/get",
              "vps:apiovh:automatedBackup/get"
            ]
          },
          "byDefault": true,
          "optional": true,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches + 2 an item for facts"
        },
        {
          "id": "ovh.vps.disk",
          "title": "Disk of a VPS",
          "family": "storage",
          "class": "block-storage",
          "subclass": "",
          "locality": "account",
          "below": "ovh.vps",
          "rights": {
            "rules": [
              "GET /vps",
              "GET /vps/*/disks",
              "GET /vps/*/disks/*"
            ],
            "actions": [
              "vps:apiovh:get",
              "vps:apiovh:disks/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.vps + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.vps.snapshot",
          "title": "Snapshot of a VPS",
          "family": "backups",
          "class": "block-storage",
          "subclass": "",
          "locality": "account",
          "below": "ovh.vps",
          "rights": {
            "rules": [
              "GET /vps",
              "GET /vps/*/snapshot"
            ],
            "actions": [
              "vps:apiovh:get",
              "vps:apiovh:snapshot/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.vps"
        }
      ]
    },
    {
      "id": "scaleway",
      "title": "Scaleway",
      "executable": "./dist/bin/scaleway-inventory.js",
      "transport": "grpc-stdio",
      "protocols": [
        "cloud-inventory-scaleway"
      ],
      "configSchema": "./schemas/scaleway-config.schema.json",
      "credentials": [
        {
          "kind": "scaleway-api-key",
          "title": "API key: access key and secret key",
          "fields": [
            {
              "key": "scw_access_key",
              "secret": true
            },
            {
              "key": "scw_secret_key",
              "secret": true
            }
          ]
        }
      ],
      "endpoints": [],
      "kinds": [
        {
          "id": "scaleway.account.project",
          "title": "Project",
          "family": "account",
          "class": "",
          "subclass": "",
          "locality": "project",
          "rights": {
            "permissionSets": [
              "ProjectReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 a project"
        },
        {
          "id": "scaleway.apple-silicon.server",
          "title": "Apple silicon server",
          "class": "compute",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "AppleSiliconReadOnly"
            ]
          },
          "byDefault": true,
          "optional": true,
          "required": false
        },
        {
          "id": "scaleway.autoscaling.group",
          "title": "Autoscaling group",
          "family": "compute",
          "class": "compute",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "AutoscalingReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
        },
        {
          "id": "scaleway.block.volume",
          "title": "Block Storage volume",
          "family": "storage",
          "class": "block-storage",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "BlockStorageReadOnly"
            ]
          },
          "byDefault": true,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
        },
        {
          "id": "scaleway.block.snapshot",
          "title": "Block Storage snapshot",
          "family": "backups",
          "class": "block-storage",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "BlockStorageReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
        },
        {
          "id": "scaleway.cockpit.data-source",
          "title": "Cockpit data source",
          "family": "observability",
          "class": "observability",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "ObservabilityReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.containers.namespace",
          "title": "Serverless Containers namespace",
          "class": "compute",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "ContainersReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.containers.container",
          "title": "Serverless Container",
          "class": "compute",
          "subclass": "",
          "locality": "region",
          "below": "scaleway.containers.namespace",
          "rights": {
            "permissionSets": [
              "ContainersReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.datawarehouse.deployment",
          "title": "Data Warehouse (ClickHouse)",
          "class": "analytics",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "DataWarehouseReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.datawarehouse.database",
          "title": "Data Warehouse database",
          "class": "analytics",
          "subclass": "",
          "locality": "region",
          "below": "scaleway.datawarehouse.deployment",
          "rights": {
            "permissionSets": [
              "DataWarehouseReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.dedibox.server",
          "title": "Dedibox server",
          "class": "compute",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "DediboxReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.dedibox.failover-ip",
          "title": "Dedibox failover IP",
          "class": "network",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "DediboxReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.dedibox.rpn-san",
          "title": "Dedibox RPN SAN",
          "class": "block-storage",
          "subclass": "",
          "locality": "project",
          "rights": {
            "permissionSets": [
              "DediboxReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.dedibox.ipv-block",
          "title": "Dedibox IPv6 block",
          "class": "network",
          "subclass": "",
          "locality": "project",
          "rights": {
            "permissionSets": [
              "DediboxReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.dedibox.rpn-group",
          "title": "Dedibox RPN v2 group",
          "class": "network",
          "subclass": "",
          "locality": "project",
          "rights": {
            "permissionSets": [
              "DediboxReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.domain.domain",
          "title": "Registered domain",
          "family": "domains",
          "class": "network",
          "subclass": "",
          "locality": "project",
          "rights": {
            "permissionSets": [
              "DomainsDNSReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a project"
        },
        {
          "id": "scaleway.domain.dns-zone",
          "title": "DNS zone",
          "family": "domains",
          "class": "network",
          "subclass": "",
          "locality": "project",
          "rights": {
            "permissionSets": [
              "DomainsDNSReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a project"
        },
        {
          "id": "scaleway.domain.record",
          "title": "DNS record",
          "family": "domains",
          "class": "network",
          "subclass": "",
          "locality": "project",
          "below": "scaleway.domain.dns-zone",
          "rights": {
            "permissionSets": [
              "DomainsDNSReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.domain.dns-zone"
        },
        {
          "id": "scaleway.edge-services.pipeline",
          "title": "Edge Services pipeline",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "project",
          "rights": {
            "permissionSets": [
              "EdgeServicesReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a project"
        },
        {
          "id": "scaleway.elastic-metal.server",
          "title": "Elastic Metal server",
          "class": "compute",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "ElasticMetalReadOnly"
            ]
          },
          "byDefault": true,
          "optional": true,
          "required": false
        },
        {
          "id": "scaleway.elastic-metal.ip",
          "title": "Elastic Metal flexible IP",
          "class": "network",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "ElasticMetalReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.email.domain",
          "title": "Transactional Email domain",
          "family": "email",
          "class": "service",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "TransactionalEmailReadOnly",
              "TransactionalEmailDomainReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.email.webhook",
          "title": "Transactional Email webhook",
          "family": "email",
          "class": "service",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "TransactionalEmailReadOnly",
              "TransactionalEmailWebhookReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.file.filesystem",
          "title": "File Storage file system",
          "class": "file-storage",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "FileStorageReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.functions.namespace",
          "title": "Serverless Functions namespace",
          "class": "compute",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "FunctionsReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.functions.function",
          "title": "Serverless Function",
          "class": "compute",
          "subclass": "",
          "locality": "region",
          "below": "scaleway.functions.namespace",
          "rights": {
            "permissionSets": [
              "FunctionsReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.functions.cron",
          "title": "Function cron",
          "class": "compute",
          "subclass": "",
          "locality": "region",
          "below": "scaleway.functions.function",
          "rights": {
            "permissionSets": [
              "FunctionsReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.functions.trigger",
          "title": "Function trigger",
          "class": "compute",
          "subclass": "",
          "locality": "region",
          "below": "scaleway.functions.function",
          "rights": {
            "permissionSets": [
              "FunctionsReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.functions.domain",
          "title": "Function custom domain",
          "class": "network",
          "subclass": "",
          "locality": "region",
          "below": "scaleway.functions.function",
          "rights": {
            "permissionSets": [
              "FunctionsReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.iam.application",
          "title": "IAM application",
          "family": "identity",
          "class": "identity",
          "subclass": "",
          "locality": "organization",
          "rights": {
            "permissionSets": [
              "IAMReadOnly",
              "IAMApplicationReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100"
        },
        {
          "id": "scaleway.iam.user",
          "title": "IAM user",
          "class": "identity",
          "subclass": "",
          "locality": "organization",
          "rights": {
            "permissionSets": [
              "IAMReadOnly",
              "IAMUserReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.iam.group",
          "title": "IAM group",
          "class": "identity",
          "subclass": "",
          "locality": "organization",
          "rights": {
            "permissionSets": [
              "IAMReadOnly",
              "IAMGroupReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.iam.policy",
          "title": "IAM policy",
          "class": "identity",
          "subclass": "",
          "locality": "organization",
          "rights": {
            "permissionSets": [
              "IAMReadOnly",
              "IAMPolicyReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.iam.api-key",
          "title": "API key",
          "class": "identity",
          "subclass": "",
          "locality": "organization",
          "rights": {
            "permissionSets": [
              "IAMReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.iam.ssh-key",
          "title": "SSH key",
          "class": "identity",
          "subclass": "",
          "locality": "project",
          "rights": {
            "permissionSets": [
              "SSHKeysReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.inference.deployment",
          "title": "Inference deployment (Generative APIs, dedicated)",
          "family": "analytics",
          "class": "analytics",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "InferenceReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.inference.model",
          "title": "Custom model",
          "family": "analytics",
          "class": "analytics",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "InferenceReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.instance.server",
          "title": "Instance",
          "family": "compute",
          "class": "compute",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "InstancesReadOnly"
            ]
          },
          "byDefault": true,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone + the list of scaleway.block.volume where that is not read + the list of scaleway.ipam.ip where that is not read"
        },
        {
          "id": "scaleway.instance.volume",
          "title": "Instance volume (local)",
          "family": "storage",
          "class": "block-storage",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "InstancesReadOnly"
            ]
          },
          "byDefault": true,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
        },
        {
          "id": "scaleway.instance.snapshot",
          "title": "Instance snapshot (local)",
          "family": "backups",
          "class": "block-storage",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "InstancesReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
        },
        {
          "id": "scaleway.instance.image",
          "title": "Private image",
          "family": "backups",
          "class": "block-storage",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "InstancesReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
        },
        {
          "id": "scaleway.instance.ip",
          "title": "Flexible IP",
          "class": "network",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "InstancesReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.instance.security-group",
          "title": "Security group",
          "class": "network",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "InstancesReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.instance.placement-group",
          "title": "Placement group",
          "class": "compute",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "InstancesReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.instance.template",
          "title": "Instance template",
          "class": "compute",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "InstancesReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.interlink.link",
          "title": "InterLink link",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "InterlinkReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.interlink.dedicated-connection",
          "title": "InterLink dedicated connection",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "InterlinkReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.interlink.routing-policy",
          "title": "InterLink routing policy",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "InterlinkReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.ipam.ip",
          "title": "IPAM address",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "IPAMReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.key-manager.key",
          "title": "Key Manager key",
          "class": "security",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "KeyManagerReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.kubernetes.cluster",
          "title": "Kapsule or Kosmos cluster",
          "family": "containers",
          "class": "compute",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "KubernetesReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.kubernetes.pool",
          "title": "Kubernetes pool",
          "family": "containers",
          "class": "compute",
          "subclass": "",
          "locality": "region",
          "below": "scaleway.kubernetes.cluster",
          "rights": {
            "permissionSets": [
              "KubernetesReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.kubernetes.cluster"
        },
        {
          "id": "scaleway.kubernetes.node",
          "title": "Kubernetes node",
          "class": "compute",
          "subclass": "",
          "locality": "region",
          "below": "scaleway.kubernetes.cluster",
          "rights": {
            "permissionSets": [
              "KubernetesReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.load-balancer.load-balancer",
          "title": "Load Balancer",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "LoadBalancersReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
        },
        {
          "id": "scaleway.load-balancer.ip",
          "title": "Load Balancer IP",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "LoadBalancersReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
        },
        {
          "id": "scaleway.load-balancer.frontend",
          "title": "Load Balancer frontend",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "zone",
          "below": "scaleway.load-balancer.load-balancer",
          "rights": {
            "permissionSets": [
              "LoadBalancersReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.load-balancer.load-balancer"
        },
        {
          "id": "scaleway.load-balancer.backend",
          "title": "Load Balancer backend",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "zone",
          "below": "scaleway.load-balancer.load-balancer",
          "rights": {
            "permissionSets": [
              "LoadBalancersReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.load-balancer.load-balancer"
        },
        {
          "id": "scaleway.load-balancer.certificate",
          "title": "Load Balancer certificate",
          "family": "security",
          "class": "security",
          "subclass": "",
          "locality": "zone",
          "below": "scaleway.load-balancer.load-balancer",
          "rights": {
            "permissionSets": [
              "LoadBalancersReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.load-balancer.load-balancer"
        },
        {
          "id": "scaleway.load-balancer.route",
          "title": "Load Balancer route",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "zone",
          "below": "scaleway.load-balancer.frontend",
          "rights": {
            "permissionSets": [
              "LoadBalancersReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.load-balancer.frontend"
        },
        {
          "id": "scaleway.mongodb.instance",
          "title": "Managed MongoDB",
          "class": "database",
          "subclass": "mongodb",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "MongoDBReadOnly"
            ]
          },
          "byDefault": true,
          "optional": true,
          "required": false
        },
        {
          "id": "scaleway.mongodb.snapshot",
          "title": "MongoDB snapshot",
          "class": "database",
          "subclass": "mongodb",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "MongoDBReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.mongodb.database",
          "title": "MongoDB database",
          "class": "database",
          "subclass": "mongodb",
          "locality": "region",
          "below": "scaleway.mongodb.instance",
          "rights": {
            "permissionSets": [
              "MongoDBReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.object.bucket",
          "title": "Object Storage bucket",
          "family": "storage",
          "class": "object-storage",
          "subclass": "s3",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "ObjectStorageReadOnly",
              "ObjectStorageBucketsRead"
            ]
          },
          "byDefault": true,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 a region"
        },
        {
          "id": "scaleway.public-gateway.gateway",
          "title": "Public Gateway",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "VPCGatewayReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
        },
        {
          "id": "scaleway.public-gateway.ip",
          "title": "Public Gateway IP",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "VPCGatewayReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
        },
        {
          "id": "scaleway.queues.nats-account",
          "title": "NATS account",
          "family": "messaging",
          "class": "messaging",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "MessagingAndQueuingReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.queues.sqs",
          "title": "Queues (SQS) activation",
          "family": "messaging",
          "class": "messaging",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "MessagingAndQueuingReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 a region"
        },
        {
          "id": "scaleway.queues.sns",
          "title": "Topics and Events (SNS) activation",
          "family": "messaging",
          "class": "messaging",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "MessagingAndQueuingReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 a region"
        },
        {
          "id": "scaleway.rdb.instance",
          "title": "Managed PostgreSQL or MySQL",
          "family": "databases",
          "class": "database",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "RelationalDatabasesReadOnly"
            ]
          },
          "byDefault": true,
          "optional": true,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.rdb.backup",
          "title": "Managed database backup (logical)",
          "family": "backups",
          "class": "database",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "RelationalDatabasesReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.rdb.snapshot",
          "title": "Managed database snapshot",
          "class": "database",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "RelationalDatabasesReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.rdb.database",
          "title": "Managed database's logical database",
          "class": "database",
          "subclass": "",
          "locality": "region",
          "below": "scaleway.rdb.instance",
          "rights": {
            "permissionSets": [
              "RelationalDatabasesReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.redis.cluster",
          "title": "Managed Redis",
          "family": "databases",
          "class": "database",
          "subclass": "redis",
          "locality": "zone",
          "rights": {
            "permissionSets": [
              "RedisReadOnly"
            ]
          },
          "byDefault": true,
          "optional": true,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
        },
        {
          "id": "scaleway.registry.namespace",
          "title": "Container Registry namespace",
          "class": "registry",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "ContainerRegistryReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.registry.image",
          "title": "Container image",
          "class": "registry",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "ContainerRegistryReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.secret.secret",
          "title": "Secret",
          "family": "security",
          "class": "security",
          "subclass": "secret-manager",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "SecretManagerReadOnly"
            ]
          },
          "byDefault": true,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.secret.version",
          "title": "Secret version",
          "class": "security",
          "subclass": "secret-manager",
          "locality": "region",
          "below": "scaleway.secret.secret",
          "rights": {
            "permissionSets": [
              "SecretManagerReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.serverless-sql.database",
          "title": "Serverless SQL Database",
          "class": "database",
          "subclass": "postgresql",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "ServerlessSQLDatabaseReadOnly"
            ]
          },
          "byDefault": true,
          "optional": true,
          "required": false
        },
        {
          "id": "scaleway.serverless-sql.backup",
          "title": "Serverless SQL Database backup",
          "class": "database",
          "subclass": "postgresql",
          "locality": "region",
          "below": "scaleway.serverless-sql.database",
          "rights": {
            "permissionSets": [
              "ServerlessSQLDatabaseReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "scaleway.site-vpn.gateway",
          "title": "Site-to-Site VPN gateway",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "SiteToSiteVPNReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.site-vpn.customer-gateway",
          "title": "Site-to-Site VPN customer gateway",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "SiteToSiteVPNReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.site-vpn.connection",
          "title": "Site-to-Site VPN connection",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "SiteToSiteVPNReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.site-vpn.routing-policy",
          "title": "Site-to-Site VPN routing policy",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "SiteToSiteVPNReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.vpc.vpc",
          "title": "VPC",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "VPCReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.vpc.private-network",
          "title": "Private Network",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "PrivateNetworksReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.webhosting.hosting",
          "title": "Web Hosting plan",
          "family": "web",
          "class": "service",
          "subclass": "ftp",
          "locality": "region",
          "rights": {
            "permissionSets": [
              "WebHostingReadOnly"
            ]
          },
          "byDefault": true,
          "optional": true,
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.webhosting.backup",
          "title": "Web Hosting backup",
          "family": "backups",
          "class": "service",
          "subclass": "",
          "locality": "region",
          "below": "scaleway.webhosting.hosting",
          "rights": {
            "permissionSets": [
              "WebHostingReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.webhosting.hosting"
        },
        {
          "id": "scaleway.webhosting.database",
          "title": "Web Hosting database",
          "family": "databases",
          "class": "database",
          "subclass": "mysql",
          "locality": "region",
          "below": "scaleway.webhosting.hosting",
          "rights": {
            "permissionSets": [
              "WebHostingReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.webhosting.hosting"
        },
        {
          "id": "scaleway.webhosting.ftp-account",
          "title": "Web Hosting FTP account",
          "family": "web",
          "class": "service",
          "subclass": "ftp",
          "locality": "region",
          "below": "scaleway.webhosting.hosting",
          "rights": {
            "permissionSets": [
              "WebHostingReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.webhosting.hosting"
        },
        {
          "id": "scaleway.webhosting.mail-account",
          "title": "Web Hosting mail account",
          "family": "email",
          "class": "service",
          "subclass": "imap",
          "locality": "region",
          "below": "scaleway.webhosting.hosting",
          "rights": {
            "permissionSets": [
              "WebHostingReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": true,
          "requests": "pages of 100 below each scaleway.webhosting.hosting"
        },
        {
          "id": "scaleway.webhosting.website",
          "title": "Web Hosting website",
          "family": "web",
          "class": "service",
          "subclass": "",
          "locality": "region",
          "below": "scaleway.webhosting.hosting",
          "rights": {
            "permissionSets": [
              "WebHostingReadOnly"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.webhosting.hosting"
        }
      ]
    },
    {
      "id": "ovh-data-platform",
      "title": "OVHcloud Data Platform",
      "executable": "./dist/bin/ovh-data-platform-inventory.js",
      "transport": "grpc-stdio",
      "protocols": [
        "cloud-inventory-ovh-data-platform"
      ],
      "configSchema": "./schemas/ovh-data-platform-config.schema.json",
      "credentials": [
        {
          "kind": "ovh-data-platform-api-key",
          "title": "API key of a user or service account",
          "fields": [
            {
              "key": "api_key",
              "secret": true
            },
            {
              "key": "secret_key",
              "secret": true
            }
          ]
        }
      ],
      "endpoints": [],
      "kinds": [
        {
          "id": "ovh-data-platform.bucket",
          "title": "Data Platform bucket",
          "family": "storage",
          "class": "object-storage",
          "subclass": "",
          "locality": "project",
          "rights": {},
          "byDefault": true,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 a project"
        }
      ]
    }
  ]
};
