import type { Endpoint } from "../../../../inventory/resource.ts";
import { wholeList } from "../../../../listing/dialects/whole-list.ts";
import { addressEndpoint } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { itemUrn } from "../../urn.ts";
import { LoadBalancer } from "./answers.ts";

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
];

function addresses(...known: readonly (string | null | undefined)[]): Endpoint[] {
  return known.flatMap((address) => (address ? [addressEndpoint(address)] : []));
}
