import type { Place } from "../../../../inventory/resource-kind.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { hostEndpoints, identifier } from "../../../../listing/endpoints.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";
import { Datacenter, PrivateCloud } from "./answers.ts";

/** IAM's word for a Private Cloud. */
export const type = "pccVMware";
export const product = { service: "private-cloud", locality: "account" } as const;

export const privateCloud = ovhKind({
  ...product,
  id: "ovh.private-cloud",
  family: "compute",
  title: "Hosted Private Cloud (vSphere)",
  class: "hypervisor",
  resource: "private-cloud:private-cloud",
  list: idsThenDetail({ path: "/dedicatedCloud", detailPath: "/dedicatedCloud/{id}", idField: "serviceName" }),
  byDefault: true,
  mayLeaveOut: true,
  schema: PrivateCloud,
  toResource: (cloud, place) => ({
    urn: serviceUrn(place, type, cloud.serviceName),
    name: cloud.description || cloud.serviceName,
    region: cloud.location,
    status: cloud.state,
    tags: customerTags(cloud.iam?.tags),
    endpoints: [...hostEndpoints(cloud.webInterfaceUrl), identifier(cloud.serviceName)],
    attributes: { generation: cloud.generation, managementInterface: cloud.managementInterface },
  }),
});

export const datacenterPath = "/dedicatedCloud/{serviceName}/datacenter";

export const datacenter = ovhKind({
  ...product,
  id: "ovh.private-cloud.datacenter",
  family: "compute",
  title: "Virtual datacenter of a Private Cloud",
  // Unclassified: a container of machines.
  class: "",
  resource: "private-cloud:datacenter",
  list: nested({
    parent: privateCloud,
    as: "serviceName",
    list: idsThenDetail({ path: datacenterPath, detailPath: `${datacenterPath}/{id}`, idField: "datacenterId" }),
  }),
  schema: Datacenter,
  toResource: (item, place) => ({
    urn: serviceUrn(place, type, place.parent?.id ?? "", "datacenter", String(item.datacenterId)),
    name: item.name || item.description,
    relations: [{ type: "member-of", urn: serviceUrn(place, type, place.parent?.id ?? "") }],
    attributes: { range: item.commercialRangeName, version: item.version },
  }),
});

/** The datacenter that an item is below. */
export function datacenterUrn({ parent, ...scope }: Place): string {
  return serviceUrn(scope, type, parent?.above?.id ?? "", "datacenter", parent?.id ?? "");
}
