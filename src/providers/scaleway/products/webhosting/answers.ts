// Answers, only the fields we use, in the API's own snake_case (scaleway/scaleway-sdk-js, generated types). The detail of a hosting is
// never read: it holds a password that the control panel takes once (`user.one_time_password`).
import * as z from "zod";
import { count, flag, id, moment, size, text, texts } from "../../../../listing/fields.ts";

export const Hosting = z.object({
  id,
  status: text,
  domain: text,
  domain_info: z.object({ subdomain: text, custom_domain: z.object({ domain: text }).nullish() }).nullish(),
  domain_status: text,
  dns_status: text,
  offer_name: text,
  protected: flag,
  created_at: moment,
});

export const Backup = z.object({
  id,
  status: text,
  size,
  total_items: count,
  created_at: moment,
});

export const Database = z.object({ database_name: id, users: texts });
export const FtpAccount = z.object({ username: id, path: text });
export const MailAccount = z.object({ username: id, domain: id });
export const Website = z.object({ domain: id, path: text, ssl_status: flag });
