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
   * @param isThrottled whether the provider refused requests by rate shortly before: its words about rights are not believed then.
   * @throws InventoryError the refusal's error, when there will be no next attempt.
   */
  waitBefore(refusal: Refusal, isThrottled?: boolean): number;
}

/**
 * Only the request's own time is counted, its attempts and its own waits: where a cloud takes one request a second, the last of a
 * thousand waits its turn for a quarter of an hour, through no refusal of its own.
 */
export function createRetries(request: OutgoingRequest, limits: Limits, clock: Clock): Retries {
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
    waitBefore(refusal, isThrottled = false) {
      spentMs += clock.monotonic() - startedMs;
      if (refusal.again === "after-slowdown") refusedByRate += 1;
      if (refusal.error.lacksRight && !isThrottled && refusedByRate === 0) saidLacking += 1;
      const waitMs = repeatable ? wait(refusal) : undefined;
      if (waitMs === undefined) throw withAttempts(refusal.error, attempts, saidLacking);
      const { again, retryAfterMs = 0 } = refusal;
      const isByRate = again === "after-slowdown";
      // Who was refused by rate comes back behind those who were only made to wait: they show whose limit it was.
      const nextMs = isByRate ? retryAfterMs + waitMs : Math.max(retryAfterMs, waitMs);
      // Everybody's pause is no time of this request's; one that is longer than its patience ends it all the same.
      const ownMs = isByRate && retryAfterMs <= limits.totalTimeoutMs ? waitMs : nextMs;
      if (spentMs + ownMs > limits.totalTimeoutMs) {
        throw outOfTime(
          withAttempts(refusal.error, attempts, saidLacking),
          Math.max(retryAfterMs, waitMs),
          limits.totalTimeoutMs,
        );
      }
      spentMs += ownMs;
      return nextMs;
    },
  };

  function wait({ again }: Refusal): number | undefined {
    switch (again) {
      case "never":
        return undefined;
      case "after-slowdown":
        return backoff(refusedByRate);
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
