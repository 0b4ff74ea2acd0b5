import { createHash } from "node:crypto";
import { type EmulatedRequest, headerOf } from "../answer.ts";
import type { OvhAccess } from "./access.ts";
import type { ConsumerKey } from "./consumer-keys.ts";
import { ovhRefusals } from "./refusals.ts";

/** OVHcloud does not document the tolerance; half a minute is stricter than what users report. */
const toleranceSeconds = 30;

/** Refuses a request that does not name the application. */
export function verifyApplication(request: EmulatedRequest, { application }: OvhAccess): void {
  const named = headerOf(request, "x-ovh-application");
  if (named === undefined) throw ovhRefusals.noCredential();
  if (named !== application.applicationKey) throw ovhRefusals.unknownApplication();
}

/** The consumer key that a request names. */
export function consumerKeyOf(request: EmulatedRequest, { keys }: OvhAccess): ConsumerKey {
  const named = headerOf(request, "x-ovh-consumer");
  if (named === undefined) throw ovhRefusals.noConsumerKey();
  const key = keys.find(named);
  if (key === undefined) throw ovhRefusals.unknownConsumerKey();
  return key;
}

/** Refuses a request that is not signed as it should be; `origin` is the scheme and host that the client signed. */
export function verifySignature(
  request: EmulatedRequest,
  { applicationSecret, consumerKey }: { applicationSecret: string; consumerKey: string },
  server: { origin: string; timeMs: number },
): void {
  const timestamp = headerOf(request, "x-ovh-timestamp") ?? "";
  if (!(Math.abs(Number(timestamp) - server.timeMs / 1000) <= toleranceSeconds)) throw ovhRefusals.clockSkew();
  const url = `${server.origin}${request.target}`;
  const signed = [applicationSecret, consumerKey, request.method, url, request.body, timestamp].join("+");
  const expected = `$1$${createHash("sha1").update(signed).digest("hex")}`;
  if (headerOf(request, "x-ovh-signature") !== expected) throw ovhRefusals.badSignature();
}
