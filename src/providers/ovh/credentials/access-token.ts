import type { Credential } from "../../../credentials/credential.ts";
import type { EndpointName } from "../endpoints.ts";
import { inspectBearer } from "./bearer-report.ts";

export interface AccessTokenSettings {
  readonly endpoint: EndpointName;
  readonly accessToken: string;
  /** Where version 1 of the API lives. */
  readonly base: URL;
}

/** A bearer token as it was given: a personal access token, or one that somebody else brokers. Nothing here can renew it. */
export function createOvhAccessToken({ endpoint, accessToken, base }: AccessTokenSettings): Credential {
  return {
    kind: "ovh-access-token",
    describe: () => `ovh-access-token on ${endpoint}`,
    holdsSecret: (text) => text.includes(accessToken),
    prepare: async () => {},
    authorize: async () => ({ Authorization: `Bearer ${accessToken}` }),
    inspect: (send, context) => inspectBearer(send, context, base),
  };
}
