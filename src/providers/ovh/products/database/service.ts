import type * as z from "zod";
import type { Endpoint, Protection } from "../../../../inventory/resource.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { unitAndValue } from "../../sizes.ts";
import { itemUrn } from "../../urn.ts";
import { Database } from "./answers.ts";
import { classOf } from "./engines.ts";

/** Managed database services of every engine, under the one route that knows them all. */
export const database = ovhKind({
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
  toResource: (service, scope) => {
    const regions = [...new Set((service.nodes ?? []).flatMap(({ region }) => (region ? [region] : [])))];
    return {
      urn: itemUrn(scope, "database", service.id),
      name: service.description,
      ...classOf(service.engine),
      region: regions.length === 1 ? regions[0] : undefined,
      status: service.status,
      createdAt: service.createdAt,
      sizeBytes: unitAndValue(service.storage?.size),
      endpoints: [...hosts(service), identifier(service.id)],
      protection: nativeBackup(service),
      attributes: {
        engine: service.engine,
        version: service.version,
        plan: service.plan,
        flavor: service.flavor,
        regions,
        networkType: service.networkType,
        ipRestrictions: service.ipRestrictions?.flatMap(({ ip }) => ip ?? []),
        endpoints: (service.endpoints ?? []).map((endpoint) => present(endpoint)),
      },
    };
  },
});

type DatabaseItem = z.infer<typeof Database>;

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
      detail: [
        ...(backups?.regions?.length ? [`in ${backups.regions.join(", ")}`] : []),
        ...(backups?.pitr ? [`any moment since ${backups.pitr}`] : []),
      ].join("; "),
    }),
    protection("deletion-protection", deletionProtection ?? undefined),
  ];
}
