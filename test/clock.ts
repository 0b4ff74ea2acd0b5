import type { Clock } from "../src/http/clock.ts";

export interface FakeClock extends Clock {
  /** Every wait that was asked for, in milliseconds. */
  readonly slept: readonly number[];
}

/** A clock on which waiting takes no time: sleeping moves it on. `random` gives the middle of every range. */
export function fakeClock(startMs = Date.UTC(2026, 0, 1)): FakeClock {
  let nowMs = startMs;
  const slept: number[] = [];
  return {
    slept,
    now: () => nowMs,
    random: () => 0.5,
    async sleep(milliseconds, signal) {
      signal.throwIfAborted();
      slept.push(milliseconds);
      nowMs += milliseconds;
    },
  };
}
