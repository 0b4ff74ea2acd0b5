import type * as z from "zod";
import type { Protection } from "../../../../inventory/resource.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { VirtualMachine } from "./answers.ts";
import { backupKinds } from "./backups.ts";
import { datacenter, datacenterPath, datacenterUrn, privateCloud, product } from "./datacenter.ts";
import { datastoreKinds } from "./datastores.ts";

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
  ...datastoreKinds,
  ...backupKinds,
];

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
