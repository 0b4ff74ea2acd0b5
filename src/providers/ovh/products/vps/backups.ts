import type { Relation } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { singleDocument } from "../../../../listing/dialects/single-document.ts";
import { withFacts } from "../../../../listing/dialects/with-facts.ts";
import { hostEndpoints } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { newestOf } from "../../../../listing/moments.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { unitAndValue } from "../../sizes.ts";
import { serviceUrn } from "../../urn.ts";
import { AutomatedBackup, BackupFtp, VeeamRestorePoint } from "./answers.ts";
import { vps } from "./server.ts";

const product = { family: "backups", service: "vps", locality: "account" } as const;
const path = "/vps/{serviceName}";
const below = { parent: vps, as: "serviceName" };

/** The backups that OVHcloud makes of virtual private servers, or has room for. */
export const backupKinds: readonly ListedKind[] = [
  ovhKind({
    ...product,
    id: "ovh.vps.automated-backup",
    title: "Automated backup of a VPS",
    class: "block-storage",
    resource: "vps:automated-backup",
    list: nested({
      ...below,
      list: withFacts(
        singleDocument({ path: `${path}/automatedBackup`, idField: "serviceResourceName", mayBeAbsent: true }),
        [
          {
            field: "restorePoints",
            path: `${path}/automatedBackup/restorePoints`,
            query: { state: "available" },
            what: "the dates of their restore points",
          },
        ],
      ),
    }),
    schema: AutomatedBackup,
    toResource: (backup, place) => ({
      urn: serviceUrn(place, "vps", place.parent?.id ?? "", "automatedBackup", backup.serviceResourceName),
      status: backup.state,
      // Enabled without a restore point is a backup that never succeeded: the number is told as well, and so is none.
      protection: [
        protection("automatic-backup", backup.state ? backup.state === "enabled" : undefined, {
          copiesKept: backup.restorePoints?.length ?? backup.rotation,
          lastSuccessAt: newestOf(backup.restorePoints ?? []),
          detail: backup.schedule ? `daily at ${backup.schedule}` : "",
        }),
      ],
      relations: [backup.state === "enabled" ? backupOf(place) : attachedTo(place)],
      attributes: { rotation: backup.rotation },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.vps.backup-storage",
    title: "FTP backup space of a VPS",
    class: "service",
    subclass: "ftp",
    resource: "vps:backup-storage",
    list: nested({
      ...below,
      list: singleDocument({ path: `${path}/backupftp`, idField: "ftpBackupName", mayBeAbsent: true }),
    }),
    schema: BackupFtp,
    toResource: (space, place) => ({
      urn: serviceUrn(place, "vps", place.parent?.id ?? "", "backupStorage", space.ftpBackupName),
      name: space.ftpBackupName,
      sizeBytes: unitAndValue(space.quota),
      endpoints: hostEndpoints(space.ftpBackupName),
      // Room for copies is not a copy.
      relations: [attachedTo(place)],
      // It is read-only since its quota was exceeded: what writes to it fails from then on.
      attributes: { usage: space.usage, readOnlySince: space.readOnlyDate },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.vps.veeam-restore-point",
    title: "Veeam restore point of a VPS",
    class: "block-storage",
    resource: "vps:veeam-restore-point",
    list: nested({
      ...below,
      list: idsThenDetail({
        path: `${path}/veeam/restorePoints`,
        detailPath: `${path}/veeam/restorePoints/{id}`,
        idField: "id",
      }),
    }),
    schema: VeeamRestorePoint,
    toResource: (point, place) => ({
      urn: serviceUrn(place, "vps", place.parent?.id ?? "", "veeamRestorePoint", String(point.id)),
      createdAt: point.creationTime,
      relations: [backupOf(place)],
    }),
  }),
];

function backupOf(place: Place): Relation {
  return { type: "backup-of", urn: serviceUrn(place, "vps", place.parent?.id ?? "") };
}

function attachedTo(place: Place): Relation {
  return { ...backupOf(place), type: "attached-to" };
}
