import * as z from "zod";
import type { Relation } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import { flag, id, text, texts } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { onlyRegion } from "../../regions.ts";
import { customerTags, iamMetadata } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";

/** `ip.IpWithIAM` */
const IpBlock = z.object({
  ip: id,
  description: text,
  type: text,
  version: text,
  country: text,
  regions: texts,
  isAdditionalIp: flag,
  bringYourOwnIp: flag,
  routedTo: z.object({ serviceName: text }).nullish(),
  iam: iamMetadata,
});

/** Blocks of addresses, and what each leads to. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.ip",
    family: "network",
    title: "IP block",
    class: "network",
    service: "ip",
    resource: "ip:block",
    locality: "account",
    list: idsThenDetail({ path: "/ip", idField: "ip", isAskedAlone: true }),
    mayLeaveOut: true,
    schema: IpBlock,
    toResource: (block, place) => ({
      urn: serviceUrn(place, "ip", block.ip),
      name: block.description || block.ip,
      region: onlyRegion(block.regions),
      status: block.iam?.state,
      tags: customerTags(block.iam?.tags),
      endpoints: [identifier(block.ip)],
      relations: routeOf(block, place),
      attributes: {
        type: block.type,
        version: block.version,
        country: block.country,
        regions: block.regions,
        additional: block.isAdditionalIp,
        broughtIn: block.bringYourOwnIp,
        routedTo: block.routedTo?.serviceName,
      },
    }),
  }),
];

// IAM's words for what addresses of these types belong to (enum `ip.IpTypeEnum`). An additional address, whose type is `failover`, may be
// routed to anything, and nothing says to what kind of service.
const ownerTypes: Readonly<Record<string, string>> = {
  vps: "vps",
  dedicated: "dedicatedServer",
  pcc: "pccVMware",
  vrack: "vrack",
  loadBalancing: "loadbalancer",
  overthebox: "overTheBox",
};

function routeOf({ type, routedTo }: z.infer<typeof IpBlock>, place: Place): Relation[] {
  const owner = ownerTypes[type ?? ""];
  if (owner === undefined || !routedTo?.serviceName) return [];
  return [{ type: "attached-to", urn: serviceUrn(place, owner, routedTo.serviceName) }];
}
