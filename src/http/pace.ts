/** Spaces requests out so that no minute holds more than the allowed number. */
export interface Pace {
  /** How long until one more request may leave. */
  waitMs(nowMs: number): number;
  /** A request leaves. Its place is taken at this moment and no sooner, so that none is ever taken and not used. */
  take(nowMs: number): void;
}

/**
 * A leaky bucket (GCRA): requests may come in a burst of one second's worth, then one interval apart.
 *
 * @param perMinute 0 means no limit.
 */
export function createPace(perMinute: number): Pace {
  if (perMinute === 0) return { waitMs: () => 0, take: () => {} };
  const burst = Math.max(1, Math.floor(perMinute / 60));
  // The burst is part of the minute's number, not on top of it.
  const intervalMs = 60_000 / (perMinute - burst + 1);
  const burstMs = (burst - 1) * intervalMs;
  let earliestMs = Number.NEGATIVE_INFINITY;
  return {
    waitMs: (nowMs) => Math.max(0, earliestMs - burstMs - nowMs),
    take(nowMs) {
      earliestMs = Math.max(earliestMs, nowMs) + intervalMs;
    },
  };
}
