// Answers, only the fields we use, under the API's own names (models of emailDomain.json, emailMxplan.json and email.json). Of mailboxes nothing that tells of the person.
import * as z from "zod";
import { count, flag, id, moment, text } from "../../../../listing/fields.ts";
import { iamMetadata } from "../../tags.ts";

/** `email.domain.DomainServiceWithIAM` */
export const EmailDomain = z.object({
  domain: id,
  status: text,
  offer: text,
  creationDate: moment,
  migratedMXPlanServiceName: text,
  iam: iamMetadata,
});

/** `email.domain.Account` */
export const EmailDomainMailbox = z.object({ accountName: id, isBlocked: flag, size: count });

/** `email.mxplan.ServiceWithIAM` and `email.pro.ServiceNativeWithIAM`, with the id as it is listed: `domain` is another name. */
export const EmailService = z.object({
  service: id,
  displayName: text,
  domain: text,
  state: text,
  offer: text,
  hostname: text,
  isZimbra: flag,
  iam: iamMetadata,
});

/** `email.mxplan.Account` and `email.pro.AccountNative` */
export const Mailbox = z.object({
  primaryEmailAddress: id,
  state: text,
  creationDate: moment,
  currentUsage: count,
  quota: count,
  expirationDate: moment,
  deleteAtExpiration: flag,
});
