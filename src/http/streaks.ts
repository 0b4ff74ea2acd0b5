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
  // Of one run: since when everything is refused, undefined where something was let through, and which routes were asked.
  const createStreak = () => ({ sinceMs: undefined as number | undefined, routes: new Set<string>() });
  return {
    refused({ run, route }, nowMs) {
      const streak = run.stateOf(createStreak);
      streak.sinceMs ??= nowMs;
      streak.routes.add(route);
    },
    accepted({ run }) {
      const streak = run.stateOf(createStreak);
      streak.sinceMs = undefined;
      streak.routes.clear();
    },
    hopelessForMs({ run, route }, nowMs) {
      const { sinceMs, routes } = run.stateOf(createStreak);
      if (sinceMs === undefined || (!routes.has(route) && routes.size < routesOfAll)) return undefined;
      const forMs = nowMs - sinceMs;
      return forMs > patienceMs ? forMs : undefined;
    },
  };
}
