import { InventoryError } from "../inventory/errors.ts";
import type { Clock } from "./clock.ts";
import type { Limits } from "./limits.ts";
import type { Refusal } from "./refusal.ts";
import type { OutgoingRequest } from "./request.ts";

/** The patience of one request: how often, and how long in all. */
export interface Retries {
  /**
   * An attempt begins. The total time runs from the first one: queueing for a slot costs no patience.
   *
   * @throws InventoryError the last refusal's error, where the wait for this attempt took longer than the total time.
   */
  readonly started: () => void;
  /**
   * How long to wait before the next attempt, in milliseconds.
   *
   * @throws InventoryError the refusal's error, when there will be no next attempt.
   */
  waitBefore(refusal: Refusal): number;
}

export function createRetries(request: OutgoingRequest, limits: Limits, clock: Clock): Retries {
  const repeatable = request.method === "GET" || request.idempotent === true;
  let deadlineMs = Number.POSITIVE_INFINITY;
  let attempts = 0;
  let last: InventoryError | undefined;
  const used = new Set<Refusal["again"]>();

  return {
    started() {
      if (attempts === 0) deadlineMs = clock.now() + limits.totalTimeoutMs;
      if (last !== undefined && clock.now() > deadlineMs) throw withAttempts(last, attempts);
      attempts += 1;
    },
    waitBefore(refusal) {
      last = refusal.error;
      const waitMs = repeatable ? wait(refusal) : undefined;
      if (waitMs === undefined) throw withAttempts(refusal.error, attempts);
      if (clock.now() + waitMs > deadlineMs) throw outOfTime(refusal.error, waitMs, limits.totalTimeoutMs);
      return waitMs;
    },
  };

  function wait({ again, retryAfterMs }: Refusal): number | undefined {
    if (again === "never" || attempts >= limits.maxAttempts) return undefined;
    if (again === "after-backoff") {
      // Full jitter: retries in lock-step would meet the limit together again (terraform-provider-scaleway PR 4183).
      const ceilingMs = Math.min(limits.maxBackoffMs, limits.baseBackoffMs * 2 ** (attempts - 1));
      return retryAfterMs ?? Math.floor(clock.random() * ceilingMs);
    }
    // A renewal and a re-test are worth one try each.
    if (used.has(again)) return undefined;
    used.add(again);
    return again === "after-pause" ? limits.forbiddenPauseMs : 0;
  }
}

function withAttempts(error: InventoryError, attempts: number): InventoryError {
  return attempts < 2 ? error : reworded(error, `${error.message}, on each of ${attempts} attempts`);
}

function outOfTime(error: InventoryError, waitMs: number, totalTimeoutMs: number): InventoryError {
  const seconds = Math.ceil(waitMs / 1000);
  return reworded(
    error,
    `${error.message}; the next attempt would come in ${seconds} s, beyond the ${totalTimeoutMs / 1000} s that one request may take`,
  );
}

function reworded(error: InventoryError, message: string): InventoryError {
  return new InventoryError(error.code, message, {
    requestId: error.requestId,
    notOffered: error.notOffered,
    advice: error.advice,
    cause: error,
  });
}
