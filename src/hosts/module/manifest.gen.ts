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
          "id": "ovh.account.service",
          "title": "Billed service with its expiry",
          "class": "",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /services",
              "GET /services/*"
            ],
            "actions": [
              "account:apiovh:services/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.account.oauth-client",
          "title": "Service account (OAuth2 client)",
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
          "required": false
        },
        {
          "id": "ovh.account.user",
          "title": "Local user of the account",
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
          "required": false
        },
        {
          "id": "ovh.cdn",
          "title": "CDN Infrastructure (anycast)",
          "class": "network",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /cdn/dedicated",
              "GET /cdn/dedicated/*"
            ],
            "actions": [
              "cdn:apiovh:get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.cloud-connect",
          "title": "OVHcloud Connect",
          "class": "network",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /ovhCloudConnect",
              "GET /ovhCloudConnect/*"
            ],
            "actions": [
              "ovhCloudConnect:apiovh:get"
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
          "id": "ovh.domain",
          "title": "Domain name",
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
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.dns-zone",
          "title": "DNS zone",
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
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.alldom",
          "title": "AllDom pack",
          "class": "",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /allDom",
              "GET /allDom/*"
            ],
            "actions": [
              "alldom:apiovh:get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.email-domain",
          "title": "MX Plan e-mail domain",
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
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.email-domain.mailbox",
          "title": "Mailbox of MX Plan",
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
          "required": false
        },
        {
          "id": "ovh.email-mxplan",
          "title": "MX Plan (newer) service",
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
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.email-mxplan.mailbox",
          "title": "Mailbox of MX Plan (newer)",
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
          "required": false
        },
        {
          "id": "ovh.email-pro",
          "title": "E-mail Pro service",
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
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.email-pro.mailbox",
          "title": "Mailbox of E-mail Pro",
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
          "required": false
        },
        {
          "id": "ovh.exchange",
          "title": "Exchange service",
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
          "required": false
        },
        {
          "id": "ovh.exchange.mailbox",
          "title": "Mailbox of Exchange",
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
          "required": false
        },
        {
          "id": "ovh.exchange.shared-mailbox",
          "title": "Shared mailbox of Exchange",
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
          "required": false
        },
        {
          "id": "ovh.exchange.resource-mailbox",
          "title": "Resource mailbox of Exchange (room, equipment)",
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
          "required": false
        },
        {
          "id": "ovh.exchange.public-folder",
          "title": "Public folder of Exchange",
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
          "id": "ovh.hadoop",
          "title": "Hadoop cluster",
          "class": "analytics",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /cluster/hadoop",
              "GET /cluster/hadoop/*"
            ],
            "actions": [
              "clusterHadoop:apiovh:get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.horizon-view",
          "title": "Horizon View (virtual desktops)",
          "class": "hypervisor",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /horizonView",
              "GET /horizonView/*"
            ],
            "actions": [
              "horizonView:apiovh:get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.iam.resource-group",
          "title": "IAM resource group",
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
          "id": "ovh.ip",
          "title": "IP block",
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
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.ip-load-balancer",
          "title": "OVHcloud Load Balancer (IPLB)",
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
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.ip-load-balancer.certificate",
          "title": "Certificate of an IPLB",
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
          "id": "ovh.logs",
          "title": "Logs Data Platform account",
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
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.logs.stream",
          "title": "Log stream",
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
          "required": false
        },
        {
          "id": "ovh.logs.index",
          "title": "OpenSearch index of Logs Data Platform",
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
          "required": false
        },
        {
          "id": "ovh.logs.archive",
          "title": "Cold archive of a log stream",
          "class": "observability",
          "subclass": "",
          "locality": "account",
          "below": "ovh.logs.stream",
          "rights": {
            "rules": [
              "GET /dbaas/logs",
              "GET /dbaas/logs/*/output/graylog/stream",
              "GET /dbaas/logs/*/output/graylog/stream/*/archive",
              "GET /dbaas/logs/*/output/graylog/stream/*/archive/*"
            ],
            "actions": [
              "ldp:apiovh:get",
              "ldp:apiovh:output/graylog/stream/get",
              "ldp:apiovh:output/graylog/stream/archive/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.managed-cms",
          "title": "Managed WordPress",
          "class": "service",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /v2/managedCMS/resource"
            ],
            "actions": [
              "managedCMS:apiovh:get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.managed-cms.website",
          "title": "Website of Managed WordPress",
          "class": "service",
          "subclass": "",
          "locality": "account",
          "below": "ovh.managed-cms",
          "rights": {
            "rules": [
              "GET /v2/managedCMS/resource",
              "GET /v2/managedCMS/resource/*/website"
            ],
            "actions": [
              "managedCMS:apiovh:get",
              "managedCMS:apiovh:website/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.metrics",
          "title": "Metrics Data Platform",
          "class": "observability",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /metrics",
              "GET /metrics/*"
            ],
            "actions": [
              "metrics:apiovh:get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.microsoft-service",
          "title": "Microsoft service (Active Directory unit)",
          "class": "identity",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /msServices",
              "GET /msServices/*"
            ],
            "actions": [
              "microsoftServices:apiovh:get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.sharepoint",
          "title": "SharePoint",
          "class": "file-storage",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /msServices/sharepoint",
              "GET /msServices/sharepoint/*"
            ],
            "actions": [
              "sharepoint:apiovh:get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.office-tenant",
          "title": "Microsoft 365 tenant (CSP)",
          "class": "",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /saas/csp2",
              "GET /saas/csp2/*"
            ],
            "actions": [
              "cspReseller:apiovh:get"
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
          "id": "ovh.over-the-box",
          "title": "OverTheBox",
          "class": "",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /overTheBox",
              "GET /overTheBox/*"
            ],
            "actions": [
              "overTheBox:apiovh:get"
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
          "id": "ovh.ssl-certificate",
          "title": "SSL certificate",
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
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.ssl-gateway",
          "title": "SSL Gateway",
          "class": "network",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /sslGateway",
              "GET /sslGateway/*"
            ],
            "actions": [
              "sslGateway:apiovh:get"
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
          "id": "ovh.vrack",
          "title": "vRack",
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
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.vrack-services",
          "title": "vRack Services",
          "class": "network",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /v2/vrackServices/resource"
            ],
            "actions": [
              "vrackServices:apiovh:resource/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.web-cloud-database",
          "title": "Web Cloud Databases instance",
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
              "GET /hosting/privateDatabase/*/whitelist"
            ],
            "optionalActions": [
              "webCloudDatabases:apiovh:dump/get",
              "webCloudDatabases:apiovh:whitelist/get"
            ]
          },
          "byDefault": true,
          "optional": true,
          "required": false
        },
        {
          "id": "ovh.web-cloud-database.database",
          "title": "Database of Web Cloud Databases",
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
          "required": false
        },
        {
          "id": "ovh.web-cloud-database.dump",
          "title": "Dump of Web Cloud Databases",
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
          "required": false
        },
        {
          "id": "ovh.web-hosting",
          "title": "Web hosting",
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
              "GET /hosting/web/*/dump"
            ],
            "optionalActions": [
              "webHosting:apiovh:dump/get"
            ]
          },
          "byDefault": true,
          "optional": true,
          "required": false
        },
        {
          "id": "ovh.web-hosting.database",
          "title": "Database of a web hosting",
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
          "required": false
        },
        {
          "id": "ovh.web-hosting.database-dump",
          "title": "Database dump of a web hosting",
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
          "required": false
        },
        {
          "id": "ovh.web-hosting.website",
          "title": "Website of a web hosting",
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
          "required": false
        },
        {
          "id": "ovh.zimbra",
          "title": "Zimbra platform",
          "class": "service",
          "subclass": "imap",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /v2/zimbra/platform"
            ],
            "actions": [
              "zimbra:apiovh:platform/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.zimbra.organization",
          "title": "Zimbra organization",
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
          "required": false
        },
        {
          "id": "ovh.zimbra.domain",
          "title": "Domain of a Zimbra platform",
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
          "required": false
        },
        {
          "id": "ovh.zimbra.mailbox",
          "title": "Mailbox of Zimbra",
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
