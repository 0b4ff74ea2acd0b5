import * as z from "zod";
import { tagMap, text } from "../../listing/fields.ts";

/** `iam.ResourceMetadata`, which services carry beside their own fields. */
export const iamMetadata = z.object({ displayName: text, state: text, tags: tagMap }).nullish();

/** IAM tags without OVHcloud's internal ones (`ovh:…`). */
export function customerTags(tags: Readonly<Record<string, string>> | null | undefined): string[] {
  return Object.entries(tags ?? {}).flatMap(([key, value]) => (key.startsWith("ovh:") ? [] : [`${key}=${value}`]));
}
