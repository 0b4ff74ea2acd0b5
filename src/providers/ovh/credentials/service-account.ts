import type { Credential } from "../../../credentials/credential.ts";
import { sharedQuestion } from "../../../credentials/shared-question.ts";
import { inspectBearer } from "./bearer-report.ts";
import { requestToken, type TokenClient } from "./token.ts";

export interface ServiceAccount extends TokenClient {
  /** Where version 1 of the API lives. */
  readonly base: URL;
  /** Milliseconds by a clock that is never set. */
  readonly monotonic: () => number;
}

/** A service account: its client id and secret buy short-lived bearer tokens (ovh/go-ovh, ovh.go). */
export function createOvhServiceAccount({ monotonic, base, ...client }: ServiceAccount): Credential {
  // The newest token, and the one before it, which requests under way may still carry.
  let tokens: readonly string[] = [];
  let usableUntilMs = Number.NEGATIVE_INFINITY;
  const renewToken = sharedQuestion(async (send, context) => {
    const askedAtMs = monotonic();
    const { text, usableMs } = await requestToken(client, send, context);
    tokens = [text, ...tokens.slice(0, 1)];
    usableUntilMs = askedAtMs + usableMs;
  });

  return {
    kind: "ovh-service-account",
    describe: () => `ovh-service-account on ${client.endpoint}`,
    holdsSecret: (text) => [client.clientSecret, ...tokens].some((secret) => text.includes(secret)),
    async prepare(send, context, renew) {
      if (renew || monotonic() >= usableUntilMs) await renewToken(send, context);
    },
    authorize: async () => ({ Authorization: `Bearer ${tokens[0] ?? ""}` }),
    async inspect(send, context) {
      // The client itself has no end; its tokens are renewed here (OVHcloud's guide to service accounts).
      const expiries = [{ what: "the OAuth2 client of the service account", at: null }];
      return { ...(await inspectBearer(send, context, base)), expiries };
    },
  };
}
