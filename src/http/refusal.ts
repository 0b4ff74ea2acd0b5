import { type ErrorCode, InventoryError } from "../inventory/errors.ts";
import type { Answer } from "./answer.ts";

/** What to do about a refused or failed attempt. */
export type Again =
  /** The answer is final. */
  | "never"
  /** Wait with full jitter, and no less than `Retry-After` says. */
  | "after-backoff"
  /** Too much was asked: everybody who uses the door slows down. Costs patience and no attempt. */
  | "after-slowdown"
  /** A 403 counts only when it is repeated after a pause: grants flap for a minute (terraform-provider-scaleway PR 4141). */
  | "after-pause"
  /** A 403 for what was let through before: it is asked again alone, which the door sees to. */
  | "after-trial"
  /** A 403 from a provider that answers so to what it throttles: it counts only when it is repeated again and again. */
  | "after-doubt"
  /** The credential went stale (clock, token): renew it once. */
  | "after-renewal";

export interface Refusal {
  readonly error: InventoryError;
  readonly again: Again;
  /** The provider's own wait: the least there is. */
  readonly retryAfterMs?: number;
}

/** Known messages of a provider, looked at before the table of statuses; undefined leaves the answer to the table. */
export type Classify = (answer: Answer) => Refusal | undefined;

interface StatusRow {
  readonly status: (status: number) => boolean;
  readonly code: ErrorCode;
  readonly again: Again;
  readonly says: string;
}

// RFC 9110 section 15; that Scaleway sends a bare 429: terraform-provider-scaleway PR 4183.
const statusTable: readonly StatusRow[] = [
  { status: (status) => status === 401, code: "UNAUTHENTICATED", again: "never", says: "refused the credential" },
  { status: (status) => status === 403, code: "PERMISSION_DENIED", again: "after-pause", says: "is not permitted" },
  { status: (status) => status === 404, code: "NOT_FOUND", again: "never", says: "was not found" },
  {
    status: (status) => status === 408,
    code: "UNAVAILABLE",
    again: "after-backoff",
    says: "timed out at the provider",
  },
  {
    status: (status) => status === 429,
    code: "RATE_LIMITED",
    again: "after-slowdown",
    says: "met the provider's rate limit",
  },
  { status: (status) => status >= 500, code: "UNAVAILABLE", again: "after-backoff", says: "failed at the provider" },
  { status: () => true, code: "INVALID_RESPONSE", again: "never", says: "was answered in an unexpected way" },
];

/** The refusal that a status other than 2xx stands for. */
export function refusalByStatus(answer: Answer, nowMs: number): Refusal {
  const row = statusTable.find(({ status }) => status(answer.status)) as StatusRow;
  const error = new InventoryError(row.code, `${answer.label} ${row.says} (status ${answer.status})`, {
    requestId: answer.requestId,
  });
  return withWait({ error, again: row.again }, answer, nowMs);
}

/**
 * A refusal with the wait that its answer asks for, where there will be another attempt.
 *
 * @param nowMs the wall clock, for a date beside which the answer names no time of its own.
 */
export function withWait(refusal: Refusal, { headers }: Pick<Answer, "headers">, nowMs: number): Refusal {
  if (refusal.again !== "after-backoff" && refusal.again !== "after-slowdown") return refusal;
  const retryAfterMs = retryAfter(headers.get("retry-after"), httpDate(headers.get("date")) ?? nowMs);
  return retryAfterMs === undefined ? refusal : { ...refusal, retryAfterMs };
}

// Stands for all that is longer: a number of any length is well-formed.
const longestWaitSeconds = 365 * 86_400;

/** `Retry-After` in milliseconds: seconds or an HTTP date (RFC 9110 section 10.2.3); undefined where it is neither. */
function retryAfter(header: string | null, answeredAtMs: number): number | undefined {
  if (header === null || header.trim() === "") return undefined;
  if (/^\s*\d+\s*$/.test(header)) return Math.min(Number(header), longestWaitSeconds) * 1000;
  const dateMs = httpDate(header);
  return dateMs === undefined ? undefined : Math.min(Math.max(0, dateMs - answeredAtMs), longestWaitSeconds * 1000);
}

function httpDate(header: string | null): number | undefined {
  // All three forms of an HTTP date begin with the day; Date.parse alone makes a year of "1.5" or "-1".
  if (header === null || !/^\s*(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(header)) return undefined;
  const dateMs = Date.parse(header);
  return Number.isNaN(dateMs) ? undefined : dateMs;
}
