// Answers, only the fields we use, under the API's own names (models of dedicated.json). Never here: `rescueMail`, `rescueSshKey`.
import * as z from "zod";
import { id, text } from "../../../../listing/fields.ts";
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
