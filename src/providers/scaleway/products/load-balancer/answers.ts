// Answers, only the fields we use, in the API's own snake_case (scaleway/scaleway-sdk-js, generated types). Never here: `subscriber`
// and `health_check`, which may hold addresses of persons and secrets in headers.
import * as z from "zod";
import { count, flag, id, moment, text, texts } from "../../../../listing/fields.ts";

export const LoadBalancer = z.object({
  id,
  name: text,
  organization_id: text,
  description: text,
  status: text,
  type: text,
  ip: z.array(z.object({ ip_address: text })).nullish(),
  frontend_count: count,
  backend_count: count,
  route_count: count,
  private_network_count: count,
  tags: texts,
  created_at: moment,
});

export const Address = z.object({
  id,
  ip_address: text,
  organization_id: text,
  lb_id: text,
  reverse: text,
  tags: texts,
});

export const Frontend = z.object({
  id,
  name: text,
  inbound_port: count,
  backend: z.object({ id: text }).nullish(),
  certificate_ids: texts,
  enable_http3: flag,
  created_at: moment,
});

export const Backend = z.object({
  id,
  name: text,
  forward_protocol: text,
  forward_port: count,
  forward_port_algorithm: text,
  pool: texts,
  ssl_bridging: flag,
  created_at: moment,
});

export const Certificate = z.object({
  id,
  name: text,
  status: text,
  type: text,
  common_name: text,
  subject_alternative_name: texts,
  not_valid_before: moment,
  not_valid_after: moment,
  created_at: moment,
});

export const Route = z.object({
  id,
  frontend_id: text,
  backend_id: text,
  match: z.object({ sni: text, host_header: text, path_begin: text, match_subdomains: flag }).nullish(),
  created_at: moment,
});
