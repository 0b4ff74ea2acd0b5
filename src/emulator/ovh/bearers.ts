import type { EmulatorOptions } from "../options.ts";
import { lettersAndDigits, randomWord, seriesOf } from "../random.ts";
import { identityUrn } from "./account.ts";

/** Somebody who proves who they are with a bearer token; their rights are IAM policies. */
export interface OvhBearer {
  readonly method: "oauth2_client_credentials" | "user";
  readonly identity: string;
  /** The local user, if it is one. */
  readonly user: string | null;
}

/** The service account and the local user whose tokens open the account. */
export interface OvhBearers {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly tokenLifetimeSeconds: number;
  readonly personalToken: { readonly token: string; readonly name: string; readonly expiresAt: string | null };
  readonly identities: readonly string[];
  /** A new token of the service account. */
  issue(timeMs: number): string;
  /** Whether the name of the service account or a token is one of these, dead tokens among them. */
  knows(credential: string): boolean;
  /** Whose token it is, while it lives. */
  bearerOf(token: string, timeMs: number): OvhBearer | undefined;
}

/** The login of the local user who made the personal access token. */
export const localUser = "inventory";

/** Makes up the bearers; the lengths are those of the published examples. */
export function ovhBearersOf(options: EmulatorOptions, seed: number, accountName: string): OvhBearers {
  const { ovhTokenLifetimeSeconds: tokenLifetimeSeconds = 3599, ovhPersonalTokenExpiresAt: expiresAt = null } = options;
  const random = seriesOf(seed, "ovh service account").random(0);
  const clientId = `EU.${randomWord("0123456789abcdef", 16, random)}`;
  const clientSecret = randomWord(lettersAndDigits, 32, random);
  const personalToken = { token: randomWord(lettersAndDigits, 64, random), name: "backup-inventory", expiresAt };
  const credential = identityUrn(accountName, "credential", `oauth2-${clientId}`);
  const serviceAccount: OvhBearer = { method: "oauth2_client_credentials", identity: credential, user: null };
  const user: OvhBearer = { method: "user", identity: identityUrn(accountName, "user", localUser), user: localUser };
  const endsAtMs = new Map<string, number>();
  const words = seriesOf(seed, "ovh token");
  return {
    clientId,
    clientSecret,
    tokenLifetimeSeconds,
    personalToken,
    identities: [serviceAccount.identity, user.identity],
    issue(timeMs) {
      const token = randomWord(lettersAndDigits, 64, words.random(endsAtMs.size));
      endsAtMs.set(token, timeMs + tokenLifetimeSeconds * 1000);
      return token;
    },
    knows: (credential) => [clientId, personalToken.token].includes(credential) || endsAtMs.has(credential),
    bearerOf(token, timeMs) {
      if (token === personalToken.token) return isOver(expiresAt, timeMs) ? undefined : user;
      return timeMs < (endsAtMs.get(token) ?? Number.NEGATIVE_INFINITY) ? serviceAccount : undefined;
    },
  };
}

function isOver(expiresAt: string | null, timeMs: number): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= timeMs;
}
