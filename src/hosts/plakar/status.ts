import { status } from "@grpc/grpc-js";
import { asInventoryError, type ErrorCode } from "../../inventory/errors.ts";
import { safeText } from "../../inventory/safe-text.ts";
import { type CheckId, docsOf } from "../../preflight/catalogue.ts";

/** How a call ends, for gRPC. */
export interface Status {
  readonly code: status;
  readonly details: string;
  /** The preflight check that looks for the cause, for the log. */
  readonly check?: string;
}

// CANCELLED and UNAVAILABLE are never sent: the control plane replaces the text of the first and calls the second an I/O
// error (PlakarKorp/go-inventory-sdk, sdk/client/inventory.go).
const codes: Readonly<Record<ErrorCode, status>> = {
  UNAUTHENTICATED: status.UNAUTHENTICATED,
  PERMISSION_DENIED: status.PERMISSION_DENIED,
  INVALID_CONFIG: status.INVALID_ARGUMENT,
  NOT_FOUND: status.FAILED_PRECONDITION,
  RATE_LIMITED: status.RESOURCE_EXHAUSTED,
  UNAVAILABLE: status.UNKNOWN,
  INVALID_RESPONSE: status.UNKNOWN,
  CANCELLED: status.ABORTED,
  INTERNAL: status.INTERNAL,
};
// The check that looks for the cause, where an error itself does not say which.
const checks: Partial<Readonly<Record<ErrorCode, CheckId>>> = {
  UNAUTHENTICATED: "credential.accepted",
  PERMISSION_DENIED: "rights.granted",
  INVALID_CONFIG: "config.form",
  RATE_LIMITED: "provider.reachable",
  UNAVAILABLE: "provider.reachable",
  INVALID_RESPONSE: "provider.reachable",
};
const longestDetails = 1000;

/**
 * The status of whatever was thrown: what went wrong, what to do about it, and where that is explained. A stranger becomes
 * INTERNAL and keeps its text to itself.
 */
export function statusOf(thrown: unknown): Status {
  const { code, message, advice } = asInventoryError(thrown);
  const check = advice?.check ?? checks[code];
  if (check === undefined) return statusWith(codes[code], message);
  const remediation = advice === undefined ? "" : `; ${cut(advice.remediation, longestDetails / 2)}`;
  const end = `${remediation} (${docsOf(check)})`;
  // Where both do not fit, the message is cut: what to do is what the reader needs.
  return { ...statusWith(codes[code], `${cut(message, longestDetails - end.length)}${end}`), check };
}

/** FAILED_PRECONDITION: a call that comes too early, or a list that has gaps. */
export function failedPrecondition(message: string): Status {
  return statusWith(status.FAILED_PRECONDITION, message);
}

function statusWith(code: status, message: string): Status {
  // Scopes and kinds are named beside what an error says. A cut may halve a character, and a lone half cannot be
  // percent-encoded into `grpc-message`.
  return { code, details: safeText(cut(message, longestDetails)) };
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
