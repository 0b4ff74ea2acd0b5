import * as z from "zod";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { addressEndpoint, hostEndpoints } from "../../../../listing/endpoints.ts";
import { count, flag, id, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags, iamMetadata } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";

/** `nutanix.stateDetailsWithIAM` of nutanix.json, only the fields we use; never here: `prismSecretId` and `license`. */
const NutanixCluster = z.object({
  serviceName: id,
  status: text,
  targetSpec: z
    .object({
      name: text,
      controlPanelURL: text,
      prismElementVip: text,
      prismCentral: z.object({ vip: text }).nullish(),
      nodes: z.array(z.object({ server: text })).nullish(),
      version: text,
      redundancyFactor: count,
      rackAwareness: flag,
      vrack: text,
    })
    .nullish(),
  iam: iamMetadata,
});

/** Nutanix clusters: their machines are known to Prism alone, and their nodes are listed as dedicated servers too. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.nutanix",
    family: "compute",
    title: "Nutanix cluster",
    class: "hypervisor",
    service: "nutanix",
    resource: "nutanix:cluster",
    locality: "account",
    list: idsThenDetail({ path: "/nutanix", detailPath: "/nutanix/{id}", idField: "serviceName" }),
    mayLeaveOut: true,
    schema: NutanixCluster,
    toResource: ({ serviceName, status, targetSpec, iam }, place) => ({
      urn: serviceUrn(place, "nutanix", serviceName),
      name: targetSpec?.name || serviceName,
      status,
      tags: customerTags(iam?.tags),
      endpoints: [
        ...hostEndpoints(targetSpec?.controlPanelURL),
        ...[targetSpec?.prismElementVip, targetSpec?.prismCentral?.vip].flatMap((address) =>
          address ? [addressEndpoint(address)] : [],
        ),
      ],
      relations: targetSpec?.vrack ? [{ type: "attached-to", urn: serviceUrn(place, "vrack", targetSpec.vrack) }] : [],
      attributes: {
        version: targetSpec?.version,
        redundancyFactor: targetSpec?.redundancyFactor,
        rackAwareness: targetSpec?.rackAwareness,
        servers: (targetSpec?.nodes ?? []).flatMap(({ server }) => server ?? []),
      },
    }),
  }),
];
