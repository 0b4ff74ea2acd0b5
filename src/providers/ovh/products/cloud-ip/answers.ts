// Answers, only the fields we use, under the API's own names (models of cloud.json). Fields without `nullish` are the identity.
import * as z from "zod";
import { id, text } from "../../../../listing/fields.ts";

/** `cloud.project.FloatingIp` */
export const FloatingIp = z.object({
  id,
  ip: text,
  region: text,
  status: text,
  associatedEntity: z.object({ id: text, type: text }).nullish(),
});

/** `cloud.ip.CloudIp` */
export const CloudIp = z.object({ id, ip: text, status: text, type: text });

/** `cloud.ip.FailoverIp` */
export const FailoverIp = z.object({
  id,
  ip: text,
  block: text,
  status: text,
  routedTo: text,
  continentCode: text,
  geoloc: text,
});
