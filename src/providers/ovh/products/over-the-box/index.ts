import * as z from "zod";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { count, id, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags, iamMetadata } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";

/** `overTheBox.ServiceWithIAM`; never here: `graphEndpoint`, which holds a token. */
const OverTheBox = z.object({
  serviceName: id,
  customerDescription: text,
  status: text,
  offer: text,
  bandwidth: count,
  iam: iamMetadata,
});

/** Routers that join several lines to the internet. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.over-the-box",
    family: "network",
    title: "OverTheBox",
    // Unclassified: a device at the customer's.
    class: "",
    service: "over-the-box",
    resource: "over-the-box:service",
    locality: "account",
    list: idsThenDetail({ path: "/overTheBox", idField: "serviceName" }),
    mayLeaveOut: true,
    schema: OverTheBox,
    toResource: (box, place) => ({
      urn: serviceUrn(place, "overTheBox", box.serviceName),
      name: box.customerDescription || box.serviceName,
      status: box.status,
      tags: customerTags(box.iam?.tags),
      attributes: { offer: box.offer, bandwidth: box.bandwidth },
    }),
  }),
];
