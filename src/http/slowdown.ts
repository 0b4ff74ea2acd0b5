import type { Limits } from "./limits.ts";

/**
 * What refusals by rate do to everybody who uses a door: requests leave one gap apart. Where the limit lies is not known, so the
 * gap doubles with a refusal and shrinks with each answer, until there is none.
 */
export interface Slowdown {
  /** How long until one more request may leave. */
  waitMs(nowMs: number): number;
  /** A request leaves; returns what its answer has to be told with. */
  take(nowMs: number): Departure;
  /** @param retryAfterMs the provider's own wait, which is believed until it once was too short. */
  refused(departure: Departure, nowMs: number, retryAfterMs: number | undefined): void;
  accepted(departure: Departure): void;
}

/** How many refusals the door had heeded when the request left. */
export type Departure = number;

// A slow growth against a fast one: near the limit, one request in four or five is refused, and little time is lost.
const shrink = 0.8;

export function createSlowdown(limits: Pick<Limits, "baseBackoffMs" | "maxBackoffMs">, random: () => number): Slowdown {
  let gapMs = 0;
  let earliestMs = Number.NEGATIVE_INFINITY;
  let heeded = 0;
  let believes = true;
  return {
    waitMs: (nowMs) => Math.max(0, earliestMs - nowMs),
    take(nowMs) {
      earliestMs = nowMs + gapMs;
      return heeded;
    },
    refused(departure, nowMs, retryAfterMs = 0) {
      // Requests that left together are refused together, and tell one and the same thing.
      if (departure < heeded) return;
      heeded += 1;
      const isBelieved = believes && retryAfterMs > 0;
      if (isBelieved) {
        believes = false;
        return;
      }
      gapMs = Math.min(limits.maxBackoffMs, Math.max(limits.baseBackoffMs, gapMs * 2));
      // Jitter: another process with the same credential was refused at the same moment.
      earliestMs = nowMs + (gapMs * (1 + random())) / 2;
    },
    accepted(departure) {
      if (departure < heeded) return;
      gapMs = gapMs * shrink < limits.baseBackoffMs / 16 ? 0 : gapMs * shrink;
    },
  };
}
