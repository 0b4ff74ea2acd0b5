import * as z from "zod";
import type { Relation } from "../../../../inventory/resource.ts";
import type { Scope } from "../../../../inventory/scope.ts";
import { addressEndpoint } from "../../../../listing/endpoints.ts";
import { flag, id, moment, text, texts } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";
import { scalewayUrn } from "../../urn.ts";

const ipam = scalewayProduct({
  service: "ipam",
  api: "/ipam/v1",
  locality: "region",
  permissionSets: ["IPAMReadOnly"],
});

// In the API's own snake_case (scaleway/scaleway-sdk-js, generated types).
const Address = z.object({
  id,
  /** With the length of its network behind a slash. */
  address: text,
  is_ipv6: flag,
  resource: z.object({ id: text, type: text, name: text, mac_address: text }).nullish(),
  source: z.object({ private_network_id: text, subnet_id: text, vpc_id: text, zonal: text }).nullish(),
  reverses: z.array(z.object({ hostname: text })).nullish(),
  zone: text,
  tags: texts,
  created_at: moment,
});
type Address = z.infer<typeof Address>;

/**
 * What has an address, by IPAM's word for it: the service and type of its URN, and where it lives. An interface of an Instance is none
 * of our kinds (its server is not named), and neither is a network of a gateway.
 */
const holders: Readonly<Record<string, readonly [service: string, type: string, lives: "zone" | "region"]>> = {
  instance_server: ["instance", "server", "zone"],
  lb_server: ["load-balancer", "load-balancer", "zone"],
  vpc_gateway: ["public-gateway", "gateway", "zone"],
  redis_cluster: ["redis", "cluster", "zone"],
  k8s_cluster: ["kubernetes", "cluster", "region"],
  rdb_instance: ["rdb", "instance", "region"],
  llm_deployment: ["inference", "deployment", "region"],
  vpn_gateway: ["site-vpn", "gateway", "region"],
};

/** Every address that Scaleway's IP Address Management gave, private ones included. */
export const addressKind = ipam.kind({
  id: "scaleway.ipam.ip",
  family: "network",
  title: "IPAM address",
  class: "network",
  list: ipam.pages({ path: "ips", listKey: "ips" }),
  schema: Address,
  toResource: (item, place) => ({
    urn: ipam.urn(place, "ip", item.id),
    name: withoutLength(item.address),
    createdAt: item.created_at,
    tags: item.tags ?? [],
    endpoints: item.address ? [addressEndpoint(withoutLength(item.address) ?? "")] : [],
    relations: attachment(item, place),
    attributes: {
      network: item.address,
      resourceType: item.resource?.type,
      resourceId: item.resource?.id,
      resourceName: item.resource?.name,
      macAddress: item.resource?.mac_address,
      privateNetwork: item.source?.private_network_id,
      subnet: item.source?.subnet_id,
      vpc: item.source?.vpc_id,
      zone: zoneOf(item),
      reverses: (item.reverses ?? []).flatMap(({ hostname }) => hostname ?? []),
    },
  }),
});

export const kinds: readonly ListedKind[] = [addressKind];

export function withoutLength(address: string | null | undefined): string | undefined {
  return address?.split("/")[0] || undefined;
}

function zoneOf({ zone, source }: Address): string | undefined {
  return zone || source?.zonal || undefined;
}

/** None where the zone of a zonal holder is not told, as in every recorded answer: its URN needs it. */
function attachment(item: Address, place: Scope): Relation[] {
  const { id: holder, type = "" } = item.resource ?? {};
  const [service, word, lives] = holders[type ?? ""] ?? [];
  if (!holder || service === undefined || word === undefined) return [];
  const locality = lives === "zone" ? zoneOf(item) : place.locality;
  return locality ? [{ type: "attached-to", urn: scalewayUrn({ ...place, locality }, service, word, holder) }] : [];
}
