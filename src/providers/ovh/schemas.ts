// Answers of OVHcloud's version 1 API, only the fields we use, under the API's own names (models of cloud.json).
// Fields without `nullish` are the identity.
import * as z from "zod";
import { text } from "../../listing/fields.ts";

// Null is "never"; whatever is no date is "not known", not "never".
const neverOrAt = z.iso.datetime({ offset: true }).nullable().optional().catch(undefined);

/** `auth.ApiCredential`; without its rules nothing can be said about it. */
export const CurrentCredential = z.object({
  credentialId: z.number().nullish(),
  applicationId: z.number().nullish(),
  status: z.string(),
  expiration: neverOrAt,
  rules: z.array(z.object({ method: z.string(), path: z.string() })),
  allowedIPs: z.array(z.string()).nullish(),
});
export type CurrentCredential = z.infer<typeof CurrentCredential>;

/** `auth.ApiCredential`, as the account lists it. */
export const AccountKey = z.object({
  credentialId: z.int(),
  applicationId: z.int(),
  status: z.string(),
  creation: neverOrAt,
  lastUse: neverOrAt,
  expiration: neverOrAt,
  rules: z.array(z.object({ method: z.string(), path: z.string() })),
  allowedIPs: z.array(z.string()).nullish(),
});
export type AccountKey = z.infer<typeof AccountKey>;

/** `auth.ApiApplication`; its key is not repeated. */
export const AccountApplicationDocument = z.object({
  applicationId: z.int(),
  name: text,
  description: text,
  status: text,
});
export type AccountApplicationDocument = z.infer<typeof AccountApplicationDocument>;

/** `auth.Details` */
export const AuthDetails = z.object({
  account: text,
  identities: z.array(z.string()).nullish(),
  method: text,
  user: text,
});
export type AuthDetails = z.infer<typeof AuthDetails>;

/** `auth.PersonalAccessToken`; without an end it has none. */
export const PersonalToken = z.object({ name: z.string(), expiresAt: z.iso.datetime({ offset: true }).nullish() });

/** `api.Application` */
export const Application = z.object({ name: text, status: z.string() });
export type Application = z.infer<typeof Application>;

/** `cloud.Region` */
export const Region = z.object({ name: z.string(), services: z.array(z.object({ name: z.string() })) });
