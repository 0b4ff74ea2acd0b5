import type { Relation } from "../../../../inventory/resource.ts";
import type { Scope } from "../../../../inventory/scope.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { addressEndpoint, hostEndpoints, identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";
import { scalewayUrn } from "../../urn.ts";
import { Cluster, Node, Pool } from "./answers.ts";

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

/** Managed Kubernetes: clusters, and the pools and nodes of each. */
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
  kubernetes.kind({
    id: "scaleway.kubernetes.node",
    family: "containers",
    title: "Kubernetes node",
    class: "compute",
    list: nested({
      parent: cluster,
      as: "clusterId",
      list: kubernetes.pages({ path: "clusters/{clusterId}/nodes", listKey: "nodes", filter: {} }),
    }),
    schema: Node,
    toResource: (node, place) => ({
      urn: kubernetes.urn(place, "node", node.id),
      name: node.name,
      status: node.status,
      createdAt: node.created_at,
      endpoints: [
        identifier(node.id),
        ...[node.public_ip_v4, node.public_ip_v6].flatMap((address) => (address ? [addressEndpoint(address)] : [])),
      ],
      relations: [
        { type: "member-of", urn: kubernetes.urn(place, "cluster", place.parent?.id ?? "") },
        ...(node.pool_id ? [{ type: "member-of" as const, urn: kubernetes.urn(place, "pool", node.pool_id) }] : []),
        ...machineOf(node.provider_id, place),
      ],
    }),
  }),
];

/** The kinds of machines that a node may be, by the product's word in its provider's id. */
const machines: Readonly<Record<string, string>> = { instance: "instance", baremetal: "elastic-metal" };

/** `scaleway://instance/<zone>/<id>` (scaleway/scaleway-cloud-controller-manager); a node of another cloud has another form. */
function machineOf(providerId: string | null | undefined, scope: Scope): Relation[] {
  const [, product = "", zone, id] = /^scaleway:\/\/(\w+)\/([\w-]+)\/([\w-]+)$/.exec(providerId ?? "") ?? [];
  const service = machines[product];
  if (service === undefined || zone === undefined || id === undefined) return [];
  return [{ type: "attached-to", urn: scalewayUrn({ ...scope, locality: zone }, service, "server", id) }];
}
