// Answers, only the fields we use, in the API's own snake_case (scaleway/scaleway-sdk-js, generated types). The key that a connection
// shares lies in Secret Manager; here is its id alone.
import * as z from "zod";
import { count, flag, id, moment, text, texts } from "../../../../listing/fields.ts";

const common = { id, name: text, organization_id: text, tags: texts, created_at: moment };

export const Gateway = z.object({
  ...common,
  status: text,
  gateway_type: text,
  asn: count,
  private_network_id: text,
  zone: text,
});

export const CustomerGateway = z.object({ ...common, asn: count, public_ipv4: text, public_ipv6: text });

export const Connection = z.object({
  ...common,
  status: text,
  vpn_gateway_id: text,
  customer_gateway_id: text,
  secret_id: text,
  is_ipv6: flag,
  tunnel_status_ipv4: text,
  tunnel_status_ipv6: text,
  route_propagation_enabled: flag,
});

export const RoutingPolicy = z.object({
  ...common,
  is_ipv6: flag,
  prefix_filter_in: texts,
  prefix_filter_out: texts,
});
