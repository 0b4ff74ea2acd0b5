// Answers, only the fields we use, under the API's own names (models of cloud.json). Fields without `nullish` are the identity.
import * as z from "zod";
import { flag, id, moment, size, text, texts } from "../../../../listing/fields.ts";

/** `cloud.volume.Volume` */
export const Volume = z.object({
  id,
  region: id,
  name: text,
  description: text,
  availabilityZone: text,
  size,
  status: text,
  type: text,
  bootable: flag,
  attachedTo: texts,
  creationDate: moment,
});

/** `cloud.volume.Snapshot` */
export const VolumeSnapshot = z.object({
  id,
  name: text,
  description: text,
  region: text,
  size,
  status: text,
  volumeId: text,
  creationDate: moment,
});

/** `cloud.volumeBackup.VolumeBackup` */
export const VolumeBackup = z.object({
  id,
  name: text,
  region: text,
  size,
  status: text,
  volumeId: text,
  creationDate: moment,
});
