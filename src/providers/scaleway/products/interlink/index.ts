import * as z from "zod";
import { identifier } from "../../../../listing/endpoints.ts";
import { count, flag, id, moment, text, texts } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";
import { scalewayUrn } from "../../urn.ts";

const interlink = scalewayProduct({
  service: "interlink",
  api: "/interlink/v1beta1",
  locality: "region",
  permissionSets: ["InterlinkReadOnly"],
});

// In the API's own snake_case (scaleway/scaleway-sdk-js, generated types). Never here: `partner`, which holds a pairing key.
const Link = z.object({
  id,
  name: text,
  organization_id: text,
  status: text,
  bandwidth_mbps: count,
  pop_id: text,
  vpc_id: text,
  vlan: count,
  bgp_v4_status: text,
  bgp_v6_status: text,
  self: z.object({ connection_id: text }).nullish(),
  tags: texts,
  created_at: moment,
});

const DedicatedConnection = z.object({
  id,
  name: text,
  organization_id: text,
  status: text,
  bandwidth_mbps: count,
  pop_id: text,
  tags: texts,
  created_at: moment,
});

const RoutingPolicy = z.object({
  id,
  name: text,
  organization_id: text,
  is_ipv6: flag,
  prefix_filter_in: texts,
  prefix_filter_out: texts,
  tags: texts,
  created_at: moment,
});

/** Private connections between a VPC and the customer's own network. */
export const kinds: readonly ListedKind[] = [
  interlink.kind({
    id: "scaleway.interlink.link",
    family: "network",
    title: "InterLink link",
    class: "network",
    list: interlink.pages({ path: "links", listKey: "links" }),
    schema: Link,
    toResource: (link, place) => ({
      urn: interlink.urn(place, "link", link.id),
      name: link.name,
      account: link.organization_id,
      status: link.status,
      createdAt: link.created_at,
      tags: link.tags ?? [],
      endpoints: [identifier(link.id)],
      relations: [
        ...(link.vpc_id ? [{ type: "attached-to" as const, urn: scalewayUrn(place, "vpc", "vpc", link.vpc_id) }] : []),
        ...(link.self?.connection_id
          ? [
              {
                type: "member-of" as const,
                urn: interlink.urn(place, "dedicated-connection", link.self.connection_id),
              },
            ]
          : []),
      ],
      attributes: {
        bandwidthMbps: link.bandwidth_mbps,
        pointOfPresence: link.pop_id,
        vlan: link.vlan,
        bgpStatus: link.bgp_v4_status,
        bgpStatusIpv6: link.bgp_v6_status,
      },
    }),
  }),
  interlink.kind({
    id: "scaleway.interlink.dedicated-connection",
    family: "network",
    title: "InterLink dedicated connection",
    class: "network",
    list: interlink.pages({ path: "dedicated-connections", listKey: "connections" }),
    schema: DedicatedConnection,
    toResource: (connection, place) => ({
      urn: interlink.urn(place, "dedicated-connection", connection.id),
      name: connection.name,
      account: connection.organization_id,
      status: connection.status,
      createdAt: connection.created_at,
      tags: connection.tags ?? [],
      endpoints: [identifier(connection.id)],
      attributes: { bandwidthMbps: connection.bandwidth_mbps, pointOfPresence: connection.pop_id },
    }),
  }),
  interlink.kind({
    id: "scaleway.interlink.routing-policy",
    family: "network",
    title: "InterLink routing policy",
    class: "network",
    list: interlink.pages({ path: "routing-policies", listKey: "routing_policies" }),
    schema: RoutingPolicy,
    toResource: (policy, place) => ({
      urn: interlink.urn(place, "routing-policy", policy.id),
      name: policy.name,
      account: policy.organization_id,
      createdAt: policy.created_at,
      tags: policy.tags ?? [],
      endpoints: [identifier(policy.id)],
      attributes: {
        isIpv6: policy.is_ipv6,
        accepted: policy.prefix_filter_in ?? [],
        announced: policy.prefix_filter_out ?? [],
      },
    }),
  }),
];
