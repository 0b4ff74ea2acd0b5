import ovh from "ovh";
import type { Credential, CredentialReport, Expiry } from "../../../credentials/credential.ts";
import { sharedQuestion } from "../../../credentials/shared-question.ts";
import { invalid, parseJson } from "../../../http/answer.ts";
import { urlWithin } from "../../../http/path.ts";
import type { OutgoingRequest } from "../../../http/request.ts";
import type { EndpointName } from "../endpoints.ts";
import { CurrentCredential } from "../schemas.ts";
import { readServerTime } from "../server-time.ts";

export interface ApplicationKeys {
  readonly endpoint: EndpointName;
  readonly applicationKey: string;
  readonly applicationSecret: string;
  readonly consumerKey: string;
  /** Where version 1 of the API lives. */
  readonly base: URL;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * Application key, application secret and consumer key: each request is signed over its final URL and the provider's time
 * (README of ovh/go-ovh). The local clock is believed until a signature is refused: on a machine whose clock is right,
 * asking for the time would be a round trip for nothing.
 */
export function createOvhApplication(keys: ApplicationKeys): Credential {
  const { applicationKey: appKey, applicationSecret: appSecret, consumerKey, endpoint, base, now } = keys;
  const signer = ovh({ appKey, appSecret, consumerKey, endpoint });
  const secrets = [appKey, appSecret, consumerKey];
  let deltaSeconds = 0;
  const readClock = sharedQuestion(async (send, context) => {
    deltaSeconds = Math.round((await readServerTime(send, base, context)) - now() / 1000);
  });

  return {
    kind: "ovh-application",
    describe: () => `ovh-application on ${endpoint}`,
    holdsSecret: (text) => secrets.some((secret) => text.includes(secret)),
    async prepare(send, context, renew) {
      if (renew) await readClock(send, context);
    },
    // Waits for nothing: it holds a slot, and the question for the time needs one too.
    async authorize({ method, url, body = "" }: OutgoingRequest) {
      const timestamp = Math.round(now() / 1000) + deltaSeconds;
      return {
        "X-Ovh-Application": appKey,
        "X-Ovh-Consumer": consumerKey,
        "X-Ovh-Timestamp": String(timestamp),
        "X-Ovh-Signature": signer.signRequest(method, url.href, body, timestamp),
      };
    },
    async inspect(send, context) {
      const path = "/auth/currentCredential";
      const label = `GET ${path}`;
      const answer = await send({ method: "GET", url: urlWithin(base, path), headers: {}, label }, context);
      const parsed = CurrentCredential.safeParse(parseJson(answer));
      if (!parsed.success) throw invalid(label, "answered without a credential", answer.requestId);
      return reportOf(parsed.data);
    },
  };
}

function reportOf(credential: CurrentCredential): CredentialReport {
  const { credentialId, applicationId, status, expiration, rules, allowedIPs } = credential;
  const expiry: Expiry = {
    what: "the consumer key",
    at: expiration,
    remediation: "make a new consumer key with the same rules, and replace consumer_key before then",
  };
  return {
    ...(credentialId
      ? { identity: `consumer key no. ${credentialId} of application no. ${applicationId ?? "?"}` }
      : {}),
    ...(applicationId ? { application: String(applicationId) } : {}),
    status,
    ...(allowedIPs && allowedIPs.length > 0 ? { allowedAddresses: allowedIPs } : {}),
    rights: rules.map(({ method, path }) => `${method} ${path}`),
    expiries: [expiration === undefined ? { ...expiry, unknownBecause: "the answer does not say" } : expiry],
  };
}
