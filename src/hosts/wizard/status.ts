import type { ErrorCode } from "../../inventory/errors.ts";

const statuses: Readonly<Record<ErrorCode, number>> = {
  INVALID_CONFIG: 422,
  // The wizard's own refusals are 401 and 403: what a provider refused is none of these.
  UNAUTHENTICATED: 424,
  PERMISSION_DENIED: 424,
  NOT_FOUND: 424,
  RATE_LIMITED: 424,
  UNAVAILABLE: 424,
  INVALID_RESPONSE: 424,
  CANCELLED: 409,
  INTERNAL: 500,
};

/** The status that a call is refused with. */
export function statusOf(code: ErrorCode): number {
  return statuses[code];
}
