import { foreignKeys } from "../../config/foreign-keys.ts";
import type { KeyChecks } from "../../config/refuse.ts";
import { doubtfulKeys, swappedKeys } from "./swapped-keys.ts";

/** The keys of every kind of credential, in the order of a profile. */
export const credentialKeys: readonly string[] = [
  "application_key",
  "application_secret",
  "consumer_key",
  "client_id",
  "client_secret",
  "access_token",
];

/** What no JSON Schema can say of OVHcloud's keys. */
export const keyChecks: KeyChecks = (values) => [
  ...foreignKeys(values, credentialKeys, "OVHcloud"),
  ...swappedKeys(values),
];

/** What is doubtful about them, and no reason to refuse them. */
export const keyDoubts: KeyChecks = doubtfulKeys;
