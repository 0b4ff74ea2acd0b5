import type { Item } from "../lists.ts";

/** What an account is called that nobody gave a name, and the one of the examples. */
export const usualAccountName = "ab12345-ovh";

/** The account as a resource: what actions on the account itself are granted on. */
export function accountUrn(accountName: string): string {
  return `urn:v1:eu:resource:account:${accountName}`;
}

/** A Public Cloud project as a resource. */
export function projectUrn(projectId: string): string {
  return `urn:v1:eu:resource:publicCloudProject:${projectId}`;
}

/** Somebody who may act for the account: its owner, a local user, or the credential of a service account. */
export function identityUrn(accountName: string, kind: "account" | "user" | "credential", name?: string): string {
  const base = `urn:v1:eu:identity:${kind}:${accountName}`;
  return name === undefined ? base : `${base}/${name}`;
}

/** The answer of `/me`, without most of the fields that may be null (schema model `nichandle.Nichandle`). */
export function accountDetail(accountName: string): Item {
  return {
    nichandle: accountName,
    email: "owner@customer.example",
    firstname: null,
    name: null,
    organisation: "Customer",
    country: "FR",
    currency: { code: "EUR", symbol: "€" },
    language: "en_GB",
    legalform: "corporation",
    ovhCompany: "ovh",
    ovhSubsidiary: "FR",
    state: "complete",
  };
}
