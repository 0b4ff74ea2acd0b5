/** Spaces requests out so that no minute holds more than the allowed number. */
export interface Pace {
  /** How long to wait before one more request may leave; the place is taken by asking. */
  reserveMs(nowMs: number): number;
  /** A place that was taken and not used. */
  giveBack(): void;
}

/**
 * A leaky bucket (GCRA): requests may come in a burst of one second's worth, then one interval apart.
 *
 * @param perMinute 0 means no limit.
 */
export function createPace(perMinute: number): Pace {
  if (perMinute === 0) return { reserveMs: () => 0, giveBack: () => {} };
  const burst = Math.max(1, Math.floor(perMinute / 60));
  // The burst is part of the minute's number, not on top of it.
  const intervalMs = 60_000 / (perMinute - burst + 1);
  const burstMs = (burst - 1) * intervalMs;
  let earliestMs = 0;
  return {
    reserveMs(nowMs) {
      const dueMs = Math.max(earliestMs, nowMs);
      earliestMs = dueMs + intervalMs;
      return Math.max(0, dueMs - burstMs - nowMs);
    },
    giveBack() {
      earliestMs -= intervalMs;
    },
  };
}
