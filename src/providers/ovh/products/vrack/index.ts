import * as z from "zod";
import type { Relation } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import { headerCursor } from "../../../../listing/dialects/cursor.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { count, id, moment, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags, iamMetadata } from "../../tags.ts";
import { answeredUrn, serviceUrn } from "../../urn.ts";

/** `vrack.vrackWithIAM` */
const Vrack = z.object({ serviceName: id, name: text, iam: iamMetadata });

const subnet = z.object({
  cidr: text,
  vlan: count,
  serviceEndpoints: z.array(z.object({ managedServiceURN: answeredUrn.nullish() })).nullish(),
});

/** `vrackServices.VrackServicesWithIAM` of version 2 */
const VrackServices = z.object({
  id,
  createdAt: moment,
  currentState: z
    .object({ productStatus: text, region: text, vrackId: text, subnets: z.array(subnet).nullish() })
    .nullish(),
  iam: iamMetadata,
});

/** Private networks across products, and how managed services are put into them. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.vrack",
    family: "network",
    title: "vRack",
    class: "network",
    service: "vrack",
    resource: "vrack:vrack",
    locality: "account",
    list: idsThenDetail({ path: "/vrack", idField: "serviceName" }),
    mayLeaveOut: true,
    schema: Vrack,
    toResource: (vrack, place) => ({
      urn: serviceUrn(place, "vrack", vrack.serviceName),
      name: vrack.name || vrack.serviceName,
      status: vrack.iam?.state,
      tags: customerTags(vrack.iam?.tags),
    }),
  }),
  ovhKind({
    id: "ovh.vrack-services",
    family: "network",
    title: "vRack Services",
    class: "network",
    service: "vrack-services",
    resource: "vrack-services:service",
    locality: "account",
    list: headerCursor({ path: "/v2/vrackServices/resource" }),
    mayLeaveOut: true,
    schema: VrackServices,
    toResource: ({ currentState: state, ...item }, place) => ({
      urn: serviceUrn(place, "vrackServices", item.id),
      name: item.iam?.displayName,
      region: state?.region,
      status: state?.productStatus,
      createdAt: item.createdAt,
      tags: customerTags(item.iam?.tags),
      relations: attachmentsOf(state, place),
      attributes: { networks: state?.subnets?.flatMap(({ cidr }) => cidr ?? []) },
    }),
  }),
];

/** The vRack that it is in, and the services that have an address in one of its subnets. */
function attachmentsOf(state: z.infer<typeof VrackServices>["currentState"], place: Place): Relation[] {
  const managed = (state?.subnets ?? [])
    .flatMap(({ serviceEndpoints }) => serviceEndpoints ?? [])
    .flatMap(({ managedServiceURN }) => managedServiceURN ?? []);
  const vracks = state?.vrackId ? [serviceUrn(place, "vrack", state.vrackId)] : [];
  return [...new Set([...vracks, ...managed])].map((urn) => ({ type: "attached-to", urn }));
}
