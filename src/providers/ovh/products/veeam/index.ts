import * as z from "zod";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { addressEndpoint } from "../../../../listing/endpoints.ts";
import { count, id, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { sizeWithUnit, unitAndValue } from "../../sizes.ts";
import { customerTags, iamMetadata } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";

// Answers, only the fields we use, under the API's own names. Fields without `nullish` are the identity.

/** `veeam.veeamEnterprise.AccountWithIAM` of veeam.json */
const VeeamEnterprise = z.object({ serviceName: id, activationStatus: text, ip: text, iam: iamMetadata });

/** `veeamCloudConnect.AccountWithIAM` of veeamCloudConnect.json */
const CloudConnect = z.object({
  serviceName: id,
  location: text,
  productOffer: text,
  vmCount: count,
  iam: iamMetadata,
});

/** `veeamCloudConnect.BackupRepository`; `usage` is the percentage that is in use. */
const Repository = z.object({
  inventoryName: id,
  state: text,
  quota: sizeWithUnit,
  quotaUsed: sizeWithUnit,
  usage: count,
  replicationZone: text,
});

const cloudConnectPath = "/veeamCloudConnect";

const cloudConnect = ovhKind({
  id: "ovh.veeam-cloud-connect",
  family: "backups",
  title: "Veeam Cloud Connect",
  class: "",
  service: "veeam-cloud-connect",
  resource: "veeam-cloud-connect:service",
  locality: "account",
  list: idsThenDetail({ path: cloudConnectPath, detailPath: `${cloudConnectPath}/{id}`, idField: "serviceName" }),
  mayLeaveOut: true,
  schema: CloudConnect,
  toResource: (service, place) => ({
    urn: serviceUrn(place, "veeamCloudConnect", service.serviceName),
    name: service.iam?.displayName || service.serviceName,
    region: service.location,
    status: service.iam?.state,
    tags: customerTags(service.iam?.tags),
    attributes: { offer: service.productOffer, machines: service.vmCount },
  }),
});

/** Veeam: licences for servers of one's own, and repositories that these copy to. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.veeam-enterprise",
    family: "backups",
    title: "Veeam Enterprise licence service",
    class: "",
    service: "veeam-enterprise",
    resource: "veeam-enterprise:service",
    locality: "account",
    list: idsThenDetail({
      path: "/veeam/veeamEnterprise",
      detailPath: "/veeam/veeamEnterprise/{id}",
      idField: "serviceName",
    }),
    mayLeaveOut: true,
    schema: VeeamEnterprise,
    toResource: (licence, place) => ({
      urn: serviceUrn(place, "veeamEnterprise", licence.serviceName),
      name: licence.iam?.displayName || licence.serviceName,
      status: licence.activationStatus,
      tags: customerTags(licence.iam?.tags),
      endpoints: licence.ip ? [addressEndpoint(licence.ip)] : [],
    }),
  }),
  cloudConnect,
  ovhKind({
    id: "ovh.veeam-cloud-connect.repository",
    family: "backups",
    title: "Repository of Veeam Cloud Connect",
    class: "",
    service: "veeam-cloud-connect",
    resource: "veeam-cloud-connect:repository",
    locality: "account",
    list: nested({
      parent: cloudConnect,
      as: "serviceName",
      list: idsThenDetail({
        path: `${cloudConnectPath}/{serviceName}/backupRepository`,
        detailPath: `${cloudConnectPath}/{serviceName}/backupRepository/{id}`,
        idField: "inventoryName",
      }),
    }),
    schema: Repository,
    toResource: (repository, place) => ({
      urn: serviceUrn(place, "veeamCloudConnect", place.parent?.id ?? "", "repository", repository.inventoryName),
      name: repository.inventoryName,
      status: repository.state,
      sizeBytes: unitAndValue(repository.quotaUsed),
      // The whole model names a zone where there is one, and `null` where there is none.
      protection: [
        protection(
          "replication",
          repository.replicationZone === null ? null : Boolean(repository.replicationZone) || undefined,
          {
            detail: `to ${repository.replicationZone}`,
          },
        ),
      ],
      relations: [{ type: "member-of", urn: serviceUrn(place, "veeamCloudConnect", place.parent?.id ?? "") }],
      attributes: {
        quota: repository.quota,
        usedPercent: repository.usage,
        replicationZone: repository.replicationZone,
      },
    }),
  }),
];
