import type { Credential, Expiry } from "../../../credentials/credential.ts";
import { sharedQuestion } from "../../../credentials/shared-question.ts";
import type { EndpointName } from "../endpoints.ts";
import { readBearerReport } from "./bearer-report.ts";
import { requestToken, type TokenClient } from "./token.ts";

export interface ServiceAccount extends TokenClient {
  readonly endpoint: EndpointName;
  /** Where version 1 of the API lives. */
  readonly base: URL;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

// The guide to service accounts (ovh/docs, manage-service-account) knows no end of a client; its tokens are renewed.
const expiry: Expiry = { what: "the service account", at: null };

/** A service account: its client id and secret buy short-lived bearer tokens (ovh/go-ovh, ovh.go). */
export function createOvhServiceAccount({ now, endpoint, base, ...client }: ServiceAccount): Credential {
  // The newest token, and the one before it, which requests under way may still carry.
  let tokens: readonly string[] = [];
  let usableUntilMs = Number.NEGATIVE_INFINITY;
  const renewToken = sharedQuestion(async (send, context) => {
    const askedAtMs = now();
    const { text, usableMs } = await requestToken(client, send, context);
    tokens = [text, ...tokens.slice(0, 1)];
    usableUntilMs = askedAtMs + usableMs;
  });

  return {
    kind: "ovh-service-account",
    describe: () => `ovh-service-account on ${endpoint}`,
    holdsSecret: (text) => [client.clientSecret, ...tokens].some((secret) => text.includes(secret)),
    async prepare(send, context, renew) {
      if (renew || now() >= usableUntilMs) await renewToken(send, context);
    },
    authorize: async () => ({ Authorization: `Bearer ${tokens[0] ?? ""}` }),
    inspect: (send, context) => readBearerReport(base, expiry, send, context),
  };
}
