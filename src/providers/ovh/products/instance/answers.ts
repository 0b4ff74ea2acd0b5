// Answers, only the fields we use, under the API's own names (models of cloud.json). Fields without `nullish` are the identity.
import * as z from "zod";
import { id, moment, size, text, texts } from "../../../../listing/fields.ts";

/** `cloud.instance.Instance`. Never here: `rescuePassword`. */
export const Instance = z.object({
  id,
  name: text,
  status: text,
  region: text,
  availabilityZone: text,
  created: moment,
  flavorId: text,
  imageId: text,
  planCode: text,
  ipAddresses: z.array(z.object({ ip: z.string(), type: text })).nullish(),
});

/** `cloud.instancegroup.InstanceGroup` */
export const InstanceGroup = z.object({ id, name: text, region: text, type: text, instance_ids: texts });

/** `cloud.image.Image`, as `/snapshot` lists it. */
export const InstanceSnapshot = z.object({
  id,
  name: text,
  region: text,
  status: text,
  type: text,
  visibility: text,
  size,
  minDisk: size,
  tags: texts,
  creationDate: moment,
});
