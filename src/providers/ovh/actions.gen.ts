// Written by `npm run generate`. Do not edit.

/** The actions that a GET needs, by its path; `*` stands for each place in it (OVHcloud's API schema). */
export const actionsOf: Readonly<Record<string, readonly string[]>> = {
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
  "/dedicated/ceph": [
    "dedicatedCeph:apiovh:get"
  ],
  "/dedicated/ceph/*": [
    "dedicatedCeph:apiovh:get"
  ],
  "/dedicated/ceph/*/cephfs": [
    "dedicatedCeph:apiovh:cephfs/get"
  ],
  "/dedicated/ceph/*/pool": [
    "dedicatedCeph:apiovh:pool/get"
  ],
  "/dedicated/nasha": [
    "nasHA:apiovh:get"
  ],
  "/dedicated/nasha/*": [
    "nasHA:apiovh:get"
  ],
  "/dedicated/nasha/*/partition": [
    "nasHA:apiovh:partition/get"
  ],
  "/dedicated/nasha/*/partition/*": [
    "nasHA:apiovh:partition/get"
  ],
  "/dedicated/nasha/*/partition/*/customSnapshot": [
    "nasHA:apiovh:partition/customSnapshot/get"
  ],
  "/dedicated/nasha/*/partition/*/customSnapshot/*": [
    "nasHA:apiovh:partition/customSnapshot/get"
  ],
  "/dedicated/nasha/*/partition/*/snapshot": [
    "nasHA:apiovh:partition/snapshot/get"
  ],
  "/dedicated/server": [
    "dedicatedServer:apiovh:get"
  ],
  "/dedicated/server/*": [
    "dedicatedServer:apiovh:get"
  ],
  "/dedicated/server/*/features/backupFTP": [
    "dedicatedServer:apiovh:features/backupFTP/get"
  ],
  "/dedicatedCloud": [
    "pccVMware:apiovh:get"
  ],
  "/dedicatedCloud/*": [
    "pccVMware:apiovh:get"
  ],
  "/dedicatedCloud/*/backupRepository": [
    "pccVMware:apiovh:backupRepository/get"
  ],
  "/dedicatedCloud/*/backupRepository/*": [
    "pccVMware:apiovh:backupRepository/get"
  ],
  "/dedicatedCloud/*/datacenter": [
    "pccVMware:apiovh:datacenter/get"
  ],
  "/dedicatedCloud/*/datacenter/*": [
    "pccVMware:apiovh:datacenter/get"
  ],
  "/dedicatedCloud/*/datacenter/*/backup": [
    "pccVMware:apiovh:datacenter/backup/get"
  ],
  "/dedicatedCloud/*/datacenter/*/disasterRecovery/zerto/status": [
    "pccVMware:apiovh:datacenter/disasterRecovery/zerto/status/get"
  ],
  "/dedicatedCloud/*/datacenter/*/filer": [
    "pccVMware:apiovh:datacenter/filer/get"
  ],
  "/dedicatedCloud/*/datacenter/*/filer/*": [
    "pccVMware:apiovh:datacenter/filer/get"
  ],
  "/dedicatedCloud/*/datacenter/*/vm": [
    "pccVMware:apiovh:datacenter/vm/get"
  ],
  "/dedicatedCloud/*/datacenter/*/vm/*": [
    "pccVMware:apiovh:datacenter/vm/get"
  ],
  "/dedicatedCloud/*/filer": [
    "pccVMware:apiovh:filer/get"
  ],
  "/dedicatedCloud/*/filer/*": [
    "pccVMware:apiovh:filer/get"
  ],
  "/license/hycu": [
    "licenseHycu:apiovh:get"
  ],
  "/license/hycu/*": [
    "licenseHycu:apiovh:get"
  ],
  "/nutanix": [
    "nutanix:apiovh:get"
  ],
  "/nutanix/*": [
    "nutanix:apiovh:get"
  ],
  "/storage/netapp": [
    "storageNetApp:apiovh:get"
  ],
  "/storage/netapp/*/share": [
    "storageNetApp:apiovh:share/get"
  ],
  "/storage/netapp/*/share/*/accessPath": [
    "storageNetApp:apiovh:share/accessPath/get"
  ],
  "/storage/netapp/*/share/*/snapshot": [
    "storageNetApp:apiovh:share/snapshot/get"
  ],
  "/storage/netapp/*/share/*/snapshotPolicy": [
    "storageNetApp:apiovh:share/snapshotPolicy/get"
  ],
  "/storage/netapp/*/shareReplication": [
    "storageNetApp:apiovh:shareReplication/get"
  ],
  "/storage/netapp/*/snapshotPolicy": [
    "storageNetApp:apiovh:snapshotPolicy/get"
  ],
  "/v2/backupServices/tenant": [
    "backupServices:apiovh:get"
  ],
  "/v2/backupServices/tenant/*/vault": [
    "backupServices:apiovh:vault/get"
  ],
  "/v2/backupServices/tenant/*/vspc": [
    "backupServices:apiovh:vspc/get"
  ],
  "/v2/backupServices/tenant/*/vspc/*/backupAgent": [
    "backupServices:apiovh:vspc/get"
  ],
  "/v2/iam/policy": [
    "account:apiovh:iam/policy/get"
  ],
  "/v2/okms/resource": [
    "okms:apiovh:resource/get"
  ],
  "/v2/okms/resource/*/credential": [
    "okms:apiovh:credential/get"
  ],
  "/v2/okms/resource/*/secret": [
    "okms:apiovh:secret/get"
  ],
  "/v2/okms/resource/*/serviceKey": [
    "okms:apiovh:serviceKey/get"
  ],
  "/v2/vmwareCloudDirector/backup": [
    "vmwareCloudDirectorBackup:apiovh:get"
  ],
  "/v2/vmwareCloudDirector/organization": [
    "vmwareCloudDirector:apiovh:organization/get"
  ],
  "/v2/vmwareCloudDirector/organization/*/virtualDataCenter": [
    "vmwareCloudDirector:apiovh:organization/virtualDataCenter/get"
  ],
  "/v2/vmwareCloudDirector/organization/*/virtualDataCenter/*/storage": [
    "vmwareCloudDirector:apiovh:organization/virtualDataCenter/storage/get"
  ],
  "/veeam/veeamEnterprise": [
    "veeamEnterprise:apiovh:get"
  ],
  "/veeam/veeamEnterprise/*": [
    "veeamEnterprise:apiovh:get"
  ],
  "/veeamCloudConnect": [
    "veeamCloudConnect:apiovh:get"
  ],
  "/veeamCloudConnect/*": [
    "veeamCloudConnect:apiovh:get"
  ],
  "/veeamCloudConnect/*/backupRepository": [
    "veeamCloudConnect:apiovh:backupRepository/get"
  ],
  "/veeamCloudConnect/*/backupRepository/*": [
    "veeamCloudConnect:apiovh:backupRepository/get"
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
  "/vps/*/automatedBackup/restorePoints": [
    "vps:apiovh:automatedBackup/restorePoints/get"
  ],
  "/vps/*/backupftp": [
    "vps:apiovh:backupftp/get"
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
  "/vps/*/veeam/restorePoints": [
    "vps:apiovh:veeam/restorePoints/get"
  ],
  "/vps/*/veeam/restorePoints/*": [
    "vps:apiovh:veeam/restorePoints/get"
  ]
};
