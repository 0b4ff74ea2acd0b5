import type * as z from "zod";
import type { Protection } from "../../../../inventory/resource.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { withFacts } from "../../../../listing/dialects/with-facts.ts";
import { addressEndpoint } from "../../../../listing/endpoints.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";
import { Vps } from "./answers.ts";

export const vps = ovhKind({
  id: "ovh.vps",
  family: "compute",
  title: "VPS",
  class: "compute",
  service: "vps",
  resource: "vps:vps",
  locality: "account",
  list: withFacts(idsThenDetail({ path: "/vps", detailPath: "/vps/{id}", idField: "name" }), [
    { field: "addresses", path: "/vps/{id}/ips", what: "addresses" },
    { field: "automatedBackup", path: "/vps/{id}/automatedBackup", what: "their automated backup" },
  ]),
  connectors: ["sftp"],
  mayLeaveOut: true,
  schema: Vps,
  toResource: (item, place) => ({
    urn: serviceUrn(place, "vps", item.name),
    name: item.displayName || item.name,
    region: item.cluster,
    status: item.state,
    tags: customerTags(item.iam?.tags),
    endpoints: [
      { type: "host", endpoint: item.name, attributes: {} },
      ...(item.addresses ?? []).map((address) => addressEndpoint(address)),
    ],
    protection: [automatedBackup(item)],
    // The schema names no unit of sizes, so they stand here as they are answered.
    attributes: { offer: item.model?.name, disk: item.model?.disk, memory: item.model?.memory, zone: item.zone },
  }),
});

/** `enabled` alone is a backup: the option exists in other states too (enum `vps.AutomatedBackupStateEnum`). */
function automatedBackup({ automatedBackup: backup }: z.infer<typeof Vps>): Protection {
  const isEnabled = backup?.state ? backup.state === "enabled" : backup === null ? null : undefined;
  return protection("automatic-backup", isEnabled, {
    copiesKept: backup?.rotation,
    detail: backup?.schedule ? `daily at ${backup.schedule}` : "",
  });
}
