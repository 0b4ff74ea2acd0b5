// Answers, only the fields we use, under the API's own names (models of cloud.json). The kubeconfig is a secret and never asked for.
import * as z from "zod";
import { count, flag, id, moment, text } from "../../../../listing/fields.ts";

/** `cloud.kube.Cluster` */
export const Cluster = z.object({
  id,
  name: text,
  region: text,
  status: text,
  version: text,
  url: text,
  plan: text,
  createdAt: moment,
  privateNetworkId: text,
});

/** `cloud.kube.NodePool` */
export const NodePool = z.object({
  id,
  name: text,
  flavor: text,
  status: text,
  autoscale: flag,
  currentNodes: count,
  minNodes: count,
  maxNodes: count,
  createdAt: moment,
});

/** `cloud.kube.Node` */
export const Node = z.object({
  id,
  name: text,
  flavor: text,
  status: text,
  version: text,
  instanceId: text,
  nodePoolId: text,
  createdAt: moment,
});
