import * as z from "zod";
import { nested } from "../../../../listing/dialects/nested.ts";
import { hostEndpoints, identifier } from "../../../../listing/endpoints.ts";
import { count, id, moment, size, text, texts } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";

const warehouse = scalewayProduct({
  service: "datawarehouse",
  api: "/datawarehouse/v1beta1",
  locality: "region",
  permissionSets: ["DataWarehouseReadOnly"],
});

const Deployment = z.object({
  id,
  name: text,
  organization_id: text,
  status: text,
  version: text,
  replica_count: count,
  cpu_min: count,
  cpu_max: count,
  endpoints: z
    .array(
      z.object({
        dns_record: text,
        services: z.array(z.object({ protocol: text, port: count })).nullish(),
        private_network: z.object({ private_network_id: text }).nullish(),
      }),
    )
    .nullish(),
  tags: texts,
  created_at: moment,
});

/** It has no id: its name is one in its deployment. */
const Database = z.object({ name: id, size });

const deployment = warehouse.kind({
  id: "scaleway.datawarehouse.deployment",
  family: "analytics",
  title: "Data Warehouse (ClickHouse)",
  class: "analytics",
  list: warehouse.pages({ path: "deployments", listKey: "deployments" }),
  schema: Deployment,
  toResource: (item, place) => ({
    urn: warehouse.urn(place, "deployment", item.id),
    name: item.name,
    account: item.organization_id,
    status: item.status,
    createdAt: item.created_at,
    tags: item.tags ?? [],
    endpoints: [identifier(item.id), ...(item.endpoints ?? []).flatMap(({ dns_record }) => hostEndpoints(dns_record))],
    attributes: {
      version: item.version,
      replicas: item.replica_count,
      minimumCpu: item.cpu_min,
      maximumCpu: item.cpu_max,
      endpoints: (item.endpoints ?? []).map(waysIn),
    },
  }),
});

/** Data warehouses, and the databases of each. */
export const kinds: readonly ListedKind[] = [
  deployment,
  warehouse.kind({
    id: "scaleway.datawarehouse.database",
    family: "analytics",
    title: "Data Warehouse database",
    class: "analytics",
    list: nested({
      parent: deployment,
      as: "deploymentId",
      // It can be put in order by name and size alone.
      list: warehouse.pages({
        path: "deployments/{deploymentId}/databases",
        listKey: "databases",
        filter: {},
        order: {},
        idField: "name",
      }),
    }),
    schema: Database,
    toResource: (database, place) => ({
      urn: warehouse.urn(place, "database", place.parent?.id ?? "", database.name),
      name: database.name,
      sizeBytes: database.size,
      endpoints: [identifier(database.name)],
      relations: [{ type: "member-of", urn: warehouse.urn(place, "deployment", place.parent?.id ?? "") }],
    }),
  }),
];

type Way = NonNullable<z.infer<typeof Deployment>["endpoints"]>[number];

/** A host with its ports by their protocol, and the private network that it is in. */
function waysIn({ dns_record, services, private_network }: Way): Readonly<Record<string, unknown>> {
  const ports = (services ?? []).flatMap(({ protocol, port }) => (protocol && port ? [[protocol, port] as const] : []));
  return {
    ...(dns_record ? { host: dns_record } : {}),
    ports: Object.fromEntries(ports),
    ...(private_network?.private_network_id ? { privateNetwork: private_network.private_network_id } : {}),
  };
}
