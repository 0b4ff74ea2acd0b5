import { mebibyte } from "./read-body.ts";

/** How hard one credential's door may press, and how patient it is. */
export interface Limits {
  /** Requests in flight, bodies included. */
  readonly maxInFlight: number;
  /** 0 means no limit. */
  readonly maxRequestsPerMinute: number;
  /** One attempt, with its body. */
  readonly attemptTimeoutMs: number;
  /**
   * The patience of one request: all its attempts and its own waits between them. What it waits for because everybody does
   * (a slot, the pace, a pause, a door that was slowed down) costs none. As long may a provider refuse everything by rate.
   */
  readonly totalTimeoutMs: number;
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
  maxInFlight: 10,
  maxRequestsPerMinute: 0,
  attemptTimeoutMs: 30_000,
  totalTimeoutMs: 180_000,
  maxBodyBytes: 64 * mebibyte,
  maxAttempts: 6,
  baseBackoffMs: 500,
  maxBackoffMs: 30_000,
  forbiddenPauseMs: 2_000,
};
