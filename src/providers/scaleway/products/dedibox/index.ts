import type * as z from "zod";
import { wholeList } from "../../../../listing/dialects/whole-list.ts";
import { addressEndpoint, hostEndpoints, identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { scalewayProduct } from "../../kind.ts";
import { FailoverIp, Ipv6Block, RpnGroup, RpnSan, Server } from "./answers.ts";

const product = {
  service: "dedibox",
  api: "/dedibox/v1",
  permissionSets: ["DediboxReadOnly"],
  // Its lists know no filter by the organization.
  filter: { project_id: "{project}" },
} as const;
const zonal = scalewayProduct({ ...product, locality: "zone" });
const global = scalewayProduct({ ...product, locality: "project" });

/**
 * Dedibox: machines, their storage and networks. An account without any is answered 403, as one that lacks the right is, so that none of
 * these can be read by default (cartography-cncf/cartography, its module for Scaleway).
 */
export const kinds: readonly ListedKind[] = [
  zonal.kind({
    id: "scaleway.dedibox.server",
    family: "compute",
    title: "Dedibox server",
    class: "compute",
    list: zonal.pages({ path: "servers", listKey: "servers" }),
    connectors: ["sftp"],
    byDefault: false,
    schema: Server,
    toResource: (server, place) => ({
      urn: zonal.urn(place, "server", String(server.id)),
      name: server.hostname,
      account: server.organization_id,
      status: server.status,
      createdAt: server.created_at,
      endpoints: [identifier(String(server.id)), ...ownAddresses(server).map((address) => addressEndpoint(address))],
      // Its backup space is told by a list of its own, which holds the login to it.
      protection: [protection("backup", undefined)],
      attributes: {
        offer: server.offer_name,
        datacenter: server.datacenter_name,
        outsourced: server.is_outsourced,
        expiresAt: server.expired_at,
      },
    }),
  }),
  zonal.kind({
    id: "scaleway.dedibox.failover-ip",
    family: "network",
    title: "Dedibox failover IP",
    class: "network",
    list: zonal.pages({ path: "failover-ips", listKey: "failover_ips", order: { order_by: "ip_asc" } }),
    schema: FailoverIp,
    toResource: (ip, place) => ({
      urn: zonal.urn(place, "failover-ip", String(ip.id)),
      name: ip.address,
      status: ip.status,
      endpoints: [identifier(String(ip.id)), ...(ip.address ? [addressEndpoint(ip.address)] : [])],
      relations: ip.server_id
        ? [
            {
              type: "attached-to",
              urn: zonal.urn(
                ip.server_zone ? { ...place, locality: ip.server_zone } : place,
                "server",
                String(ip.server_id),
              ),
            },
          ]
        : [],
      attributes: { reverse: ip.reverse || undefined },
    }),
  }),
  global.kind({
    id: "scaleway.dedibox.rpn-san",
    family: "storage",
    title: "Dedibox RPN SAN",
    class: "block-storage",
    list: global.pages({ path: "rpn-sans", listKey: "rpn_sans" }),
    schema: RpnSan,
    toResource: (san, place) => ({
      urn: global.urn(place, "rpn-san", String(san.id)),
      // It has no name of its own: those of one offer are told apart by their number.
      name: san.offer_name ? `${san.offer_name} (${san.id})` : undefined,
      account: san.organization_id,
      status: san.status,
      createdAt: san.created_at,
      sizeBytes: san.storage_size,
      endpoints: [identifier(String(san.id)), ...hostEndpoints(san.server_hostname)],
      attributes: {
        offer: san.offer_name,
        datacenter: san.datacenter_name,
        iqnSuffix: san.iqn_suffix,
        expiresAt: san.expires_at,
      },
    }),
  }),
  global.kind({
    id: "scaleway.dedibox.ipv-block",
    family: "network",
    title: "Dedibox IPv6 block",
    class: "network",
    list: wholeList({ path: `${product.api}/ipv6-blocks`, query: product.filter, listKey: "ipv6_blocks" }),
    schema: Ipv6Block,
    toResource: (block, place) => ({
      urn: global.urn(place, "ipv-block", String(block.id)),
      name: block.address,
      status: block.delegation_status,
      endpoints: [identifier(String(block.id))],
      attributes: { address: block.address, prefixLength: block.cidr },
    }),
  }),
  global.kind({
    id: "scaleway.dedibox.rpn-group",
    family: "network",
    title: "Dedibox RPN v2 group",
    class: "network",
    list: global.pages({ path: "rpnv2/groups", listKey: "rpn_groups" }),
    schema: RpnGroup,
    toResource: (group, place) => ({
      urn: global.urn(place, "rpn-group", String(group.id)),
      name: group.name,
      account: group.organization_id,
      status: group.status,
      endpoints: [identifier(String(group.id))],
      attributes: {
        type: group.type,
        members: group.members_count,
        subnet: group.subnet?.address && group.subnet.cidr ? `${group.subnet.address}/${group.subnet.cidr}` : undefined,
      },
    }),
  }),
];

/** The addresses of the machine itself: those of its remote management and of the provider's own network are none. */
function ownAddresses({ interfaces }: z.infer<typeof Server>): readonly string[] {
  return (interfaces ?? [])
    .filter(({ type }) => type !== "ipmi")
    .flatMap(({ ips }) => ips ?? [])
    .filter(({ semantic }) => semantic !== "ipmi" && semantic !== "adm")
    .map(({ address }) => address);
}
