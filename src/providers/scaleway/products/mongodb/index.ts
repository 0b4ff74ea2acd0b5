import type * as z from "zod";
import type { Endpoint, Protection } from "../../../../inventory/resource.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { scalewayProduct } from "../../kind.ts";
import { MongoDatabase, MongoInstance, MongoSnapshot } from "./answers.ts";

const mongodb = scalewayProduct({
  service: "mongodb",
  api: "/mongodb/v1",
  locality: "region",
  permissionSets: ["MongoDBReadOnly"],
});

const instance = mongodb.kind({
  id: "scaleway.mongodb.instance",
  family: "databases",
  title: "Managed MongoDB",
  class: "database",
  subclass: "mongodb",
  list: mongodb.pages({ path: "instances", listKey: "instances" }),
  connectors: ["mongodb"],
  schema: MongoInstance,
  toResource: (item, place) => ({
    urn: mongodb.urn(place, "instance", item.id),
    name: item.name,
    account: item.organization_id,
    status: item.status,
    createdAt: item.created_at,
    sizeBytes: item.volume?.size_bytes,
    tags: item.tags ?? [],
    endpoints: [...hosts(item), identifier(item.id)],
    protection: safeguards(item),
    attributes: {
      version: item.version,
      nodeType: item.node_type,
      nodes: item.node_amount,
      volumeType: item.volume?.type,
      privateNetworks: privateNetworks(item),
    },
  }),
});

/** Managed MongoDB: instances, their snapshots, and the databases of each. */
export const kinds: readonly ListedKind[] = [
  instance,
  mongodb.kind({
    id: "scaleway.mongodb.snapshot",
    family: "backups",
    title: "MongoDB snapshot",
    class: "database",
    subclass: "mongodb",
    list: mongodb.pages({ path: "snapshots", listKey: "snapshots", namesProject: false }),
    schema: MongoSnapshot,
    toResource: (snapshot, place) => ({
      urn: mongodb.urn(place, "snapshot", snapshot.id),
      name: snapshot.name,
      status: snapshot.status,
      createdAt: snapshot.created_at,
      sizeBytes: snapshot.size_bytes,
      endpoints: [identifier(snapshot.id)],
      relations: snapshot.instance_id
        ? [{ type: "snapshot-of", urn: mongodb.urn(place, "instance", snapshot.instance_id) }]
        : [],
      attributes: {
        instance: snapshot.instance_name,
        volumeType: snapshot.volume_type,
        expiresAt: snapshot.expires_at,
      },
    }),
  }),
  mongodb.kind({
    id: "scaleway.mongodb.database",
    family: "databases",
    title: "MongoDB database",
    class: "database",
    subclass: "mongodb",
    list: nested({
      parent: instance,
      as: "instanceId",
      // It can be put in order by name alone.
      list: mongodb.pages({
        path: "instances/{instanceId}/databases",
        listKey: "databases",
        filter: {},
        order: {},
        idField: "name",
      }),
    }),
    schema: MongoDatabase,
    toResource: (database, place) => ({
      urn: mongodb.urn(place, "database", place.parent?.id ?? "", database.name),
      name: database.name,
      endpoints: [identifier(database.name)],
      relations: [{ type: "member-of", urn: mongodb.urn(place, "instance", place.parent?.id ?? "") }],
    }),
  }),
];

type Instance = z.infer<typeof MongoInstance>;

/** Every way to connect that Scaleway describes uses TLS (documentation of Managed MongoDB, how to connect). */
function hosts({ endpoints }: Instance): Endpoint[] {
  return (endpoints ?? []).flatMap(({ dns_record, port }): Endpoint[] =>
    dns_record
      ? [
          {
            type: "host",
            endpoint: dns_record,
            attributes: { ...(port ? { port: String(port) } : {}), use_tls: "true" },
          },
        ]
      : [],
  );
}

/** Which of the hosts are in a private network, and in which. */
function privateNetworks({ endpoints }: Instance): Readonly<Record<string, string>>[] {
  return (endpoints ?? []).flatMap(({ dns_record, private_network }) => {
    const network = private_network?.private_network_id;
    return network && dns_record ? [{ host: dns_record, privateNetwork: network }] : [];
  });
}

/** Snapshots are copies of the volume, kept where it is (documentation of Managed MongoDB, concepts). */
function safeguards({ snapshot_schedule: schedule, node_amount: nodes }: Instance): Protection[] {
  return [
    protection("snapshots", schedule?.enabled ?? undefined, {
      retentionDays: schedule?.retention_days,
      detail: schedule?.frequency_hours ? `every ${schedule.frequency_hours} h` : "",
    }),
    protection("replication", typeof nodes === "number" ? nodes > 1 : undefined),
  ];
}
