import ovh from "ovh";
import type { Credential } from "../../../credentials/credential.ts";
import { sharedQuestion } from "../../../credentials/shared-question.ts";
import { invalid, parseJson } from "../../../http/answer.ts";
import { urlWithin } from "../../../http/path.ts";
import type { OutgoingRequest, Send } from "../../../http/request.ts";
import type { ReadContext } from "../../../inventory/provider.ts";
import type { EndpointName } from "../endpoints.ts";

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
    deltaSeconds = await readClockDelta(send, context, base, now);
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
  };
}

/** Server time minus ours, in seconds: `GET /auth/time` answers a bare number and needs no credential. */
async function readClockDelta(send: Send, context: ReadContext, base: URL, now: () => number): Promise<number> {
  const label = "GET /auth/time";
  const url = urlWithin(base, "/auth/time");
  const answer = await send({ method: "GET", url, headers: {}, label, anonymous: true }, context);
  const seconds = parseJson(answer);
  if (typeof seconds !== "number" || !Number.isFinite(seconds)) {
    throw invalid(label, "answered with something that is not a time", answer.requestId);
  }
  return Math.round(seconds - now() / 1000);
}
