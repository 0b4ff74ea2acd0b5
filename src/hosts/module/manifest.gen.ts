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
      "configForm": "./schemas/ovh-config.form.json",
      "credentials": [
        {
          "kind": "ovh-application",
          "title": "API keys: application key, application secret and consumer key",
          "configSchema": "./schemas/ovh-application-config.schema.json",
          "fields": [
            {
              "key": "application_key",
              "secret": true,
              "masked": false
            },
            {
              "key": "application_secret",
              "secret": true,
              "masked": true
            },
            {
              "key": "consumer_key",
              "secret": true,
              "masked": true
            }
          ]
        },
        {
          "kind": "ovh-service-account",
          "title": "Service account: OAuth2 client id and client secret",
          "configSchema": "./schemas/ovh-service-account-config.schema.json",
          "fields": [
            {
              "key": "client_id",
              "secret": false,
              "masked": false
            },
            {
              "key": "client_secret",
              "secret": true,
              "masked": true
            }
          ]
        },
        {
          "kind": "ovh-access-token",
          "title": "Access token",
          "configSchema": "./schemas/ovh-access-token-config.schema.json",
          "fields": [
            {
              "key": "access_token",
              "secret": true,
              "masked": true
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
          "id": "ovh.account.oauth-client",
          "title": "Service account (OAuth2 client)",
          "family": "identity",
          "class": "identity",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /me/api/oauth2/client",
              "GET /me/api/oauth2/client/*"
            ],
            "actions": [
              "account:apiovh:me/api/oauth2/client/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.account.user",
          "title": "Local user of the account",
          "family": "identity",
          "class": "identity",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /me/identity/user",
              "GET /me/identity/user/*"
            ],
            "actions": [
              "account:apiovh:me/identity/user/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": true,
          "requests": "1 + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.cloud.ai-notebook",
          "title": "AI notebook",
          "family": "analytics",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 and an empty one a project"
        },
        {
          "id": "ovh.cloud.ai-notebook-backup",
          "title": "Workspace backup of an AI notebook",
          "family": "backups",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 and an empty one below each ovh.cloud.ai-notebook"
        },
        {
          "id": "ovh.cloud.ai-app",
          "title": "AI Deploy app",
          "family": "analytics",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 and an empty one a project"
        },
        {
          "id": "ovh.backup-services",
          "title": "Backup Agent tenant",
          "family": "backups",
          "class": "",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /v2/backupServices/tenant"
            ],
            "actions": [
              "backupServices:apiovh:get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.backup-services.vspc-tenant",
          "title": "Veeam Service Provider Console tenant",
          "family": "backups",
          "class": "",
          "subclass": "",
          "locality": "account",
          "below": "ovh.backup-services",
          "rights": {
            "rules": [
              "GET /v2/backupServices/tenant",
              "GET /v2/backupServices/tenant/*/vspc"
            ],
            "actions": [
              "backupServices:apiovh:get",
              "backupServices:apiovh:vspc/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages below each ovh.backup-services"
        },
        {
          "id": "ovh.backup-services.vault",
          "title": "Backup vault",
          "family": "backups",
          "class": "object-storage",
          "subclass": "",
          "locality": "account",
          "below": "ovh.backup-services",
          "rights": {
            "rules": [
              "GET /v2/backupServices/tenant",
              "GET /v2/backupServices/tenant/*/vault"
            ],
            "actions": [
              "backupServices:apiovh:get",
              "backupServices:apiovh:vault/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages below each ovh.backup-services"
        },
        {
          "id": "ovh.backup-services.agent",
          "title": "Backup agent on a machine",
          "family": "backups",
          "class": "",
          "subclass": "",
          "locality": "account",
          "below": "ovh.backup-services.vspc-tenant",
          "rights": {
            "rules": [
              "GET /v2/backupServices/tenant",
              "GET /v2/backupServices/tenant/*/vspc",
              "GET /v2/backupServices/tenant/*/vspc/*/backupAgent"
            ],
            "actions": [
              "backupServices:apiovh:get",
              "backupServices:apiovh:vspc/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages below each ovh.backup-services.vspc-tenant"
        },
        {
          "id": "ovh.ceph",
          "title": "Cloud Disk Array (Ceph)",
          "family": "storage",
          "class": "block-storage",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /dedicated/ceph",
              "GET /dedicated/ceph/*"
            ],
            "actions": [
              "dedicatedCeph:apiovh:get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.ceph.pool",
          "title": "Pool of a Cloud Disk Array",
          "family": "storage",
          "class": "block-storage",
          "subclass": "",
          "locality": "account",
          "below": "ovh.ceph",
          "rights": {
            "rules": [
              "GET /dedicated/ceph",
              "GET /dedicated/ceph/*/pool"
            ],
            "actions": [
              "dedicatedCeph:apiovh:get",
              "dedicatedCeph:apiovh:pool/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.ceph"
        },
        {
          "id": "ovh.ceph.file-system",
          "title": "CephFS of a Cloud Disk Array",
          "family": "storage",
          "class": "file-storage",
          "subclass": "",
          "locality": "account",
          "below": "ovh.ceph",
          "rights": {
            "rules": [
              "GET /dedicated/ceph",
              "GET /dedicated/ceph/*/cephfs"
            ],
            "actions": [
              "dedicatedCeph:apiovh:get",
              "dedicatedCeph:apiovh:cephfs/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.ceph"
        },
        {
          "id": "ovh.cloud.floating-ip",
          "title": "Floating IP",
          "family": "network",
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
          "required": false,
          "personal": false,
          "requests": "1 a region"
        },
        {
          "id": "ovh.cloud.ip",
          "title": "Public IP of a project",
          "family": "network",
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
          "required": false,
          "personal": false,
          "requests": "1 a project"
        },
        {
          "id": "ovh.cloud.failover-ip",
          "title": "Additional IP routed to a project",
          "family": "network",
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
          "required": false,
          "personal": false,
          "requests": "1 a project"
        },
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
          "id": "ovh.cloud.database-backup",
          "title": "Backup of a managed database",
          "family": "backups",
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
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.cloud.database + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.cloud.logical-database",
          "title": "Database inside a managed service (MySQL, PostgreSQL, ClickHouse)",
          "family": "databases",
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
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.cloud.database + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.cloud.kafka-topic",
          "title": "Topic of a managed Kafka",
          "family": "messaging",
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
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.cloud.database + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.cloud.opensearch-index",
          "title": "Index of a managed OpenSearch",
          "family": "databases",
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
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.cloud.database + 1 an item / 50 in batches"
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
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": true,
          "optional": true,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.dedicated-server.backup-storage",
          "title": "Backup Storage (FTP, NFS, CIFS) of a dedicated server",
          "family": "backups",
          "class": "service",
          "subclass": "ftp",
          "locality": "account",
          "below": "ovh.dedicated-server",
          "rights": {
            "rules": [
              "GET /dedicated/server",
              "GET /dedicated/server/*/features/backupFTP"
            ],
            "actions": [
              "dedicatedServer:apiovh:get",
              "dedicatedServer:apiovh:features/backupFTP/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.dedicated-server"
        },
        {
          "id": "ovh.domain",
          "title": "Domain name",
          "family": "domains",
          "class": "",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /domain",
              "GET /domain/*"
            ],
            "actions": [
              "domain:apiovh:get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.dns-zone",
          "title": "DNS zone",
          "family": "domains",
          "class": "network",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /domain/zone",
              "GET /domain/zone/*"
            ],
            "actions": [
              "dnsZone:apiovh:get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.email-domain",
          "title": "MX Plan e-mail domain",
          "family": "email",
          "class": "service",
          "subclass": "imap",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /email/domain",
              "GET /email/domain/*"
            ],
            "actions": [
              "emailDomain:apiovh:get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.email-domain.mailbox",
          "title": "Mailbox of MX Plan",
          "family": "email",
          "class": "service",
          "subclass": "imap",
          "locality": "account",
          "below": "ovh.email-domain",
          "rights": {
            "rules": [
              "GET /email/domain",
              "GET /email/domain/*/account",
              "GET /email/domain/*/account/*"
            ],
            "actions": [
              "emailDomain:apiovh:get",
              "emailDomain:apiovh:account/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": true,
          "requests": "1 below each ovh.email-domain + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.email-mxplan",
          "title": "MX Plan (newer) service",
          "family": "email",
          "class": "service",
          "subclass": "imap",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /email/mxplan",
              "GET /email/mxplan/*"
            ],
            "actions": [
              "emailMxplan:apiovh:get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.email-mxplan.mailbox",
          "title": "Mailbox of MX Plan (newer)",
          "family": "email",
          "class": "service",
          "subclass": "imap",
          "locality": "account",
          "below": "ovh.email-mxplan",
          "rights": {
            "rules": [
              "GET /email/mxplan",
              "GET /email/mxplan/*/account",
              "GET /email/mxplan/*/account/*"
            ],
            "actions": [
              "emailMxplan:apiovh:get",
              "emailMxplan:apiovh:account/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": true,
          "requests": "1 below each ovh.email-mxplan + 1 an item"
        },
        {
          "id": "ovh.email-pro",
          "title": "E-mail Pro service",
          "family": "email",
          "class": "service",
          "subclass": "imap",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /email/pro",
              "GET /email/pro/*"
            ],
            "actions": [
              "emailPro:apiovh:get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.email-pro.mailbox",
          "title": "Mailbox of E-mail Pro",
          "family": "email",
          "class": "service",
          "subclass": "imap",
          "locality": "account",
          "below": "ovh.email-pro",
          "rights": {
            "rules": [
              "GET /email/pro",
              "GET /email/pro/*/account",
              "GET /email/pro/*/account/*"
            ],
            "actions": [
              "emailPro:apiovh:get",
              "emailPro:apiovh:account/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": true,
          "requests": "1 below each ovh.email-pro + 1 an item"
        },
        {
          "id": "ovh.exchange",
          "title": "Exchange service",
          "family": "email",
          "class": "service",
          "subclass": "imap",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /email/exchange",
              "GET /email/exchange/*/service",
              "GET /email/exchange/*/service/*"
            ],
            "actions": [
              "emailExchange:apiovh:get",
              "emailExchange:apiovh:service/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.exchange.organization + 1 an item"
        },
        {
          "id": "ovh.exchange.mailbox",
          "title": "Mailbox of Exchange",
          "family": "email",
          "class": "service",
          "subclass": "imap",
          "locality": "account",
          "below": "ovh.exchange",
          "rights": {
            "rules": [
              "GET /email/exchange",
              "GET /email/exchange/*/service",
              "GET /email/exchange/*/service/*/account",
              "GET /email/exchange/*/service/*/account/*"
            ],
            "actions": [
              "emailExchange:apiovh:get",
              "emailExchange:apiovh:service/get",
              "emailExchange:apiovh:service/account/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": true,
          "requests": "1 below each ovh.exchange + 1 an item"
        },
        {
          "id": "ovh.exchange.shared-mailbox",
          "title": "Shared mailbox of Exchange",
          "family": "email",
          "class": "service",
          "subclass": "imap",
          "locality": "account",
          "below": "ovh.exchange",
          "rights": {
            "rules": [
              "GET /email/exchange",
              "GET /email/exchange/*/service",
              "GET /email/exchange/*/service/*/sharedAccount",
              "GET /email/exchange/*/service/*/sharedAccount/*"
            ],
            "actions": [
              "emailExchange:apiovh:get",
              "emailExchange:apiovh:service/get",
              "emailExchange:apiovh:service/sharedAccount/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.exchange + 1 an item"
        },
        {
          "id": "ovh.exchange.resource-mailbox",
          "title": "Resource mailbox of Exchange (room, equipment)",
          "family": "email",
          "class": "service",
          "subclass": "imap",
          "locality": "account",
          "below": "ovh.exchange",
          "rights": {
            "rules": [
              "GET /email/exchange",
              "GET /email/exchange/*/service",
              "GET /email/exchange/*/service/*/resourceAccount",
              "GET /email/exchange/*/service/*/resourceAccount/*"
            ],
            "actions": [
              "emailExchange:apiovh:get",
              "emailExchange:apiovh:service/get",
              "emailExchange:apiovh:service/resourceAccount/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.exchange + 1 an item"
        },
        {
          "id": "ovh.exchange.public-folder",
          "title": "Public folder of Exchange",
          "family": "email",
          "class": "service",
          "subclass": "",
          "locality": "account",
          "below": "ovh.exchange",
          "rights": {
            "rules": [
              "GET /email/exchange",
              "GET /email/exchange/*/service",
              "GET /email/exchange/*/service/*/publicFolder",
              "GET /email/exchange/*/service/*/publicFolder/*"
            ],
            "actions": [
              "emailExchange:apiovh:get",
              "emailExchange:apiovh:service/get",
              "emailExchange:apiovh:service/publicFolder/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.exchange + 1 an item"
        },
        {
          "id": "ovh.cloud.share",
          "title": "File Storage share (NFS)",
          "family": "storage",
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
          "required": false,
          "personal": false,
          "requests": "1 a region"
        },
        {
          "id": "ovh.cloud.share-snapshot",
          "title": "Snapshot of a file share",
          "family": "backups",
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
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.cloud.share"
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
          "id": "ovh.hycu-license",
          "title": "HYCU licence (backup for Nutanix)",
          "family": "backups",
          "class": "",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /license/hycu",
              "GET /license/hycu/*"
            ],
            "actions": [
              "licenseHycu:apiovh:get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.iam.resource-group",
          "title": "IAM resource group",
          "family": "identity",
          "class": "identity",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /v2/iam/resourceGroup"
            ],
            "actions": [
              "account:apiovh:iam/resourceGroup/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages"
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
          "id": "ovh.cloud.instance-group",
          "title": "Instance group (anti-affinity)",
          "family": "compute",
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
          "id": "ovh.ip",
          "title": "IP block",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /ip",
              "GET /ip/*"
            ],
            "actions": [
              "ip:apiovh:get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.ip-load-balancer",
          "title": "OVHcloud Load Balancer (IPLB)",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /ipLoadbalancing",
              "GET /ipLoadbalancing/*"
            ],
            "actions": [
              "loadbalancer:apiovh:get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.ip-load-balancer.certificate",
          "title": "Certificate of an IPLB",
          "family": "security",
          "class": "security",
          "subclass": "",
          "locality": "account",
          "below": "ovh.ip-load-balancer",
          "rights": {
            "rules": [
              "GET /ipLoadbalancing",
              "GET /ipLoadbalancing/*/ssl",
              "GET /ipLoadbalancing/*/ssl/*"
            ],
            "actions": [
              "loadbalancer:apiovh:get",
              "loadbalancer:apiovh:ssl/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.ip-load-balancer + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.cloud.key-manager-secret",
          "title": "Key Manager secret (Barbican)",
          "family": "security",
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
          "required": false,
          "personal": false,
          "requests": "1 a region"
        },
        {
          "id": "ovh.cloud.key-manager-certificate",
          "title": "Key Manager certificate (Barbican)",
          "family": "security",
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
          "required": false,
          "personal": false,
          "requests": "1 a region"
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
          "id": "ovh.cloud.load-balancer",
          "title": "Public Cloud load balancer (Octavia)",
          "family": "network",
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
          "required": false,
          "personal": false,
          "requests": "1 a region"
        },
        {
          "id": "ovh.logs",
          "title": "Logs Data Platform account",
          "family": "observability",
          "class": "observability",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /dbaas/logs",
              "GET /dbaas/logs/*"
            ],
            "actions": [
              "ldp:apiovh:get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.logs.stream",
          "title": "Log stream",
          "family": "observability",
          "class": "observability",
          "subclass": "",
          "locality": "account",
          "below": "ovh.logs",
          "rights": {
            "rules": [
              "GET /dbaas/logs",
              "GET /dbaas/logs/*/output/graylog/stream",
              "GET /dbaas/logs/*/output/graylog/stream/*"
            ],
            "actions": [
              "ldp:apiovh:get",
              "ldp:apiovh:output/graylog/stream/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.logs + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.logs.index",
          "title": "OpenSearch index of Logs Data Platform",
          "family": "observability",
          "class": "observability",
          "subclass": "",
          "locality": "account",
          "below": "ovh.logs",
          "rights": {
            "rules": [
              "GET /dbaas/logs",
              "GET /dbaas/logs/*/output/opensearch/index",
              "GET /dbaas/logs/*/output/opensearch/index/*"
            ],
            "actions": [
              "ldp:apiovh:get",
              "ldp:apiovh:output/opensearch/index/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.logs + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.nasha",
          "title": "NAS-HA",
          "family": "storage",
          "class": "",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /dedicated/nasha",
              "GET /dedicated/nasha/*"
            ],
            "actions": [
              "nasHA:apiovh:get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.nasha.partition",
          "title": "NAS-HA partition",
          "family": "storage",
          "class": "file-storage",
          "subclass": "",
          "locality": "account",
          "below": "ovh.nasha",
          "rights": {
            "rules": [
              "GET /dedicated/nasha",
              "GET /dedicated/nasha/*",
              "GET /dedicated/nasha/*/partition",
              "GET /dedicated/nasha/*/partition/*"
            ],
            "actions": [
              "nasHA:apiovh:get",
              "nasHA:apiovh:partition/get"
            ],
            "optionalRules": [
              "GET /dedicated/nasha/*/partition/*/snapshot"
            ],
            "optionalActions": [
              "nasHA:apiovh:partition/snapshot/get"
            ]
          },
          "byDefault": true,
          "optional": true,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.nasha + 1 an item / 50 in batches + 1 an item for facts"
        },
        {
          "id": "ovh.nasha.custom-snapshot",
          "title": "Manual snapshot of a NAS-HA partition",
          "family": "backups",
          "class": "file-storage",
          "subclass": "",
          "locality": "account",
          "below": "ovh.nasha.partition",
          "rights": {
            "rules": [
              "GET /dedicated/nasha",
              "GET /dedicated/nasha/*",
              "GET /dedicated/nasha/*/partition",
              "GET /dedicated/nasha/*/partition/*/customSnapshot",
              "GET /dedicated/nasha/*/partition/*/customSnapshot/*"
            ],
            "actions": [
              "nasHA:apiovh:get",
              "nasHA:apiovh:partition/get",
              "nasHA:apiovh:partition/customSnapshot/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.nasha.partition + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.netapp",
          "title": "Enterprise File Storage service",
          "family": "storage",
          "class": "",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /storage/netapp"
            ],
            "actions": [
              "storageNetApp:apiovh:get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.netapp.share",
          "title": "Enterprise File Storage share",
          "family": "storage",
          "class": "file-storage",
          "subclass": "",
          "locality": "account",
          "below": "ovh.netapp",
          "rights": {
            "rules": [
              "GET /storage/netapp",
              "GET /storage/netapp/*/share"
            ],
            "actions": [
              "storageNetApp:apiovh:get",
              "storageNetApp:apiovh:share/get"
            ],
            "optionalRules": [
              "GET /storage/netapp/*/share/*/accessPath",
              "GET /storage/netapp/*/share/*/snapshotPolicy",
              "GET /storage/netapp/*/share/*/snapshot"
            ],
            "optionalActions": [
              "storageNetApp:apiovh:share/accessPath/get",
              "storageNetApp:apiovh:share/snapshotPolicy/get",
              "storageNetApp:apiovh:share/snapshot/get"
            ]
          },
          "byDefault": true,
          "optional": true,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.netapp + 3 an item for facts"
        },
        {
          "id": "ovh.netapp.share-snapshot",
          "title": "Snapshot of an Enterprise File Storage share",
          "family": "backups",
          "class": "file-storage",
          "subclass": "",
          "locality": "account",
          "below": "ovh.netapp.share",
          "rights": {
            "rules": [
              "GET /storage/netapp",
              "GET /storage/netapp/*/share",
              "GET /storage/netapp/*/share/*/snapshot"
            ],
            "actions": [
              "storageNetApp:apiovh:get",
              "storageNetApp:apiovh:share/get",
              "storageNetApp:apiovh:share/snapshot/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.netapp.share"
        },
        {
          "id": "ovh.netapp.snapshot-policy",
          "title": "Snapshot policy of Enterprise File Storage",
          "family": "backups",
          "class": "",
          "subclass": "",
          "locality": "account",
          "below": "ovh.netapp",
          "rights": {
            "rules": [
              "GET /storage/netapp",
              "GET /storage/netapp/*/snapshotPolicy"
            ],
            "actions": [
              "storageNetApp:apiovh:get",
              "storageNetApp:apiovh:snapshotPolicy/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.netapp"
        },
        {
          "id": "ovh.netapp.share-replication",
          "title": "Replication of an Enterprise File Storage share",
          "family": "backups",
          "class": "",
          "subclass": "",
          "locality": "account",
          "below": "ovh.netapp",
          "rights": {
            "rules": [
              "GET /storage/netapp",
              "GET /storage/netapp/*/shareReplication"
            ],
            "actions": [
              "storageNetApp:apiovh:get",
              "storageNetApp:apiovh:shareReplication/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.netapp"
        },
        {
          "id": "ovh.cloud.network",
          "title": "Private network of a project",
          "family": "network",
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
          "required": false,
          "personal": false,
          "requests": "1 a project"
        },
        {
          "id": "ovh.cloud.subnet",
          "title": "Subnet of a private network",
          "family": "network",
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
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.cloud.network"
        },
        {
          "id": "ovh.cloud.region-network",
          "title": "Network of a region (OpenStack)",
          "family": "network",
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
          "required": false,
          "personal": false,
          "requests": "1 a region"
        },
        {
          "id": "ovh.nutanix",
          "title": "Nutanix cluster",
          "family": "compute",
          "class": "hypervisor",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /nutanix",
              "GET /nutanix/*"
            ],
            "actions": [
              "nutanix:apiovh:get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches + ovh.iam.resource once a run where needed"
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
          "id": "ovh.cloud.cold-archive",
          "title": "Cold Archive bucket (tape)",
          "family": "storage",
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
          "required": false,
          "personal": false,
          "requests": "1 a region"
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
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages + ovh.iam.resource once a run where needed"
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
          "id": "ovh.okms.service-key",
          "title": "Service key of a KMS domain",
          "family": "security",
          "class": "security",
          "subclass": "",
          "locality": "account",
          "below": "ovh.okms",
          "rights": {
            "rules": [
              "GET /v2/okms/resource",
              "GET /v2/okms/resource/*/serviceKey"
            ],
            "actions": [
              "okms:apiovh:resource/get",
              "okms:apiovh:serviceKey/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages below each ovh.okms"
        },
        {
          "id": "ovh.okms.credential",
          "title": "Access certificate of a KMS domain",
          "family": "security",
          "class": "security",
          "subclass": "",
          "locality": "account",
          "below": "ovh.okms",
          "rights": {
            "rules": [
              "GET /v2/okms/resource",
              "GET /v2/okms/resource/*/credential"
            ],
            "actions": [
              "okms:apiovh:resource/get",
              "okms:apiovh:credential/get"
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
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": true,
          "optional": true,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches + ovh.iam.resource once a run where needed"
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
          "id": "ovh.private-cloud.datastore",
          "title": "Datastore of a Private Cloud datacenter",
          "family": "storage",
          "class": "block-storage",
          "subclass": "",
          "locality": "account",
          "below": "ovh.private-cloud.datacenter",
          "rights": {
            "rules": [
              "GET /dedicatedCloud",
              "GET /dedicatedCloud/*/datacenter",
              "GET /dedicatedCloud/*/datacenter/*/filer",
              "GET /dedicatedCloud/*/datacenter/*/filer/*"
            ],
            "actions": [
              "pccVMware:apiovh:get",
              "pccVMware:apiovh:datacenter/get",
              "pccVMware:apiovh:datacenter/filer/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.private-cloud.datacenter + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.private-cloud.global-datastore",
          "title": "Global datastore of a Private Cloud",
          "family": "storage",
          "class": "block-storage",
          "subclass": "",
          "locality": "account",
          "below": "ovh.private-cloud",
          "rights": {
            "rules": [
              "GET /dedicatedCloud",
              "GET /dedicatedCloud/*/filer",
              "GET /dedicatedCloud/*/filer/*"
            ],
            "actions": [
              "pccVMware:apiovh:get",
              "pccVMware:apiovh:filer/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.private-cloud + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.private-cloud.managed-backup",
          "title": "Veeam Managed Backup of a datacenter",
          "family": "backups",
          "class": "",
          "subclass": "",
          "locality": "account",
          "below": "ovh.private-cloud.datacenter",
          "rights": {
            "rules": [
              "GET /dedicatedCloud",
              "GET /dedicatedCloud/*/datacenter",
              "GET /dedicatedCloud/*/datacenter/*/backup"
            ],
            "actions": [
              "pccVMware:apiovh:get",
              "pccVMware:apiovh:datacenter/get",
              "pccVMware:apiovh:datacenter/backup/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.private-cloud.datacenter"
        },
        {
          "id": "ovh.private-cloud.backup-repository",
          "title": "Backup repository of a Private Cloud",
          "family": "backups",
          "class": "",
          "subclass": "",
          "locality": "account",
          "below": "ovh.private-cloud",
          "rights": {
            "rules": [
              "GET /dedicatedCloud",
              "GET /dedicatedCloud/*/backupRepository",
              "GET /dedicatedCloud/*/backupRepository/*"
            ],
            "actions": [
              "pccVMware:apiovh:get",
              "pccVMware:apiovh:backupRepository/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.private-cloud + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.private-cloud.disaster-recovery",
          "title": "Zerto disaster recovery of a datacenter",
          "family": "backups",
          "class": "",
          "subclass": "",
          "locality": "account",
          "below": "ovh.private-cloud.datacenter",
          "rights": {
            "rules": [
              "GET /dedicatedCloud",
              "GET /dedicatedCloud/*/datacenter",
              "GET /dedicatedCloud/*/datacenter/*/disasterRecovery/zerto/status"
            ],
            "actions": [
              "pccVMware:apiovh:get",
              "pccVMware:apiovh:datacenter/get",
              "pccVMware:apiovh:datacenter/disasterRecovery/zerto/status/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.private-cloud.datacenter"
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
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": true,
          "optional": false,
          "required": true,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.cloud.rancher",
          "title": "Managed Rancher",
          "family": "containers",
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
          "required": false,
          "personal": false,
          "requests": "pages a project"
        },
        {
          "id": "ovh.cloud.registry",
          "title": "Managed Private Registry (Harbor)",
          "family": "containers",
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
          "required": false,
          "personal": false,
          "requests": "1 a project"
        },
        {
          "id": "ovh.ssl-certificate",
          "title": "SSL certificate",
          "family": "security",
          "class": "security",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /ssl",
              "GET /ssl/*"
            ],
            "actions": [
              "ssl:apiovh:get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.cloud.user",
          "title": "OpenStack or S3 user of a project",
          "family": "identity",
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
          "required": false,
          "personal": true,
          "requests": "1 a project"
        },
        {
          "id": "ovh.cloud.ssh-key",
          "title": "SSH key of a project",
          "family": "security",
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
          "required": false,
          "personal": false,
          "requests": "1 a project"
        },
        {
          "id": "ovh.veeam-enterprise",
          "title": "Veeam Enterprise licence service",
          "family": "backups",
          "class": "",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /veeam/veeamEnterprise",
              "GET /veeam/veeamEnterprise/*"
            ],
            "actions": [
              "veeamEnterprise:apiovh:get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.veeam-cloud-connect",
          "title": "Veeam Cloud Connect",
          "family": "backups",
          "class": "",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /veeamCloudConnect",
              "GET /veeamCloudConnect/*"
            ],
            "actions": [
              "veeamCloudConnect:apiovh:get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.veeam-cloud-connect.repository",
          "title": "Repository of Veeam Cloud Connect",
          "family": "backups",
          "class": "",
          "subclass": "",
          "locality": "account",
          "below": "ovh.veeam-cloud-connect",
          "rights": {
            "rules": [
              "GET /veeamCloudConnect",
              "GET /veeamCloudConnect/*/backupRepository",
              "GET /veeamCloudConnect/*/backupRepository/*"
            ],
            "actions": [
              "veeamCloudConnect:apiovh:get",
              "veeamCloudConnect:apiovh:backupRepository/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.veeam-cloud-connect + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.vmware-cloud-director",
          "title": "VMware Cloud Director organization",
          "family": "compute",
          "class": "hypervisor",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /v2/vmwareCloudDirector/organization"
            ],
            "actions": [
              "vmwareCloudDirector:apiovh:organization/get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.vmware-cloud-director.virtual-datacenter",
          "title": "Virtual datacenter of VMware Cloud Director",
          "family": "compute",
          "class": "",
          "subclass": "",
          "locality": "account",
          "below": "ovh.vmware-cloud-director",
          "rights": {
            "rules": [
              "GET /v2/vmwareCloudDirector/organization",
              "GET /v2/vmwareCloudDirector/organization/*/virtualDataCenter"
            ],
            "actions": [
              "vmwareCloudDirector:apiovh:organization/get",
              "vmwareCloudDirector:apiovh:organization/virtualDataCenter/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages below each ovh.vmware-cloud-director"
        },
        {
          "id": "ovh.vmware-cloud-director.storage",
          "title": "Storage of a VMware Cloud Director datacenter",
          "family": "storage",
          "class": "block-storage",
          "subclass": "",
          "locality": "account",
          "below": "ovh.vmware-cloud-director.virtual-datacenter",
          "rights": {
            "rules": [
              "GET /v2/vmwareCloudDirector/organization",
              "GET /v2/vmwareCloudDirector/organization/*/virtualDataCenter",
              "GET /v2/vmwareCloudDirector/organization/*/virtualDataCenter/*/storage"
            ],
            "actions": [
              "vmwareCloudDirector:apiovh:organization/get",
              "vmwareCloudDirector:apiovh:organization/virtualDataCenter/get",
              "vmwareCloudDirector:apiovh:organization/virtualDataCenter/storage/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages below each ovh.vmware-cloud-director.virtual-datacenter"
        },
        {
          "id": "ovh.vmware-cloud-director.backup",
          "title": "Managed backup of VMware Cloud Director",
          "family": "backups",
          "class": "",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /v2/vmwareCloudDirector/backup"
            ],
            "actions": [
              "vmwareCloudDirectorBackup:apiovh:get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages + ovh.iam.resource once a run where needed"
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
              "GET /vps/*/automatedBackup",
              "GET /v2/iam/resource"
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
          "requests": "1 + 1 an item / 50 in batches + 2 an item for facts + ovh.iam.resource once a run where needed"
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
        },
        {
          "id": "ovh.vps.automated-backup",
          "title": "Automated backup of a VPS",
          "family": "backups",
          "class": "block-storage",
          "subclass": "",
          "locality": "account",
          "below": "ovh.vps",
          "rights": {
            "rules": [
              "GET /vps",
              "GET /vps/*/automatedBackup"
            ],
            "actions": [
              "vps:apiovh:get",
              "vps:apiovh:automatedBackup/get"
            ],
            "optionalRules": [
              "GET /vps/*/automatedBackup/restorePoints"
            ],
            "optionalActions": [
              "vps:apiovh:automatedBackup/restorePoints/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.vps + 1 an item for facts"
        },
        {
          "id": "ovh.vps.backup-storage",
          "title": "FTP backup space of a VPS",
          "family": "backups",
          "class": "service",
          "subclass": "ftp",
          "locality": "account",
          "below": "ovh.vps",
          "rights": {
            "rules": [
              "GET /vps",
              "GET /vps/*/backupftp"
            ],
            "actions": [
              "vps:apiovh:get",
              "vps:apiovh:backupftp/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.vps"
        },
        {
          "id": "ovh.vps.veeam-restore-point",
          "title": "Veeam restore point of a VPS",
          "family": "backups",
          "class": "block-storage",
          "subclass": "",
          "locality": "account",
          "below": "ovh.vps",
          "rights": {
            "rules": [
              "GET /vps",
              "GET /vps/*/veeam/restorePoints",
              "GET /vps/*/veeam/restorePoints/*"
            ],
            "actions": [
              "vps:apiovh:get",
              "vps:apiovh:veeam/restorePoints/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.vps + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.vrack",
          "title": "vRack",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /vrack",
              "GET /vrack/*"
            ],
            "actions": [
              "vrack:apiovh:get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.vrack-services",
          "title": "vRack Services",
          "family": "network",
          "class": "network",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /v2/vrackServices/resource"
            ],
            "actions": [
              "vrackServices:apiovh:resource/get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.web-cloud-database",
          "title": "Web Cloud Databases instance",
          "family": "databases",
          "class": "database",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /hosting/privateDatabase",
              "GET /hosting/privateDatabase/*"
            ],
            "actions": [
              "webCloudDatabases:apiovh:get"
            ],
            "optionalRules": [
              "GET /hosting/privateDatabase/*/dump",
              "GET /hosting/privateDatabase/*/whitelist",
              "GET /v2/iam/resource"
            ],
            "optionalActions": [
              "webCloudDatabases:apiovh:dump/get",
              "webCloudDatabases:apiovh:whitelist/get"
            ]
          },
          "byDefault": true,
          "optional": true,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches + 2 an item for facts + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.web-cloud-database.database",
          "title": "Database of Web Cloud Databases",
          "family": "databases",
          "class": "database",
          "subclass": "",
          "locality": "account",
          "below": "ovh.web-cloud-database",
          "rights": {
            "rules": [
              "GET /hosting/privateDatabase",
              "GET /hosting/privateDatabase/*",
              "GET /hosting/privateDatabase/*/database",
              "GET /hosting/privateDatabase/*/database/*"
            ],
            "actions": [
              "webCloudDatabases:apiovh:get",
              "webCloudDatabases:apiovh:database/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.web-cloud-database + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.web-cloud-database.dump",
          "title": "Dump of Web Cloud Databases",
          "family": "backups",
          "class": "database",
          "subclass": "",
          "locality": "account",
          "below": "ovh.web-cloud-database",
          "rights": {
            "rules": [
              "GET /hosting/privateDatabase",
              "GET /hosting/privateDatabase/*/dump",
              "GET /hosting/privateDatabase/*/dump/*"
            ],
            "actions": [
              "webCloudDatabases:apiovh:get",
              "webCloudDatabases:apiovh:dump/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.web-cloud-database + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.web-hosting",
          "title": "Web hosting",
          "family": "web",
          "class": "service",
          "subclass": "ftp",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /hosting/web",
              "GET /hosting/web/*"
            ],
            "actions": [
              "webHosting:apiovh:get"
            ],
            "optionalRules": [
              "GET /hosting/web/*/dump",
              "GET /v2/iam/resource"
            ],
            "optionalActions": [
              "webHosting:apiovh:dump/get"
            ]
          },
          "byDefault": true,
          "optional": true,
          "required": false,
          "personal": false,
          "requests": "1 + 1 an item / 50 in batches + 1 an item for facts + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.web-hosting.database",
          "title": "Database of a web hosting",
          "family": "databases",
          "class": "database",
          "subclass": "",
          "locality": "account",
          "below": "ovh.web-hosting",
          "rights": {
            "rules": [
              "GET /hosting/web",
              "GET /hosting/web/*/database",
              "GET /hosting/web/*/database/*"
            ],
            "actions": [
              "webHosting:apiovh:get",
              "webHosting:apiovh:database/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.web-hosting + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.web-hosting.database-dump",
          "title": "Database dump of a web hosting",
          "family": "backups",
          "class": "database",
          "subclass": "",
          "locality": "account",
          "below": "ovh.web-hosting",
          "rights": {
            "rules": [
              "GET /hosting/web",
              "GET /hosting/web/*/dump",
              "GET /hosting/web/*/dump/*"
            ],
            "actions": [
              "webHosting:apiovh:get",
              "webHosting:apiovh:dump/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "1 below each ovh.web-hosting + 1 an item / 50 in batches"
        },
        {
          "id": "ovh.web-hosting.website",
          "title": "Website of a web hosting",
          "family": "web",
          "class": "",
          "subclass": "",
          "locality": "account",
          "below": "ovh.web-hosting",
          "rights": {
            "rules": [
              "GET /hosting/web",
              "GET /v2/webhosting/resource/*/website"
            ],
            "actions": [
              "webHosting:apiovh:get",
              "webHosting:apiovh:website/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages below each ovh.web-hosting"
        },
        {
          "id": "ovh.cloud.backup-workflow",
          "title": "Automatic backup of an instance (workflow)",
          "family": "backups",
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
          "required": false,
          "personal": false,
          "requests": "1 a region"
        },
        {
          "id": "ovh.zimbra",
          "title": "Zimbra platform",
          "family": "email",
          "class": "service",
          "subclass": "imap",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /v2/zimbra/platform"
            ],
            "actions": [
              "zimbra:apiovh:platform/get"
            ],
            "optionalRules": [
              "GET /v2/iam/resource"
            ],
            "optionalActions": []
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages + ovh.iam.resource once a run where needed"
        },
        {
          "id": "ovh.zimbra.organization",
          "title": "Zimbra organization",
          "family": "email",
          "class": "",
          "subclass": "",
          "locality": "account",
          "below": "ovh.zimbra",
          "rights": {
            "rules": [
              "GET /v2/zimbra/platform",
              "GET /v2/zimbra/platform/*/organization"
            ],
            "actions": [
              "zimbra:apiovh:platform/get",
              "zimbra:apiovh:platform/organization/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages below each ovh.zimbra"
        },
        {
          "id": "ovh.zimbra.domain",
          "title": "Domain of a Zimbra platform",
          "family": "email",
          "class": "",
          "subclass": "",
          "locality": "account",
          "below": "ovh.zimbra",
          "rights": {
            "rules": [
              "GET /v2/zimbra/platform",
              "GET /v2/zimbra/platform/*/domain"
            ],
            "actions": [
              "zimbra:apiovh:platform/get",
              "zimbra:apiovh:platform/domain/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": false,
          "requests": "pages below each ovh.zimbra"
        },
        {
          "id": "ovh.zimbra.mailbox",
          "title": "Mailbox of Zimbra",
          "family": "email",
          "class": "service",
          "subclass": "imap",
          "locality": "account",
          "below": "ovh.zimbra",
          "rights": {
            "rules": [
              "GET /v2/zimbra/platform",
              "GET /v2/zimbra/platform/*/account"
            ],
            "actions": [
              "zimbra:apiovh:platform/get",
              "zimbra:apiovh:platform/account/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false,
          "personal": true,
          "requests": "pages below each ovh.zimbra"
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
      "configForm": "./schemas/scaleway-config.form.json",
      "credentials": [
        {
          "kind": "scaleway-api-key",
          "title": "API key: access key and secret key",
          "configSchema": "./schemas/scaleway-api-key-config.schema.json",
          "fields": [
            {
              "key": "scw_access_key",
              "secret": true,
              "masked": false
            },
            {
              "key": "scw_secret_key",
              "secret": true,
              "masked": true
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
          "family": "compute",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
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
          "family": "containers",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.containers.container",
          "title": "Serverless Container",
          "family": "containers",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.containers.namespace"
        },
        {
          "id": "scaleway.datawarehouse.deployment",
          "title": "Data Warehouse (ClickHouse)",
          "family": "analytics",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.datawarehouse.database",
          "title": "Data Warehouse database",
          "family": "analytics",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.datawarehouse.deployment"
        },
        {
          "id": "scaleway.dedibox.server",
          "title": "Dedibox server",
          "family": "compute",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
        },
        {
          "id": "scaleway.dedibox.failover-ip",
          "title": "Dedibox failover IP",
          "family": "network",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
        },
        {
          "id": "scaleway.dedibox.rpn-san",
          "title": "Dedibox RPN SAN",
          "family": "storage",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a project"
        },
        {
          "id": "scaleway.dedibox.ipv-block",
          "title": "Dedibox IPv6 block",
          "family": "network",
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
          "required": false,
          "personal": false,
          "requests": "1 a project"
        },
        {
          "id": "scaleway.dedibox.rpn-group",
          "title": "Dedibox RPN v2 group",
          "family": "network",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a project"
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
          "family": "compute",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
        },
        {
          "id": "scaleway.elastic-metal.ip",
          "title": "Elastic Metal flexible IP",
          "family": "network",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
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
          "family": "storage",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.functions.namespace",
          "title": "Serverless Functions namespace",
          "family": "containers",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.functions.function",
          "title": "Serverless Function",
          "family": "containers",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.functions.namespace"
        },
        {
          "id": "scaleway.functions.cron",
          "title": "Function cron",
          "family": "containers",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.functions.function"
        },
        {
          "id": "scaleway.functions.trigger",
          "title": "Function trigger",
          "family": "containers",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.functions.function"
        },
        {
          "id": "scaleway.functions.domain",
          "title": "Function custom domain",
          "family": "containers",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.functions.function"
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
          "family": "identity",
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
          "required": false,
          "personal": true,
          "requests": "pages of 100"
        },
        {
          "id": "scaleway.iam.group",
          "title": "IAM group",
          "family": "identity",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100"
        },
        {
          "id": "scaleway.iam.policy",
          "title": "IAM policy",
          "family": "identity",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100"
        },
        {
          "id": "scaleway.iam.api-key",
          "title": "API key",
          "family": "identity",
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
          "required": false,
          "personal": true,
          "requests": "pages of 100"
        },
        {
          "id": "scaleway.iam.ssh-key",
          "title": "SSH key",
          "family": "identity",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a project"
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
          "family": "network",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
        },
        {
          "id": "scaleway.instance.security-group",
          "title": "Security group",
          "family": "network",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
        },
        {
          "id": "scaleway.instance.placement-group",
          "title": "Placement group",
          "family": "compute",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
        },
        {
          "id": "scaleway.instance.template",
          "title": "Instance template",
          "family": "compute",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a zone"
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
          "family": "security",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
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
          "family": "databases",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.mongodb.snapshot",
          "title": "MongoDB snapshot",
          "family": "backups",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.mongodb.database",
          "title": "MongoDB database",
          "family": "databases",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.mongodb.instance"
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
          "id": "scaleway.rdb.database",
          "title": "Managed database's logical database",
          "family": "databases",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.rdb.instance"
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
          "family": "containers",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.registry.image",
          "title": "Container image",
          "family": "containers",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
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
          "family": "security",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.secret.secret"
        },
        {
          "id": "scaleway.serverless-sql.database",
          "title": "Serverless SQL Database",
          "family": "databases",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 a region"
        },
        {
          "id": "scaleway.serverless-sql.backup",
          "title": "Serverless SQL Database backup",
          "family": "backups",
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
          "required": false,
          "personal": false,
          "requests": "pages of 100 below each scaleway.serverless-sql.database"
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
      "configForm": "./schemas/ovh-data-platform-config.form.json",
      "credentials": [
        {
          "kind": "ovh-data-platform-api-key",
          "title": "API key of a user or service account",
          "configSchema": "./schemas/ovh-data-platform-api-key-config.schema.json",
          "fields": [
            {
              "key": "api_key",
              "secret": true,
              "masked": false
            },
            {
              "key": "secret_key",
              "secret": true,
              "masked": true
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
