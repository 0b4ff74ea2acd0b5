import { setTimeout as timer } from "node:timers/promises";

/** Time and chance, injected so that waiting can be tested without waiting. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Rejects when the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** Uniform in [0, 1). */
  random(): number;
}

export const systemClock: Clock = {
  now: Date.now,
  random: Math.random,
  sleep: async (milliseconds, signal) => {
    await timer(milliseconds, undefined, { signal });
  },
};
