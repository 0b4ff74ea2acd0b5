import type * as z from "zod";
import type { Protection } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { hostEndpoints, identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";
import { Datacenter, PrivateCloud, VirtualMachine } from "./answers.ts";

const type = "pccVMware";
const product = { service: "private-cloud", locality: "account" } as const;

const privateCloud = ovhKind({
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

const datacenterPath = "/dedicatedCloud/{serviceName}/datacenter";
const datacenter = ovhKind({
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

/** Private Clouds, their datacenters and machines: two levels deep. */
export const kinds: readonly ListedKind[] = [
  privateCloud,
  datacenter,
  ovhKind({
    ...product,
    id: "ovh.private-cloud.vm",
    family: "compute",
    title: "Virtual machine of a Private Cloud",
    class: "compute",
    resource: "private-cloud:vm",
    list: nested({
      parent: datacenter,
      as: "datacenterId",
      list: idsThenDetail({
        path: `${datacenterPath}/{datacenterId}/vm`,
        detailPath: `${datacenterPath}/{datacenterId}/vm/{id}`,
        idField: "vmId",
      }),
    }),
    schema: VirtualMachine,
    toResource: (machine, place) => ({
      urn: `${datacenterUrn(place)}:vm:${machine.vmId}`,
      name: machine.name,
      status: machine.powerState,
      endpoints: machine.moRef ? [identifier(machine.moRef)] : [],
      protection: [managedBackup(machine)],
      relations: [{ type: "member-of", urn: datacenterUrn(place) }],
      attributes: {
        guestOperatingSystem: machine.guestOsFamily,
        cluster: machine.clusterName,
        datastores: (machine.filers ?? []).flatMap(({ name }) => name ?? []),
      },
    }),
  }),
];

function datacenterUrn({ parent, ...scope }: Place): string {
  return serviceUrn(scope, type, parent?.above?.id ?? "", "datacenter", parent?.id ?? "");
}

/** OVHcloud's managed Veeam: `delivered` is its word for "in place" (enum `dedicatedCloud.backup.StateEnum`). */
function managedBackup({ backup }: z.infer<typeof VirtualMachine>): Protection {
  const isEnabled = backup?.state ? backup.state === "delivered" : backup === null ? null : undefined;
  const corrupted = (backup?.restorePoints ?? []).filter(({ isCorrupted }) => isCorrupted).length;
  return protection("automatic-backup", isEnabled, {
    lastSuccessAt: backup?.lastSuccessfulCreationTime,
    retentionDays: backup?.retentionTime,
    detail: corrupted > 0 ? `${corrupted} corrupted restore points` : "",
  });
}
