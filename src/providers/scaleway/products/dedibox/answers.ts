// Answers, only the fields we use, in the API's own snake_case (scaleway/scaleway-sdk-js, generated types). Fields without `nullish`
// are the identity, which is a number in all of them. No answer was ever recorded.
import * as z from "zod";
import { count, flag, moment, numericId, size, text } from "../../../../listing/fields.ts";

export const Server = z.object({
  id: numericId,
  hostname: text,
  organization_id: text,
  status: text,
  offer_name: text,
  datacenter_name: text,
  is_outsourced: flag,
  interfaces: z
    .array(
      z.object({
        type: text,
        ips: z.array(z.object({ address: z.string().min(1), semantic: text })).nullish(),
      }),
    )
    .nullish(),
  expired_at: moment,
  created_at: moment,
});

export const FailoverIp = z.object({
  id: numericId,
  address: text,
  status: text,
  reverse: text,
  server_id: numericId.nullish(),
  server_zone: text,
});

export const RpnSan = z.object({
  id: numericId,
  organization_id: text,
  status: text,
  offer_name: text,
  datacenter_name: text,
  server_hostname: text,
  iqn_suffix: text,
  storage_size: size,
  expires_at: moment,
  created_at: moment,
});

export const Ipv6Block = z.object({ id: numericId, address: text, cidr: count, delegation_status: text });

export const RpnGroup = z.object({
  id: numericId,
  name: text,
  organization_id: text,
  status: text,
  type: text,
  members_count: count,
  subnet: z.object({ address: text, cidr: count }).nullish(),
});
