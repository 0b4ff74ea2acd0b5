// Answers, only the fields we use, under the API's own names (models of cloud.json). Fields without `nullish` are the identity.
import * as z from "zod";
import { id, moment, size, text } from "../../../../listing/fields.ts";

/** `cloud.share.Share` */
export const Share = z.object({
  id,
  name: text,
  description: text,
  region: text,
  availabilityZone: text,
  status: text,
  protocol: text,
  type: text,
  size,
  createdAt: moment,
  networkId: text,
  exportLocations: z.array(z.object({ path: z.string() })).nullish(),
});

/** `cloud.share.snapshot.Snapshot` */
export const ShareSnapshot = z.object({
  id,
  name: text,
  description: text,
  status: text,
  size,
  createdAt: moment,
});
