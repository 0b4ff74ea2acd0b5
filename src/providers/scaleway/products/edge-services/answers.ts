// Answers, only the fields we use, in the API's own snake_case (scaleway/scaleway-sdk-js, generated types). Fields without `nullish`
// are the identity.
import * as z from "zod";
import { id, moment, text } from "../../../../listing/fields.ts";

export const Pipeline = z.object({
  id,
  name: text,
  description: text,
  organization_id: text,
  status: text,
  created_at: moment,
});
