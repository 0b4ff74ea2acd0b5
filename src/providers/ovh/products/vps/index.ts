import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { singleDocument } from "../../../../listing/dialects/single-document.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { serviceUrn } from "../../urn.ts";
import { VpsDisk, VpsSnapshot } from "./answers.ts";
import { backupKinds } from "./backups.ts";
import { vps } from "./server.ts";

/** Virtual private servers, with what lives on each. */
export const kinds: readonly ListedKind[] = [
  vps,
  ovhKind({
    id: "ovh.vps.disk",
    family: "storage",
    title: "Disk of a VPS",
    class: "block-storage",
    service: "vps",
    resource: "vps:disk",
    locality: "account",
    list: nested({
      parent: vps,
      as: "serviceName",
      list: idsThenDetail({
        path: "/vps/{serviceName}/disks",
        detailPath: "/vps/{serviceName}/disks/{id}",
        idField: "id",
      }),
    }),
    schema: VpsDisk,
    toResource: (disk, place) => ({
      urn: serviceUrn(place, "vps", place.parent?.id ?? "", "disk", String(disk.id)),
      name: disk.type,
      status: disk.state,
      endpoints: [],
      relations: [{ type: "attached-to", urn: serviceUrn(place, "vps", place.parent?.id ?? "") }],
      attributes: { size: disk.size },
    }),
  }),
  ovhKind({
    id: "ovh.vps.snapshot",
    family: "backups",
    title: "Snapshot of a VPS",
    class: "block-storage",
    service: "vps",
    resource: "vps:snapshot",
    locality: "account",
    list: nested({
      parent: vps,
      as: "serviceName",
      list: singleDocument({ path: "/vps/{serviceName}/snapshot", mayBeAbsent: true }),
    }),
    schema: VpsSnapshot,
    toResource: (snapshot, place) => ({
      urn: serviceUrn(place, "vps", place.parent?.id ?? "", "snapshot", snapshot.id),
      name: snapshot.description,
      region: snapshot.region,
      createdAt: snapshot.creationDate,
      relations: [{ type: "snapshot-of", urn: serviceUrn(place, "vps", place.parent?.id ?? "") }],
    }),
  }),
  ...backupKinds,
];
