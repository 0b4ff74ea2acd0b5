import { addressEndpoint, identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { FlexibleIp, PlacementGroup, SecurityGroup } from "./answers.ts";
import { instance } from "./product.ts";

/** What instances are reached by, kept from and placed by. */
export const addressesAndGroups: readonly ListedKind[] = [
  instance.kind({
    id: "scaleway.instance.ip",
    family: "network",
    title: "Flexible IP",
    class: "network",
    list: instance.pages({ path: "ips", listKey: "ips" }),
    schema: FlexibleIp,
    toResource: (ip, place) => ({
      urn: instance.urn(place, "ip", ip.id),
      name: ip.address || ip.prefix,
      account: ip.organization,
      status: ip.state,
      tags: ip.tags ?? [],
      endpoints: [identifier(ip.id), ...(ip.address ? [addressEndpoint(ip.address)] : [])],
      relations: ip.server ? [{ type: "attached-to", urn: instance.urn(place, "server", ip.server.id) }] : [],
      attributes: { type: ip.type, prefix: ip.prefix, reverse: ip.reverse },
    }),
  }),
  instance.kind({
    id: "scaleway.instance.security-group",
    family: "network",
    title: "Security group",
    class: "network",
    list: instance.pages({ path: "security_groups", listKey: "security_groups" }),
    schema: SecurityGroup,
    toResource: (group, place) => ({
      urn: instance.urn(place, "security-group", group.id),
      name: group.name,
      account: group.organization,
      status: group.state,
      createdAt: group.creation_date,
      tags: group.tags ?? [],
      endpoints: [identifier(group.id)],
      attributes: {
        description: group.description || undefined,
        stateful: group.stateful,
        projectDefault: group.project_default,
        inbound: group.inbound_default_policy,
        outbound: group.outbound_default_policy,
      },
    }),
  }),
  instance.kind({
    id: "scaleway.instance.placement-group",
    family: "compute",
    title: "Placement group",
    class: "compute",
    list: instance.pages({ path: "placement_groups", listKey: "placement_groups" }),
    schema: PlacementGroup,
    toResource: (group, place) => ({
      urn: instance.urn(place, "placement-group", group.id),
      name: group.name,
      account: group.organization,
      tags: group.tags ?? [],
      endpoints: [identifier(group.id)],
      attributes: { mode: group.policy_mode, policy: group.policy_type, respected: group.policy_respected },
    }),
  }),
];
