import { type Answer, fieldsOf, isRecord } from "../../http/answer.ts";
import type { Refusal } from "../../http/refusal.ts";
import { type ErrorCode, InventoryError } from "../../inventory/errors.ts";
import { s3ErrorCode } from "../s3-answers.ts";

// The product is not deployed in this place, or the gateway does not know the place (scaleway/scaleway-cli issues 3100 and 4378). The status
// that goes with "unknown service" was never recorded: 404 and 501 are believed at once, a failing server after retries.
const absent = /^(unknown service\b|unknown (zone|region) in path$)/i;

/** Why a secret key was refused: `reason` of a `denied_authentication` body, the SDK's own enum. */
const authenticationReasons: Readonly<Record<string, string>> = {
  expired: "Scaleway refused scw_secret_key: the API key has expired",
  not_found: "Scaleway does not know scw_secret_key: it is wrong, or the API key was deleted",
  invalid_argument: "Scaleway could not read scw_secret_key",
};

// S3's codes arrive in XML with status 403. Only S3 reveals a wrong access key: the JSON APIs never see it.
const s3Codes: Readonly<Record<string, string>> = {
  InvalidAccessKeyId: "Scaleway Object Storage does not know scw_access_key",
  SignatureDoesNotMatch:
    "Scaleway Object Storage refused the signature: scw_access_key and scw_secret_key are not one pair",
};

// No fault of the credential: the JSON APIs, which sign no time, go on.
const skewed = "Scaleway Object Storage refused the time of the signature: the clock of this machine is wrong";

/** Scaleway's known messages; undefined leaves an answer to the table of statuses. */
export function classifyScaleway(answer: Answer): Refusal | undefined {
  const { message, type, reason, details } = fieldsOf(answer);
  if (typeof message === "string" && absent.test(message)) {
    const refusal = final(answer, "NOT_FOUND", `${answer.label} is not offered here`, true);
    return answer.status < 500 || answer.status === 501 ? refusal : { ...refusal, again: "after-backoff" };
  }
  if (answer.status === 401) {
    const known = typeof reason === "string" ? authenticationReasons[reason] : undefined;
    return final(answer, "UNAUTHENTICATED", known ?? "Scaleway refused scw_secret_key");
  }
  if (answer.status !== 403) return undefined;
  const s3Code = s3ErrorCode(answer) ?? "";
  if (s3Code === "RequestTimeTooSkewed") return final(answer, "UNAVAILABLE", skewed);
  const s3 = s3Codes[s3Code];
  if (s3 !== undefined) return final(answer, "UNAUTHENTICATED", s3);
  const missing = type === "permissions_denied" ? missingRights(details) : "";
  const error = new InventoryError("PERMISSION_DENIED", `${answer.label} is not granted to this API key${missing}`, {
    requestId: answer.requestId,
  });
  return { error, again: "after-pause" };
}

/** `details[].action` and `.resource`, and only where they are words of an API: no digits, so that no key fits. */
function missingRights(details: unknown): string {
  const words = Array.isArray(details)
    ? details.flatMap((detail) => {
        const { action, resource } = isRecord(detail) ? detail : {};
        return isWord(action) && isWord(resource) ? [`${action} ${resource}`] : [];
      })
    : [];
  return words.length === 0 ? "" : ` (${words.slice(0, 5).join(", ")})`;
}

function isWord(value: unknown): value is string {
  return typeof value === "string" && /^[a-z][a-z_-]{0,40}$/.test(value);
}

function final(answer: Answer, code: ErrorCode, sentence: string, notOffered = false): Refusal {
  return { error: new InventoryError(code, sentence, { requestId: answer.requestId, notOffered }), again: "never" };
}

/** What the SDK threw while it read an answer that our door had let through: never its text, which holds the body. */
export function fromSdk(thrown: unknown, label: string): InventoryError {
  return thrown instanceof InventoryError
    ? thrown
    : new InventoryError("INVALID_RESPONSE", `${label} answered with something that is not one whole JSON document`, {
        cause: thrown,
      });
}
