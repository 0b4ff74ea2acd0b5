// Answers, only the fields we use, under the API's own names (models of dedicated.json). Never here: `rescueMail`, `rescueSshKey`.
import * as z from "zod";
import { id, moment, text } from "../../../../listing/fields.ts";
import { sizeWithUnit } from "../../sizes.ts";
import { iamMetadata } from "../../tags.ts";

/** `dedicated.server.DedicatedWithIAM` */
export const DedicatedServer = z.object({
  name: id,
  ip: text,
  reverse: text,
  region: text,
  datacenter: text,
  state: text,
  powerState: text,
  os: text,
  commercialRange: text,
  iam: iamMetadata,
});

/** `dedicated.server.BackupFtp` */
export const BackupStorage = z.object({
  ftpBackupName: id,
  type: text,
  quota: sizeWithUnit,
  usage: sizeWithUnit,
  readOnlyDate: moment,
});
