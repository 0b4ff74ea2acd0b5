import { InventoryError } from "../inventory/errors.ts";
import type { Clock } from "./clock.ts";
import type { Limits } from "./limits.ts";
import type { Refusal } from "./refusal.ts";
import type { OutgoingRequest } from "./request.ts";

/** The patience of one request: how often, and how long in all. */
export interface Retries {
  /** An attempt begins. */
  started(): void;
  /**
   * How long to wait before the next attempt, in milliseconds: the provider's own wait included.
   *
   * @throws InventoryError the refusal's error, when there will be no next attempt.
   */
  waitBefore(refusal: Refusal, circumstances?: Circumstances): number;
  /** How often the request was refused by rate until now; 0 where that was not what ended the last attempt. */
  timesRefused(refusal: Refusal): number;
}

export interface Circumstances {
  /** The provider refused requests by rate shortly before: its words about rights are not believed then. */
  readonly isThrottled?: boolean;
  /** This request is refused by rate again and again while others are let through. */
  readonly isForItself?: boolean;
}

/**
 * Only the request's own time is counted, its attempts and its own waits: where a cloud takes one request a second, the last of a
 * thousand waits its turn for a quarter of an hour, through no refusal of its own.
 */
export function createRetries(
  request: Pick<OutgoingRequest, "method" | "idempotent">,
  limits: Limits,
  clock: Clock,
): Retries {
  const repeatable = request.method === "GET" || request.idempotent === true;
  const used = new Set<Refusal["again"]>();
  let spentMs = 0;
  let startedMs = 0;
  let attempts = 0;
  let refusedByRate = 0;
  let saidLacking = 0;

  return {
    started() {
      startedMs = clock.monotonic();
      attempts += 1;
    },
    waitBefore(refusal, { isThrottled = false, isForItself = false } = {}) {
      // The door holds back whoever was refused by rate: that is no time of the request's own.
      const isHeldByDoor = refusal.again === "after-slowdown" && !isForItself;
      spentMs += isHeldByDoor ? 0 : clock.monotonic() - startedMs;
      if (refusal.again === "after-slowdown") refusedByRate += 1;
      if (refusal.error.lacksRight && !isThrottled && refusedByRate === 0) saidLacking += 1;
      const waitMs = repeatable ? wait(refusal) : undefined;
      if (waitMs === undefined) throw withAttempts(refusal.error, attempts, saidLacking);
      const { retryAfterMs = 0 } = refusal;
      // Nor is a pause, but for one that is longer than its patience.
      const isPaused = isHeldByDoor && retryAfterMs <= limits.totalTimeoutMs;
      const nextMs = isPaused ? 0 : Math.max(retryAfterMs, waitMs);
      if (spentMs + nextMs > limits.totalTimeoutMs) {
        throw outOfTime(withAttempts(refusal.error, attempts, saidLacking), nextMs, limits.totalTimeoutMs);
      }
      spentMs += nextMs;
      return nextMs;
    },
    timesRefused: ({ again }) => (again === "after-trial" ? 1 : again === "after-slowdown" ? refusedByRate : 0),
  };

  function wait({ again }: Refusal): number | undefined {
    switch (again) {
      case "never":
        return undefined;
      case "after-slowdown":
        return backoff(refusedByRate);
      case "after-trial":
        return 0;
      case "after-doubt":
        return limits.forbiddenPauseMs;
      case "after-backoff":
        return attempts - refusedByRate >= limits.maxAttempts ? undefined : backoff(attempts - refusedByRate);
      default:
        // A renewal and a re-test are worth one try each.
        if (used.has(again) || attempts - refusedByRate >= limits.maxAttempts) return undefined;
        used.add(again);
        return again === "after-pause" ? limits.forbiddenPauseMs : 0;
    }
  }

  function backoff(times: number): number {
    // Full jitter: retries in lock-step would meet the limit together again (terraform-provider-scaleway PR 4183).
    const ceilingMs = Math.min(limits.maxBackoffMs, limits.baseBackoffMs * 2 ** (times - 1));
    return Math.floor(clock.random() * ceilingMs);
  }
}

// Grants flap: one refusal in the provider's own words shows nothing yet (terraform-provider-scaleway PR 4141).
const timesSaid = 2;

function withAttempts(error: InventoryError, attempts: number, saidLacking: number): InventoryError {
  const lacksRight = error.lacksRight && saidLacking >= timesSaid && saidLacking === attempts;
  const message = attempts < 2 ? error.message : `${error.message}, on each of ${attempts} attempts`;
  return message === error.message && lacksRight === error.lacksRight ? error : reworded(error, message, lacksRight);
}

function outOfTime(error: InventoryError, waitMs: number, totalTimeoutMs: number): InventoryError {
  const seconds = Math.ceil(waitMs / 1000);
  return reworded(
    error,
    `${error.message}; the next attempt would come in ${seconds} s, beyond the ${totalTimeoutMs / 1000} s that one request may take`,
  );
}

/** The same error in other words. */
export function reworded(
  error: InventoryError,
  message: string,
  lacksRight: boolean = error.lacksRight,
): InventoryError {
  return new InventoryError(error.code, message, {
    requestId: error.requestId,
    notOffered: error.notOffered,
    lacksRight,
    advice: error.advice,
    cause: error,
  });
}
