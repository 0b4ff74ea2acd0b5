// Answers, only the fields we use, under the API's own names (models of hostingPrivateDatabase.json). Never here: `graphEndpoint`, which
// holds a token, and the links that open the service or a dump.
import * as z from "zod";
import { count, flag, id, moment, numericId, text, texts } from "../../../../listing/fields.ts";
import { unitValue } from "../../sizes.ts";
import { iamMetadata } from "../../tags.ts";

/** `hosting.privateDatabase.ServiceWithIAM`, with the ids of its dumps and the blocks that may connect laid into it. */
export const WebCloudDatabase = z.object({
  serviceName: id,
  displayName: text,
  state: text,
  datacenter: text,
  type: text,
  version: text,
  offer: text,
  hostname: text,
  port: count,
  quotaSize: unitValue,
  quotaUsed: unitValue,
  iam: iamMetadata,
  dumps: z.array(z.int()).nullish(),
  whitelist: texts,
});

/** `hosting.privateDatabase.Database` */
export const LogicalDatabase = z.object({
  databaseName: id,
  creationDate: moment,
  backupTime: text,
  quotaUsed: unitValue,
});

/** `hosting.privateDatabase.Dump` */
export const DatabaseDump = z.object({
  dumpId: numericId,
  databaseName: text,
  creationDate: moment,
  deletionDate: moment,
  orphan: flag,
});

/** What a database needs of the service that it is in. */
export const ParentService = WebCloudDatabase.pick({ type: true, hostname: true, port: true });
