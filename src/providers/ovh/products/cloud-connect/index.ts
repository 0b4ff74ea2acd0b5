import * as z from "zod";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { id, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags, iamMetadata } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";

/** `ovhcloudconnect.ServiceWithIAM` */
const CloudConnect = z.object({
  uuid: id,
  description: text,
  status: text,
  pop: text,
  bandwidth: text,
  provider: text,
  vrack: text,
  iam: iamMetadata,
});

/** Lines between a customer's own site and a vRack. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.cloud-connect",
    family: "network",
    title: "OVHcloud Connect",
    class: "network",
    service: "cloud-connect",
    resource: "cloud-connect:service",
    locality: "account",
    list: idsThenDetail({ path: "/ovhCloudConnect", idField: "uuid" }),
    mayLeaveOut: true,
    schema: CloudConnect,
    toResource: (line, place) => ({
      urn: serviceUrn(place, "ovhCloudConnect", line.uuid),
      name: line.description || line.iam?.displayName,
      region: line.pop,
      status: line.status,
      tags: customerTags(line.iam?.tags),
      relations: line.vrack ? [{ type: "attached-to", urn: serviceUrn(place, "vrack", line.vrack) }] : [],
      attributes: { bandwidth: line.bandwidth, provider: line.provider },
    }),
  }),
];
