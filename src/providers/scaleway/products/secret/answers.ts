// Answers, only the fields we use, in the API's own snake_case (scaleway/scaleway-sdk-js, generated types). Fields without `nullish`
// are the identity.
import * as z from "zod";
import { count, flag, id, moment, numericId, text, texts } from "../../../../listing/fields.ts";

/** Metadata alone: what a secret holds is never asked for. */
export const Secret = z.object({
  id,
  name: text,
  path: text,
  type: text,
  status: text,
  version_count: count,
  managed: flag,
  protected: flag,
  used_by: texts,
  key_id: text,
  tags: texts,
  created_at: moment,
});

/** A version is told by its number, which is one in its secret. */
export const SecretVersion = z.object({
  revision: numericId,
  description: text,
  status: text,
  latest: flag,
  created_at: moment,
});
