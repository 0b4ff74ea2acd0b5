// Answers, only the fields we use, under the API's own names (models of emailExchange.json). Of mailboxes nothing that tells of the person.
import * as z from "zod";
import { count, flag, id, moment, text } from "../../../../listing/fields.ts";
import { iamMetadata } from "../../tags.ts";

/** An organization has a name and nothing else. */
export const Organization = z.object({ "(value)": id });

/** `email.exchange.ExchangeServiceWithIAM`, with the id as it is listed: `domain` is another name. */
export const ExchangeService = z.object({
  service: id,
  displayName: text,
  domain: text,
  state: text,
  offer: text,
  hostname: text,
  sslExpirationDate: text,
  iam: iamMetadata,
});

/** `email.exchange.Account` */
export const ExchangeMailbox = z.object({
  primaryEmailAddress: id,
  state: text,
  accountLicense: text,
  creationDate: moment,
  currentUsage: count,
  quota: count,
  expirationDate: moment,
  deleteAtExpiration: flag,
  litigation: flag,
  litigationPeriod: count,
});

/** `email.exchange.sharedAccount` */
export const SharedMailbox = z.object({
  sharedEmailAddress: id,
  state: text,
  creationDate: moment,
  currentUsage: count,
  quota: count,
});

/** `email.exchange.resourceAccount` */
export const ResourceMailbox = z.object({ resourceEmailAddress: id, state: text, creationDate: moment, type: text });

/** `email.exchange.publicFolder` */
export const PublicFolder = z.object({
  path: id,
  state: text,
  creationDate: moment,
  type: text,
  itemCount: count,
  totalItemSize: count,
  quota: count,
});
