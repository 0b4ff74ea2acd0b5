// Answers, only the fields we use, under the API's own names (models of dedicatedCloud.json). Fields without `nullish` are the identity.
import * as z from "zod";
import { count, flag, id, moment, numericId, text } from "../../../../listing/fields.ts";
import { sizeWithUnit } from "../../sizes.ts";
import { iamMetadata } from "../../tags.ts";

/** `dedicatedCloud.dedicatedCloudWithIAM` */
export const PrivateCloud = z.object({
  serviceName: id,
  description: text,
  location: text,
  state: text,
  webInterfaceUrl: text,
  managementInterface: text,
  generation: text,
  iam: iamMetadata,
});

/** `dedicatedCloud.Datacenter` */
export const Datacenter = z.object({
  datacenterId: numericId,
  name: text,
  description: text,
  commercialRangeName: text,
  version: text,
});

/** `dedicatedCloud.Vm` */
export const VirtualMachine = z.object({
  vmId: numericId,
  name: text,
  moRef: text,
  powerState: text,
  guestOsFamily: text,
  clusterName: text,
  filers: z.array(z.object({ name: text, committed: count })).nullish(),
  backup: z
    .object({
      state: text,
      lastSuccessfulCreationTime: moment,
      lastResult: text,
      retentionTime: count,
      restorePoints: z.array(z.object({ isCorrupted: flag })).nullish(),
    })
    .nullish(),
});

/** `dedicatedCloud.Filer` */
export const Datastore = z.object({
  filerId: numericId,
  name: text,
  state: text,
  connectionState: text,
  fullProfile: text,
  isManagedByOvh: flag,
  size: sizeWithUnit,
  vmTotal: count,
});

/** `dedicatedCloud.Backup`, which has no id: its state shows that it is one. Never here: `mailAddress`. */
export const ManagedBackup = z.object({
  state: id,
  backupOffer: text,
  scheduleHour: text,
  replicationZone: text,
  encryption: flag,
});

/** `dedicatedCloud.BackupRepository` */
export const BackupRepository = z.object({
  repositoryId: numericId,
  repositoryName: text,
  replication: text,
  replicationZone: text,
  lastSuccessfulReplicationDate: moment,
  syncStatus: text,
});

/** `dedicatedCloud.disasterRecovery.Profile`, which has no id: its state shows that it is one. */
export const DisasterRecovery = z.object({
  state: id,
  drpType: text,
  systemVersion: text,
  remoteSitesInformation: z.array(z.object({ serviceName: text, datacenterName: text, state: text })).nullish(),
});
