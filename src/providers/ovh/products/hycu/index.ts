import * as z from "zod";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { id, moment, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags, iamMetadata } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";

/** `hycu.StateWithIAM` of licenseHycu.json, only the fields we use; never asked: `license`, which is the licence's file. */
const HycuLicence = z.object({
  serviceName: id,
  comment: text,
  controllerId: text,
  licenseStatus: text,
  expirationDate: moment,
  iam: iamMetadata,
});

/** Licences of the backup for Nutanix clusters, which stops when they end. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.hycu-license",
    family: "backups",
    title: "HYCU licence (backup for Nutanix)",
    class: "",
    service: "hycu",
    resource: "hycu:license",
    locality: "account",
    list: idsThenDetail({ path: "/license/hycu", detailPath: "/license/hycu/{id}", idField: "serviceName" }),
    mayLeaveOut: true,
    schema: HycuLicence,
    toResource: (licence, place) => ({
      urn: serviceUrn(place, "licenseHycu", licence.serviceName),
      name: licence.comment || licence.serviceName,
      status: licence.licenseStatus,
      tags: customerTags(licence.iam?.tags),
      protection: [
        protection("automatic-backup", licence.licenseStatus ? licence.licenseStatus === "active" : undefined, {
          detail: licence.expirationDate ? `licensed until ${licence.expirationDate}` : "",
        }),
      ],
      attributes: { controllerId: licence.controllerId, expiresAt: licence.expirationDate },
    }),
  }),
];
