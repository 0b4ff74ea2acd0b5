import type { Credential } from "../../../credentials/credential.ts";
import { sharedQuestion } from "../../../credentials/shared-question.ts";
import { requestToken, type TokenClient } from "./token.ts";

export interface ServiceAccount extends TokenClient {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A service account: its client id and secret buy short-lived bearer tokens (ovh/go-ovh, ovh.go). */
export function createOvhServiceAccount({ now, ...client }: ServiceAccount): Credential {
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
    describe: () => `ovh-service-account on ${client.endpoint}`,
    holdsSecret: (text) => [client.clientSecret, ...tokens].some((secret) => text.includes(secret)),
    async prepare(send, context, renew) {
      if (renew || now() >= usableUntilMs) await renewToken(send, context);
    },
    authorize: async () => ({ Authorization: `Bearer ${tokens[0] ?? ""}` }),
  };
}
