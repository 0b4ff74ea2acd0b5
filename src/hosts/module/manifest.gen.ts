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
          "id": "ovh.cloud.ai-notebook",
          "title": "AI notebook",
          "class": "compute",
          "subclass": "",
          "locality": "project",
          "rights": {
            "rules": [
              "GET /cloud/project/*/ai/notebook"
            ],
            "actions": [
              "publicCloudProject:apiovh:ai/notebook/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.ai-notebook-backup",
          "title": "Workspace backup of an AI notebook",
          "class": "file-storage",
          "subclass": "",
          "locality": "project",
          "below": "ovh.cloud.ai-notebook",
          "rights": {
            "rules": [
              "GET /cloud/project/*/ai/notebook",
              "GET /cloud/project/*/ai/notebook/*/backup"
            ],
            "actions": [
              "publicCloudProject:apiovh:ai/notebook/get",
              "publicCloudProject:apiovh:ai/notebook/backup/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.ai-app",
          "title": "AI Deploy app",
          "class": "compute",
          "subclass": "",
          "locality": "project",
          "rights": {
            "rules": [
              "GET /cloud/project/*/ai/app"
            ],
            "actions": [
              "publicCloudProject:apiovh:ai/app/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.ai-registry",
          "title": "Docker registry known to AI tools",
          "class": "registry",
          "subclass": "",
          "locality": "project",
          "rights": {
            "rules": [
              "GET /cloud/project/*/ai/registry"
            ],
            "actions": [
              "publicCloudProject:apiovh:ai/registry/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.database",
          "title": "Managed database service",
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
          "required": false
        },
        {
          "id": "ovh.cloud.database-backup",
          "title": "Backup of a managed database",
          "class": "database",
          "subclass": "",
          "locality": "project",
          "below": "ovh.cloud.database",
          "rights": {
            "rules": [
              "GET /cloud/project/*/database/service",
              "GET /cloud/project/*/database/service/*",
              "GET /cloud/project/*/database/*/*/backup",
              "GET /cloud/project/*/database/*/*/backup/*"
            ],
            "actions": [
              "publicCloudProject:apiovh:database/service/get",
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
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.logical-database",
          "title": "Database inside a managed service (MySQL, PostgreSQL, ClickHouse)",
          "class": "database",
          "subclass": "",
          "locality": "project",
          "below": "ovh.cloud.database",
          "rights": {
            "rules": [
              "GET /cloud/project/*/database/service",
              "GET /cloud/project/*/database/service/*",
              "GET /cloud/project/*/database/*/*/database",
              "GET /cloud/project/*/database/*/*/database/*"
            ],
            "actions": [
              "publicCloudProject:apiovh:database/service/get",
              "publicCloudProject:apiovh:database/clickhouse/database/get",
              "publicCloudProject:apiovh:database/mysql/database/get",
              "publicCloudProject:apiovh:database/postgresql/database/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.kafka-topic",
          "title": "Topic of a managed Kafka",
          "class": "messaging",
          "subclass": "",
          "locality": "project",
          "below": "ovh.cloud.database",
          "rights": {
            "rules": [
              "GET /cloud/project/*/database/service",
              "GET /cloud/project/*/database/service/*",
              "GET /cloud/project/*/database/kafka/*/topic",
              "GET /cloud/project/*/database/kafka/*/topic/*"
            ],
            "actions": [
              "publicCloudProject:apiovh:database/service/get",
              "publicCloudProject:apiovh:database/kafka/topic/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.opensearch-index",
          "title": "Index of a managed OpenSearch",
          "class": "database",
          "subclass": "",
          "locality": "project",
          "below": "ovh.cloud.database",
          "rights": {
            "rules": [
              "GET /cloud/project/*/database/service",
              "GET /cloud/project/*/database/service/*",
              "GET /cloud/project/*/database/opensearch/*/index",
              "GET /cloud/project/*/database/opensearch/*/index/*"
            ],
            "actions": [
              "publicCloudProject:apiovh:database/service/get",
              "publicCloudProject:apiovh:database/opensearch/index/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.dedicated-server",
          "title": "Dedicated server",
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
          "required": false
        },
        {
          "id": "ovh.cloud.share",
          "title": "File Storage share (NFS)",
          "class": "file-storage",
          "subclass": "",
          "locality": "region",
          "rights": {
            "rules": [
              "GET /cloud/project/*/region",
              "GET /cloud/project/*/region/*",
              "GET /cloud/project/*/region/*/share"
            ],
            "actions": [
              "publicCloudProject:apiovh:region/get",
              "publicCloudProject:apiovh:region/share/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.share-snapshot",
          "title": "Snapshot of a file share",
          "class": "file-storage",
          "subclass": "",
          "locality": "region",
          "below": "ovh.cloud.share",
          "rights": {
            "rules": [
              "GET /cloud/project/*/region",
              "GET /cloud/project/*/region/*",
              "GET /cloud/project/*/region/*/share",
              "GET /cloud/project/*/region/*/share/*/snapshot"
            ],
            "actions": [
              "publicCloudProject:apiovh:region/get",
              "publicCloudProject:apiovh:region/share/get",
              "publicCloudProject:apiovh:region/share/snapshot/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.gateway",
          "title": "Gateway",
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
          "required": false
        },
        {
          "id": "ovh.iam.policy",
          "title": "IAM policy",
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
          "required": false
        },
        {
          "id": "ovh.iam.resource",
          "title": "Service that no other list names (IAM index)",
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
          "required": false
        },
        {
          "id": "ovh.cloud.instance",
          "title": "Public Cloud instance",
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
          "required": false
        },
        {
          "id": "ovh.cloud.instance-group",
          "title": "Instance group (anti-affinity)",
          "class": "",
          "subclass": "",
          "locality": "project",
          "rights": {
            "rules": [
              "GET /cloud/project/*/instance/group"
            ],
            "actions": [
              "publicCloudProject:apiovh:instance/group/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.instance-snapshot",
          "title": "Public Cloud instance snapshot or backup (private image)",
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
          "required": false
        },
        {
          "id": "ovh.cloud.floating-ip",
          "title": "Floating IP",
          "class": "network",
          "subclass": "",
          "locality": "region",
          "rights": {
            "rules": [
              "GET /cloud/project/*/region",
              "GET /cloud/project/*/region/*",
              "GET /cloud/project/*/region/*/floatingip"
            ],
            "actions": [
              "publicCloudProject:apiovh:region/get",
              "publicCloudProject:apiovh:region/floatingip/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.ip",
          "title": "Public IP of a project",
          "class": "network",
          "subclass": "",
          "locality": "project",
          "rights": {
            "rules": [
              "GET /cloud/project/*/ip"
            ],
            "actions": [
              "publicCloudProject:apiovh:ip/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.failover-ip",
          "title": "Additional IP routed to a project",
          "class": "network",
          "subclass": "",
          "locality": "project",
          "rights": {
            "rules": [
              "GET /cloud/project/*/ip/failover"
            ],
            "actions": [
              "publicCloudProject:apiovh:ip/failover/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.key-manager-secret",
          "title": "Key Manager secret (Barbican)",
          "class": "security",
          "subclass": "secret-manager",
          "locality": "region",
          "rights": {
            "rules": [
              "GET /cloud/project/*/region",
              "GET /cloud/project/*/region/*",
              "GET /cloud/project/*/region/*/keymanager/secret"
            ],
            "actions": [
              "publicCloudProject:apiovh:region/get",
              "publicCloudProject:apiovh:region/keymanager/secret/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.key-manager-certificate",
          "title": "Key Manager certificate (Barbican)",
          "class": "security",
          "subclass": "",
          "locality": "region",
          "rights": {
            "rules": [
              "GET /cloud/project/*/region",
              "GET /cloud/project/*/region/*",
              "GET /cloud/project/*/region/*/keymanager/certificate"
            ],
            "actions": [
              "publicCloudProject:apiovh:region/get",
              "publicCloudProject:apiovh:region/keymanager/certificate/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.kube",
          "title": "Managed Kubernetes cluster",
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
          "required": false
        },
        {
          "id": "ovh.cloud.kube-nodepool",
          "title": "Node pool of a Kubernetes cluster",
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
          "required": false
        },
        {
          "id": "ovh.cloud.kube-node",
          "title": "Node of a Kubernetes cluster",
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
          "required": false
        },
        {
          "id": "ovh.cloud.load-balancer",
          "title": "Public Cloud load balancer (Octavia)",
          "class": "network",
          "subclass": "",
          "locality": "region",
          "rights": {
            "rules": [
              "GET /cloud/project/*/region",
              "GET /cloud/project/*/region/*",
              "GET /cloud/project/*/region/*/loadbalancing/loadbalancer"
            ],
            "actions": [
              "publicCloudProject:apiovh:region/get",
              "publicCloudProject:apiovh:region/loadbalancing/loadbalancer/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.legacy-load-balancer",
          "title": "Load balancer of Kubernetes (IOLB, older)",
          "class": "network",
          "subclass": "",
          "locality": "project",
          "rights": {
            "rules": [
              "GET /cloud/project/*/loadbalancer",
              "GET /cloud/project/*/loadbalancer/*"
            ],
            "actions": [
              "publicCloudProject:apiovh:loadbalancer/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.network",
          "title": "Private network of a project",
          "class": "network",
          "subclass": "",
          "locality": "project",
          "rights": {
            "rules": [
              "GET /cloud/project/*/network/private"
            ],
            "actions": [
              "publicCloudProject:apiovh:network/private/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.subnet",
          "title": "Subnet of a private network",
          "class": "network",
          "subclass": "",
          "locality": "project",
          "below": "ovh.cloud.network",
          "rights": {
            "rules": [
              "GET /cloud/project/*/network/private",
              "GET /cloud/project/*/network/private/*/subnet"
            ],
            "actions": [
              "publicCloudProject:apiovh:network/private/get",
              "publicCloudProject:apiovh:network/private/subnet/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.region-network",
          "title": "Network of a region (OpenStack)",
          "class": "network",
          "subclass": "",
          "locality": "region",
          "rights": {
            "rules": [
              "GET /cloud/project/*/region",
              "GET /cloud/project/*/region/*",
              "GET /cloud/project/*/region/*/network"
            ],
            "actions": [
              "publicCloudProject:apiovh:region/get",
              "publicCloudProject:apiovh:region/network/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.bucket",
          "title": "S3 bucket",
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
          "required": false
        },
        {
          "id": "ovh.cloud.cold-archive",
          "title": "Cold Archive bucket (tape)",
          "class": "object-storage",
          "subclass": "",
          "locality": "region",
          "rights": {
            "rules": [
              "GET /cloud/project/*/region",
              "GET /cloud/project/*/region/*",
              "GET /cloud/project/*/region/*/coldArchive"
            ],
            "actions": [
              "publicCloudProject:apiovh:region/get",
              "publicCloudProject:apiovh:region/coldArchive/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.swift-container",
          "title": "Object Storage container (Swift)",
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
          "required": false
        },
        {
          "id": "ovh.okms",
          "title": "KMS domain (OKMS)",
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
          "required": false
        },
        {
          "id": "ovh.okms.secret",
          "title": "Secret of the Secret Manager",
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
          "required": false
        },
        {
          "id": "ovh.private-cloud",
          "title": "Hosted Private Cloud (vSphere)",
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
          "required": false
        },
        {
          "id": "ovh.private-cloud.datacenter",
          "title": "Virtual datacenter of a Private Cloud",
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
          "required": false
        },
        {
          "id": "ovh.private-cloud.vm",
          "title": "Virtual machine of a Private Cloud",
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
          "required": false
        },
        {
          "id": "ovh.cloud.project",
          "title": "Public Cloud project",
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
          "required": true
        },
        {
          "id": "ovh.cloud.rancher",
          "title": "Managed Rancher",
          "class": "compute",
          "subclass": "",
          "locality": "project",
          "rights": {
            "rules": [
              "GET /v2/publicCloud/project/*/rancher"
            ],
            "actions": [
              "publicCloudProject:apiovh:rancher/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.registry",
          "title": "Managed Private Registry (Harbor)",
          "class": "registry",
          "subclass": "",
          "locality": "project",
          "rights": {
            "rules": [
              "GET /cloud/project/*/containerRegistry"
            ],
            "actions": [
              "publicCloudProject:apiovh:containerRegistry/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.user",
          "title": "OpenStack or S3 user of a project",
          "class": "identity",
          "subclass": "",
          "locality": "project",
          "rights": {
            "rules": [
              "GET /cloud/project/*/user"
            ],
            "actions": [
              "publicCloudProject:apiovh:user/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.ssh-key",
          "title": "SSH key of a project",
          "class": "identity",
          "subclass": "",
          "locality": "project",
          "rights": {
            "rules": [
              "GET /cloud/project/*/sshkey"
            ],
            "actions": [
              "publicCloudProject:apiovh:sshkey/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud.volume",
          "title": "Public Cloud block volume",
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
          "required": false
        },
        {
          "id": "ovh.cloud.volume-snapshot",
          "title": "Public Cloud volume snapshot",
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
          "required": false
        },
        {
          "id": "ovh.cloud.volume-backup",
          "title": "Public Cloud volume backup",
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
          "required": false
        },
        {
          "id": "ovh.vps",
          "title": "VPS",
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
          "required": false
        },
        {
          "id": "ovh.vps.disk",
          "title": "Disk of a VPS",
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
          "required": false
        },
        {
          "id": "ovh.vps.snapshot",
          "title": "Snapshot of a VPS",
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
          "required": false
        },
        {
          "id": "ovh.cloud.backup-workflow",
          "title": "Automatic backup of an instance (workflow)",
          "class": "",
          "subclass": "",
          "locality": "region",
          "rights": {
            "rules": [
              "GET /cloud/project/*/region",
              "GET /cloud/project/*/region/*",
              "GET /cloud/project/*/region/*/workflow/backup"
            ],
            "actions": [
              "publicCloudProject:apiovh:region/get",
              "publicCloudProject:apiovh:region/workflow/backup/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
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
          "required": false
        },
        {
          "id": "scaleway.autoscaling.group",
          "title": "Autoscaling group",
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
          "required": false
        },
        {
          "id": "scaleway.block.volume",
          "title": "Block Storage volume",
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
          "required": false
        },
        {
          "id": "scaleway.block.snapshot",
          "title": "Block Storage snapshot",
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
          "required": false
        },
        {
          "id": "scaleway.edge-services.pipeline",
          "title": "Edge Services pipeline",
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
          "required": false
        },
        {
          "id": "scaleway.iam.application",
          "title": "IAM application",
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
          "required": false
        },
        {
          "id": "scaleway.instance.server",
          "title": "Instance",
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
          "required": false
        },
        {
          "id": "scaleway.instance.volume",
          "title": "Instance volume (local)",
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
          "required": false
        },
        {
          "id": "scaleway.instance.snapshot",
          "title": "Instance snapshot (local)",
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
          "required": false
        },
        {
          "id": "scaleway.instance.image",
          "title": "Private image",
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
          "required": false
        },
        {
          "id": "scaleway.kubernetes.cluster",
          "title": "Kapsule or Kosmos cluster",
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
          "required": false
        },
        {
          "id": "scaleway.kubernetes.pool",
          "title": "Kubernetes pool",
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
          "id": "scaleway.object.bucket",
          "title": "Object Storage bucket",
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
          "required": false
        },
        {
          "id": "scaleway.rdb.instance",
          "title": "Managed PostgreSQL or MySQL",
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
          "required": false
        },
        {
          "id": "scaleway.rdb.backup",
          "title": "Managed database backup (logical)",
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
          "id": "scaleway.redis.cluster",
          "title": "Managed Redis",
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
          "required": false
        },
        {
          "id": "scaleway.secret.secret",
          "title": "Secret",
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
          "required": false
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
          "class": "object-storage",
          "subclass": "",
          "locality": "project",
          "rights": {},
          "byDefault": true,
          "optional": false,
          "required": false
        }
      ]
    }
  ]
};
