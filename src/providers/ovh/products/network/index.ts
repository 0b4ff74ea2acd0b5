import { nested } from "../../../../listing/dialects/nested.ts";
import { wholeList } from "../../../../listing/dialects/whole-list.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { itemUrn } from "../../urn.ts";
import { Network, RegionNetwork, Subnet } from "./answers.ts";

const path = "/cloud/project/{project}/network/private";
const product = { family: "network", class: "network", service: "network" } as const;

const network = ovhKind({
  ...product,
  id: "ovh.cloud.network",
  title: "Private network of a project",
  resource: "network:private",
  locality: "project",
  list: wholeList({ path }),
  schema: Network,
  toResource: (item, place) => {
    const regions = item.regions ?? [];
    return {
      urn: itemUrn(place, "network", item.id),
      name: item.name,
      region: regions.length === 1 ? regions[0]?.region : undefined,
      status: item.status,
      attributes: {
        type: item.type,
        vlanId: item.vlanId,
        // The same network as each region's OpenStack calls it, which is the id that instances and load balancers name.
        regions: regions.map(({ region, openstackId }) => ({
          region: region ?? null,
          openstackId: openstackId ?? null,
        })),
      },
    };
  },
});

/** Private networks, as the project has them and as each region has them. */
export const kinds: readonly ListedKind[] = [
  network,
  ovhKind({
    ...product,
    id: "ovh.cloud.subnet",
    title: "Subnet of a private network",
    resource: "network:subnet",
    locality: "project",
    list: nested({ parent: network, as: "networkId", list: wholeList({ path: `${path}/{networkId}/subnet` }) }),
    schema: Subnet,
    toResource: (subnet, place) => ({
      urn: itemUrn(place, "subnet", subnet.id),
      name: subnet.cidr,
      endpoints: subnet.cidr ? [identifier(subnet.cidr)] : [],
      relations: [{ type: "member-of", urn: itemUrn(place, "network", place.parent?.id ?? "") }],
      attributes: {
        dhcpEnabled: subnet.dhcpEnabled,
        gatewayIp: subnet.gatewayIp,
        regions: [...new Set(subnet.ipPools?.flatMap(({ region }) => region ?? []))],
      },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.cloud.region-network",
    title: "Network of a region (OpenStack)",
    resource: "network:region-network",
    locality: "region",
    regionService: "network",
    list: wholeList({ path: "/cloud/project/{project}/region/{locality}/network" }),
    // OVHcloud's own network to the outside, which every project lists.
    ownedBy: { field: "visibility", isNot: "public" },
    schema: RegionNetwork,
    toResource: (item, place) => ({
      // One id in several regions is one network in each.
      urn: itemUrn(place, "regionNetwork", item.id, place.locality),
      name: item.name,
      region: item.region,
      status: item.status,
      attributes: { visibility: item.visibility, vlanId: item.vlanId, subnetIds: item.subnetIds },
    }),
  }),
];
