import type * as z from "zod";
import type { Endpoint, Protection, ResourceClass, ResourceSubclass } from "../../../../inventory/resource.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { unitAndValue } from "../../sizes.ts";
import { itemUrn } from "../../urn.ts";
import { Database } from "./answers.ts";

/** Managed database services of every engine, under the one route that knows them all. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.cloud.database",
    family: "databases",
    title: "Managed database service",
    class: "database",
    service: "database",
    resource: "database:service",
    locality: "project",
    list: idsThenDetail({
      path: "/cloud/project/{project}/database/service",
      detailPath: "/cloud/project/{project}/database/service/{id}",
      idField: "id",
    }),
    connectors: ["mysql", "postgres", "mongodb", "redis"],
    schema: Database,
    toResource: (database, scope) => {
      const regions = [...new Set((database.nodes ?? []).flatMap(({ region }) => (region ? [region] : [])))];
      return {
        urn: itemUrn(scope, "database", database.id),
        name: database.description,
        ...classOf(database.engine),
        region: regions.length === 1 ? regions[0] : undefined,
        status: database.status,
        createdAt: database.createdAt,
        sizeBytes: unitAndValue(database.storage?.size),
        endpoints: [...hosts(database), identifier(database.id)],
        protection: nativeBackup(database),
        attributes: {
          engine: database.engine,
          version: database.version,
          plan: database.plan,
          flavor: database.flavor,
          regions,
          networkType: database.networkType,
          ipRestrictions: database.ipRestrictions?.flatMap(({ ip }) => ip ?? []),
          endpoints: (database.endpoints ?? []).map((endpoint) => present(endpoint)),
        },
      };
    },
  }),
];

type DatabaseItem = z.infer<typeof Database>;

interface EngineClass {
  readonly class: ResourceClass;
  readonly subclass: ResourceSubclass;
}

// Plakar's classes, PlakarKorp/pkg, var.go. An engine that is not here stays a database without subclass.
const engineClasses: Readonly<Record<string, EngineClass>> = {
  mysql: { class: "database", subclass: "mysql" },
  postgresql: { class: "database", subclass: "postgresql" },
  mongodb: { class: "database", subclass: "mongodb" },
  redis: { class: "database", subclass: "redis" },
  valkey: { class: "database", subclass: "redis" },
  clickhouse: { class: "analytics", subclass: "" },
  grafana: { class: "observability", subclass: "" },
  kafka: { class: "messaging", subclass: "" },
  kafkaConnect: { class: "messaging", subclass: "" },
  kafkaMirrorMaker: { class: "messaging", subclass: "" },
};

function classOf(engine: string | null | undefined): Partial<EngineClass> {
  return engineClasses[engine ?? ""] ?? {};
}

/** What is known of an endpoint, for engines that no connector takes. */
function present(endpoint: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(endpoint).filter(([, value]) => value !== undefined && value !== null));
}

/**
 * One host for each name and port; several components share them. Each attribute is called as one of the connectors calls it.
 * `uri` is left alone: it is a template for passwords.
 */
function hosts({ endpoints }: DatabaseItem): Endpoint[] {
  const found = new Map<string, Endpoint>();
  for (const { domain, port, ssl, sslMode } of endpoints ?? []) {
    const encrypted = typeof ssl === "boolean" ? { use_tls: String(ssl), tls: String(ssl) } : {};
    const attributes = {
      ...(port ? { port: String(port) } : {}),
      ...(sslMode ? { ssl_mode: sslMode } : {}),
      ...encrypted,
    };
    const key = `${domain}:${port ?? ""}`;
    if (!found.has(key)) found.set(key, { type: "host", endpoint: domain, attributes });
  }
  return [...found.values()];
}

/** A service whose answer names backups has them: no field switches them off (model `cloud.project.database.service.Backup`). */
function nativeBackup({ backups, deletionProtection }: DatabaseItem): Protection[] {
  return [
    protection("automatic-backup", backups ? true : undefined, {
      retentionDays: backups?.retentionDays,
      detail: backups?.regions?.length ? `in ${backups.regions.join(", ")}` : "",
    }),
    protection("deletion-protection", deletionProtection ?? undefined),
  ];
}
