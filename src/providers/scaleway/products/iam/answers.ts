// Answers, only the fields we use, in the API's own snake_case (scaleway/scaleway-sdk-js, generated types). Fields without `nullish`
// are the identity.
import * as z from "zod";
import { count, flag, id, moment, text, texts } from "../../../../listing/fields.ts";

export const Application = z.object({
  id,
  name: text,
  description: text,
  organization_id: text,
  managed: flag,
  nb_api_keys: count,
  tags: texts,
  created_at: moment,
});
