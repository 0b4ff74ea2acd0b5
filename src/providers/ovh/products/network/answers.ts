// Answers, only the fields we use, under the API's own names (models of cloud.json). Fields without `nullish` are the identity.
import * as z from "zod";
import { count, flag, id, text, texts } from "../../../../listing/fields.ts";

/** `cloud.network.Network` */
export const Network = z.object({
  id,
  name: text,
  status: text,
  type: text,
  vlanId: count,
  regions: z.array(z.object({ region: text, openstackId: text, status: text })).nullish(),
});

/** `cloud.network.Subnet` */
export const Subnet = z.object({
  id,
  cidr: text,
  dhcpEnabled: flag,
  gatewayIp: text,
  ipPools: z.array(z.object({ region: text, network: text, start: text, end: text })).nullish(),
});

/** `cloud.project.Network` */
export const RegionNetwork = z.object({
  id,
  name: text,
  region: text,
  status: text,
  visibility: text,
  vlanId: count,
  subnetIds: texts,
});
