// Answers, only the fields we use, in the API's own snake_case (scaleway/scaleway-sdk-js, generated types). The kubeconfig, `kubelet_args`
// and `open_id_connect_config` are never read.
import * as z from "zod";
import { count, flag, id, moment, size, text, texts } from "../../../../listing/fields.ts";

export const Cluster = z.object({
  id,
  name: text,
  organization_id: text,
  type: text,
  status: text,
  version: text,
  cluster_url: text,
  private_network_id: text,
  tags: texts,
  created_at: moment,
});

export const Pool = z.object({
  id,
  name: text,
  status: text,
  version: text,
  node_type: text,
  autoscaling: flag,
  size: count,
  min_size: count,
  max_size: count,
  root_volume_size: size,
  zone: text,
  tags: texts,
  created_at: moment,
});

export const Node = z.object({
  id,
  name: text,
  pool_id: text,
  provider_id: text,
  status: text,
  public_ip_v4: text,
  public_ip_v6: text,
  created_at: moment,
});
