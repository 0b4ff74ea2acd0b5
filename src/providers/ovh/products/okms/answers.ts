// Answers, only the fields we use, under the API's own names (models of version 2, okms.json). Never here: what a secret holds, which
// is in `version.data` only where it is asked for.
import * as z from "zod";
import { count, id, moment, text, texts } from "../../../../listing/fields.ts";
import { iamMetadata } from "../../tags.ts";

/** `okms.Resource` */
export const KmsDomain = z.object({
  id,
  region: text,
  restEndpoint: text,
  kmipEndpoint: text,
  secretCount: count,
  serviceKeyCount: count,
  iam: iamMetadata,
});

/** `okms.Secret` */
export const KmsSecret = z.object({
  path: id,
  metadata: z.object({ createdAt: moment, currentVersion: count }).nullish(),
  iam: iamMetadata,
});

/** `okms.serviceKey.ResponseWithIAM`; never here: `keys` and `keysPEM`, which may hold private parts. */
export const ServiceKey = z.object({
  id,
  name: text,
  state: text,
  type: text,
  size: count,
  curve: text,
  operations: texts,
  createdAt: moment,
  iam: iamMetadata,
});

/** `okms.credential.GetResponse`; never here: `certificatePEM`, and `identityURNs`, which are people. */
export const AccessCertificate = z.object({
  id,
  name: text,
  description: text,
  status: text,
  certificateType: text,
  createdAt: moment,
  expiredAt: moment,
});
