import { wholeList } from "../../../../listing/dialects/whole-list.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { openstackIdentifier } from "../../identifier.ts";
import { ovhKind } from "../../kind.ts";
import { gibibytes } from "../../sizes.ts";
import { itemUrn } from "../../urn.ts";
import { Volume, VolumeBackup, VolumeSnapshot } from "./answers.ts";

/** Public Cloud block storage. A volume names the instances it is attached to; a copy names its volume. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.cloud.volume",
    family: "storage",
    title: "Public Cloud block volume",
    class: "block-storage",
    service: "volume",
    resource: "volume:volume",
    locality: "project",
    list: wholeList({ path: "/cloud/project/{project}/volume" }),
    connectors: ["openstack-block"],
    protectionFrom: [
      { kind: "ovh.cloud.volume-backup", relation: "backup-of", type: "backup" },
      { kind: "ovh.cloud.volume-snapshot", relation: "snapshot-of", type: "snapshots" },
    ],
    schema: Volume,
    toResource: (volume, scope) => ({
      urn: itemUrn(scope, "volume", volume.id, volume.region),
      name: volume.name,
      region: volume.region,
      status: volume.status,
      createdAt: volume.creationDate,
      sizeBytes: gibibytes(volume.size),
      endpoints: [openstackIdentifier(volume.id, volume.region)],
      relations: (volume.attachedTo ?? []).map((instance) => ({
        type: "attached-to" as const,
        urn: itemUrn(scope, "instance", instance),
      })),
      attributes: {
        type: volume.type,
        bootable: volume.bootable,
        availabilityZone: volume.availabilityZone,
        description: volume.description || undefined,
      },
    }),
  }),
  ovhKind({
    id: "ovh.cloud.volume-snapshot",
    family: "backups",
    title: "Public Cloud volume snapshot",
    class: "block-storage",
    service: "volume",
    resource: "volume:snapshot",
    locality: "project",
    list: wholeList({ path: "/cloud/project/{project}/volume/snapshot" }),
    schema: VolumeSnapshot,
    toResource: (snapshot, scope) => ({
      urn: itemUrn(scope, "volumeSnapshot", snapshot.id),
      name: snapshot.name,
      region: snapshot.region,
      status: snapshot.status,
      createdAt: snapshot.creationDate,
      sizeBytes: gibibytes(snapshot.size),
      endpoints: [identifier(snapshot.id)],
      relations:
        snapshot.volumeId && snapshot.region
          ? [{ type: "snapshot-of", urn: itemUrn(scope, "volume", snapshot.volumeId, snapshot.region) }]
          : [],
      attributes: { description: snapshot.description || undefined },
    }),
  }),
  ovhKind({
    id: "ovh.cloud.volume-backup",
    family: "backups",
    title: "Public Cloud volume backup",
    class: "block-storage",
    service: "volume",
    resource: "volume:backup",
    locality: "region",
    regionService: "volume",
    list: wholeList({ path: "/cloud/project/{project}/region/{locality}/volumeBackup" }),
    schema: VolumeBackup,
    toResource: (backup, scope) => ({
      urn: itemUrn(scope, "volumeBackup", backup.id),
      name: backup.name,
      region: backup.region,
      status: backup.status,
      createdAt: backup.creationDate,
      sizeBytes: gibibytes(backup.size),
      endpoints: [identifier(backup.id)],
      relations: backup.volumeId
        ? [{ type: "backup-of", urn: itemUrn(scope, "volume", backup.volumeId, backup.region ?? scope.locality) }]
        : [],
    }),
  }),
];
