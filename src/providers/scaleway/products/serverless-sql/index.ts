import * as z from "zod";
import type { Endpoint } from "../../../../inventory/resource.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import { count, flag, id, moment, size, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";

const sql = scalewayProduct({
  service: "serverless-sql",
  api: "/serverless-sqldb/v1alpha1",
  locality: "region",
  permissionSets: ["ServerlessSQLDatabaseReadOnly"],
});

const Database = z.object({
  id,
  name: text,
  organization_id: text,
  status: text,
  endpoint: text,
  engine_major_version: count,
  cpu_min: count,
  cpu_max: count,
  started: flag,
  created_at: moment,
});

// Never here: `download_url`, which opens the copy.
const Backup = z.object({
  id,
  organization_id: text,
  database_id: text,
  status: text,
  size,
  db_size: size,
  expires_at: moment,
  created_at: moment,
});

const database = sql.kind({
  id: "scaleway.serverless-sql.database",
  family: "databases",
  title: "Serverless SQL Database",
  class: "database",
  subclass: "postgresql",
  list: sql.pages({ path: "databases", listKey: "databases" }),
  connectors: ["postgres"],
  schema: Database,
  toResource: (item, place) => ({
    urn: sql.urn(place, "database", item.id),
    name: item.name,
    account: item.organization_id,
    status: item.status,
    createdAt: item.created_at,
    endpoints: [...hosts(item), identifier(item.id)],
    attributes: {
      engineVersion: item.engine_major_version,
      minimumCpu: item.cpu_min,
      maximumCpu: item.cpu_max,
      started: item.started,
    },
  }),
});

/** Serverless PostgreSQL, and the copies that Scaleway makes of each database by itself. */
export const kinds: readonly ListedKind[] = [
  database,
  sql.kind({
    id: "scaleway.serverless-sql.backup",
    family: "backups",
    title: "Serverless SQL Database backup",
    class: "database",
    subclass: "postgresql",
    list: nested({
      parent: database,
      as: "databaseId",
      // The SDK's type asks for the database; the project is that of the key where none is named.
      list: sql.pages({
        path: "backups",
        listKey: "backups",
        filter: { project_id: "{project}", database_id: "{databaseId}" },
      }),
    }),
    schema: Backup,
    toResource: (backup, place) => ({
      urn: sql.urn(place, "backup", backup.id),
      account: backup.organization_id,
      status: backup.status,
      createdAt: backup.created_at,
      sizeBytes: backup.size,
      endpoints: [identifier(backup.id)],
      relations: [{ type: "backup-of", urn: sql.urn(place, "database", backup.database_id ?? place.parent?.id ?? "") }],
      attributes: { databaseBytes: backup.db_size, expiresAt: backup.expires_at },
    }),
  }),
];

/**
 * The endpoint is a URL of PostgreSQL, or no more than its host. Whoever connects has to name the host while TLS is set up, so TLS is
 * required (documentation of Serverless SQL Databases).
 */
function hosts({ endpoint, name }: z.infer<typeof Database>): Endpoint[] {
  if (!endpoint) return [];
  const whole = endpoint.includes("://") ? endpoint : `postgres://${endpoint}`;
  if (!URL.canParse(whole)) return [];
  const { hostname, port, pathname } = new URL(whole);
  if (hostname === "") return [];
  const database = name || pathname.slice(1);
  return [
    {
      type: "host",
      endpoint: hostname,
      attributes: { port: port || "5432", ...(database ? { database } : {}), ssl_mode: "require" },
    },
  ];
}
