import type { CheckId } from "../../preflight/catalogue.ts";
import { endpointNames } from "./endpoints.ts";

/** What OVHcloud's refusals mean, and what to do: the same words at set-up, in a preflight and in a run. */
export interface ExplainedRefusal {
  readonly message: string;
  readonly remediation: string;
  readonly check: CheckId;
}

const check = "credential.accepted";
const newKey = "make a new consumer key with the same rules, and replace consumer_key";

export const sentences = {
  clock: {
    check: "surroundings.clock",
    message: "OVHcloud refused the time of the signature although its clock was read anew",
    remediation: "set this machine's clock",
  },
  signature: {
    check,
    message:
      "OVHcloud refused the signature: application_secret or consumer_key is wrong, or the consumer key was never approved",
    remediation: "copy application_secret and consumer_key again, and open the approval link if nobody has",
  },
  applicationKey: {
    check,
    message: "OVHcloud does not know this application_key here: a key is valid in one region only",
    remediation: `check application_key, and \`endpoint\`: it must be the one where the key was made (${endpointNames.join(", ")})`,
  },
  consumerKey: {
    check,
    message: "OVHcloud refused the consumer_key: it has expired, was revoked, or was never approved",
    remediation: newKey,
  },
  serviceAccount: {
    check,
    message: "OVHcloud refused the token of this service account, although it was fetched anew",
    remediation: "check that the service account still exists, and that `endpoint` is its region",
  },
  accessToken: {
    check,
    message: "OVHcloud refused the access_token: it has expired, was revoked, or belongs to another region",
    remediation: "make a new token and replace access_token, or use a service account, which needs no renewal",
  },
  noConsumerKey: { check, message: "OVHcloud did not accept the consumer_key as a credential", remediation: newKey },
} as const satisfies Readonly<Record<string, ExplainedRefusal>>;
