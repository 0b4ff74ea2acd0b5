// Answers, only the fields we use, under the API's own names (models of version 2, vmwareCloudDirector.json). Fields without
// `nullish` are the identity.
import * as z from "zod";
import { count, id, moment, text } from "../../../../listing/fields.ts";
import { iamMetadata } from "../../tags.ts";

/** `vmwareCloudDirector.OrganizationWithIAM` */
export const Organization = z.object({
  id,
  resourceStatus: text,
  currentState: z
    .object({ name: text, fullName: text, description: text, region: text, apiUrl: text, webInterfaceUrl: text })
    .nullish(),
  iam: iamMetadata,
});

/** `vmwareCloudDirector.VirtualDataCenterWithIAM`; quotas of memory and storage are in GB. */
export const VirtualDatacenter = z.object({
  id,
  resourceStatus: text,
  currentState: z
    .object({
      name: text,
      description: text,
      region: text,
      commercialRange: text,
      memoryQuota: count,
      storageQuota: count,
      vCPUCount: count,
      vrack: text,
    })
    .nullish(),
  iam: iamMetadata,
});

/** `vmwareCloudDirector.Storage`; its capacity is in GB. */
export const Storage = z.object({
  id,
  resourceStatus: text,
  currentState: z.object({ name: text, type: text, profile: text, capacity: count }).nullish(),
});

/** `vmwareCloudDirector.backup.BackupDetailsWithIAM` */
export const Backup = z.object({
  id,
  resourceStatus: text,
  createdAt: moment,
  currentState: z
    .object({
      azName: text,
      offers: z
        .array(
          z.object({
            name: text,
            status: text,
            protectionPrimaryRegion: text,
            protectionReplicatedRegion: text,
            quotaInTB: count,
            usedSpaceInGB: count,
          }),
        )
        .nullish(),
    })
    .nullish(),
  iam: iamMetadata,
});
