import type { Credential } from "../../credentials/credential.ts";
import { type Answer, fieldsOf, isRecord } from "../../http/answer.ts";
import type { Classify, Refusal } from "../../http/refusal.ts";
import { InventoryError } from "../../inventory/errors.ts";
import { type ExplainedRefusal, sentences } from "./sentences.ts";

interface KnownRefusal {
  readonly status: number;
  /**
   * Either generation of error bodies: `errorCode`, or `class` and `message` (ovh/python-ovh, client.py; ovh/go-ovh, error.go).
   * A row with neither is about the status alone.
   */
  readonly errorCode?: string;
  readonly message?: RegExp;
  readonly refusal: (answer: Answer) => Refusal;
}

const refused =
  (again: Refusal["again"]) =>
  ({ message, remediation, check }: ExplainedRefusal) =>
  ({ requestId }: Answer): Refusal => ({
    error: new InventoryError("UNAUTHENTICATED", message, { requestId, advice: { check, remediation } }),
    again,
  });

const unauthenticated = refused("never");
const stale = refused("after-renewal");

// ovh/python-ovh, client.py; ovh/go-ovh, error.go. The first row that matches counts: an error code says more than a message.
const refusalsOfApplication: readonly KnownRefusal[] = [
  {
    status: 400,
    errorCode: "QUERY_TIME_OUT",
    message: /query out of time/i,
    refusal: stale(sentences.clock),
  },
  {
    // The time is a part of what is signed, so a wrong clock is ruled out before the keys are blamed.
    status: 400,
    errorCode: "INVALID_SIGNATURE",
    message: /invalid signature/i,
    refusal: stale(sentences.signature),
  },
  {
    status: 403,
    errorCode: "INVALID_KEY",
    message: /application key is invalid|invalid application key/i,
    refusal: unauthenticated(sentences.applicationKey),
  },
  {
    status: 403,
    errorCode: "INVALID_CREDENTIAL",
    message: /this credential (is not valid|does not exist)/i,
    refusal: unauthenticated(sentences.consumerKey),
  },
  {
    status: 403,
    errorCode: "NOT_CREDENTIAL",
    message: /^(you must login first|this session is)/i,
    refusal: unauthenticated(sentences.noConsumerKey),
  },
];

/** A bearer that is not accepted: 401, or the words for a session or a key that has ended. */
const refusalsOfBearer = (refusal: KnownRefusal["refusal"]): readonly KnownRefusal[] => [
  { status: 401, refusal },
  {
    status: 403,
    errorCode: "NOT_CREDENTIAL",
    message: /^(you must login first|this session is|this credential (is not valid|does not exist))/i,
    refusal,
  },
];

const unknownRoute: KnownRefusal = { status: 404, message: /got an invalid \(or empty\) url/i, refusal: notOffered };

