import type { Sender } from "./pauses.ts";

/** What refusals by rate without any exception say about a provider, run by run. */
export interface Streaks {
  refused(sender: Sender, nowMs: number): void;
  accepted(sender: Sender): void;
  /** For how long everything was refused, where a request like this one has no more to hope for. */
  hopelessForMs(sender: Sender, nowMs: number): number | undefined;
}

// So many routes stand for all: one that was never asked is then not asked for the first time.
const routesOfAll = 4;

/**
 * A request that only waits spends no patience of its own, so the patience that a provider is given as a whole is counted here: who
 * let nothing through for that long has refused everything. One route that is never let through does not make it everything, while
 * nobody happens to ask for another.
 */
export function createStreaks(patienceMs: number): Streaks {
  const streaks = new WeakMap<AbortSignal, { readonly sinceMs: number; readonly routes: Set<string> }>();
  return {
    refused({ signal, route }, nowMs) {
      const streak = streaks.get(signal) ?? { sinceMs: nowMs, routes: new Set() };
      streak.routes.add(route);
      streaks.set(signal, streak);
    },
    accepted({ signal }) {
      streaks.delete(signal);
    },
    hopelessForMs({ signal, route }, nowMs) {
      const streak = streaks.get(signal);
      if (streak === undefined || (!streak.routes.has(route) && streak.routes.size < routesOfAll)) return undefined;
      const forMs = nowMs - streak.sinceMs;
      return forMs > patienceMs ? forMs : undefined;
    },
  };
}
