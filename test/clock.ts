import type { Clock } from "../src/http/clock.ts";

export interface FakeClock extends Clock {
  /** Every wait that was asked for, in milliseconds. */
  readonly slept: readonly number[];
  /** Sets the wall clock by so much, which passes no time. */
  setWallClock(byMilliseconds: number): void;
}

/** A clock on which waiting takes no time: sleeping moves it on, and its wall clock may be set. `random` gives the middle of every range. */
export function fakeClock(startMs = Date.UTC(2026, 0, 1)): FakeClock {
  let passedMs = 0;
  let wallMs = startMs;
  const slept: number[] = [];
  return {
    slept,
    now: () => wallMs + passedMs,
    monotonic: () => passedMs,
    setWallClock(byMilliseconds) {
      wallMs += byMilliseconds;
    },
    random: () => 0.5,
    async sleep(milliseconds, signal) {
      signal.throwIfAborted();
      slept.push(milliseconds);
      passedMs += milliseconds;
    },
  };
}
