import type * as z from "zod";
import type { Relation } from "../../../../inventory/resource.ts";
import type { Scope } from "../../../../inventory/scope.ts";
import { wholeList } from "../../../../listing/dialects/whole-list.ts";
import { addressEndpoint, identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { itemUrn } from "../../urn.ts";
import { CloudIp, FailoverIp, FloatingIp } from "./answers.ts";

const product = { family: "network", class: "network" } as const;

/** Addresses of a project: those of OpenStack, those of OVHcloud, and additional ones that are routed into it. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    ...product,
    id: "ovh.cloud.floating-ip",
    title: "Floating IP",
    service: "floating-ip",
    resource: "floating-ip:floating-ip",
    locality: "region",
    regionService: "network",
    list: wholeList({ path: "/cloud/project/{project}/region/{locality}/floatingip" }),
    schema: FloatingIp,
    toResource: (item, place) => ({
      urn: itemUrn(place, "floatingIp", item.id),
      name: item.ip,
      region: item.region,
      status: item.status,
      endpoints: item.ip ? [addressEndpoint(item.ip)] : [],
      relations: holderOf(item, place),
      attributes: { attachedTo: item.associatedEntity?.type, attachedId: item.associatedEntity?.id },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.cloud.ip",
    title: "Public IP of a project",
    service: "ip",
    resource: "ip:cloud-ip",
    locality: "project",
    list: wholeList({ path: "/cloud/project/{project}/ip" }),
    schema: CloudIp,
    toResource: (item, place) => ({
      urn: itemUrn(place, "ip", item.id),
      name: item.ip,
      status: item.status,
      // A block, such as `192.0.2.0/30`.
      endpoints: item.ip ? [identifier(item.ip)] : [],
      attributes: { type: item.type },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.cloud.failover-ip",
    title: "Additional IP routed to a project",
    service: "ip",
    resource: "ip:failover",
    locality: "project",
    list: wholeList({ path: "/cloud/project/{project}/ip/failover" }),
    schema: FailoverIp,
    toResource: (item, place) => ({
      urn: itemUrn(place, "failoverIp", item.id),
      name: item.ip,
      status: item.status,
      endpoints: item.ip ? [addressEndpoint(item.ip)] : [],
      relations: item.routedTo ? [{ type: "attached-to", urn: itemUrn(place, "instance", item.routedTo) }] : [],
      attributes: { block: item.block, continent: item.continentCode, location: item.geoloc },
    }),
  }),
];

/** What a floating IP can lead to that is a kind of ours, by the words of `cloud.project.floatingIp.associatedEntity.TypeEnum`. */
const holders: Readonly<Record<string, string>> = { instance: "instance", loadbalancer: "loadBalancer" };

function holderOf({ associatedEntity: entity }: z.infer<typeof FloatingIp>, scope: Scope): Relation[] {
  const holder = holders[entity?.type ?? ""];
  return holder && entity?.id ? [{ type: "attached-to", urn: itemUrn(scope, holder, entity.id) }] : [];
}
