import * as z from "zod";
import { identifier } from "../../../../listing/endpoints.ts";
import { count, flag, id, moment, text, texts } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { scalewayProduct } from "../../kind.ts";

const keys = scalewayProduct({
  service: "key-manager",
  api: "/key-manager/v1alpha1",
  locality: "region",
  permissionSets: ["KeyManagerReadOnly"],
});

/** What a key is and is used for; the key itself leaves Key Manager by no list. */
const Key = z.object({
  id,
  name: text,
  description: text,
  state: text,
  origin: text,
  protected: flag,
  locked: flag,
  usage: z.object({ symmetric_encryption: text, asymmetric_encryption: text, asymmetric_signing: text }).nullish(),
  rotation_count: count,
  rotation_policy: z.object({ rotation_period: text }).nullish(),
  tags: texts,
  created_at: moment,
});

/** Keys that volumes, buckets and secrets are encrypted with: whoever loses one loses all of these. */
export const kinds: readonly ListedKind[] = [
  keys.kind({
    id: "scaleway.key-manager.key",
    family: "security",
    title: "Key Manager key",
    class: "security",
    list: keys.pages({ path: "keys", listKey: "keys", query: { scheduled_for_deletion: "false" } }),
    schema: Key,
    toResource: (key, place) => ({
      urn: keys.urn(place, "key", key.id),
      name: key.name,
      status: key.state,
      createdAt: key.created_at,
      tags: key.tags ?? [],
      endpoints: [identifier(key.id)],
      protection: [protection("deletion-protection", key.protected ?? undefined)],
      attributes: {
        description: key.description || undefined,
        origin: key.origin,
        locked: key.locked,
        algorithm: key.usage?.symmetric_encryption ?? key.usage?.asymmetric_encryption ?? key.usage?.asymmetric_signing,
        rotations: key.rotation_count,
        rotationPeriod: key.rotation_policy?.rotation_period,
      },
    }),
  }),
];
