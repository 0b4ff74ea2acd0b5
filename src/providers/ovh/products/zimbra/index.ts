import * as z from "zod";
import type { Relation } from "../../../../inventory/resource.ts";
import type { Place } from "../../../../inventory/resource-kind.ts";
import { headerCursor } from "../../../../listing/dialects/cursor.ts";
import type { Dialect } from "../../../../listing/dialects/dialect.ts";
import { nested } from "../../../../listing/dialects/nested.ts";
import { identifier } from "../../../../listing/endpoints.ts";
import { count, id, moment, text } from "../../../../listing/fields.ts";
import type { ListedKind } from "../../../../listing/kind.ts";
import { imapEndpoints } from "../../imap-hosts.ts";
import { ovhKind } from "../../kind.ts";
import { customerTags, iamMetadata } from "../../tags.ts";
import { serviceUrn } from "../../urn.ts";

/** `zimbra.PlatformResponseWithIAM` of version 2; `quota` is a limit for each account, and no size. */
const Platform = z.object({
  id,
  resourceStatus: text,
  currentState: z.object({ name: text, numberOfOrganizations: count }).nullish(),
  iam: iamMetadata,
});

/** `zimbra.OrganizationResponse` of version 2 */
const Organization = z.object({
  id,
  resourceStatus: text,
  currentState: z.object({ name: text, createdAt: moment, storageConsumed: count }).nullish(),
});

/** `zimbra.DomainResponse` of version 2 */
const Domain = z.object({
  id,
  currentState: z.object({ name: text, createdAt: moment, status: text, organizationId: text }).nullish(),
});

/** `zimbra.AccountResponse` of version 2: nothing that tells of the person but the address, by which a mailbox is read. */
const Mailbox = z.object({
  id,
  resourceStatus: text,
  currentState: z
    .object({
      email: text,
      createdAt: moment,
      offer: text,
      organizationId: text,
      quota: z.object({ available: count, used: count }).nullish(),
    })
    .nullish(),
});

const type = "zimbraPlatform";
const path = "/v2/zimbra/platform";
const product = { family: "email", service: "zimbra", locality: "account" } as const;

const platform = ovhKind({
  ...product,
  id: "ovh.zimbra",
  title: "Zimbra platform",
  class: "service",
  subclass: "imap",
  resource: "zimbra:platform",
  list: headerCursor({ path }),
  mayLeaveOut: true,
  schema: Platform,
  toResource: (item, place) => ({
    urn: serviceUrn(place, type, item.id),
    name: item.currentState?.name || item.iam?.displayName,
    status: item.resourceStatus,
    tags: customerTags(item.iam?.tags),
    endpoints: imapEndpoints(place),
    attributes: { organizations: item.currentState?.numberOfOrganizations },
  }),
});

function below(name: string): Dialect {
  return nested({ parent: platform, as: "platformId", list: headerCursor({ path: `${path}/{platformId}/${name}` }) });
}

/** Zimbra: platforms, with their organizations and domains, and mailboxes by name alone. */
export const kinds: readonly ListedKind[] = [
  platform,
  ovhKind({
    ...product,
    id: "ovh.zimbra.organization",
    title: "Zimbra organization",
    // Unclassified: a grouping of mailboxes.
    class: "",
    resource: "zimbra:organization",
    list: below("organization"),
    schema: Organization,
    toResource: (item, place) => ({
      urn: organizationUrn(place, item.id),
      name: item.currentState?.name,
      status: item.resourceStatus,
      createdAt: item.currentState?.createdAt,
      relations: [{ type: "member-of", urn: serviceUrn(place, type, place.parent?.id ?? "") }],
      // In a unit that the schema does not name.
      attributes: { storageConsumed: item.currentState?.storageConsumed },
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.zimbra.domain",
    title: "Domain of a Zimbra platform",
    // Unclassified: the mail is in the mailboxes.
    class: "",
    resource: "zimbra:domain",
    list: below("domain"),
    schema: Domain,
    toResource: (item, place) => ({
      urn: serviceUrn(place, type, place.parent?.id ?? "", "domain", item.id),
      name: item.currentState?.name,
      status: item.currentState?.status,
      createdAt: item.currentState?.createdAt,
      relations: memberOfOrganization(place, item.currentState?.organizationId),
    }),
  }),
  ovhKind({
    ...product,
    id: "ovh.zimbra.mailbox",
    title: "Mailbox of Zimbra",
    class: "service",
    subclass: "imap",
    resource: "zimbra:mailbox",
    list: below("account"),
    personal: true,
    schema: Mailbox,
    toResource: ({ currentState: mailbox, ...item }, place) => ({
      urn: serviceUrn(place, type, place.parent?.id ?? "", "account", item.id),
      name: item.id,
      status: item.resourceStatus,
      createdAt: mailbox?.createdAt,
      endpoints: mailbox?.email ? [identifier(mailbox.email)] : [],
      relations: memberOfOrganization(place, mailbox?.organizationId),
      // In a unit that the schema does not name.
      attributes: { offer: mailbox?.offer, used: mailbox?.quota?.used, available: mailbox?.quota?.available },
    }),
  }),
];

function organizationUrn(place: Place, organization: string): string {
  return serviceUrn(place, type, place.parent?.id ?? "", "organization", organization);
}

/** What names no organization is the platform's. */
function memberOfOrganization(place: Place, organization: string | null | undefined): Relation[] {
  const urn = organization ? organizationUrn(place, organization) : serviceUrn(place, type, place.parent?.id ?? "");
  return [{ type: "member-of", urn }];
}
