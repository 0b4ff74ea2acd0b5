import type { Relation } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import type { Dialect } from "../../../../listing/dialects/dialect.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { addressEndpoint, identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { scalewayProduct } from "../../kind.ts";
import { Address, Backend, Certificate, Frontend, LoadBalancer, Route } from "./answers.ts";

// The regional API of the same product is deprecated, and would list everything a second time.
const balancers = scalewayProduct({
  service: "load-balancer",
  api: "/lb/v1",
  locality: "zone",
  permissionSets: ["LoadBalancersReadOnly"],
});

const balancer = balancers.kind({
  id: "scaleway.load-balancer.load-balancer",
  family: "network",
  title: "Load Balancer",
  class: "network",
  list: balancers.pages({ path: "lbs", listKey: "lbs" }),
  schema: LoadBalancer,
  toResource: (item, place) => ({
    urn: balancers.urn(place, "load-balancer", item.id),
    name: item.name,
    account: item.organization_id,
    status: item.status,
    createdAt: item.created_at,
    tags: item.tags ?? [],
    endpoints: [
      identifier(item.id),
      ...(item.ip ?? []).flatMap(({ ip_address }) => (ip_address ? [addressEndpoint(ip_address)] : [])),
    ],
    attributes: {
      description: item.description || undefined,
      type: item.type,
      frontends: item.frontend_count,
      backends: item.backend_count,
      routes: item.route_count,
      privateNetworks: item.private_network_count,
    },
  }),
});

const frontend = balancers.kind({
  id: "scaleway.load-balancer.frontend",
  family: "network",
  title: "Load Balancer frontend",
  class: "network",
  list: belowBalancer("frontends"),
  schema: Frontend,
  toResource: (item, place) => ({
    urn: balancers.urn(place, "frontend", item.id),
    name: item.name,
    createdAt: item.created_at,
    endpoints: [identifier(item.id)],
    relations: attachedToBalancer(place),
    attributes: {
      port: item.inbound_port,
      backend: item.backend?.id,
      certificates: item.certificate_ids ?? [],
      http3: item.enable_http3,
    },
  }),
});

/** Load balancers, zone by zone, with what each is made of. */
export const kinds: readonly ListedKind[] = [
  balancer,
  balancers.kind({
    id: "scaleway.load-balancer.ip",
    family: "network",
    title: "Load Balancer IP",
    class: "network",
    // The API cannot order it.
    list: balancers.pages({ path: "ips", listKey: "ips", order: {} }),
    schema: Address,
    toResource: (item, place) => ({
      urn: balancers.urn(place, "ip", item.id),
      name: item.ip_address,
      account: item.organization_id,
      tags: item.tags ?? [],
      endpoints: item.ip_address ? [addressEndpoint(item.ip_address)] : [],
      relations: item.lb_id ? [{ type: "attached-to", urn: balancers.urn(place, "load-balancer", item.lb_id) }] : [],
      attributes: { reverse: item.reverse },
    }),
  }),
  frontend,
  balancers.kind({
    id: "scaleway.load-balancer.backend",
    family: "network",
    title: "Load Balancer backend",
    class: "network",
    list: belowBalancer("backends"),
    schema: Backend,
    toResource: (item, place) => ({
      urn: balancers.urn(place, "backend", item.id),
      name: item.name,
      createdAt: item.created_at,
      endpoints: [identifier(item.id)],
      relations: attachedToBalancer(place),
      attributes: {
        protocol: item.forward_protocol,
        port: item.forward_port,
        algorithm: item.forward_port_algorithm,
        servers: item.pool ?? [],
        tls: item.ssl_bridging,
      },
    }),
  }),
  balancers.kind({
    id: "scaleway.load-balancer.certificate",
    family: "security",
    title: "Load Balancer certificate",
    class: "security",
    list: belowBalancer("certificates"),
    schema: Certificate,
    toResource: (item, place) => ({
      urn: balancers.urn(place, "certificate", item.id),
      name: item.name,
      status: item.status,
      createdAt: item.created_at,
      endpoints: [identifier(item.id)],
      relations: attachedToBalancer(place),
      attributes: {
        type: item.type,
        commonName: item.common_name,
        alternativeNames: item.subject_alternative_name ?? [],
        validFrom: item.not_valid_before,
        expiresAt: item.not_valid_after,
      },
    }),
  }),
  balancers.kind({
    id: "scaleway.load-balancer.route",
    family: "network",
    title: "Load Balancer route",
    class: "network",
    list: nested({
      parent: frontend,
      as: "frontendId",
      // The API has no filter by project.
      list: balancers.pages({ path: "routes", listKey: "routes", filter: { frontend_id: "{frontendId}" } }),
    }),
    schema: Route,
    toResource: (item, place) => ({
      urn: balancers.urn(place, "route", item.id),
      createdAt: item.created_at,
      endpoints: [identifier(item.id)],
      relations: [{ type: "attached-to", urn: balancers.urn(place, "frontend", place.parent?.id ?? "") }],
      attributes: {
        backend: item.backend_id,
        serverName: item.match?.sni,
        host: item.match?.host_header,
        path: item.match?.path_begin,
        matchesSubdomains: item.match?.match_subdomains,
      },
    }),
  }),
];

function belowBalancer(listKey: string): Dialect {
  const list = balancers.pages({ path: `lbs/{lbId}/${listKey}`, listKey, filter: {} });
  return nested({ parent: balancer, as: "lbId", list });
}

function attachedToBalancer(place: Place): Relation[] {
  return [{ type: "attached-to", urn: balancers.urn(place, "load-balancer", place.parent?.id ?? "") }];
}
