import type { Authorizer } from "../http/request.ts";

/** The port of every way to authenticate. Secrets stay inside the object that implements it. */
export interface Credential extends Authorizer {
  readonly kind: "ovh-application" | "ovh-service-account" | "ovh-access-token" | "scaleway-api-key";
  /** What it is and where it is valid, in words that may be printed anywhere. */
  describe(): string;
}
