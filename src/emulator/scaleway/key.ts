import { type EmulatedRequest, headerOf } from "../answer.ts";
import { randomWord, seriesOf } from "../random.ts";
import { scalewayRefusals } from "./refusals.ts";

/** An API key. Only the secret half travels to the JSON APIs; both halves sign requests to Object Storage. */
export interface ScalewayKey {
  readonly accessKey: string;
  readonly secretKey: string;
  /** The preferred project, for requests to Object Storage that name none. */
  readonly defaultProjectId: string;
  readonly expiresAt: string | null;
}

/** Makes up a key of the form that Scaleway's SDKs insist on. */
export function scalewayKeyOf(seed: number, defaultProjectId: string, expiresAt: string | null): ScalewayKey {
  const series = seriesOf(seed, "scaleway key");
  const word = randomWord("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 17, series.random(0));
  return { accessKey: `SCW${word}`, secretKey: series.uuid(0), defaultProjectId, expiresAt };
}

/** Whether the key has come to its end. */
export function isExpired({ expiresAt }: ScalewayKey, timeMs: number): boolean {
  return expiresAt !== null && Date.parse(expiresAt) <= timeMs;
}

/** Refuses a request without the secret key. */
export function verifyToken(request: EmulatedRequest, key: ScalewayKey, timeMs: number): void {
  const token = headerOf(request, "x-auth-token") ?? "";
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(token))
    throw scalewayRefusals.unauthenticated("invalid_argument");
  if (token !== key.secretKey) throw scalewayRefusals.unauthenticated("not_found");
  if (isExpired(key, timeMs)) throw scalewayRefusals.unauthenticated("expired");
}
