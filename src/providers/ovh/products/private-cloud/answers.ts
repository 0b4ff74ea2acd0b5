// Answers, only the fields we use, under the API's own names (models of dedicatedCloud.json). Fields without `nullish` are the identity.
import * as z from "zod";
import { count, flag, id, moment, numericId, text } from "../../../../listing/fields.ts";
import { iamMetadata } from "../../tags.ts";

/** `dedicatedCloud.dedicatedCloudWithIAM` */
export const PrivateCloud = z.object({
  serviceName: id,
  description: text,
  location: text,
  state: text,
  webInterfaceUrl: text,
  managementInterface: text,
  generation: text,
  iam: iamMetadata,
});

/** `dedicatedCloud.Datacenter` */
export const Datacenter = z.object({
  datacenterId: numericId,
  name: text,
  description: text,
  commercialRangeName: text,
  version: text,
});

/** `dedicatedCloud.Vm` */
export const VirtualMachine = z.object({
  vmId: numericId,
  name: text,
  moRef: text,
  powerState: text,
  guestOsFamily: text,
  clusterName: text,
  filers: z.array(z.object({ name: text, committed: count })).nullish(),
  backup: z
    .object({
      state: text,
      lastSuccessfulCreationTime: moment,
      lastResult: text,
      retentionTime: count,
      restorePoints: z.array(z.object({ isCorrupted: flag })).nullish(),
    })
    .nullish(),
});
