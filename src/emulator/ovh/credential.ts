import { createHash } from "node:crypto";
import { type EmulatedRequest, headerOf } from "../answer.ts";
import type { Item } from "../lists.ts";
import type { AccessRule, EmulatorOptions } from "../options.ts";
import { randomWord, seriesOf } from "../random.ts";
import { ovhRefusals } from "./refusals.ts";

/** The three keys with which requests are signed, and what the consumer key may do. */
export interface OvhCredential {
  readonly applicationKey: string;
  readonly applicationSecret: string;
  readonly consumerKey: string;
  readonly rules: readonly AccessRule[];
  readonly status: string;
  readonly expiration: string | null;
  readonly allowedIPs: readonly string[] | null;
}

const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

/** OVHcloud does not document the tolerance; half a minute is stricter than what users report. */
const toleranceSeconds = 30;

/** Makes up the keys; the lengths are those of the published examples. */
export function ovhCredentialOf(options: EmulatorOptions, seed: number): OvhCredential {
  const random = seriesOf(seed, "ovh credential").random(0);
  const { expiration = null, status = "validated", allowedIPs = null } = options.ovhCredential ?? {};
  return {
    applicationKey: randomWord(alphabet, 16, random),
    applicationSecret: randomWord(alphabet, 32, random),
    consumerKey: randomWord(alphabet, 32, random),
    rules: options.ovhRules ?? [{ method: "GET", path: "/*" }],
    status,
    expiration,
    allowedIPs,
  };
}

/** The answer of `/auth/currentCredential` (schema model `auth.ApiCredential`). */
export function describeCredential(credential: OvhCredential): Item {
  return {
    credentialId: 700_000_001,
    applicationId: 500_001,
    status: credential.status,
    creation: "2025-01-06T09:00:00+01:00",
    expiration: credential.expiration,
    lastUse: null,
    rules: credential.rules,
    allowedIPs: credential.allowedIPs,
    ovhSupport: false,
  };
}

/** Refuses a request that is not signed as it should be; `origin` is the scheme and host that the client signed. */
export function verifySignature(
  request: EmulatedRequest,
  credential: OvhCredential,
  server: { origin: string; timeMs: number },
): void {
  const application = headerOf(request, "x-ovh-application");
  const consumer = headerOf(request, "x-ovh-consumer");
  const timestamp = headerOf(request, "x-ovh-timestamp") ?? "";
  if (application === undefined) throw ovhRefusals.noCredential();
  if (application !== credential.applicationKey) throw ovhRefusals.unknownApplication();
  if (consumer === undefined) throw ovhRefusals.noConsumerKey();
  if (consumer !== credential.consumerKey) throw ovhRefusals.unknownConsumerKey();
  if (!isUsable(credential, server.timeMs)) throw ovhRefusals.unusableConsumerKey();
  if (!(Math.abs(Number(timestamp) - server.timeMs / 1000) <= toleranceSeconds)) throw ovhRefusals.clockSkew();
  const url = `${server.origin}${request.target}`;
  const { applicationSecret, consumerKey } = credential;
  const signed = [applicationSecret, consumerKey, request.method, url, request.body, timestamp].join("+");
  const expected = `$1$${createHash("sha1").update(signed).digest("hex")}`;
  if (headerOf(request, "x-ovh-signature") !== expected) throw ovhRefusals.badSignature();
}

function isUsable({ status, expiration }: OvhCredential, timeMs: number): boolean {
  return status === "validated" && (expiration === null || Date.parse(expiration) > timeMs);
}

/** Whether a rule covers a call: the method is exact, `*` crosses slashes, and the rule is the whole path. */
export function isGranted(rules: readonly AccessRule[], method: string, path: string): boolean {
  return rules.some((rule) => rule.method === method && ruleExpression(rule.path).test(path));
}

function ruleExpression(path: string): RegExp {
  return new RegExp(`^${path.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*")}$`);
}
