import { limitMarker } from "../../../../listing/dialects/limit-marker.ts";
import { addressEndpoint, identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { itemUrn } from "../../urn.ts";
import { Gateway } from "./answers.ts";

/** Gateways, through which private networks reach the outside. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.cloud.gateway",
    family: "network",
    title: "Gateway",
    class: "network",
    service: "gateway",
    resource: "gateway:gateway",
    locality: "region",
    regionService: "network",
    // The schema says "default and max is 50"; that `marker` is the id of the last item is OpenStack's rule.
    list: limitMarker({ path: "/cloud/project/{project}/region/{locality}/gateway", limit: 50 }),
    schema: Gateway,
    toResource: (gateway, place) => ({
      urn: itemUrn(place, "gateway", gateway.id),
      name: gateway.name,
      region: gateway.region,
      status: gateway.status,
      endpoints: [
        identifier(gateway.id),
        ...(gateway.externalInformation?.ips ?? []).map(({ ip }) => addressEndpoint(ip)),
      ],
      attributes: {
        model: gateway.model,
        networks: (gateway.interfaces ?? []).flatMap(({ networkId }) => networkId ?? []),
      },
    }),
  }),
];
