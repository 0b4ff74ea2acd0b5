// Answers, only the fields we use, under the API's own names (models of cloud.json). Fields without `nullish` are the identity.
import * as z from "zod";
import { id, text } from "../../../../listing/fields.ts";

/** `cloud.network.Gateway` */
export const Gateway = z.object({
  id,
  name: text,
  region: text,
  status: text,
  model: text,
  externalInformation: z.object({ ips: z.array(z.object({ ip: z.string() })).nullish() }).nullish(),
  interfaces: z.array(z.object({ ip: text, networkId: text })).nullish(),
});
