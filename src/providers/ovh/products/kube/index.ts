import type { Relation } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import { headerCursor } from "../../../../listing/dialects/cursor.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { wholeList } from "../../../../listing/dialects/whole-list.ts";
import { hostEndpoints, identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { itemUrn } from "../../urn.ts";
import { Cluster, Node, NodePool } from "./answers.ts";

const path = "/cloud/project/{project}/kube";
const product = { service: "kube", locality: "project" } as const;

const cluster = ovhKind({
  ...product,
  id: "ovh.cloud.kube",
  family: "containers",
  title: "Managed Kubernetes cluster",
  class: "compute",
  resource: "kube:cluster",
  list: idsThenDetail({ path, detailPath: `${path}/{id}`, idField: "id" }),
  byDefault: true,
  schema: Cluster,
  toResource: (item, place) => ({
    urn: itemUrn(place, "kube", item.id),
    name: item.name,
    region: item.region,
    status: item.status,
    createdAt: item.createdAt,
    endpoints: [...hostEndpoints(item.url), identifier(item.id)],
    attributes: { version: item.version, plan: item.plan, privateNetworkId: item.privateNetworkId },
  }),
});

/** Managed Kubernetes: clusters, and what each is made of. */
export const kinds: readonly ListedKind[] = [
  cluster,
  ovhKind({
    ...product,
    id: "ovh.cloud.kube-nodepool",
    family: "containers",
    title: "Node pool of a Kubernetes cluster",
    class: "compute",
    resource: "kube:nodepool",
    list: nested({ parent: cluster, as: "kubeId", list: wholeList({ path: `${path}/{kubeId}/nodepool` }) }),
    schema: NodePool,
    toResource: (pool, place) => ({
      urn: itemUrn(place, "kubeNodepool", pool.id),
      name: pool.name,
      status: pool.status,
      createdAt: pool.createdAt,
      relations: memberOfCluster(place),
      attributes: {
        flavor: pool.flavor,
        autoscale: pool.autoscale,
        nodes: pool.currentNodes,
        minimumNodes: pool.minNodes,
        maximumNodes: pool.maxNodes,
      },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.cloud.kube-node",
    family: "containers",
    title: "Node of a Kubernetes cluster",
    // Unclassified: the machine is an instance of its own, and is replaced rather than restored.
    class: "",
    resource: "kube:node",
    list: nested({ parent: cluster, as: "kubeId", list: headerCursor({ path: `${path}/{kubeId}/node` }) }),
    schema: Node,
    toResource: (node, place) => ({
      urn: itemUrn(place, "kubeNode", node.id),
      name: node.name,
      status: node.status,
      createdAt: node.createdAt,
      relations: [
        ...memberOfCluster(place),
        ...(node.instanceId
          ? [{ type: "attached-to" as const, urn: itemUrn(place, "instance", node.instanceId) }]
          : []),
      ],
      attributes: { flavor: node.flavor, version: node.version, nodePoolId: node.nodePoolId },
    }),
  }),
];

function memberOfCluster(place: Place): Relation[] {
  return [{ type: "member-of", urn: itemUrn(place, "kube", place.parent?.id ?? "") }];
}
