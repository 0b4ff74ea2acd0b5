import * as z from "zod";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { addressEndpoints } from "../../../../listing/endpoints.ts";
import { id, moment, numericId, text, texts } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { ovhKind } from "../../kind.ts";
import { onlyRegion } from "../../regions.ts";
import { customerTags, iamMetadata } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";

/** `ipLoadbalancing.IpWithIAM`; never here: `metricsToken`. */
const LoadBalancer = z.object({
  serviceName: id,
  displayName: text,
  state: text,
  offer: text,
  zone: texts,
  ipv4: text,
  ipv6: text,
  vrackName: text,
  iam: iamMetadata,
});

/** `ipLoadbalancing.Ssl.Ssl` */
const Certificate = z.object({
  id: numericId,
  displayName: text,
  subject: text,
  san: texts,
  type: text,
  expireDate: moment,
});

const type = "loadbalancer";
const path = "/ipLoadbalancing";
const product = { service: "ip-load-balancer", locality: "account" } as const;

const loadBalancer = ovhKind({
  ...product,
  id: "ovh.ip-load-balancer",
  family: "network",
  title: "OVHcloud Load Balancer (IPLB)",
  class: "network",
  resource: "ip-load-balancer:service",
  list: idsThenDetail({ path, idField: "serviceName" }),
  mayLeaveOut: true,
  schema: LoadBalancer,
  toResource: (item, place) => ({
    urn: serviceUrn(place, type, item.serviceName),
    name: item.displayName || item.serviceName,
    region: onlyRegion(item.zone),
    status: item.state,
    tags: customerTags(item.iam?.tags),
    endpoints: addressEndpoints(item.ipv4, item.ipv6),
    relations: item.vrackName ? [{ type: "attached-to", urn: serviceUrn(place, "vrack", item.vrackName) }] : [],
    attributes: { offer: item.offer, zones: item.zone },
  }),
});

/** Load balancers, with the certificates that they serve. */
export const kinds: readonly ListedKind[] = [
  loadBalancer,
  ovhKind({
    ...product,
    id: "ovh.ip-load-balancer.certificate",
    family: "security",
    title: "Certificate of an IPLB",
    class: "security",
    resource: "ip-load-balancer:certificate",
    list: nested({
      parent: loadBalancer,
      as: "serviceName",
      list: idsThenDetail({ path: `${path}/{serviceName}/ssl`, idField: "id" }),
    }),
    schema: Certificate,
    toResource: (certificate, place) => ({
      urn: serviceUrn(place, type, place.parent?.id ?? "", "certificate", String(certificate.id)),
      name: certificate.displayName || certificate.subject,
      relations: [{ type: "member-of", urn: serviceUrn(place, type, place.parent?.id ?? "") }],
      attributes: {
        // One that is `custom` has no other copy here.
        type: certificate.type,
        subject: certificate.subject,
        alternativeNames: certificate.san,
        validUntil: certificate.expireDate,
      },
    }),
  }),
];
