import { type Answer, fieldsOf, isRecord } from "../../http/answer.ts";
import type { Refusal } from "../../http/refusal.ts";
import { type Advice, type ErrorCode, InventoryError, type InventoryErrorOptions } from "../../inventory/errors.ts";
import { s3ErrorCode, slowDown } from "../../object-storage/answers.ts";

// The product is not deployed in this place, or the gateway does not know the place (scaleway/scaleway-cli issues 3100 and 4378;
// scaleway-sdk-go issue 82 for the bare "Not found"). The status that goes with "unknown service" was never recorded.
const absent =
  /^(unknown service\b|unknown (zone|region) in path$)|\bnot (yet )?(available|supported|offered|deployed) (in|on|for) .*\b(zone|region)\b/i;
const unknownRoute = /not found|unknown|not implemented|unimplemented|does not exist|no (such )?route/i;
const absentStatuses = [400, 404, 501];

/**
 * Whether an answer says that a product is absent, in Scaleway's own JSON: in words, or as a route or an implementation that is not
 * there. Never a refusal of a right or a rate, nor a server that fails; never what is said of one resource or argument.
 */
function saysAbsent({ status }: Answer, { message, resource, details }: ReturnType<typeof fieldsOf>): boolean {
  if (!absentStatuses.includes(status) || typeof message !== "string") return false;
  if (absent.test(message)) return true;
  return status !== 400 && resource === undefined && details === undefined && unknownRoute.test(message);
}

interface Known {
  readonly says: string;
  readonly advice: Advice;
}

/** How a key is replaced: its end cannot be moved (Scaleway's documentation of API keys). */
export const replaceKey =
  "make a new API key for the same application, and replace both scw_access_key and scw_secret_key";

const accepted = "credential.accepted";
const refused: Known = {
  says: "Scaleway refused scw_secret_key",
  advice: { check: accepted, remediation: replaceKey },
};

/** Why a secret key was refused: `reason` of a `denied_authentication` body, the SDK's own enum. */
const authenticationReasons: Readonly<Record<string, Known>> = {
  expired: {
    says: "Scaleway refused scw_secret_key: the API key has expired",
    advice: { check: "credential.expiry", remediation: replaceKey },
  },
  not_found: {
    says: "Scaleway does not know scw_secret_key: it is wrong, or the API key was deleted",
    advice: {
      check: accepted,
      remediation: `compare scw_secret_key with the one that was shown when the API key was made; if that is lost, ${replaceKey}`,
    },
  },
  invalid_argument: {
    says: "Scaleway could not read scw_secret_key",
    advice: { check: accepted, remediation: "copy scw_secret_key again, whole" },
  },
};

const keyPair: Advice = {
  check: "object-storage.key-pair",
  remediation: "copy scw_access_key and scw_secret_key again, both from the same API key",
};

// S3's codes arrive in XML with status 403. Only S3 reveals a wrong access key: the JSON APIs never see it.
const s3Codes: Readonly<Record<string, Known>> = {
  InvalidAccessKeyId: { says: "Scaleway Object Storage does not know scw_access_key", advice: keyPair },
  SignatureDoesNotMatch: {
    says: "Scaleway Object Storage refused the signature: scw_access_key and scw_secret_key are not one pair",
    advice: keyPair,
  },
};

// No fault of the credential: the JSON APIs, which sign no time, go on.
const skewed: Known = {
  says: "Scaleway Object Storage refused the time of the signature: the clock of this machine is wrong",
  advice: { check: "surroundings.clock", remediation: "set the clock of this machine, best by NTP" },
};

const grantAdvice: Advice = {
  check: "rights.granted",
  remediation: "grant the product's read set on the project to the key's application (docs/rights.md)",
};

const stateAdvice: Advice = {
  check: "projects.state",
  remediation: "look at the state of the project and of its organization in Scaleway's console: no grant ends this",
};

/**
 * Whether a 403 speaks of the state of a project or its organization, and of no right. No such answer was ever recorded: only
 * words that name both count, and the type that the SDK has for what has ended (scaleway/scaleway-sdk-js, packages/client).
 */
