import { setTimeout as timer } from "node:timers/promises";

/** Time and chance, injected so that waiting can be tested without waiting. */
export interface Clock {
  /** The wall clock, in milliseconds since the epoch: for signatures and dates. It may be set back while a run waits. */
  now(): number;
  /** Milliseconds since some moment, never set: for waits, pauses, deadlines and the lives of tokens. */
  monotonic(): number;
  /** Rejects when the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Uniform in [0, 1). */
  random(): number;
}

export const systemClock: Clock = {
  now: Date.now,
  monotonic: () => performance.now(),
  random: Math.random,
  sleep: async (milliseconds, signal) => {
    await timer(milliseconds, undefined, { signal });
  },
};
