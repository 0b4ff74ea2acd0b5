import type * as z from "zod";
import type { Endpoint, Protection } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import { urnPart } from "../../../../inventory/safe-text.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { withFacts } from "../../../../listing/dialects/with-facts.ts";
import { addressEndpoint, exportEndpoint } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";
import { CustomSnapshot, Nas, Partition } from "./answers.ts";

const type = "nasHA";
const product = { service: "nasha", locality: "account" } as const;

const nas = ovhKind({
  ...product,
  id: "ovh.nasha",
  family: "storage",
  title: "NAS-HA",
  // Unclassified: a container of partitions.
  class: "",
  resource: "nasha:nas",
  list: idsThenDetail({ path: "/dedicated/nasha", detailPath: "/dedicated/nasha/{id}", idField: "serviceName" }),
  mayLeaveOut: true,
  schema: Nas,
  toResource: (item, place) => ({
    urn: serviceUrn(place, type, item.serviceName),
    name: item.customName || item.serviceName,
    region: item.datacenter,
    status: item.iam?.state,
    tags: customerTags(item.iam?.tags),
    endpoints: item.ip ? [addressEndpoint(item.ip)] : [],
    // The schema names no unit of the size; `zpoolCapacity` is the percentage that is in use.
    attributes: {
      size: item.zpoolSize,
      usedPercent: item.zpoolCapacity,
      diskType: item.diskType,
      monitored: item.monitored,
    },
  }),
});

const partitionPath = "/dedicated/nasha/{serviceName}/partition";
const partition = ovhKind({
  ...product,
  id: "ovh.nasha.partition",
  family: "storage",
  title: "NAS-HA partition",
  class: "file-storage",
  resource: "nasha:partition",
  list: nested({
    parent: nas,
    as: "serviceName",
    needs: ["ip"],
    list: withFacts(
      idsThenDetail({ path: partitionPath, detailPath: `${partitionPath}/{id}`, idField: "partitionName" }),
      [{ field: "snapshotTypes", path: `${partitionPath}/{id}/snapshot`, what: "their snapshot schedules" }],
    ),
  }),
  connectors: ["nfs", "smb"],
  schema: Partition,
  toResource: (item, place) => ({
    urn: serviceUrn(place, type, place.parent?.id ?? "", "partition", item.partitionName),
    name: item.partitionName,
    endpoints: exportsOf(item, place),
    protection: [snapshotsOf(item)],
    relations: [{ type: "member-of", urn: serviceUrn(place, type, place.parent?.id ?? "") }],
    // The schema names no unit of the size.
    attributes: {
      protocol: item.protocol,
      description: item.partitionDescription || undefined,
      size: item.size,
      usedPercent: item.partitionCapacity,
      usedBySnapshotsPercent: item.usedBySnapshots,
    },
  }),
});

/** NAS-HA services, their partitions and the snapshots that were made of these by hand. */
export const kinds: readonly ListedKind[] = [
  nas,
  partition,
  ovhKind({
    ...product,
    id: "ovh.nasha.custom-snapshot",
    family: "backups",
    title: "Manual snapshot of a NAS-HA partition",
    class: "file-storage",
    resource: "nasha:custom-snapshot",
    list: nested({
      parent: partition,
      as: "partitionName",
      list: idsThenDetail({
        path: `${partitionPath}/{partitionName}/customSnapshot`,
        detailPath: `${partitionPath}/{partitionName}/customSnapshot/{id}`,
        idField: "name",
      }),
    }),
    schema: CustomSnapshot,
    toResource: (snapshot, place) => ({
      urn: `${partitionUrn(place)}:customSnapshot:${urnPart(snapshot.name)}`,
      name: snapshot.name,
      relations: [{ type: "snapshot-of", urn: partitionUrn(place) }],
      attributes: { expiresAt: snapshot.expiration },
    }),
  }),
];

function partitionUrn({ parent, ...scope }: Place): string {
  return serviceUrn(scope, type, parent?.above?.id ?? "", "partition", parent?.id ?? "");
}

/**
 * Where a partition is mounted from: `<address>:<NAS>/<partition>` over NFS, `//<address>/<NAS>_<partition>` over CIFS, which is SMB
 * (ovh/docs, storage_and_backup/file_storage/ha_nas, guides nas_nfs and nas_cifs). One that is offered by both has both, NFS first.
 */
function exportsOf({ protocol, partitionName }: z.infer<typeof Partition>, { parent }: Place): Endpoint[] {
  const ip = parent?.fields["ip"];
  if (typeof ip !== "string" || parent === undefined) return [];
  const protocols = protocol?.split("_") ?? [];
  return [
    ...(protocols.includes("NFS") ? [exportEndpoint(ip, `${parent.id}/${partitionName}`)] : []),
    ...(protocols.includes("CIFS") ? [exportEndpoint(ip, `${parent.id}_${partitionName}`)] : []),
  ];
}

/** Space that snapshots take shows that there are some, whether or not a schedule makes more. */
function snapshotsOf({ snapshotTypes, usedBySnapshots }: z.infer<typeof Partition>): Protection {
  const schedules = snapshotTypes ?? [];
  const isThere = schedules.length > 0 || (usedBySnapshots ?? 0) > 0;
  const isEnabled = isThere || (snapshotTypes === undefined ? undefined : false);
  const noSchedule = snapshotTypes === undefined ? "" : "no schedule";
  return protection("snapshots", isEnabled, { detail: schedules.length > 0 ? schedules.join(", ") : noSchedule });
}
