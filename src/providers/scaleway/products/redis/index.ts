import * as z from "zod";
import type { Endpoint } from "../../../../inventory/resource.ts";
import { addressEndpoint, identifier } from "../../../../listing/endpoints.ts";
import { count, flag, id, moment, text, texts } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";

const redis = scalewayProduct({
  service: "redis",
  api: "/redis/v1",
  locality: "zone",
  permissionSets: ["RedisReadOnly"],
});

// Never here: `acl_rules` and `cluster_settings`, which may hold anything.
const Cluster = z.object({
  id,
  name: text,
  status: text,
  version: text,
  node_type: text,
  tls_enabled: flag,
  endpoints: z.array(z.object({ port: count, ips: texts })).nullish(),
  tags: texts,
  created_at: moment,
});

/** Managed Redis: it has no snapshots of its own, and its answer tells no size. */
export const kinds: readonly ListedKind[] = [
  redis.kind({
    id: "scaleway.redis.cluster",
    family: "databases",
    title: "Managed Redis",
    class: "database",
    subclass: "redis",
    list: redis.pages({ path: "clusters", listKey: "clusters" }),
    connectors: ["redis"],
    schema: Cluster,
    toResource: (cluster, place) => ({
      urn: redis.urn(place, "cluster", cluster.id),
      name: cluster.name,
      status: cluster.status,
      createdAt: cluster.created_at,
      tags: cluster.tags ?? [],
      endpoints: [...addresses(cluster), identifier(cluster.id)],
      attributes: { version: cluster.version, nodeType: cluster.node_type },
    }),
  }),
];

function addresses({ endpoints, tls_enabled }: z.infer<typeof Cluster>): Endpoint[] {
  return (endpoints ?? []).flatMap(({ port, ips }) =>
    (ips ?? []).map((ip) =>
      addressEndpoint(ip, { ...(port ? { port: String(port) } : {}), tls: String(tls_enabled === true) }),
    ),
  );
}
