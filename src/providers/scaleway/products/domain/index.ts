import { nested } from "../../../../listing/dialects/nested.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import { joinedId } from "../../../../listing/joined-id.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";
import { DnsRecord, Domain, Zone } from "./answers.ts";

const domains = scalewayProduct({
  service: "domain",
  api: "/domain/v2beta1",
  // No place: one list for each project.
  locality: "project",
  permissionSets: ["DomainsDNSReadOnly"],
});

/** A zone has no id: its whole name is one, as in the paths below it. */
const nameOfZone = joinedId(["subdomain", "domain"], ".");

const zone = domains.kind({
  id: "scaleway.domain.dns-zone",
  family: "domains",
  title: "DNS zone",
  class: "network",
  // `domain` is required; empty, it leaves nothing out (cartography-cncf/cartography, 2b68f025, dns.py).
  list: domains.pages({ path: "dns-zones", listKey: "dns_zones", query: { domain: "" }, idField: "domain" }),
  idOf: nameOfZone,
  schema: Zone,
  toResource: (item, place) => {
    const name = nameOfZone(item) ?? item.domain;
    return {
      urn: domains.urn(place, "dns-zone", name),
      name,
      status: item.status,
      endpoints: [identifier(name)],
      attributes: { nameServers: item.ns ?? [], linkedProducts: item.linked_products ?? [] },
    };
  },
});

/** Registered domains, DNS zones, and the records of each. */
export const kinds: readonly ListedKind[] = [
  domains.kind({
    id: "scaleway.domain.domain",
    family: "domains",
    title: "Registered domain",
    class: "network",
    // The API orders it by name alone.
    list: domains.pages({ path: "domains", listKey: "domains", order: { order_by: "domain_asc" }, idField: "domain" }),
    schema: Domain,
    toResource: (item, place) => ({
      urn: domains.urn(place, "domain", item.domain),
      name: item.domain,
      account: item.organization_id,
      status: item.status,
      createdAt: item.created_at,
      endpoints: [identifier(item.domain)],
      attributes: {
        expiresAt: item.expired_at,
        registrar: item.registrar,
        isExternal: item.is_external,
        autoRenew: item.auto_renew_status,
        dnssec: item.dnssec_status,
      },
    }),
  }),
  zone,
  domains.kind({
    id: "scaleway.domain.record",
    family: "domains",
    title: "DNS record",
    class: "network",
    list: nested({
      parent: zone,
      as: "dnsZone",
      // The API orders it by name alone; `name` is required, and leaves nothing out where it is empty.
      list: domains.pages({
        path: "dns-zones/{dnsZone}/records",
        listKey: "records",
        query: { name: "" },
        order: { order_by: "name_asc" },
        filter: { project_id: "{project}" },
      }),
    }),
    schema: DnsRecord,
    toResource: (item, place) => ({
      urn: domains.urn(place, "record", item.id),
      name: item.name,
      endpoints: [identifier(item.id)],
      relations: [{ type: "attached-to", urn: domains.urn(place, "dns-zone", place.parent?.id ?? "") }],
      // What a record says is never read: TXT records hold keys and proofs of ownership.
      attributes: { type: item.type, ttl: item.ttl },
    }),
  }),
];