// A local zone refuses a product that it lacks with 400 and "… feature is not available on region …"; other 400s are about the request.
const lacksFeature =
  /\b(not|isn't|un)[ -]?(yet )?(available|supported|offered|enabled|activated|deployed)\b.*\b(region|zone)\b|\b(region|zone)\b.*\b(not|isn't|un|doesn't|does not)[ -]?(yet )?(available|support|supported|offer|offered|have|know|known|exist)\b/i;

const knownRefusals: Readonly<Record<string, readonly KnownRefusal[]>> = {
  "ovh-application": refusalsOfApplication,
  "ovh-service-account": refusalsOfBearer(stale(sentences.serviceAccount)),
  "ovh-access-token": refusalsOfBearer(unauthenticated(sentences.accessToken)),
};

/**
 * OVHcloud's known messages; undefined leaves an answer to the table of statuses.
 *
 * @param kind what was refused: a signature may be wrong for its time, a bought token bought anew, a given one is final.
 */
export function classifierOf(kind: Credential["kind"]): Classify {
  const rows = [...(knownRefusals[kind] ?? []), unknownRoute];
  return (answer) => {
    const known = rows.find((row) => fits(row, answer));
    if (known !== undefined) return known.refusal(answer);
    if (saysAbsent(answer)) return notOffered(answer);
    if (answer.status === 460) return isOver(answer, "expired");
    if (answer.status !== 403) return undefined;
    const state = saidState(answer);
    return state === undefined ? denied(answer) : isOver(answer, state);
  };
}

/** Whether a 404 says that the route itself does not exist, rather than the item. */
export function isUnknownRoute(answer: Answer): boolean {
  return fits(unknownRoute, answer);
}

/**
 * Whether an answer may say that a product is absent: 404 or 501 in OVHcloud's own form, or 400 in words that say so. What it is
 * worth depends on the route: of a region's list, and against the region's own services (`checkedAbsence`); of anything else, nothing.
 */
function saysAbsent(answer: Answer): boolean {
  const { message } = fieldsOf(answer);
  if (typeof message !== "string") return false;
  return answer.status === 404 || answer.status === 501 || (answer.status === 400 && lacksFeature.test(message));
}

function fits(row: KnownRefusal, answer: Answer): boolean {
  if (row.status !== answer.status) return false;
  const { errorCode, message } = fieldsOf(answer);
  if (row.errorCode === undefined && row.message === undefined) return true;
  if (row.errorCode !== undefined && row.errorCode === errorCode) return true;
  return row.message !== undefined && typeof message === "string" && row.message.test(message);
}

const beforeAction = ", IAM action ";

/** Whether the sentence of a refusal names the IAM action that is missing. */
export function namesAction({ message }: InventoryError): boolean {
  return message.includes(beforeAction);
}

function denied(answer: Answer): Refusal {
  const fields = fieldsOf(answer);
  const actions = missingActions(fields["details"]);
  const missing = actions === undefined ? "" : `${beforeAction}${actions}`;
  const error = new InventoryError("PERMISSION_DENIED", `${answer.label} is not granted to this credential${missing}`, {
    requestId: answer.requestId,
    lacksRight: actions !== undefined || saysNotGranted(fields),
  });
  return { error, again: "after-pause" };
}

/**
 * A rule that a key lacks, or an action that IAM does not grant, in OVHcloud's own words (ovh/python-ovh, client.py; OVHcloud's guide
 * on troubleshooting IAM). Other forbidden calls have the same class.
 */
function saysNotGranted({ errorCode, message }: ReturnType<typeof fieldsOf>): boolean {
  if (errorCode === "NOT_GRANTED_CALL") return true;
  return (
    typeof message === "string" &&
    /^(this call has not been granted|user not granted for this request)\b/i.test(message)
  );
}

/** The one field of the body that is repeated, and only where it looks like IAM actions. */
function missingActions(details: unknown): string | undefined {
  const actions = isRecord(details) ? details["unauthorizedActionsByIAM"] : undefined;
  return typeof actions === "string" &&
    /^[\w-]{1,60}:apiovh:[\w*/.-]{1,120}(, ?[\w-]{1,60}:apiovh:[\w*/.-]{1,120})*$/.test(actions)
    ? actions
    : undefined;
}

/** A product is said to be absent by its route or in words; a bare "not found" may be about something else. */
export class SaidAbsent extends InventoryError {}

function notOffered(answer: Answer): Refusal {
  const isRoute = isUnknownRoute(answer);
  const what = isRoute
    ? "does not exist at this endpoint"
    : `${answer.status === 404 ? "was not found" : "is not available there"} (status ${answer.status})`;
  const ErrorClass = isRoute || answer.status === 400 ? SaidAbsent : InventoryError;
  const error = new ErrorClass("NOT_FOUND", `${answer.label} ${what}`, {
    requestId: answer.requestId,
    notOffered: true,
  });
  return { error, again: "never" };
}

/** What OVHcloud calls a project or a service that nobody may use any more, and that is not yet deleted. */
export type EndedState = "suspended" | "expired";

/**
 * The state that a 403 names instead of a right. No such answer was ever recorded: only words that name both the thing and its state
 * count (the states are those of the schema: `cloud.project.ProjectStatusEnum`, `services.StateEnum`).
 */
function saidState(answer: Answer): EndedState | undefined {
  const fields = fieldsOf(answer);
  const { message } = fields;
  if (typeof message !== "string" || saysNotGranted(fields)) return undefined;
  if (!/\b(project|service)\b/i.test(message)) return undefined;
  return /\bsuspended\b/i.test(message) ? "suspended" : /\bexpired\b/i.test(message) ? "expired" : undefined;
}

/**
 * A refusal because of the state of what is asked about: nothing is gone, and no right is missing. 460: the service has expired and is
 * not yet deleted (ovh/python-ovh, ResourceExpiredError).
 */
function isOver({ label, status, requestId }: Answer, state: EndedState): Refusal {
  const sentence = `${label} was refused: ${stateSentence("the service", state)} (status ${status})`;
  return { error: endedError(sentence, state, requestId), again: "never" };
}

/** What it means that something is suspended or has expired. */
export function stateSentence(what: string, state: EndedState): string {
  return `${what} ${state === "expired" ? "has expired" : "is suspended"}, and what it holds cannot be read until that ends`;
}

/** What it holds may still be there: it is unreadable, neither gone nor denied. */
export function endedError(sentence: string, state: EndedState, requestId: string | undefined): InventoryError {
  const remediation = `${state === "expired" ? "renew it" : "settle the bill"} in OVHcloud's console, or leave it out of what is read`;
  return new InventoryError("UNAVAILABLE", sentence, { requestId, advice: { check: "projects.state", remediation } });
}
