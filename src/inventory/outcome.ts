import type { ErrorCode } from "./errors.ts";

/** How one (kind, scope) ended. Only `completed` may justify a deletion. */
export const outcomeStatuses = ["completed", "partial", "denied", "not-offered", "failed"] as const;
export type OutcomeStatus = (typeof outcomeStatuses)[number];

/** The outcomes that leave something out which may exist. */
export type GapStatus = Exclude<OutcomeStatus, "completed" | "not-offered">;

export interface Outcome {
  readonly status: OutcomeStatus;
  /** Resources emitted, whatever the status. */
  readonly count: number;
  readonly code?: ErrorCode;
  /** One sentence of ours; absent on `completed`. */
  readonly reason?: string;
  readonly requestId?: string;
  /** What to do about it, where the provider's refusal tells. */
  readonly remediation?: string;
}

/** Whether something is missing that may exist. */
export function isGap(status: OutcomeStatus): status is GapStatus {
  return status !== "completed" && status !== "not-offered";
}
