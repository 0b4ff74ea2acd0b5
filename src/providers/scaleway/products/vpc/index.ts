import * as z from "zod";
import { identifier } from "../../../../listing/endpoints.ts";
import { count, flag, id, moment, text, texts } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";

const vpc = scalewayProduct({
  service: "vpc",
  api: "/vpc/v2",
  locality: "region",
  permissionSets: ["VPCReadOnly"],
});

const privateNetworks = scalewayProduct({
  service: "vpc",
  api: "/vpc/v2",
  locality: "region",
  permissionSets: ["PrivateNetworksReadOnly"],
});

// In the API's own snake_case (scaleway/scaleway-sdk-js, generated types).
const Vpc = z.object({
  id,
  name: text,
  organization_id: text,
  is_default: flag,
  private_network_count: count,
  routing_enabled: flag,
  tags: texts,
  created_at: moment,
});

const PrivateNetwork = z.object({
  id,
  name: text,
  organization_id: text,
  vpc_id: text,
  dhcp_enabled: flag,
  subnets: z.array(z.object({ subnet: text })).nullish(),
  tags: texts,
  created_at: moment,
});

/** Virtual Private Clouds, and the private networks in them. */
export const kinds: readonly ListedKind[] = [
  vpc.kind({
    id: "scaleway.vpc.vpc",
    family: "network",
    title: "VPC",
    class: "network",
    list: vpc.pages({ path: "vpcs", listKey: "vpcs" }),
    schema: Vpc,
    toResource: (item, place) => ({
      urn: vpc.urn(place, "vpc", item.id),
      name: item.name,
      account: item.organization_id,
      createdAt: item.created_at,
      tags: item.tags ?? [],
      endpoints: [identifier(item.id)],
      attributes: {
        isDefault: item.is_default,
        privateNetworks: item.private_network_count,
        routing: item.routing_enabled,
      },
    }),
  }),
  privateNetworks.kind({
    id: "scaleway.vpc.private-network",
    family: "network",
    title: "Private Network",
    class: "network",
    list: privateNetworks.pages({ path: "private-networks", listKey: "private_networks" }),
    schema: PrivateNetwork,
    toResource: (network, place) => ({
      urn: vpc.urn(place, "private-network", network.id),
      name: network.name,
      account: network.organization_id,
      createdAt: network.created_at,
      tags: network.tags ?? [],
      endpoints: [identifier(network.id)],
      relations: network.vpc_id ? [{ type: "attached-to", urn: vpc.urn(place, "vpc", network.vpc_id) }] : [],
      attributes: {
        subnets: (network.subnets ?? []).flatMap(({ subnet }) => subnet ?? []),
        dhcp: network.dhcp_enabled,
      },
    }),
  }),
];
