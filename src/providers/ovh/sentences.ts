import type { CheckId } from "../../preflight/catalogue.ts";
import { endpointNames } from "./endpoints.ts";

/** What OVHcloud's refusals mean, and what to do: the same words at set-up, in a preflight and in a run. */
export interface Sentence {
  readonly seen: string;
  readonly mend: string;
  readonly check: CheckId;
}

const check = "credential.accepted";
const newKey = "make a new consumer key: `cloud-inventory credentials request`";

export const sentences = {
  clock: {
    check: "surroundings.clock",
    seen: "OVHcloud refused the time of the signature although its clock was read anew",
    mend: "set this machine's clock",
  },
  signature: {
    check,
    seen: "OVHcloud refused the signature: application_secret or consumer_key is wrong, or the consumer key was never approved",
    mend: "copy application_secret and consumer_key again, and open the approval link if nobody has",
  },
  applicationKey: {
    check,
    seen: "OVHcloud does not know this application_key here: a key is valid in one region only",
    mend: `check application_key, and \`endpoint\`: it must be the one where the key was made (${endpointNames.join(", ")})`,
  },
  consumerKey: {
    check,
    seen: "OVHcloud refused the consumer_key: it has expired, was revoked, or was never approved",
    mend: newKey,
  },
  serviceAccount: {
    check,
    seen: "OVHcloud refused the token of this service account, although it was fetched anew",
    mend: "check that the service account still exists, and that `endpoint` is its region",
  },
  accessToken: {
    check,
    seen: "OVHcloud refused the access_token: it has expired, was revoked, or belongs to another region",
    mend: "make a new token and replace access_token, or use a service account, which needs no renewal",
  },
  noConsumerKey: { check, seen: "OVHcloud did not accept the consumer_key as a credential", mend: newKey },
} as const satisfies Readonly<Record<string, Sentence>>;
