import type * as z from "zod";
import type { Protection } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import type { Dialect } from "../../../../listing/dialects/dialect.ts";
import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { wholeList } from "../../../../listing/dialects/whole-list.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { protection } from "../../../../listing/protection.ts";
import { imapEndpoints } from "../../imap-hosts.ts";
import { ovhKind } from "../../kind.ts";
import { unitAndValue } from "../../sizes.ts";
import { customerTags } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";
import {
  ExchangeMailbox,
  ExchangeService,
  Organization,
  PublicFolder,
  ResourceMailbox,
  SharedMailbox,
} from "./answers.ts";

const type = "emailExchange";
const servicePath = "/email/exchange/{organizationName}/service";
const product = { family: "email", class: "service", service: "exchange", locality: "account" } as const;

/** What services are listed below: names alone, and no service of its own to IAM. */
const organization = ovhKind({
  ...product,
  id: "ovh.exchange.organization",
  title: "Exchange organization",
  resource: "exchange:organization",
  list: wholeList({ path: "/email/exchange", idField: "(value)", isPlain: true }),
  isReported: false,
  schema: Organization,
  toResource: (item, place) => ({ urn: serviceUrn(place, type, item["(value)"]) }),
});

const exchange = ovhKind({
  ...product,
  id: "ovh.exchange",
  title: "Exchange service",
  subclass: "imap",
  resource: "exchange:service",
  list: nested({
    parent: organization,
    as: "organizationName",
    list: idsThenDetail({ path: servicePath, idField: "service", isListedAlone: true }),
  }),
  mayLeaveOut: true,
  schema: ExchangeService,
  toResource: (item, place) => ({
    urn: serviceUrn(place, type, item.service),
    name: item.displayName || item.service,
    status: item.state,
    tags: customerTags(item.iam?.tags),
    endpoints: imapEndpoints(place, item.hostname),
    attributes: {
      organization: place.parent?.id,
      domain: item.domain,
      offer: item.offer,
      certificateExpiresAt: item.sslExpirationDate,
    },
  }),
});

/** The list of what a service holds, under the last part of its path: by addresses, or by paths of folders. */
function heldBy(name: string, idField: string): Dialect {
  const path = `${servicePath}/{exchangeService}/${name}`;
  return nested({
    parent: exchange,
    as: "exchangeService",
    list: idsThenDetail({ path, idField, isAskedAlone: true }),
  });
}

/** Exchange: services with their mailboxes, those of people by name alone, and what belongs to nobody. */
export const kinds: readonly ListedKind[] = [
  exchange,
  ovhKind({
    ...product,
    id: "ovh.exchange.mailbox",
    title: "Mailbox of Exchange",
    subclass: "imap",
    resource: "exchange:mailbox",
    list: heldBy("account", "primaryEmailAddress"),
    personal: true,
    schema: ExchangeMailbox,
    toResource: (item, place) => ({
      urn: serviceUrn(place, type, place.parent?.id ?? "", "account", item.primaryEmailAddress),
      name: item.primaryEmailAddress,
      status: item.state,
      createdAt: item.creationDate,
      endpoints: [identifier(item.primaryEmailAddress)],
      protection: [litigationHold(item)],
      relations: memberOfService(place),
      // The schema names no unit of sizes, so they stand here as they are answered.
      attributes: {
        license: item.accountLicense,
        currentUsage: item.currentUsage,
        quota: item.quota,
        expirationDate: item.expirationDate,
        deleteAtExpiration: item.deleteAtExpiration,
      },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.exchange.shared-mailbox",
    title: "Shared mailbox of Exchange",
    subclass: "imap",
    resource: "exchange:shared-mailbox",
    list: heldBy("sharedAccount", "sharedEmailAddress"),
    schema: SharedMailbox,
    toResource: (item, place) => ({
      urn: serviceUrn(place, type, place.parent?.id ?? "", "sharedAccount", item.sharedEmailAddress),
      name: item.sharedEmailAddress,
      status: item.state,
      createdAt: item.creationDate,
      endpoints: [identifier(item.sharedEmailAddress)],
      relations: memberOfService(place),
      attributes: { currentUsage: item.currentUsage, quota: item.quota },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.exchange.resource-mailbox",
    title: "Resource mailbox of Exchange (room, equipment)",
    subclass: "imap",
    resource: "exchange:resource-mailbox",
    list: heldBy("resourceAccount", "resourceEmailAddress"),
    schema: ResourceMailbox,
    toResource: (item, place) => ({
      urn: serviceUrn(place, type, place.parent?.id ?? "", "resourceAccount", item.resourceEmailAddress),
      name: item.resourceEmailAddress,
      status: item.state,
      createdAt: item.creationDate,
      endpoints: [identifier(item.resourceEmailAddress)],
      relations: memberOfService(place),
      attributes: { type: item.type },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.exchange.public-folder",
    title: "Public folder of Exchange",
    resource: "exchange:public-folder",
    list: heldBy("publicFolder", "path"),
    schema: PublicFolder,
    toResource: (folder, place) => ({
      urn: serviceUrn(place, type, place.parent?.id ?? "", "publicFolder", folder.path),
      name: folder.path,
      status: folder.state,
      createdAt: folder.creationDate,
      sizeBytes: megabytes(folder.totalItemSize),
      relations: memberOfService(place),
      attributes: { type: folder.type, items: folder.itemCount, quotaBytes: megabytes(folder.quota) },
    }),
  }),
];

/** The schema counts public folders in MB. */
function megabytes(value: number | null | undefined): number | undefined {
  return typeof value === "number" ? unitAndValue({ unit: "MB", value }) : undefined;
}

/** What is deleted is kept while it is on hold (model `email.exchange.Account`). */
function litigationHold({ litigation, litigationPeriod }: z.infer<typeof ExchangeMailbox>): Protection {
  return protection("deletion-protection", litigation ?? undefined, {
    retentionDays: litigationPeriod,
    detail: "litigation hold",
  });
}

function memberOfService(place: Place) {
  return [{ type: "member-of" as const, urn: serviceUrn(place, type, place.parent?.id ?? "") }];
}
