import * as z from "zod";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { id, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags, iamMetadata } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";

/** `metrics.api.ServiceWithIAM`; its tokens are never asked for. */
const Metrics = z.object({
  name: id,
  description: text,
  status: text,
  offer: text,
  type: text,
  region: z.object({ name: text }).nullish(),
  iam: iamMetadata,
});

/** Time series of Metrics Data Platform. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.metrics",
    family: "observability",
    title: "Metrics Data Platform",
    class: "observability",
    service: "metrics",
    resource: "metrics:service",
    locality: "account",
    list: idsThenDetail({ path: "/metrics", idField: "name" }),
    mayLeaveOut: true,
    schema: Metrics,
    toResource: (item, place) => ({
      urn: serviceUrn(place, "metrics", item.name),
      name: item.description || item.name,
      region: item.region?.name,
      status: item.status,
      tags: customerTags(item.iam?.tags),
      attributes: { offer: item.offer, type: item.type },
    }),
  }),
];
