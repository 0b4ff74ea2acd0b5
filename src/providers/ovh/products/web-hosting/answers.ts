// Answers, only the fields we use, under the API's own names (models of hosting.json, and of version 2, webhosting.json). Never here:
// `token`, `primaryLogin`, and the links that open a database or a dump. `home` is left out because it names the login.
import * as z from "zod";
import { count, flag, id, moment, numericId, text } from "../../../../listing/fields.ts";
import { unitValue } from "../../sizes.ts";
import { iamMetadata } from "../../tags.ts";

const address = z.object({ url: text, port: count }).nullish();

/** `hosting.web.ServiceWithIAM`, with the ids of its database dumps laid into it. */
export const WebHosting = z.object({
  serviceName: id,
  displayName: text,
  state: text,
  datacenter: text,
  cluster: text,
  offer: text,
  defaultAttachedDomain: text,
  hostingIp: text,
  hostingIpv6: text,
  quotaSize: unitValue,
  quotaUsed: unitValue,
  serviceManagementAccess: z.object({ ssh: address, ftp: address }).nullish(),
  iam: iamMetadata,
  dumps: z.array(z.int()).nullish(),
});

/** `hosting.web.database` */
export const WebDatabase = z.object({
  name: id,
  type: text,
  version: text,
  mode: text,
  state: text,
  server: text,
  port: count,
  quotaSize: unitValue,
  quotaUsed: unitValue,
  dumps: count,
});

/** `hosting.web.dump` */
export const WebDatabaseDump = z.object({
  id: numericId,
  databaseName: text,
  type: text,
  status: text,
  creationDate: moment,
  deletionDate: moment,
  orphan: flag,
});

/** `webhosting.Website` of version 2 */
export const Website = z.object({
  id,
  resourceStatus: text,
  currentState: z.object({ name: text, path: text, linkedDomains: count }).nullish(),
});
