import type * as z from "zod";
import type { Endpoint, Protection, ResourceSubclass } from "../../../../inventory/resource.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { addressEndpoint, identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { scalewayProduct } from "../../kind.ts";
import { DatabaseBackup, DatabaseInstance, DatabaseSnapshot, InstanceAbove, LogicalDatabase } from "./answers.ts";

const rdb = scalewayProduct({
  service: "rdb",
  api: "/rdb/v1",
  locality: "region",
  permissionSets: ["RelationalDatabasesReadOnly"],
});

const instance = rdb.kind({
  id: "scaleway.rdb.instance",
  family: "databases",
  title: "Managed PostgreSQL or MySQL",
  class: "database",
  list: rdb.pages({ path: "instances", listKey: "instances" }),
  connectors: ["mysql", "postgres"],
  protectionFrom: [
    { kind: "scaleway.rdb.backup", relation: "backup-of", type: "backup" },
    { kind: "scaleway.rdb.snapshot", relation: "snapshot-of", type: "snapshots" },
  ],
  schema: DatabaseInstance,
  toResource: (item, place) => ({
    urn: rdb.urn(place, "instance", item.id),
    name: item.name,
    ...subclassOf(item.engine),
    account: item.organization_id,
    status: item.status,
    createdAt: item.created_at,
    sizeBytes: item.volume?.size,
    tags: item.tags ?? [],
    endpoints: [...addresses(item), identifier(item.id)],
    protection: safeguards(item),
    attributes: {
      engine: item.engine,
      nodeType: item.node_type,
      volumeType: item.volume?.type,
      privateNetworks: privateNetworks(item),
    },
  }),
});

/** Managed PostgreSQL and MySQL, what Scaleway itself keeps of them, and the databases of each instance. */
export const kinds: readonly ListedKind[] = [
  instance,
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
  rdb.kind({
    id: "scaleway.rdb.snapshot",
    family: "backups",
    title: "Managed database snapshot",
    class: "database",
    list: rdb.pages({ path: "snapshots", listKey: "snapshots", namesProject: false }),
    schema: DatabaseSnapshot,
    toResource: (snapshot, place) => ({
      urn: rdb.urn(place, "snapshot", snapshot.id),
      name: snapshot.name,
      status: snapshot.status,
      createdAt: snapshot.created_at,
      sizeBytes: snapshot.size,
      endpoints: [identifier(snapshot.id)],
      relations: snapshot.instance_id
        ? [{ type: "snapshot-of", urn: rdb.urn(place, "instance", snapshot.instance_id) }]
        : [],
      attributes: {
        instance: snapshot.instance_name,
        volumeType: snapshot.volume_type?.type,
        expiresAt: snapshot.expires_at,
      },
    }),
  }),
  rdb.kind({
    id: "scaleway.rdb.database",
    family: "databases",
    title: "Managed database's logical database",
    class: "database",
    list: nested({
      parent: instance,
      as: "instanceId",
      needs: Object.keys(InstanceAbove.shape),
      // It can be put in order by name and size alone.
      list: rdb.pages({
        path: "instances/{instanceId}/databases",
        listKey: "databases",
        query: { skip_size_retrieval: "false" },
        filter: {},
        order: {},
        idField: "name",
      }),
    }),
    connectors: ["mysql", "postgres"],
    // One request for each instance, whose own endpoints reach all of its databases.
    byDefault: false,
    schema: LogicalDatabase,
    toResource: ({ name, owner, size }, place) => {
      const above = InstanceAbove.safeParse(place.parent?.fields).data ?? {};
      return {
        urn: rdb.urn(place, "database", place.parent?.id ?? "", name),
        name,
        ...subclassOf(above.engine),
        sizeBytes: size,
        endpoints: addresses(above, name),
        relations: [{ type: "member-of", urn: rdb.urn(place, "instance", place.parent?.id ?? "") }],
        attributes: { owner: owner || undefined, engine: above.engine },
      };
    },
  }),
];

type Instance = z.infer<typeof DatabaseInstance>;
type Addressed = Pick<Instance, "endpoints">;

function subclassOf(engine: string | null | undefined): { readonly subclass?: ResourceSubclass } {
  if (/^PostgreSQL/i.test(engine ?? "")) return { subclass: "postgresql" };
  return /^MySQL/i.test(engine ?? "") ? { subclass: "mysql" } : {};
}

/** `hostname` is null in every recorded endpoint, so the address is what a connector reaches. */
function addresses({ endpoints }: Addressed, database?: string): Endpoint[] {
  return (endpoints ?? []).flatMap(({ hostname, ip, port }): Endpoint[] => {
    const attributes = { ...(port ? { port: String(port) } : {}), ...(database === undefined ? {} : { database }) };
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