function saysEnded({ type, message }: ReturnType<typeof fieldsOf>): boolean {
  if (type === "permissions_denied") return false;
  if (type === "expired" || type === "resource_expired" || type === "locked") return true;
  return (
    typeof message === "string" &&
    /\b(project|organi[sz]ation|account)\b/i.test(message) &&
    /\b(suspended|locked|expired|disabled|closed)\b/i.test(message)
  );
}

/** Whether Object Storage alone refused the key: the JSON APIs take only the secret half, and may accept it. */
export function isWrongPair({ code, advice }: InventoryError): boolean {
  return code === "UNAUTHENTICATED" && advice?.check === keyPair.check;
}

/** Whether Scaleway itself refused a right: it knows the key. A 403 of whatever stands in between shows nothing. */
export function isDenial({ code, advice }: InventoryError): boolean {
  return code === "PERMISSION_DENIED" && advice?.check === grantAdvice.check;
}

/** Whether a request was refused because of the time that it was signed with. */
export function isWrongTime({ advice }: InventoryError): boolean {
  return advice?.check === skewed.advice.check;
}

/** Scaleway's own word that it does not know what was asked for; a 404 of whatever stands in between says nothing. */
export class SaidUnknown extends InventoryError {}

const unknownTypes: readonly unknown[] = ["not_found", "unknown_resource"];

/** Scaleway's known messages; undefined leaves an answer to the table of statuses. */
export function classifyScaleway(answer: Answer): Refusal | undefined {
  const fields = fieldsOf(answer);
  const { type, reason, details } = fields;
  if (saysAbsent(answer, fields)) {
    const says = `${answer.label} is not offered here (status ${answer.status})`;
    return final(answer, "NOT_FOUND", says, { notOffered: true });
  }
  if (answer.status === 404 && unknownTypes.includes(type)) {
    const sentence = `${answer.label} was not found (status 404)`;
    return { error: new SaidUnknown("NOT_FOUND", sentence, { requestId: answer.requestId }), again: "never" };
  }
  // The SDK knows this type by name, whatever its status (scaleway/scaleway-sdk-js, packages/client).
  if (type === "too_many_requests") {
    const error = final(
      answer,
      "RATE_LIMITED",
      `${answer.label} met Scaleway's rate limit (status ${answer.status})`,
      {},
    );
    return { ...error, again: "after-slowdown" };
  }
  if (answer.status === 401) {
    const { says, advice } = (typeof reason === "string" ? authenticationReasons[reason] : undefined) ?? refused;
    return final(answer, "UNAUTHENTICATED", says, { advice });
  }
  if (answer.status !== 403) return slowDown(answer);
  const s3Code = s3ErrorCode(answer);
  if (saysEnded(fields)) {
    const says = `${answer.label} was refused: the project or its organization is locked, suspended or past its end (status 403)`;
    return final(answer, "UNAVAILABLE", says, { advice: stateAdvice });
  }
  if (s3Code === undefined && typeof type !== "string") return undefined;
  if (s3Code === "RequestTimeTooSkewed") return final(answer, "UNAVAILABLE", skewed.says, { advice: skewed.advice });
  const s3 = s3Codes[s3Code ?? ""];
  if (s3 !== undefined) return final(answer, "UNAUTHENTICATED", s3.says, { advice: s3.advice });
  const missing = type === "permissions_denied" ? missingRights(details) : "";
  // Scaleway's other types of 403 are about something else than a right.
  const lacksRight = type === "permissions_denied" || s3Code === "AccessDenied";
  const says = `${answer.label} is not granted to this API key${missing}`;
  return { ...final(answer, "PERMISSION_DENIED", says, { advice: grantAdvice, lacksRight }), again: "after-pause" };
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

function final(answer: Answer, code: ErrorCode, sentence: string, options: InventoryErrorOptions): Refusal {
  const error = new InventoryError(code, sentence, { ...options, requestId: answer.requestId });
  return { error, again: "never" };
}

/** What the SDK threw while it read an answer that our door had let through: never its text, which holds the body. */
export function fromSdk(thrown: unknown, label: string): InventoryError {
  return thrown instanceof InventoryError
    ? thrown
    : new InventoryError("INVALID_RESPONSE", `${label} answered with something that is not one whole JSON document`, {
        cause: thrown,
      });
}
