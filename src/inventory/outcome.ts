import type { ErrorCode } from "./errors.ts";

/** How one (kind, scope) ended. Only `completed` may justify a deletion. */
export const outcomeStatuses = ["completed", "partial", "denied", "not-offered", "failed"] as const;
export type OutcomeStatus = (typeof outcomeStatuses)[number];

export interface Outcome {
  readonly status: OutcomeStatus;
  /** Resources emitted, whatever the status. */
  readonly count: number;
  readonly code?: ErrorCode;
  /** One sentence of ours; absent on `completed`. */
  readonly reason?: string;
  readonly requestId?: string;
}
