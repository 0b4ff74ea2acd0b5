// Answers, only the fields we use, in the API's own snake_case (scaleway/scaleway-sdk-js, autoscaling v1alpha2). Fields without
// `nullish` are the identity. No answer was ever recorded.
import * as z from "zod";
import { count, id, moment, text, texts } from "../../../../listing/fields.ts";

export const Group = z.object({
  id,
  name: text,
  status: text,
  template_id: text,
  load_balancer_id: text,
  current_size: count,
  minimum_size: count,
  maximum_size: count,
  tags: texts,
  created_at: moment,
});
