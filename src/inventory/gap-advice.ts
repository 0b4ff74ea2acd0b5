import type { ErrorCode } from "./errors.ts";
import type { ScopeEvent } from "./event.ts";

/** What to do where the provider's own advice is not known. */
export const adviceByCode: Readonly<Record<ErrorCode, string>> = {
  UNAUTHENTICATED: "replace the credential",
  PERMISSION_DENIED: "grant what is missing, or name the gap in accepted_gaps",
  INVALID_CONFIG: "correct the config",
  NOT_FOUND: "compare the ids in the config with what the provider shows",
  RATE_LIMITED: "run again later, or slower from the start with max_requests_per_minute",
  UNAVAILABLE: "run again; where it stays so, ask the provider's support and name the request",
  INVALID_RESPONSE: "run again; where it stays so, report it: this is not how the provider documents its answers",
  CANCELLED: "run again when there is time for it",
  INTERNAL: "report it as a defect of the plugin",
};

/** How a denial names the right that would end it: in the run's own words, or in those of a refusal that tells. */
const namesRight = /; needs |, IAM action /;

const barred =
  "no right is known to be missing: see whether the key may be used from this address and a condition holds, or name the gap in accepted_gaps";

/**
 * Whether a denial names no right: it was found to lack none, and what else stands in the way, a preflight tells. Where only a part was
 * refused, nobody looked for what is missing.
 */
export function isBarred({ outcome, code, remediation, reason }: ScopeEvent): boolean {
  const isDenied = outcome === "denied" && code === "PERMISSION_DENIED";
  return isDenied && remediation === undefined && !namesRight.test(reason ?? "");
}

/** What to do about a scope that was not read whole; undefined where nothing tells. */
export function gapAdvice(event: ScopeEvent): string | undefined {
  const { code, reason, remediation } = event;
  if (isBarred(event)) return barred;
  if (remediation !== undefined || code === undefined) return remediation;
  // A deadline that somebody set is another matter than a person who stopped the run.
  const isLate = code === "CANCELLED" && reason?.startsWith("the deadline of ");
  return isLate ? "run again with a longer --deadline, or with fewer --kinds" : adviceByCode[code];
}
