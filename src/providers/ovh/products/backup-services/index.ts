import type * as z from "zod";
import type { Relation } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import { headerCursor } from "../../../../listing/dialects/cursor.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { hostEndpoints } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";
import { BackupAgent, BackupTenant, BackupVault, VspcTenant } from "./answers.ts";

const type = "backupServices";
const product = { family: "backups", service: "backup-services", locality: "account" } as const;
const tenantPath = "/v2/backupServices/tenant";
const belowTenant = `${tenantPath}/{backupServicesId}`;

const tenant = ovhKind({
  ...product,
  id: "ovh.backup-services",
  title: "Backup Agent tenant",
  class: "",
  resource: "backup-services:tenant",
  list: headerCursor({ path: tenantPath }),
  mayLeaveOut: true,
  schema: BackupTenant,
  toResource: (item, place) => ({
    urn: serviceUrn(place, type, item.id),
    name: item.currentState?.name,
    status: item.resourceStatus,
    createdAt: item.createdAt,
    tags: customerTags(item.iam?.tags),
  }),
});

const vspcTenant = ovhKind({
  ...product,
  id: "ovh.backup-services.vspc-tenant",
  title: "Veeam Service Provider Console tenant",
  class: "",
  resource: "backup-services:vspc-tenant",
  list: nested({ parent: tenant, as: "backupServicesId", list: headerCursor({ path: `${belowTenant}/vspc` }) }),
  schema: VspcTenant,
  toResource: ({ id, createdAt, currentState, iam }, place) => ({
    urn: serviceUrn(place, type, place.parent?.id ?? "", "vspc", id),
    name: currentState?.name,
    region: currentState?.region,
    status: currentState?.status,
    createdAt,
    tags: customerTags(iam?.tags),
    endpoints: hostEndpoints(currentState?.accessUrl),
    relations: [{ type: "member-of", urn: serviceUrn(place, type, place.parent?.id ?? "") }],
    attributes: {
      machines: (currentState?.backupAgents ?? []).flatMap(({ productResourceName }) => productResourceName ?? []),
    },
  }),
});

/** OVHcloud's backup by agents: tenants, the vaults that copies go to, and the agents on the customer's machines. */
export const kinds: readonly ListedKind[] = [
  tenant,
  vspcTenant,
  ovhKind({
    ...product,
    id: "ovh.backup-services.vault",
    title: "Backup vault",
    class: "object-storage",
    resource: "backup-services:vault",
    list: nested({ parent: tenant, as: "backupServicesId", list: headerCursor({ path: `${belowTenant}/vault` }) }),
    schema: BackupVault,
    toResource: ({ id, createdAt, currentState, iam }, place) => ({
      urn: vaultUrn(place, place.parent?.id, id),
      name: currentState?.name,
      region: currentState?.region,
      status: currentState?.status,
      createdAt,
      tags: customerTags(iam?.tags),
      protection: [replicationOf(currentState?.buckets)],
      relations: [{ type: "member-of", urn: serviceUrn(place, type, place.parent?.id ?? "") }],
      attributes: { type: currentState?.type, buckets: currentState?.buckets },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.backup-services.agent",
    title: "Backup agent on a machine",
    class: "",
    resource: "backup-services:agent",
    list: nested({
      parent: vspcTenant,
      as: "vspcTenantId",
      list: headerCursor({ path: `${belowTenant}/vspc/{vspcTenantId}/backupAgent` }),
    }),
    schema: BackupAgent,
    toResource: (agent, place) => ({
      urn: `${vspcUrn(place)}:agent:${agent.id}`,
      name: agent.currentState?.name || agent.currentState?.productResourceName,
      status: agent.status,
      createdAt: agent.createdAt,
      // One that is not installed is paid for and protects nothing (enum `backup.AgentStatusEnum`).
      protection: [
        protection("automatic-backup", agent.status ? agent.status === "ENABLED" : undefined, {
          detail: agent.currentState?.policy,
        }),
      ],
      relations: relationsOf(agent, place),
      attributes: {
        type: agent.currentState?.type,
        machine: agent.currentState?.productResourceName,
        policy: agent.currentState?.policy,
        ips: agent.currentState?.ips,
      },
    }),
  }),
];

function vspcUrn({ parent, ...scope }: Place): string {
  return serviceUrn(scope, type, parent?.above?.id ?? "", "vspc", parent?.id ?? "");
}

function vaultUrn(place: Place, tenantId: string | undefined, id: string): string {
  return serviceUrn(place, type, tenantId ?? "", "vault", id);
}

/** A second bucket is a copy of the first; how fresh it is, is not told (enum `backup.BucketRoleEnum`). */
function replicationOf(buckets: NonNullable<z.infer<typeof BackupVault>["currentState"]>["buckets"]) {
  const copies = buckets?.filter(({ role }) => role === "REPLICA");
  const regions = (copies ?? []).flatMap(({ region }) => region ?? []);
  return protection("replication", copies === undefined ? undefined : copies.length > 0, {
    copiesKept: copies?.length,
    detail: regions.length > 0 ? `to ${regions.join(", ")}` : "",
  });
}

/** IAM's words for the machines that an agent's product names; of a project's machine the answer does not say the project. */
const machineTypes: Readonly<Record<string, string>> = { OVHCLOUD_BAREMETAL: "dedicatedServer", OVHCLOUD_VPS: "vps" };

/** One that is not running protects nothing. */
function relationsOf({ status, currentState }: z.infer<typeof BackupAgent>, place: Place): Relation[] {
  const machineType = machineTypes[currentState?.type ?? ""];
  const machine = currentState?.productResourceName;
  const verb: Relation["type"] = status === "ENABLED" ? "protects" : "attached-to";
  return [
    { type: "member-of", urn: vspcUrn(place) },
    ...(machineType && machine ? [{ type: verb, urn: serviceUrn(place, machineType, machine) }] : []),
    ...(currentState?.vaultId
      ? [{ type: "attached-to" as const, urn: vaultUrn(place, place.parent?.above?.id, currentState.vaultId) }]
      : []),
  ];
}
