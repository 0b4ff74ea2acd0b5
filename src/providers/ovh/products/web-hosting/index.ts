import type * as z from "zod";
import type { Endpoint } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import { headerCursor } from "../../../../listing/dialects/cursor.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { withFacts } from "../../../../listing/dialects/with-facts.ts";
import { addressEndpoints, hostEndpoints } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { classOfEngine } from "../../database-engines.ts";
import { ovhKind } from "../../kind.ts";
import { unitAndValue } from "../../sizes.ts";
import { customerTags } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";
import { WebDatabase, WebDatabaseDump, WebHosting, Website } from "./answers.ts";

const type = "webHosting";
const path = "/hosting/web";
const product = { service: "web-hosting", locality: "account" } as const;

const hosting = ovhKind({
  ...product,
  id: "ovh.web-hosting",
  family: "web",
  title: "Web hosting",
  class: "service",
  subclass: "ftp",
  resource: "web-hosting:hosting",
  list: withFacts(idsThenDetail({ path, idField: "serviceName" }), [
    { field: "dumps", path: `${path}/{id}/dump`, what: "the dumps of their databases" },
  ]),
  byDefault: true,
  mayLeaveOut: true,
  schema: WebHosting,
  toResource: (item, place) => ({
    urn: serviceUrn(place, type, item.serviceName),
    name: item.displayName || item.serviceName,
    region: item.datacenter,
    status: item.state,
    sizeBytes: unitAndValue(item.quotaUsed),
    tags: customerTags(item.iam?.tags),
    endpoints: accessTo(item),
    // Snapshots of the files are part of the offer, and no answer tells of them.
    protection: [
      protection("automatic-backup", item.dumps && item.dumps.length > 0, {
        copiesKept: item.dumps?.length,
        detail: "dumps of its databases, not of its files",
      }),
    ],
    relations: item.defaultAttachedDomain
      ? [{ type: "attached-to", urn: serviceUrn(place, "domain", item.defaultAttachedDomain) }]
      : [],
    attributes: {
      offer: item.offer,
      cluster: item.cluster,
      quotaBytes: unitAndValue(item.quotaSize),
      sshPort: item.serviceManagementAccess?.ssh?.port,
      ftpPort: item.serviceManagementAccess?.ftp?.port,
    },
  }),
});

const belowHosting = { parent: hosting, as: "serviceName" };
const databasePath = `${path}/{serviceName}/database`;
const dumpPath = `${path}/{serviceName}/dump`;

/** Web hostings, with the databases, dumps and sites of each. */
export const kinds: readonly ListedKind[] = [
  hosting,
  ovhKind({
    ...product,
    id: "ovh.web-hosting.database",
    family: "databases",
    title: "Database of a web hosting",
    class: "database",
    resource: "web-hosting:database",
    // No connector: its server answers the hosting alone.
    list: nested({ ...belowHosting, list: idsThenDetail({ path: databasePath, idField: "name" }) }),
    schema: WebDatabase,
    toResource: (database, place) => ({
      urn: databaseUrn(place, database.name),
      name: database.name,
      ...classOfEngine(database.type),
      status: database.state,
      sizeBytes: unitAndValue(database.quotaUsed),
      endpoints: hostEndpoints(database.server),
      // The count does not tell those that OVHcloud makes every day and week from those that were asked for.
      protection: [
        protection("automatic-backup", database.dumps === undefined ? undefined : (database.dumps ?? 0) > 0, {
          copiesKept: database.dumps,
        }),
      ],
      relations: memberOfHosting(place),
      attributes: {
        engine: database.type,
        version: database.version,
        mode: database.mode,
        port: database.port,
        quotaBytes: unitAndValue(database.quotaSize),
      },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.web-hosting.database-dump",
    family: "backups",
    title: "Database dump of a web hosting",
    class: "database",
    resource: "web-hosting:database-dump",
    list: nested({ ...belowHosting, list: idsThenDetail({ path: dumpPath, idField: "id" }) }),
    schema: WebDatabaseDump,
    toResource: (dump, place) => ({
      urn: serviceUrn(place, type, place.parent?.id ?? "", "databaseDump", String(dump.id)),
      name: dump.databaseName,
      status: dump.status,
      createdAt: dump.creationDate,
      relations: [
        ...memberOfHosting(place),
        // An orphan is the last copy of a database that is gone.
        ...(dump.databaseName && !dump.orphan
          ? [{ type: "backup-of" as const, urn: databaseUrn(place, dump.databaseName) }]
          : []),
      ],
      attributes: {
        database: dump.databaseName,
        kind: dump.type,
        orphan: dump.orphan,
        deletionDate: dump.deletionDate,
      },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.web-hosting.website",
    family: "web",
    title: "Website of a web hosting",
    // Unclassified: the files are the hosting's.
    class: "",
    resource: "web-hosting:website",
    list: nested({
      parent: hosting,
      as: "name",
      list: headerCursor({ path: "/v2/webhosting/resource/{name}/website" }),
    }),
    schema: Website,
    toResource: (site, place) => ({
      urn: serviceUrn(place, type, place.parent?.id ?? "", "website", site.id),
      name: site.currentState?.name,
      status: site.resourceStatus,
      relations: memberOfHosting(place),
      attributes: { path: site.currentState?.path, linkedDomains: site.currentState?.linkedDomains },
    }),
  }),
];

/** SSH is what SFTP uses, where the offer has it; then FTP, then the address that serves the sites. */
function accessTo({ serviceManagementAccess, hostingIp, hostingIpv6 }: z.infer<typeof WebHosting>): Endpoint[] {
  const hosts = [serviceManagementAccess?.ssh?.url, serviceManagementAccess?.ftp?.url].flatMap(hostEndpoints);
  return [...hosts, ...addressEndpoints(hostingIp, hostingIpv6)];
}

function databaseUrn(place: Place, name: string): string {
  return serviceUrn(place, type, place.parent?.id ?? "", "database", name);
}

function memberOfHosting(place: Place) {
  return [{ type: "member-of" as const, urn: serviceUrn(place, type, place.parent?.id ?? "") }];
}
