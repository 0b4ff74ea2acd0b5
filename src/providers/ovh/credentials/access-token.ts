import type { Credential, Expiry } from "../../../credentials/credential.ts";
import type { EndpointName } from "../endpoints.ts";
import { readBearerReport } from "./bearer-report.ts";

export interface AccessTokenSettings {
  readonly endpoint: EndpointName;
  readonly accessToken: string;
  /** Where version 1 of the API lives. */
  readonly base: URL;
}

const expiry: Expiry = {
  what: "the access token",
  at: undefined,
  unknownBecause: "a token does not say when it ends; OVHcloud shows it beside the user's personal access tokens",
};

/** A bearer token as it was given: a personal access token, or one that somebody else brokers. Nothing here can renew it. */
export function createOvhAccessToken({ endpoint, accessToken, base }: AccessTokenSettings): Credential {
  return {
    kind: "ovh-access-token",
    describe: () => `ovh-access-token on ${endpoint}`,
    holdsSecret: (text) => text.includes(accessToken),
    prepare: async () => {},
    authorize: async () => ({ Authorization: `Bearer ${accessToken}` }),
    inspect: (send, context) => readBearerReport(base, expiry, send, context),
  };
}
