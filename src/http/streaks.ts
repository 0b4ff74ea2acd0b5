import type { OwnLimits } from "./own-limits.ts";
import type { Sender } from "./pauses.ts";

/** What refusals by rate without any exception say about a provider, or about a route with a limit of its own, run by run. */
export interface Streaks {
  refused(sender: Sender, nowMs: number): void;
  accepted(sender: Sender): void;
  /** Undefined where a request like this one may still hope. */
  hopeless(sender: Sender, nowMs: number): Streak | undefined;
}

/** Refusals without any exception. */
export interface Streak {
  readonly forMs: number;
  /** What was refused: `every request`. */
  readonly of: string;
}

// So many routes stand for all: one that was never asked is then not asked for the first time.
const routesOfAll = 4;

/**
 * A request that only waits spends no patience of its own, so the patience that a provider is given as a whole is counted here: who
 * let nothing through for that long has refused everything. One route that is never let through does not make it everything, while
 * nobody happens to ask for another; a route with a limit of its own has a streak of its own.
 */
export function createStreaks(patienceMs: number, ownLimits: Pick<OwnLimits, "hasOwnLimit">): Streaks {
  // Of one run: since when everything is refused, undefined where something was let through, and which routes were asked since;
  // and since when each route is refused, whatever happens to others.
  const createStreak = () => ({
    sinceMs: undefined as number | undefined,
    routes: new Set<string>(),
    ownSinceMs: new Map<string, number>(),
  });
  return {
    refused({ run, route }, nowMs) {
      const streak = run.stateOf(createStreak);
      streak.sinceMs ??= nowMs;
      streak.routes.add(route);
      if (!streak.ownSinceMs.has(route)) streak.ownSinceMs.set(route, nowMs);
    },
    accepted({ run, route }) {
      const streak = run.stateOf(createStreak);
      streak.sinceMs = undefined;
      streak.routes.clear();
      streak.ownSinceMs.delete(route);
    },
    hopeless({ run, route }, nowMs) {
      const { sinceMs = nowMs, routes, ownSinceMs } = run.stateOf(createStreak);
      const ofAllMs = routes.has(route) || routes.size >= routesOfAll ? nowMs - sinceMs : 0;
      const ofRouteMs = ownLimits.hasOwnLimit(route) ? nowMs - (ownSinceMs.get(route) ?? nowMs) : 0;
      if (ofAllMs > patienceMs) return { forMs: ofAllMs, of: "every request" };
      return ofRouteMs > patienceMs
        ? { forMs: ofRouteMs, of: "every request like it, while it let others through" }
        : undefined;
    },
  };
}
