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
          "id": "ovh.backup-services",
          "title": "Backup Agent tenant",
          "class": "",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /v2/backupServices/tenant"
            ],
            "actions": [
              "backupServices:apiovh:get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.backup-services.vspc-tenant",
          "title": "Veeam Service Provider Console tenant",
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
          "required": false
        },
        {
          "id": "ovh.backup-services.vault",
          "title": "Backup vault",
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
          "required": false
        },
        {
          "id": "ovh.backup-services.agent",
          "title": "Backup agent on a machine",
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
          "required": false
        },
        {
          "id": "ovh.ceph",
          "title": "Cloud Disk Array (Ceph)",
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
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.ceph.pool",
          "title": "Pool of a Cloud Disk Array",
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
          "required": false
        },
        {
          "id": "ovh.ceph.file-system",
          "title": "CephFS of a Cloud Disk Array",
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
          "id": "ovh.dedicated-server.backup-storage",
          "title": "Backup Storage (FTP, NFS, CIFS) of a dedicated server",
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
          "id": "ovh.hycu-license",
          "title": "HYCU licence (backup for Nutanix)",
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
          "id": "ovh.nasha",
          "title": "NAS-HA",
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
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.nasha.partition",
          "title": "NAS-HA partition",
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
          "required": false
        },
        {
          "id": "ovh.nasha.custom-snapshot",
          "title": "Manual snapshot of a NAS-HA partition",
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
          "required": false
        },
        {
          "id": "ovh.netapp",
          "title": "Enterprise File Storage service",
          "class": "",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /storage/netapp"
            ],
            "actions": [
              "storageNetApp:apiovh:get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.netapp.share",
          "title": "Enterprise File Storage share",
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
          "required": false
        },
        {
          "id": "ovh.netapp.share-snapshot",
          "title": "Snapshot of an Enterprise File Storage share",
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
          "required": false
        },
        {
          "id": "ovh.netapp.snapshot-policy",
          "title": "Snapshot policy of Enterprise File Storage",
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
          "required": false
        },
        {
          "id": "ovh.netapp.share-replication",
          "title": "Replication of an Enterprise File Storage share",
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
          "required": false
        },
        {
          "id": "ovh.nutanix",
          "title": "Nutanix cluster",
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
          "id": "ovh.okms.service-key",
          "title": "Service key of a KMS domain",
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
          "required": false
        },
        {
          "id": "ovh.okms.credential",
          "title": "Access certificate of a KMS domain",
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
          "id": "ovh.private-cloud.datastore",
          "title": "Datastore of a Private Cloud datacenter",
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
          "required": false
        },
        {
          "id": "ovh.private-cloud.global-datastore",
          "title": "Global datastore of a Private Cloud",
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
          "required": false
        },
        {
          "id": "ovh.private-cloud.managed-backup",
          "title": "Veeam Managed Backup of a datacenter",
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
          "required": false
        },
        {
          "id": "ovh.private-cloud.backup-repository",
          "title": "Backup repository of a Private Cloud",
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
          "required": false
        },
        {
          "id": "ovh.private-cloud.disaster-recovery",
          "title": "Zerto disaster recovery of a datacenter",
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
          "id": "ovh.veeam-enterprise",
          "title": "Veeam Enterprise licence service",
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
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.veeam-cloud-connect",
          "title": "Veeam Cloud Connect",
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
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.veeam-cloud-connect.repository",
          "title": "Repository of Veeam Cloud Connect",
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
          "required": false
        },
        {
          "id": "ovh.vmware-cloud-director",
          "title": "VMware Cloud Director organization",
          "class": "hypervisor",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /v2/vmwareCloudDirector/organization"
            ],
            "actions": [
              "vmwareCloudDirector:apiovh:organization/get"
            ]
          },
          "byDefault": false,
          "optional": false,
          "required": false
        },
        {
          "id": "ovh.vmware-cloud-director.virtual-datacenter",
          "title": "Virtual datacenter of VMware Cloud Director",
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
          "required": false
        },
        {
          "id": "ovh.vmware-cloud-director.storage",
          "title": "Storage of a VMware Cloud Director datacenter",
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
          "required": false
        },
        {
          "id": "ovh.vmware-cloud-director.backup",
          "title": "Managed backup of VMware Cloud Director",
          "class": "",
          "subclass": "",
          "locality": "account",
          "rights": {
            "rules": [
              "GET /v2/vmwareCloudDirector/backup"
            ],
            "actions": [
              "vmwareCloudDirectorBackup:apiovh:get"
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
          "id": "ovh.vps.automated-backup",
          "title": "Automated backup of a VPS",
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
          "required": false
        },
        {
          "id": "ovh.vps.backup-storage",
          "title": "FTP backup space of a VPS",
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
          "required": false
        },
        {
          "id": "ovh.vps.veeam-restore-point",
          "title": "Veeam restore point of a VPS",
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
