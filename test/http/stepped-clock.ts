import type { Clock } from "../../src/http/clock.ts";

export interface SteppedClock extends Clock {
  /** The waits that have not ended, in milliseconds as they were asked for. */
  readonly waiting: readonly number[];
  /** Sets the wall clock by so much, which passes no time. */
  setWallClock(byMilliseconds: number): void;
  /** Moves time on and ends the waits that are then over. */
  advance(milliseconds: number): void;
}

/** A clock that stands still until it is moved, for tests of what happens while somebody waits. */
export function steppedClock(startMs = Date.UTC(2026, 0, 1)): SteppedClock {
  let nowMs = 0;
  let wallMs = startMs;
  let sleepers: { readonly milliseconds: number; readonly untilMs: number; readonly wake: () => void }[] = [];
  return {
    now: () => wallMs + nowMs,
    monotonic: () => nowMs,
    setWallClock(byMilliseconds) {
      wallMs += byMilliseconds;
    },
    random: () => 0.5,
    sleep(milliseconds, signal) {
      return new Promise((resolve, reject) => {
        sleepers.push({ milliseconds, untilMs: nowMs + milliseconds, wake: resolve });
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      });
    },
    get waiting() {
      return sleepers.map(({ milliseconds }) => milliseconds);
    },
    advance(milliseconds) {
      nowMs += milliseconds;
      const due = sleepers.filter(({ untilMs }) => untilMs <= nowMs);
      sleepers = sleepers.filter(({ untilMs }) => untilMs > nowMs);
      for (const { wake } of due) wake();
    },
  };
}
