import type { Endpoint } from "../../../../inventory/resource.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { wholeList } from "../../../../listing/dialects/whole-list.ts";
import { addressEndpoint } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { itemUrn } from "../../urn.ts";
import { LegacyLoadBalancer, LoadBalancer } from "./answers.ts";

const legacyPath = "/cloud/project/{project}/loadbalancer";
const product = { family: "network", class: "network", service: "load-balancer" } as const;

/** Load balancers of Public Cloud: those of OpenStack, and the older ones that clusters of Kubernetes may still have. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    ...product,
    id: "ovh.cloud.load-balancer",
    title: "Public Cloud load balancer (Octavia)",
    resource: "load-balancer:load-balancer",
    locality: "region",
    regionService: "octavialoadbalancer",
    list: wholeList({ path: "/cloud/project/{project}/region/{locality}/loadbalancing/loadbalancer" }),
    schema: LoadBalancer,
    toResource: (item, place) => ({
      urn: itemUrn(place, "loadBalancer", item.id),
      name: item.name,
      region: item.region,
      status: item.provisioningStatus,
      createdAt: item.createdAt,
      // The public address first: it is what is reached from outside.
      endpoints: addresses(item.floatingIp?.ip, item.vipAddress),
      relations: item.vipNetworkId
        ? [
            {
              type: "attached-to",
              urn: itemUrn(place, "regionNetwork", item.vipNetworkId, item.region ?? place.locality),
            },
          ]
        : [],
      attributes: { operatingStatus: item.operatingStatus, flavorId: item.flavorId },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.cloud.legacy-load-balancer",
    title: "Load balancer of Kubernetes (IOLB, older)",
    resource: "load-balancer:legacy",
    locality: "project",
    list: idsThenDetail({ path: legacyPath, detailPath: `${legacyPath}/{id}`, idField: "id" }),
    schema: LegacyLoadBalancer,
    toResource: (item, place) => ({
      urn: itemUrn(place, "legacyLoadBalancer", item.id),
      name: item.name,
      region: item.region,
      status: item.status,
      createdAt: item.createdAt,
      endpoints: addresses(item.address?.ipv4, item.address?.ipv6),
      attributes: {
        size: item.size,
        openstackRegion: item.openstackRegion,
        description: item.description || undefined,
      },
    }),
  }),
];

function addresses(...known: readonly (string | null | undefined)[]): Endpoint[] {
  return known.flatMap((address) => (address ? [addressEndpoint(address)] : []));
}
