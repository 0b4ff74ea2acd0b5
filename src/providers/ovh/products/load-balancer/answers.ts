// Answers, only the fields we use, under the API's own names (models of cloud.json). Fields without `nullish` are the identity.
import * as z from "zod";
import { id, moment, text } from "../../../../listing/fields.ts";

/** `cloud.loadbalancing.LoadBalancer` */
export const LoadBalancer = z.object({
  id,
  name: text,
  region: text,
  provisioningStatus: text,
  operatingStatus: text,
  createdAt: moment,
  flavorId: text,
  vipAddress: text,
  vipNetworkId: text,
  floatingIp: z.object({ ip: text }).nullish(),
});
