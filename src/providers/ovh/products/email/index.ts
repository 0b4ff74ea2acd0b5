import { idsThenDetail } from "../../../../listing/dialects/ids-then-detail.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { imapEndpoints } from "../../imap-hosts.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";
import { EmailDomain, EmailDomainMailbox, EmailService, Mailbox } from "./answers.ts";

const mail = { family: "email", class: "service", subclass: "imap", locality: "account" } as const;

const emailDomain = ovhKind({
  ...mail,
  id: "ovh.email-domain",
  title: "MX Plan e-mail domain",
  service: "email-domain",
  resource: "email-domain:domain",
  list: idsThenDetail({ path: "/email/domain", idField: "domain" }),
  mayLeaveOut: true,
  schema: EmailDomain,
  toResource: (item, place) => ({
    urn: serviceUrn(place, "emailDomain", item.domain),
    name: item.domain,
    status: item.status,
    createdAt: item.creationDate,
    tags: customerTags(item.iam?.tags),
    endpoints: imapEndpoints(place),
    // Once migrated, the mailboxes are in the newer service.
    relations: item.migratedMXPlanServiceName
      ? [{ type: "member-of", urn: serviceUrn(place, "emailMxplan", item.migratedMXPlanServiceName) }]
      : [],
    attributes: { offer: item.offer },
  }),
});

/** MX Plan (newer) and E-mail Pro are one form of service under two names. */
interface EmailProduct {
  readonly id: `ovh.email-${string}`;
  readonly title: string;
  readonly path: string;
  /** IAM's word for it. */
  readonly type: string;
}

/** A service with the mailboxes in it, by name alone. */
function emailService({ id, title, path, type }: EmailProduct): readonly ListedKind[] {
  const service = id.slice("ovh.".length);
  const container = ovhKind({
    ...mail,
    id,
    title: `${title} service`,
    service,
    resource: `${service}:service`,
    list: idsThenDetail({ path, idField: "service", isListedAlone: true }),
    mayLeaveOut: true,
    schema: EmailService,
    toResource: (item, place) => ({
      urn: serviceUrn(place, type, item.service),
      name: item.displayName || item.service,
      status: item.state,
      tags: customerTags(item.iam?.tags),
      endpoints: imapEndpoints(place, item.hostname),
      attributes: { domain: item.domain, offer: item.offer, isZimbra: item.isZimbra },
    }),
  });
  const mailbox = ovhKind({
    ...mail,
    id: `${id}.mailbox`,
    title: `Mailbox of ${title}`,
    service,
    resource: `${service}:mailbox`,
    list: nested({
      parent: container,
      as: "service",
      list: idsThenDetail({
        path: `${path}/{service}/account`,
        idField: "primaryEmailAddress",
        isAskedAlone: true,
      }),
    }),
    personal: true,
    schema: Mailbox,
    toResource: (item, place) => ({
      urn: serviceUrn(place, type, place.parent?.id ?? "", "account", item.primaryEmailAddress),
      name: item.primaryEmailAddress,
      status: item.state,
      createdAt: item.creationDate,
      endpoints: [identifier(item.primaryEmailAddress)],
      relations: [{ type: "member-of", urn: serviceUrn(place, type, place.parent?.id ?? "") }],
      // The schema names no unit of sizes, so they stand here as they are answered.
      attributes: {
        currentUsage: item.currentUsage,
        quota: item.quota,
        expirationDate: item.expirationDate,
        deleteAtExpiration: item.deleteAtExpiration,
      },
    }),
  });
  return [container, mailbox];
}

/** Mail without groupware: the older MX Plan by domain, the newer one and E-mail Pro by service. */
export const kinds: readonly ListedKind[] = [
  emailDomain,
  ovhKind({
    ...mail,
    id: "ovh.email-domain.mailbox",
    title: "Mailbox of MX Plan",
    service: "email-domain",
    resource: "email-domain:mailbox",
    list: nested({
      parent: emailDomain,
      as: "domain",
      list: idsThenDetail({ path: "/email/domain/{domain}/account", idField: "accountName" }),
    }),
    personal: true,
    schema: EmailDomainMailbox,
    toResource: (item, place) => ({
      urn: serviceUrn(place, "emailDomain", place.parent?.id ?? "", "account", item.accountName),
      name: item.accountName,
      status: item.isBlocked ? "blocked" : undefined,
      endpoints: [identifier(`${item.accountName}@${place.parent?.id ?? ""}`)],
      relations: [{ type: "member-of", urn: serviceUrn(place, "emailDomain", place.parent?.id ?? "") }],
      // Bytes that it may have, not that it has.
      attributes: { quotaBytes: item.size },
    }),
  }),
  ...emailService({ id: "ovh.email-mxplan", title: "MX Plan (newer)", path: "/email/mxplan", type: "emailMxplan" }),
  ...emailService({ id: "ovh.email-pro", title: "E-mail Pro", path: "/email/pro", type: "emailPro" }),
];
