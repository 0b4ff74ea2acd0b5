import { nested } from "../../../../listing/dialects/nested.ts";
import { hostEndpoints, identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";
import { Cluster, Pool } from "./answers.ts";

const kubernetes = scalewayProduct({
  service: "kubernetes",
  api: "/k8s/v1",
  locality: "region",
  permissionSets: ["KubernetesReadOnly"],
});

const cluster = kubernetes.kind({
  id: "scaleway.kubernetes.cluster",
  family: "containers",
  title: "Kapsule or Kosmos cluster",
  class: "compute",
  list: kubernetes.pages({ path: "clusters", listKey: "clusters" }),
  schema: Cluster,
  toResource: (item, place) => ({
    urn: kubernetes.urn(place, "cluster", item.id),
    name: item.name,
    account: item.organization_id,
    status: item.status,
    createdAt: item.created_at,
    tags: item.tags ?? [],
    endpoints: [identifier(item.id), ...hostEndpoints(item.cluster_url)],
    attributes: { type: item.type, version: item.version, privateNetworkId: item.private_network_id },
  }),
});

/** Managed Kubernetes: clusters, and the pools of each. */
export const kinds: readonly ListedKind[] = [
  cluster,
  kubernetes.kind({
    id: "scaleway.kubernetes.pool",
    family: "containers",
    title: "Kubernetes pool",
    class: "compute",
    list: nested({
      parent: cluster,
      as: "clusterId",
      list: kubernetes.pages({ path: "clusters/{clusterId}/pools", listKey: "pools", filter: {} }),
    }),
    schema: Pool,
    toResource: (pool, place) => ({
      urn: kubernetes.urn(place, "pool", pool.id),
      name: pool.name,
      status: pool.status,
      createdAt: pool.created_at,
      tags: pool.tags ?? [],
      endpoints: [identifier(pool.id)],
      relations: [{ type: "member-of", urn: kubernetes.urn(place, "cluster", place.parent?.id ?? "") }],
      attributes: {
        version: pool.version,
        nodeType: pool.node_type,
        zone: pool.zone,
        autoscaling: pool.autoscaling,
        nodes: pool.size,
        minimumNodes: pool.min_size,
        maximumNodes: pool.max_size,
        nodeVolumeBytes: pool.root_volume_size,
      },
    }),
  }),
];
