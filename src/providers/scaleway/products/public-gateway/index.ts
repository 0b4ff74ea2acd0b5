import * as z from "zod";
import { addressEndpoint, identifier } from "../../../../listing/endpoints.ts";
import { count, flag, id, moment, text, texts } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";

const gateways = scalewayProduct({
  service: "public-gateway",
  api: "/vpc-gw/v2",
  locality: "zone",
  permissionSets: ["VPCGatewayReadOnly"],
});

// In the API's own snake_case (scaleway/scaleway-sdk-js, generated types).
const Gateway = z.object({
  id,
  name: text,
  organization_id: text,
  status: text,
  type: text,
  version: text,
  is_legacy: flag,
  bastion_enabled: flag,
  bastion_port: count,
  ipv4: z.object({ address: text }).nullish(),
  gateway_networks: z.array(z.object({ private_network_id: text })).nullish(),
  tags: texts,
  created_at: moment,
});

const Address = z.object({
  id,
  address: text,
  organization_id: text,
  gateway_id: text,
  reverse: text,
  tags: texts,
  created_at: moment,
});

/** Public gateways of private networks, and their addresses. */
export const kinds: readonly ListedKind[] = [
  gateways.kind({
    id: "scaleway.public-gateway.gateway",
    family: "network",
    title: "Public Gateway",
    class: "network",
    // Gateways of the older form are left out without it (scaleway/scaleway-sdk-js, `include_legacy`).
    list: gateways.pages({ path: "gateways", listKey: "gateways", query: { include_legacy: "true" } }),
    schema: Gateway,
    toResource: (gateway, place) => ({
      urn: gateways.urn(place, "gateway", gateway.id),
      name: gateway.name,
      account: gateway.organization_id,
      status: gateway.status,
      createdAt: gateway.created_at,
      tags: gateway.tags ?? [],
      endpoints: [identifier(gateway.id), ...(gateway.ipv4?.address ? [addressEndpoint(gateway.ipv4.address)] : [])],
      attributes: {
        type: gateway.type,
        version: gateway.version,
        isLegacy: gateway.is_legacy,
        bastionPort: gateway.bastion_enabled ? gateway.bastion_port : undefined,
        privateNetworks: (gateway.gateway_networks ?? []).flatMap((one) => one.private_network_id ?? []),
      },
    }),
  }),
  gateways.kind({
    id: "scaleway.public-gateway.ip",
    family: "network",
    title: "Public Gateway IP",
    class: "network",
    list: gateways.pages({ path: "ips", listKey: "ips" }),
    schema: Address,
    toResource: (item, place) => ({
      urn: gateways.urn(place, "ip", item.id),
      name: item.address,
      account: item.organization_id,
      createdAt: item.created_at,
      tags: item.tags ?? [],
      endpoints: item.address ? [addressEndpoint(item.address)] : [],
      relations: item.gateway_id ? [{ type: "attached-to", urn: gateways.urn(place, "gateway", item.gateway_id) }] : [],
      attributes: { reverse: item.reverse },
    }),
  }),
];
