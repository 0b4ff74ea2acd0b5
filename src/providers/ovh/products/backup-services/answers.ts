// Answers, only the fields we use, under the API's own names (models of version 2, backupServices.json). Fields without `nullish`
// are the identity. Never here: `targetSpec`, which repeats what is wished for; never asked: `managementAgent`, which has installers.
import * as z from "zod";
import { id, moment, text, texts } from "../../../../listing/fields.ts";
import { iamMetadata } from "../../tags.ts";

/** `backup.tenantWithIAM` */
export const BackupTenant = z.object({
  id,
  resourceStatus: text,
  createdAt: moment,
  currentState: z.object({ name: text }).nullish(),
  iam: iamMetadata,
});

/** `backup.tenant.vaultWithIAM` */
export const BackupVault = z.object({
  id,
  createdAt: moment,
  currentState: z
    .object({
      name: text,
      region: text,
      status: text,
      type: text,
      buckets: z.array(z.object({ name: text, region: text, role: text, performance: text, status: text })).nullish(),
    })
    .nullish(),
  iam: iamMetadata,
});

/** `backup.tenant.vspcWithIAM` */
export const VspcTenant = z.object({
  id,
  createdAt: moment,
  currentState: z
    .object({
      name: text,
      region: text,
      status: text,
      accessUrl: text,
      backupAgents: z.array(z.object({ productResourceName: text })).nullish(),
    })
    .nullish(),
  iam: iamMetadata,
});

/** `backup.tenant.vspc.backupAgent` */
export const BackupAgent = z.object({
  id,
  status: text,
  createdAt: moment,
  currentState: z
    .object({ name: text, type: text, productResourceName: text, policy: text, vaultId: text, ips: texts })
    .nullish(),
});
