// Answers, only the fields we use, in the API's own snake_case (scaleway/scaleway-sdk-js, generated types). Fields without `nullish`
// are the identity.
import * as z from "zod";
import { count, id, moment, size, text, texts } from "../../../../listing/fields.ts";

export const BlockVolume = z.object({
  id,
  name: text,
  type: text,
  size,
  status: text,
  references: z.array(z.object({ product_resource_type: text, product_resource_id: text })).nullish(),
  parent_snapshot_id: text,
  specs: z.object({ perf_iops: count, class: text }).nullish(),
  tags: texts,
  created_at: moment,
});

export const BlockSnapshot = z.object({
  id,
  name: text,
  size,
  status: text,
  class: text,
  parent_volume: z.object({ id: z.string() }).nullish(),
  tags: texts,
  created_at: moment,
});
