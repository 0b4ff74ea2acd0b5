import type * as z from "zod";
import type { Protection } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import { headerCursor } from "../../../../listing/dialects/cursor.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { hostEndpoints } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";
import { Backup, Organization, Storage, VirtualDatacenter } from "./answers.ts";

const type = "vmwareCloudDirector";
const product = { service: "vmware-cloud-director", locality: "account" } as const;
const organizationPath = "/v2/vmwareCloudDirector/organization";
const datacenterPath = `${organizationPath}/{organizationId}/virtualDataCenter`;

const organization = ovhKind({
  ...product,
  id: "ovh.vmware-cloud-director",
  family: "compute",
  title: "VMware Cloud Director organization",
  class: "hypervisor",
  resource: "vmware-cloud-director:organization",
  list: headerCursor({ path: organizationPath }),
  mayLeaveOut: true,
  schema: Organization,
  toResource: (item, place) => ({
    urn: serviceUrn(place, type, item.id),
    name: item.currentState?.fullName || item.currentState?.name,
    region: item.currentState?.region,
    status: item.resourceStatus,
    tags: customerTags(item.iam?.tags),
    // Its machines are known to the director's own API alone.
    endpoints: uniqueHosts(item.currentState?.apiUrl, item.currentState?.webInterfaceUrl),
    attributes: { description: item.currentState?.description || undefined },
  }),
});

const virtualDatacenter = ovhKind({
  ...product,
  id: "ovh.vmware-cloud-director.virtual-datacenter",
  family: "compute",
  title: "Virtual datacenter of VMware Cloud Director",
  // Unclassified: a container of machines.
  class: "",
  resource: "vmware-cloud-director:virtual-datacenter",
  list: nested({ parent: organization, as: "organizationId", list: headerCursor({ path: datacenterPath }) }),
  schema: VirtualDatacenter,
  toResource: ({ id, resourceStatus, currentState, iam }, place) => ({
    urn: serviceUrn(place, type, place.parent?.id ?? "", "virtualDataCenter", id),
    name: currentState?.name,
    region: currentState?.region,
    status: resourceStatus,
    tags: customerTags(iam?.tags),
    relations: [
      { type: "member-of", urn: serviceUrn(place, type, place.parent?.id ?? "") },
      ...(currentState?.vrack
        ? [{ type: "attached-to" as const, urn: serviceUrn(place, "vrack", currentState.vrack) }]
        : []),
    ],
    attributes: {
      range: currentState?.commercialRange,
      description: currentState?.description || undefined,
      virtualCpus: currentState?.vCPUCount,
      memoryQuotaGB: currentState?.memoryQuota,
      storageQuotaGB: currentState?.storageQuota,
    },
  }),
});

/** Organizations of VMware Cloud Director, their datacenters and storage, and the managed backup. */
export const kinds: readonly ListedKind[] = [
  organization,
  virtualDatacenter,
  ovhKind({
    ...product,
    id: "ovh.vmware-cloud-director.storage",
    family: "storage",
    title: "Storage of a VMware Cloud Director datacenter",
    class: "block-storage",
    resource: "vmware-cloud-director:storage",
    list: nested({
      parent: virtualDatacenter,
      as: "virtualDataCenterId",
      list: headerCursor({ path: `${datacenterPath}/{virtualDataCenterId}/storage` }),
    }),
    schema: Storage,
    toResource: ({ id, resourceStatus, currentState }, place) => ({
      urn: `${datacenterUrn(place)}:storage:${id}`,
      name: currentState?.name,
      status: resourceStatus,
      relations: [{ type: "member-of", urn: datacenterUrn(place) }],
      attributes: { type: currentState?.type, profile: currentState?.profile, capacityGB: currentState?.capacity },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.vmware-cloud-director.backup",
    family: "backups",
    title: "Managed backup of VMware Cloud Director",
    class: "",
    resource: "vmware-cloud-director:backup",
    list: headerCursor({ path: "/v2/vmwareCloudDirector/backup" }),
    mayLeaveOut: true,
    schema: Backup,
    // Which organization it is of, the answer does not say.
    toResource: (backup, place) => ({
      urn: serviceUrn(place, "vmwareCloudDirectorBackup", backup.id),
      name: backup.iam?.displayName || backup.id,
      status: backup.resourceStatus,
      createdAt: backup.createdAt,
      tags: customerTags(backup.iam?.tags),
      protection: protectionOf(backup),
      attributes: { zone: backup.currentState?.azName, offers: backup.currentState?.offers },
    }),
  }),
];

function datacenterUrn({ parent, ...scope }: Place): string {
  return serviceUrn(scope, type, parent?.above?.id ?? "", "virtualDataCenter", parent?.id ?? "");
}

function uniqueHosts(...urls: readonly (string | null | undefined)[]) {
  const known = new Map(urls.flatMap(hostEndpoints).map((endpoint) => [endpoint.endpoint, endpoint]));
  return [...known.values()];
}

/** `READY` is the word for "in place", of the whole and of each offer (enum `vmwareCloudDirector.BackupResourceStatusEnum`). */
function protectionOf({ resourceStatus, currentState }: z.infer<typeof Backup>): Protection[] {
  const ready = currentState?.offers?.filter(({ status }) => status === "READY");
  const copies = (ready ?? []).flatMap(({ protectionReplicatedRegion }) => protectionReplicatedRegion ?? []);
  return [
    protection("automatic-backup", resourceStatus ? resourceStatus === "READY" : undefined, {
      detail: (ready ?? []).flatMap(({ name }) => name ?? []).join(", "),
    }),
    protection("replication", ready === undefined ? undefined : copies.length > 0, {
      detail: copies.length > 0 ? `to ${copies.join(", ")}` : "",
    }),
  ];
}
