import type * as z from "zod";
import type { ConnectorId } from "../../../../inventory/connectors.ts";
import type { Endpoint, Protection } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { withFacts } from "../../../../listing/dialects/with-facts.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { classOfEngine } from "../../database-engines.ts";
import { ovhKind } from "../../kind.ts";
import { unitAndValue } from "../../sizes.ts";
import { customerTags } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";
import { DatabaseDump, LogicalDatabase, ParentService, WebCloudDatabase } from "./answers.ts";

const type = "webCloudDatabases";
const path = "/hosting/privateDatabase";
const product = { service: "web-cloud-database", locality: "account" } as const;
const connectors: readonly ConnectorId[] = ["mysql", "postgres", "redis"];

const service = ovhKind({
  ...product,
  id: "ovh.web-cloud-database",
  family: "databases",
  title: "Web Cloud Databases instance",
  class: "database",
  resource: "web-cloud-database:instance",
  list: withFacts(idsThenDetail({ path, idField: "serviceName" }), [
    { field: "dumps", path: `${path}/{id}/dump`, what: "their dumps" },
    { field: "whitelist", path: `${path}/{id}/whitelist`, what: "the addresses that may connect" },
  ]),
  connectors,
  mayLeaveOut: true,
  schema: WebCloudDatabase,
  toResource: (item, place) => ({
    urn: serviceUrn(place, type, item.serviceName),
    name: item.displayName || item.serviceName,
    ...classOfEngine(item.type),
    region: item.datacenter,
    status: item.state,
    sizeBytes: unitAndValue(item.quotaUsed),
    tags: customerTags(item.iam?.tags),
    endpoints: hosts(item),
    protection: [
      protection("automatic-backup", item.dumps && item.dumps.length > 0, { copiesKept: item.dumps?.length }),
    ],
    attributes: {
      engine: item.type,
      version: item.version,
      offer: item.offer,
      quotaBytes: unitAndValue(item.quotaSize),
      // Empty: nothing outside OVHcloud's web hostings can connect.
      mayConnect: item.whitelist,
    },
  }),
});

const below = { parent: service, as: "serviceName" };

/** Web Cloud Databases: a server for databases of web sites, with its databases and dumps. */
export const kinds: readonly ListedKind[] = [
  service,
  ovhKind({
    ...product,
    id: "ovh.web-cloud-database.database",
    family: "databases",
    title: "Database of Web Cloud Databases",
    class: "database",
    resource: "web-cloud-database:database",
    list: nested({
      ...below,
      needs: ["type", "hostname", "port"],
      list: idsThenDetail({ path: `${path}/{serviceName}/database`, idField: "databaseName" }),
    }),
    connectors,
    schema: LogicalDatabase,
    toResource: (database, place) => {
      const { data: server } = ParentService.safeParse(place.parent?.fields ?? {});
      return {
        urn: databaseUrn(place, database.databaseName),
        name: database.databaseName,
        ...classOfEngine(server?.type),
        createdAt: database.creationDate,
        sizeBytes: unitAndValue(database.quotaUsed),
        endpoints: hosts(server ?? {}, database.databaseName),
        protection: [dailyDump(database)],
        relations: [memberOfService(place)],
        attributes: { engine: server?.type },
      };
    },
  }),
  ovhKind({
    ...product,
    id: "ovh.web-cloud-database.dump",
    family: "backups",
    title: "Dump of Web Cloud Databases",
    class: "database",
    resource: "web-cloud-database:dump",
    list: nested({ ...below, list: idsThenDetail({ path: `${path}/{serviceName}/dump`, idField: "dumpId" }) }),
    schema: DatabaseDump,
    toResource: (dump, place) => ({
      urn: serviceUrn(place, type, place.parent?.id ?? "", "dump", String(dump.dumpId)),
      name: dump.databaseName,
      createdAt: dump.creationDate,
      relations: [
        memberOfService(place),
        // An orphan is the last copy of a database that is gone.
        ...(dump.databaseName && !dump.orphan
          ? [{ type: "backup-of" as const, urn: databaseUrn(place, dump.databaseName) }]
          : []),
      ],
      attributes: { database: dump.databaseName, orphan: dump.orphan, deletionDate: dump.deletionDate },
    }),
  }),
];

function hosts({ hostname, port }: z.infer<typeof ParentService>, database?: string): Endpoint[] {
  if (!hostname) return [];
  const attributes = { ...(port ? { port: String(port) } : {}), ...(database ? { database } : {}) };
  return [{ type: "host", endpoint: hostname, attributes }];
}

/** The hour of the daily dump, which is null where there is none (model `hosting.privateDatabase.Database`). */
function dailyDump({ backupTime }: z.infer<typeof LogicalDatabase>): Protection {
  return protection("automatic-backup", typeof backupTime === "string" ? backupTime !== "" : backupTime, {
    detail: `daily at ${backupTime}`,
  });
}

function databaseUrn(place: Place, name: string): string {
  return serviceUrn(place, type, place.parent?.id ?? "", "database", name);
}

function memberOfService(place: Place) {
  return { type: "member-of" as const, urn: serviceUrn(place, type, place.parent?.id ?? "") };
}
