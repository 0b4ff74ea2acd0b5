import type * as z from "zod";
import type { Protection } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { singleDocument } from "../../../../listing/dialects/single-document.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { serviceUrn } from "../../urn.ts";
import { BackupRepository, DisasterRecovery, ManagedBackup } from "./answers.ts";
import { datacenter, datacenterPath, datacenterUrn, privateCloud, product, type } from "./datacenter.ts";

/** What protects Private Clouds: managed Veeam, where it keeps its copies, and Zerto. */
export const backupKinds: readonly ListedKind[] = [
  ovhKind({
    ...product,
    id: "ovh.private-cloud.managed-backup",
    family: "backups",
    title: "Veeam Managed Backup of a datacenter",
    class: "",
    resource: "private-cloud:managed-backup",
    list: nested({
      parent: datacenter,
      as: "datacenterId",
      list: singleDocument({ path: `${datacenterPath}/{datacenterId}/backup`, mayBeAbsent: true }),
    }),
    schema: ManagedBackup,
    toResource: (backup, place) => ({
      urn: urnOfOnly("managedBackup", place),
      status: backup.state,
      protection: protectionOf(backup),
      relations: [{ type: backup.state === "enabled" ? "backup-of" : "attached-to", urn: datacenterUrn(place) }],
      attributes: { offer: backup.backupOffer, encryption: backup.encryption },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.private-cloud.backup-repository",
    family: "backups",
    title: "Backup repository of a Private Cloud",
    class: "",
    resource: "private-cloud:backup-repository",
    list: nested({
      parent: privateCloud,
      as: "serviceName",
      list: idsThenDetail({
        path: "/dedicatedCloud/{serviceName}/backupRepository",
        detailPath: "/dedicatedCloud/{serviceName}/backupRepository/{id}",
        idField: "repositoryId",
      }),
    }),
    schema: BackupRepository,
    toResource: (repository, place) => ({
      urn: serviceUrn(place, type, place.parent?.id ?? "", "backupRepository", String(repository.repositoryId)),
      name: repository.repositoryName,
      status: repository.replication,
      protection: [replicationOf(repository)],
      relations: [{ type: "member-of", urn: serviceUrn(place, type, place.parent?.id ?? "") }],
      attributes: { replicationZone: repository.replicationZone, syncStatus: repository.syncStatus },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.private-cloud.disaster-recovery",
    family: "backups",
    title: "Zerto disaster recovery of a datacenter",
    class: "",
    resource: "private-cloud:disaster-recovery",
    list: nested({
      parent: datacenter,
      as: "datacenterId",
      list: singleDocument({
        path: `${datacenterPath}/{datacenterId}/disasterRecovery/zerto/status`,
        mayBeAbsent: true,
      }),
    }),
    schema: DisasterRecovery,
    toResource: (recovery, place) => ({
      urn: urnOfOnly("disasterRecovery", place),
      status: recovery.state,
      // `delivered` is the word for "in place" (enum `dedicatedCloud.StateEnum`).
      protection: [
        protection("replication", recovery.state === "delivered", {
          detail: recovery.drpType,
        }),
      ],
      relations: [{ type: recovery.state === "delivered" ? "replica-of" : "attached-to", urn: datacenterUrn(place) }],
      attributes: {
        type: recovery.drpType,
        version: recovery.systemVersion,
        remoteSites: (recovery.remoteSitesInformation ?? []).map(({ serviceName, datacenterName, state }) => ({
          privateCloud: serviceName ?? undefined,
          datacenter: datacenterName ?? undefined,
          state: state ?? undefined,
        })),
      },
    }),
  }),
];

/** A datacenter has one at most, which has no id but the datacenter's. */
function urnOfOnly(what: string, { parent, ...scope }: Place): string {
  return serviceUrn(scope, type, parent?.above?.id ?? "", what, parent?.id ?? "");
}

/** What a managed backup does for the machines that are in it; a datacenter without one may answer `disabled`. */
function protectionOf(backup: z.infer<typeof ManagedBackup>): Protection[] {
  const isEnabled = backup.state === "enabled";
  const isReplicated = backup.replicationZone === undefined ? undefined : Boolean(backup.replicationZone);
  return [
    protection("automatic-backup", isEnabled, {
      detail: backup.scheduleHour ? `daily at ${backup.scheduleHour}` : "",
    }),
    protection("replication", isEnabled && isReplicated, {
      detail: backup.replicationZone ? `to ${backup.replicationZone}` : "",
    }),
  ];
}

/** `enabled` alone is a second copy; whether it is fresh is told by its date and its state. */
function replicationOf(repository: z.infer<typeof BackupRepository>): Protection {
  const { replication, replicationZone, syncStatus } = repository;
  const isEnabled = replication ? replication === "enabled" : undefined;
  return protection("replication", isEnabled, {
    lastSuccessAt: repository.lastSuccessfulReplicationDate,
    detail: [replicationZone ? `to ${replicationZone}` : "", syncStatus].filter(Boolean).join(", "),
  });
}
