import { type EmulatedRequest, headerOf } from "../answer.ts";
import type { EmulatorOptions } from "../options.ts";
import { randomWord, seriesOf } from "../random.ts";
import { dataPlatformRefusals } from "./refusals.ts";

/** The key of a service account in one project, and the tokens that its logins gave out. */
export interface DataPlatformKey {
  readonly subdomain: string;
  readonly apiKey: string;
  readonly secretKey: string;
  readonly mayListBuckets: boolean;
  /** Whether the name of the key or a token is one of these, dead tokens among them. */
  knows(credential: string): boolean;
  /** Whether the key has come to its end. */
  isExpired(timeMs: number): boolean;
  /** A new token. */
  issue(timeMs: number): string;
  /** Refuses a request without a token that is in force. */
  verifyToken(request: EmulatedRequest, timeMs: number): void;
}

// The documented characters of both keys are letters, digits and hyphens; their lengths are ours.
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** Makes up the key. */
export function dataPlatformKeyOf({ dataPlatform = {} }: EmulatorOptions, seed: number): DataPlatformKey {
  const { keyExpiresAt = null, tokenLifetimeSeconds = 300, mayListBuckets = true } = dataPlatform;
  const { subdomain = "emulated-project" } = dataPlatform;
  const series = seriesOf(seed, "data platform key");
  const random = series.random(0);
  const apiKey = randomWord(alphabet, 32, random);
  const endsAtMs = new Map<string, number>();
  return {
    subdomain,
    apiKey,
    secretKey: randomWord(alphabet, 48, random),
    mayListBuckets,
    knows: (credential) => credential === apiKey || endsAtMs.has(credential),
    isExpired: (timeMs) => keyExpiresAt !== null && Date.parse(keyExpiresAt) <= timeMs,
    issue(timeMs) {
      const token = series.hexadecimal(endsAtMs.size);
      endsAtMs.set(token, timeMs + tokenLifetimeSeconds * 1000);
      return token;
    },
    verifyToken(request, timeMs) {
      const token = /^Bearer (\S+)$/.exec(headerOf(request, "authorization") ?? "")?.[1] ?? "";
      if (!((endsAtMs.get(token) ?? 0) > timeMs)) throw dataPlatformRefusals.badToken();
    },
  };
}
