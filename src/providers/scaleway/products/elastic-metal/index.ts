import * as z from "zod";
import { addressEndpoint, hostEndpoints, identifier } from "../../../../listing/endpoints.ts";
import { flag, id, moment, text, texts } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { scalewayProduct } from "../../kind.ts";

const permissionSets = ["ElasticMetalReadOnly"];
const metal = scalewayProduct({ service: "elastic-metal", api: "/baremetal/v1", locality: "zone", permissionSets });
const addresses = scalewayProduct({
  service: "elastic-metal",
  api: "/flexible-ip/v1alpha1",
  locality: "zone",
  permissionSets,
});

// Never here: `user_data`, `rescue_server`, and users and addresses of `install`, which hold secrets or lead to them.
const Server = z.object({
  id,
  name: text,
  organization_id: text,
  description: text,
  status: text,
  offer_name: text,
  boot_type: text,
  domain: text,
  protected: flag,
  ips: z.array(z.object({ address: z.string().min(1) })).nullish(),
  tags: texts,
  created_at: moment,
});

const FlexibleIp = z.object({
  id,
  organization_id: text,
  description: text,
  status: text,
  ip_address: text,
  reverse: text,
  server_id: text,
  tags: texts,
  created_at: moment,
});

/** Dedicated servers of Elastic Metal, and the addresses that move between them. */
export const kinds: readonly ListedKind[] = [
  metal.kind({
    id: "scaleway.elastic-metal.server",
    family: "compute",
    title: "Elastic Metal server",
    class: "compute",
    list: metal.pages({ path: "servers", listKey: "servers" }),
    connectors: ["sftp"],
    schema: Server,
    toResource: (server, place) => ({
      urn: metal.urn(place, "server", server.id),
      name: server.name,
      account: server.organization_id,
      status: server.status,
      createdAt: server.created_at,
      tags: server.tags ?? [],
      endpoints: [
        identifier(server.id),
        ...(server.ips ?? []).map(({ address }) => addressEndpoint(address)),
        ...hostEndpoints(server.domain),
      ],
      protection: [protection("deletion-protection", server.protected ?? undefined)],
      attributes: {
        description: server.description || undefined,
        offer: server.offer_name,
        bootType: server.boot_type,
      },
    }),
  }),
  addresses.kind({
    id: "scaleway.elastic-metal.ip",
    family: "network",
    title: "Elastic Metal flexible IP",
    class: "network",
    list: addresses.pages({ path: "fips", listKey: "flexible_ips" }),
    schema: FlexibleIp,
    toResource: (ip, place) => ({
      urn: addresses.urn(place, "ip", ip.id),
      // Written with the length of its prefix where it is one of version 6.
      name: ip.ip_address,
      account: ip.organization_id,
      status: ip.status,
      createdAt: ip.created_at,
      tags: ip.tags ?? [],
      endpoints: [identifier(ip.id), ...(ip.ip_address ? [addressEndpoint(ip.ip_address.replace(/\/\d+$/, ""))] : [])],
      relations: ip.server_id ? [{ type: "attached-to", urn: metal.urn(place, "server", ip.server_id) }] : [],
      attributes: { description: ip.description || undefined, reverse: ip.reverse || undefined },
    }),
  }),
];
