import pLimit from "p-limit";
import { abortError, InventoryError } from "../inventory/errors.ts";
import type { Answer } from "./answer.ts";
import type { Clock } from "./clock.ts";
import type { Limits } from "./limits.ts";
import { createPace } from "./pace.ts";
import { createPauses, type Sender } from "./pauses.ts";
import type { Refusal } from "./refusal.ts";
import { createSlowdown } from "./slowdown.ts";
import { createStreaks } from "./streaks.ts";

export type Result = Answer | Refusal;

/** Where requests wait until they may leave: in their order, holding no slot, and at no cost to their patience. */
export interface Queue {
  /**
   * Makes one attempt when its turn has come, and draws the conclusions for all others from its result.
   *
   * @param readyAtMs when the request's own wait is over.
   * @throws InventoryError RATE_LIMITED, unsent, where its route is closed or the provider refuses everything.
   */
  pass(sender: Sender, readyAtMs: number, attempt: () => Promise<Result>): Promise<Result>;
  /** How long everybody still has to wait because the provider asked for it, in milliseconds. */
  pausedForMs(): number;
  /** The request whose answer asked for that; undefined where nobody waits. */
  pausedBy(): string | undefined;
  /** Whether the provider refused a request by rate within the last minute. */
  isThrottled(): boolean;
  /** For how long the provider refused everything by rate, where that is longer than the patience of any request. */
  hopelessForMs(sender: Sender): number | undefined;
}

interface Departure {
  readonly result: Promise<Result>;
}

// The span that providers count requests in.
const throttledForMs = 60_000;

export function createQueue(limits: Limits, clock: Clock): Queue {
  const slots = pLimit({ concurrency: limits.maxInFlight, rejectOnClear: true });
  // One at a time waits for the pace, for the slowed-down door and for a slot; the others stand behind it.
  const turnstile = pLimit({ concurrency: 1, rejectOnClear: true });
  const pace = createPace(limits.maxRequestsPerMinute);
  const slowdown = createSlowdown(limits, clock.random);
  const pauses = createPauses(limits.totalTimeoutMs);
  const streaks = createStreaks(limits.totalTimeoutMs);
  let refusedAtMs = Number.NEGATIVE_INFINITY;

  const pass: Queue["pass"] = async (sender, readyAtMs, attempt) => {
    for (;;) {
      if (sender.signal.aborted) throw abortError(sender.signal);
      await untilOpen(sender, readyAtMs);
      const departure = await turnstile(() => leave(sender, attempt));
      if (departure !== undefined) return departure.result;
    }
  };

  async function untilOpen(sender: Sender, readyAtMs: number): Promise<void> {
    for (;;) {
      const nowMs = clock.monotonic();
      const waitMs = Math.max(readyAtMs - nowMs, pauses.waitMs(sender, nowMs));
      if (waitMs <= 0) return;
      await sleep(waitMs, sender.signal, clock);
    }
  }

  /** Undefined where the door was paused meanwhile. */
  async function leave(sender: Sender, attempt: () => Promise<Result>): Promise<Departure | undefined> {
    while (!mustStay(sender)) {
      const waitMs = beforeNextMs();
      if (waitMs <= 0) return inSlot(sender, attempt);
      const forMs = hopelessForMs(sender);
      // Whoever comes when the next is due anyhow finds out whether the provider refuses still.
      if (forMs !== undefined) throw refusesAll(sender.label, forMs);
      // Rounded up: a clock that counts from 1970 cannot tell the fraction that is left over from nothing.
      await sleep(Math.ceil(waitMs), sender.signal, clock);
    }
    return undefined;
  }

  function inSlot(sender: Sender, attempt: () => Promise<Result>): Promise<Departure | undefined> {
    return new Promise((resolve, reject) => {
      const held = slots(async () => {
        // The run may have ended and the door been paused while this request waited for its slot.
        if (mustStay(sender) || beforeNextMs() > 0) return resolve(undefined);
        const result = depart(sender, attempt);
        resolve({ result });
        await result.catch(() => {});
      });
      held.catch(reject);
    });
  }

  async function depart(sender: Sender, attempt: () => Promise<Result>): Promise<Result> {
    const leftMs = clock.monotonic();
    pace.take(leftMs);
    const departure = slowdown.take(leftMs);
    const result = await attempt();
    // While the slot is still held: whoever gets it next has to find the door paused.
    const nowMs = clock.monotonic();
    if (!("body" in result) && result.retryAfterMs !== undefined) pauses.asked(sender, result, nowMs);
    if (isRefusedByRate(result)) {
      refusedAtMs = nowMs;
      streaks.refused(sender, nowMs);
      slowdown.refused(departure, nowMs, result.retryAfterMs);
    } else if (isLetThrough(result)) {
      streaks.accepted(sender);
      slowdown.accepted(departure);
      pauses.accepted(sender, leftMs);
    }
    return result;
  }

  const mustStay = (sender: Sender): boolean => sender.signal.aborted || pauses.waitMs(sender, clock.monotonic()) > 0;

  function beforeNextMs(): number {
    const nowMs = clock.monotonic();
    return Math.max(pace.waitMs(nowMs), slowdown.waitMs(nowMs));
  }

  const hopelessForMs = (sender: Sender): number | undefined => streaks.hopelessForMs(sender, clock.monotonic());

  const isThrottled = (): boolean => clock.monotonic() - refusedAtMs < throttledForMs;

  return {
    pass,
    hopelessForMs,
    isThrottled,
    pausedForMs: () => pauses.everybodyMs(clock.monotonic()),
    pausedBy: () => pauses.everybodyBy(clock.monotonic()),
  };
}

/** @throws InventoryError what the run was aborted with. */
async function sleep(milliseconds: number, signal: AbortSignal, clock: Clock): Promise<void> {
  await clock.sleep(milliseconds, signal).catch((thrown: unknown) => {
    throw signal.aborted ? abortError(signal) : thrown;
  });
}

function isRefusedByRate(result: Result): result is Refusal {
  return !("body" in result) && result.again === "after-slowdown";
}

/** Whether the provider's limit let a request through. One that failed at the provider, or reached nobody, says nothing of it. */
function isLetThrough(result: Result): boolean {
  return "body" in result || result.error.code !== "UNAVAILABLE";
}

function refusesAll(label: string, forMs: number): InventoryError {
  const seconds = Math.floor(forMs / 1000);
  return new InventoryError(
    "RATE_LIMITED",
    `${label} was not sent: for ${seconds} s the provider refused every request by its rate limit`,
  );
}
