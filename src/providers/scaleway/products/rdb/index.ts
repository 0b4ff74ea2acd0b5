import type * as z from "zod";
import type { Endpoint, Protection, ResourceSubclass } from "../../../../inventory/resource.ts";
import { addressEndpoint, identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { scalewayProduct } from "../../kind.ts";
import { DatabaseBackup, DatabaseInstance } from "./answers.ts";

const rdb = scalewayProduct({
  service: "rdb",
  api: "/rdb/v1",
  locality: "region",
  permissionSets: ["RelationalDatabasesReadOnly"],
});

/** Managed PostgreSQL and MySQL, and Scaleway's own logical backups of them. */
export const kinds: readonly ListedKind[] = [
  rdb.kind({
    id: "scaleway.rdb.instance",
    family: "databases",
    title: "Managed PostgreSQL or MySQL",
    class: "database",
    list: rdb.pages({ path: "instances", listKey: "instances" }),
    connectors: ["mysql", "postgres"],
    protectionFrom: [{ kind: "scaleway.rdb.backup", relation: "backup-of", type: "backup" }],
    schema: DatabaseInstance,
    toResource: (instance, place) => ({
      urn: rdb.urn(place, "instance", instance.id),
      name: instance.name,
      ...subclassOf(instance.engine),
      account: instance.organization_id,
      status: instance.status,
      createdAt: instance.created_at,
      sizeBytes: instance.volume?.size,
      tags: instance.tags ?? [],
      endpoints: [...addresses(instance), identifier(instance.id)],
      protection: safeguards(instance),
      attributes: {
        engine: instance.engine,
        nodeType: instance.node_type,
        volumeType: instance.volume?.type,
        privateNetworks: privateNetworks(instance),
      },
    }),
  }),
  rdb.kind({
    id: "scaleway.rdb.backup",
    family: "backups",
    title: "Managed database backup (logical)",
    class: "database",
    list: rdb.pages({ path: "backups", listKey: "database_backups", namesProject: false }),
    schema: DatabaseBackup,
    toResource: (backup, place) => ({
      urn: rdb.urn(place, "backup", backup.id),
      name: backup.name,
      status: backup.status,
      createdAt: backup.created_at,
      sizeBytes: backup.size,
      endpoints: [identifier(backup.id)],
      relations: backup.instance_id ? [{ type: "backup-of", urn: rdb.urn(place, "instance", backup.instance_id) }] : [],
      attributes: { database: backup.database_name, expiresAt: backup.expires_at },
    }),
  }),
];

type Instance = z.infer<typeof DatabaseInstance>;

function subclassOf(engine: string | null | undefined): { readonly subclass?: ResourceSubclass } {
  if (/^PostgreSQL/i.test(engine ?? "")) return { subclass: "postgresql" };
  return /^MySQL/i.test(engine ?? "") ? { subclass: "mysql" } : {};
}

/** `hostname` is null in every recorded endpoint, so the address is what a connector reaches. */
function addresses({ endpoints }: Instance): Endpoint[] {
  return (endpoints ?? []).flatMap(({ hostname, ip, port }): Endpoint[] => {
    const attributes = port ? { port: String(port) } : {};
    if (hostname) return [{ type: "host", endpoint: hostname, attributes }];
    return ip ? [addressEndpoint(ip, attributes)] : [];
  });
}

/** Which of the addresses are in a private network, and in which. */
function privateNetworks({ endpoints }: Instance): Readonly<Record<string, string>>[] {
  return (endpoints ?? []).flatMap(({ hostname, ip, private_network }) => {
    const network = private_network?.private_network_id;
    const address = hostname || ip;
    return network && address ? [{ address, privateNetwork: network }] : [];
  });
}

function safeguards({ backup_schedule: schedule, is_ha_cluster }: Instance): Protection[] {
  const isEnabled = typeof schedule?.disabled === "boolean" ? !schedule.disabled : undefined;
  return [
    protection("automatic-backup", isEnabled, {
      retentionDays: schedule?.retention,
      detail: schedule?.frequency ? `every ${schedule.frequency} h` : "",
    }),
    protection("replication", is_ha_cluster ?? undefined),
  ];
}
