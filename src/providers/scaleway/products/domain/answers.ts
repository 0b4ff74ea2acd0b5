// Answers, only the fields we use, in the API's own snake_case (scaleway/scaleway-sdk-js, generated types). Never here: `epp_code` and
// the token of an external domain, with which a domain can be taken away.
import * as z from "zod";
import { count, flag, id, moment, text, texts } from "../../../../listing/fields.ts";

export const Zone = z.object({
  domain: id,
  /** Empty for the domain itself. */
  subdomain: z.string(),
  status: text,
  ns: texts,
  linked_products: texts,
});

export const DnsRecord = z.object({ id, name: text, type: text, ttl: count });

export const Domain = z.object({
  domain: id,
  organization_id: text,
  status: text,
  registrar: text,
  is_external: flag,
  auto_renew_status: text,
  dnssec_status: text,
  expired_at: moment,
  created_at: moment,
});
