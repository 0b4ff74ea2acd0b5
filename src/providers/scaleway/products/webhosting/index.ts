import type * as z from "zod";
import type { Relation } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import type { Dialect } from "../../../../listing/dialects/dialect.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { hostEndpoints, identifier } from "../../../../listing/endpoints.ts";
import { joinedId } from "../../../../listing/joined-id.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import type { Query } from "../../../../listing/reader.ts";
import { scalewayProduct } from "../../kind.ts";
import { Backup, Database, FtpAccount, Hosting, MailAccount, Website } from "./answers.ts";

const webhosting = scalewayProduct({
  service: "webhosting",
  api: "/webhosting/v1",
  locality: "region",
  permissionSets: ["WebHostingReadOnly"],
});

const hosting = webhosting.kind({
  id: "scaleway.webhosting.hosting",
  family: "web",
  title: "Web Hosting plan",
  class: "service",
  subclass: "ftp",
  list: webhosting.pages({ path: "hostings", listKey: "hostings" }),
  connectors: ["ftp"],
  schema: Hosting,
  toResource: (item, place) => ({
    urn: webhosting.urn(place, "hosting", item.id),
    name: domainOf(item),
    status: item.status,
    createdAt: item.created_at,
    endpoints: [identifier(item.id), ...hostEndpoints(domainOf(item))],
    protection: [protection("deletion-protection", item.protected ?? undefined)],
    attributes: { offer: item.offer_name, domainStatus: item.domain_status, dnsStatus: item.dns_status },
  }),
});

/** Web hosting plans, and what is on each. What has no id of its own has its name, which is one below its plan alone. */
export const kinds: readonly ListedKind[] = [
  hosting,
  webhosting.kind({
    id: "scaleway.webhosting.backup",
    family: "backups",
    title: "Web Hosting backup",
    class: "service",
    list: below("backups", "backups", { order_by: "created_at_desc" }),
    schema: Backup,
    toResource: (backup, place) => ({
      urn: webhosting.urn(place, "backup", backup.id),
      status: backup.status,
      createdAt: backup.created_at,
      sizeBytes: backup.size,
      endpoints: [identifier(backup.id)],
      relations: [{ type: "backup-of", urn: hostingUrn(place) }],
      attributes: { items: backup.total_items },
    }),
  }),
  webhosting.kind({
    id: "scaleway.webhosting.database",
    family: "databases",
    title: "Web Hosting database",
    class: "database",
    subclass: "mysql",
    list: below("databases", "databases", {}, "database_name"),
    schema: Database,
    toResource: ({ database_name, users }, place) => ({
      urn: webhosting.urn(place, "database", place.parent?.id ?? "", database_name),
      name: database_name,
      endpoints: [identifier(database_name)],
      relations: attached(place),
      attributes: { users: users?.length },
    }),
  }),
  webhosting.kind({
    id: "scaleway.webhosting.ftp-account",
    family: "web",
    title: "Web Hosting FTP account",
    class: "service",
    subclass: "ftp",
    list: below("ftp-accounts", "ftp_accounts", {}, "username"),
    schema: FtpAccount,
    toResource: ({ username, path }, place) => ({
      urn: webhosting.urn(place, "ftp-account", place.parent?.id ?? "", username),
      name: username,
      endpoints: [identifier(username)],
      relations: attached(place),
      attributes: { path },
    }),
  }),
  webhosting.kind({
    id: "scaleway.webhosting.mail-account",
    family: "email",
    title: "Web Hosting mail account",
    class: "service",
    subclass: "imap",
    list: below("mail-accounts", "mail_accounts", {}, "username"),
    personal: true,
    schema: MailAccount,
    idOf: joinedId(["username", "domain"], "@"),
    toResource: ({ username, domain }, place) => ({
      urn: webhosting.urn(place, "mail-account", place.parent?.id ?? "", `${username}@${domain}`),
      endpoints: [identifier(`${username}@${domain}`)],
      relations: attached(place),
    }),
  }),
  webhosting.kind({
    id: "scaleway.webhosting.website",
    family: "web",
    title: "Web Hosting website",
    class: "service",
    list: below("websites", "websites", {}, "domain"),
    schema: Website,
    toResource: ({ domain, path, ssl_status }, place) => ({
      urn: webhosting.urn(place, "website", place.parent?.id ?? "", domain),
      name: domain,
      endpoints: [identifier(domain)],
      relations: attached(place),
      attributes: { path, tls: ssl_status },
    }),
  }),
];

/** The API orders these lists by name at most, unless `order` says otherwise. */
function below(path: string, listKey: string, order: Query, idField?: string): Dialect {
  const list = { path: `hostings/{hostingId}/${path}`, listKey, order, filter: {}, ...(idField ? { idField } : {}) };
  return nested({ parent: hosting, as: "hostingId", list: webhosting.pages(list) });
}

function hostingUrn(place: Place): string {
  return webhosting.urn(place, "hosting", place.parent?.id ?? "");
}

function attached(place: Place): Relation[] {
  return [{ type: "attached-to", urn: hostingUrn(place) }];
}

/** The customer's own domain where there is one; else the one that Scaleway gave. */
function domainOf({ domain, domain_info }: z.infer<typeof Hosting>): string | undefined {
  return domain_info?.custom_domain?.domain || domain || domain_info?.subdomain || undefined;
}
