import { addressEndpoint, identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";
import { scalewayUrn } from "../../urn.ts";
import { Connection, CustomerGateway, Gateway, RoutingPolicy } from "./answers.ts";

const vpn = scalewayProduct({
  service: "site-vpn",
  api: "/s2s-vpn/v1alpha1",
  locality: "region",
  permissionSets: ["SiteToSiteVPNReadOnly"],
  // It takes no organization (scaleway/scaleway-sdk-js).
  filter: { project_id: "{project}" },
});

/** VPNs between private networks and the customer's own sites. */
export const kinds: readonly ListedKind[] = [
  vpn.kind({
    id: "scaleway.site-vpn.gateway",
    family: "network",
    title: "Site-to-Site VPN gateway",
    class: "network",
    list: vpn.pages({ path: "vpn-gateways", listKey: "gateways" }),
    schema: Gateway,
    toResource: (gateway, place) => ({
      urn: vpn.urn(place, "gateway", gateway.id),
      name: gateway.name,
      account: gateway.organization_id,
      status: gateway.status,
      createdAt: gateway.created_at,
      tags: gateway.tags ?? [],
      endpoints: [identifier(gateway.id)],
      relations: gateway.private_network_id
        ? [{ type: "attached-to", urn: scalewayUrn(place, "vpc", "private-network", gateway.private_network_id) }]
        : [],
      attributes: { type: gateway.gateway_type, asn: gateway.asn, zone: gateway.zone },
    }),
  }),
  vpn.kind({
    id: "scaleway.site-vpn.customer-gateway",
    family: "network",
    title: "Site-to-Site VPN customer gateway",
    class: "network",
    list: vpn.pages({ path: "customer-gateways", listKey: "gateways" }),
    schema: CustomerGateway,
    toResource: (gateway, place) => ({
      urn: vpn.urn(place, "customer-gateway", gateway.id),
      name: gateway.name,
      account: gateway.organization_id,
      createdAt: gateway.created_at,
      tags: gateway.tags ?? [],
      endpoints: [
        identifier(gateway.id),
        ...[gateway.public_ipv4, gateway.public_ipv6].flatMap((address) => (address ? [addressEndpoint(address)] : [])),
      ],
      attributes: { asn: gateway.asn },
    }),
  }),
  vpn.kind({
    id: "scaleway.site-vpn.connection",
    family: "network",
    title: "Site-to-Site VPN connection",
    class: "network",
    list: vpn.pages({ path: "connections", listKey: "connections" }),
    schema: Connection,
    toResource: (connection, place) => ({
      urn: vpn.urn(place, "connection", connection.id),
      name: connection.name,
      account: connection.organization_id,
      status: connection.status,
      createdAt: connection.created_at,
      tags: connection.tags ?? [],
      endpoints: [identifier(connection.id)],
      relations: [
        ["gateway", connection.vpn_gateway_id],
        ["customer-gateway", connection.customer_gateway_id],
      ].flatMap(([type, id]) => (type && id ? [{ type: "attached-to" as const, urn: vpn.urn(place, type, id) }] : [])),
      attributes: {
        secret: connection.secret_id,
        isIpv6: connection.is_ipv6,
        tunnelStatus: connection.tunnel_status_ipv4,
        tunnelStatusIpv6: connection.tunnel_status_ipv6,
        routePropagation: connection.route_propagation_enabled,
      },
    }),
  }),
  vpn.kind({
    id: "scaleway.site-vpn.routing-policy",
    family: "network",
    title: "Site-to-Site VPN routing policy",
    class: "network",
    list: vpn.pages({ path: "routing-policies", listKey: "routing_policies" }),
    schema: RoutingPolicy,
    toResource: (policy, place) => ({
      urn: vpn.urn(place, "routing-policy", policy.id),
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
