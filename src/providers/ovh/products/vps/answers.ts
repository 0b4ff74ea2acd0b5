// Answers, only the fields we use, under the API's own names (models of vps.json). Fields without `nullish` are the identity.
import * as z from "zod";
import { count, id, moment, numericId, size, text, texts } from "../../../../listing/fields.ts";
import { sizeWithUnit } from "../../sizes.ts";
import { iamMetadata } from "../../tags.ts";

/** `vps.VPSWithIAM`, with its addresses and `vps.AutomatedBackup` laid into it. */
export const Vps = z.object({
  name: id,
  displayName: text,
  state: text,
  zone: text,
  cluster: text,
  offerType: text,
  model: z.object({ name: text, offer: text, disk: size, memory: size, vcore: size }).nullish(),
  iam: iamMetadata,
  addresses: texts,
  automatedBackup: z.object({ state: text, schedule: text, rotation: size }).nullish(),
});

/** `vps.Disk` */
export const VpsDisk = z.object({ id: numericId, type: text, state: text, size });

/** `vps.Snapshot`; never here: `url`, which opens it. */
export const VpsSnapshot = z.object({ id, description: text, region: text, creationDate: moment });

/** `vps.AutomatedBackup`, with the dates of its restore points laid into it; never asked: `attachedBackup`, which opens one. */
export const AutomatedBackup = z.object({
  serviceResourceName: id,
  state: text,
  schedule: text,
  rotation: count,
  restorePoints: z.array(z.iso.datetime({ offset: true })).nullish(),
});

/** `vps.BackupFtp` */
export const BackupFtp = z.object({
  ftpBackupName: id,
  quota: sizeWithUnit,
  usage: sizeWithUnit,
  readOnlyDate: moment,
});

/** `vps.veeam.RestorePoint` */
export const VeeamRestorePoint = z.object({ id: numericId, creationTime: moment });
