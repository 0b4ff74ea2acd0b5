import type { RateBounds } from "./rate-controller.ts";
import { mebibyte } from "./read-body.ts";

/** How hard one credential's door may press, and how patient it is. */
export interface Limits {
  /** Requests in flight, bodies included, to all hosts together. */
  readonly maxInFlight: number;
  /** A cap on all that is sent; 0 means none. */
  readonly maxRequestsPerMinute: number;
  /** How fast one host is asked before it has refused anything, and at most. */
  readonly rate: RateBounds;
  /** One attempt, with its body. */
  readonly attemptTimeoutMs: number;
  /**
   * The patience of one request: all its attempts and its own waits between them. What it waits for because everybody does
   * (a slot, the rate, a pause, an outage) costs none. As long may a provider refuse everything by rate.
   */
  readonly totalTimeoutMs: number;
  /** How long everything may fail before what still waits is not sent any more. */
  readonly outageTimeoutMs: number;
  /** One body, after decompression. */
  readonly maxBodyBytes: number;
  /** Refusals by rate spend none. */
  readonly maxAttempts: number;
  /** The first back-off's upper end; it doubles up to `maxBackoffMs`. */
  readonly baseBackoffMs: number;
  readonly maxBackoffMs: number;
  /** The pause before a 403 is believed. */
  readonly forbiddenPauseMs: number;
}

export const defaultLimits: Limits = {
  maxInFlight: 32,
  maxRequestsPerMinute: 0,
  rate: { startPerSecond: 10, growthPerAnswer: 1, ceilingPerSecond: 90, startInFlight: 8 },
  attemptTimeoutMs: 30_000,
  totalTimeoutMs: 180_000,
  outageTimeoutMs: 30_000,
  maxBodyBytes: 64 * mebibyte,
  maxAttempts: 6,
  baseBackoffMs: 500,
  maxBackoffMs: 30_000,
  forbiddenPauseMs: 2_000,
};
