import * as z from "zod";
import type { Protection } from "../../../../inventory/resource.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { hostEndpoints } from "../../../../listing/endpoints.ts";
import { flag, id, moment, text, texts } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags, iamMetadata } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";

/** `domain.DomainServiceWithIAM`; never here: contacts and owner. The code to take a domain away is never asked for. */
const Domain = z.object({
  domain: id,
  state: text,
  offer: text,
  suspensionState: text,
  transferLockStatus: text,
  expirationDate: moment,
  renewalState: text,
  dnssecState: text,
  parentService: z.object({ name: text, type: text }).nullish(),
  iam: iamMetadata,
});

/** `domain.ZoneWithIAM` */
const Zone = z.object({
  name: id,
  nameServers: texts,
  lastUpdate: moment,
  dnssecActivated: flag,
  hasDnsAnycast: flag,
  iam: iamMetadata,
});

/** Domain names, the zones that OVHcloud's name servers serve, and packs of names. */
export const kinds: readonly ListedKind[] = [
  ovhKind({
    id: "ovh.domain",
    family: "domains",
    title: "Domain name",
    // Unclassified: a name holds no data.
    class: "",
    service: "domain",
    resource: "domain:domain",
    locality: "account",
    list: idsThenDetail({ path: "/domain", idField: "domain" }),
    mayLeaveOut: true,
    schema: Domain,
    toResource: (item, place) => ({
      urn: serviceUrn(place, "domain", item.domain),
      name: item.domain,
      status: item.state,
      tags: customerTags(item.iam?.tags),
      endpoints: hostEndpoints(item.domain),
      protection: [transferLock(item)],
      relations:
        item.parentService?.name && item.parentService.type === "/allDom"
          ? [{ type: "member-of", urn: serviceUrn(place, "allDom", item.parentService.name) }]
          : [],
      attributes: {
        offer: item.offer,
        suspension: item.suspensionState,
        dnssec: item.dnssecState,
        // It is lost after this date unless it is renewed.
        expirationDate: item.expirationDate,
        renewal: item.renewalState,
      },
    }),
  }),
  ovhKind({
    id: "ovh.dns-zone",
    family: "domains",
    title: "DNS zone",
    class: "network",
    service: "dns-zone",
    resource: "dns-zone:zone",
    locality: "account",
    list: idsThenDetail({ path: "/domain/zone", idField: "name" }),
    mayLeaveOut: true,
    schema: Zone,
    toResource: (zone, place) => ({
      urn: serviceUrn(place, "dnsZone", zone.name),
      name: zone.name,
      status: zone.iam?.state,
      tags: customerTags(zone.iam?.tags),
      endpoints: hostEndpoints(zone.name),
      attributes: {
        nameServers: zone.nameServers,
        lastUpdate: zone.lastUpdate,
        dnssec: zone.dnssecActivated,
        anycast: zone.hasDnsAnycast,
      },
    }),
  }),
];

/** `locked` alone keeps a name from being taken away; `unavailable` is said of registries without a lock (enum `domain.LockStatusEnum`). */
function transferLock({ transferLockStatus }: z.infer<typeof Domain>): Protection {
  const isLocked = transferLockStatus ? transferLockStatus === "locked" : undefined;
  return protection("deletion-protection", isLocked, { detail: "transfer lock" });
}
