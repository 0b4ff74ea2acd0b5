import type { Sender } from "./pauses.ts";

/** Tells what is refused for itself, a route or a single request, from what the limit of the whole credential refuses. */
export interface OwnLimits {
  refused(sender: Sender, nowMs: number): void;
  /** A request that left at `leftMs` was let through. */
  accepted(sender: Sender, leftMs: number): void;
  /** How often a route was refused again although others had been let through since it was refused before; 0 once it was let through. */
  refusedBeside(route: string): number;
  /** How often a route was refused since it was let through. */
  timesRefused(route: string): number;
  /** Whether a route has a limit of its own: that is not forgotten. */
  hasOwnLimit(route: string): boolean;
  /** Whether one request is refused again and again while others are let through: that says nothing of any limit. */
  isRefusedForItself(sender: Sender): boolean;
}

interface Refused {
  readonly atMs: number;
  readonly times: number;
  /** How often that happened although others had been let through since the time before. */
  readonly timesBeside: number;
}

// Near the limit of a credential a route may be unlucky; seldom so often in a row.
const timesForItself = 3;

export function createOwnLimits(): OwnLimits {
  const routes = new Map<string, Refused>();
  const requests = new WeakMap<Sender, Refused>();
  const routesWithLimit = new Set<string>();
  /** When the last request left that was let through, host by host. */
  const letThroughMs = new Map<string, number>();

  const again = (before: Refused | undefined, { origin }: Sender, atMs: number): Refused => {
    if (before === undefined) return { atMs, times: 1, timesBeside: 0 };
    const wasBeside = (letThroughMs.get(origin) ?? Number.NEGATIVE_INFINITY) > before.atMs;
    return { atMs, times: before.times + 1, timesBeside: before.timesBeside + (wasBeside ? 1 : 0) };
  };

  return {
    refused(sender, nowMs) {
      const route = again(routes.get(sender.route), sender, nowMs);
      routes.set(sender.route, route);
      requests.set(sender, again(requests.get(sender), sender, nowMs));
      if (route.timesBeside >= timesForItself) routesWithLimit.add(sender.route);
    },
    accepted(sender, leftMs) {
      const { origin, route } = sender;
      // What left before a refusal says nothing about it.
      if (leftMs > (routes.get(route)?.atMs ?? Number.NEGATIVE_INFINITY)) routes.delete(route);
      letThroughMs.set(origin, Math.max(leftMs, letThroughMs.get(origin) ?? leftMs));
    },
    refusedBeside: (route) => routes.get(route)?.timesBeside ?? 0,
    timesRefused: (route) => routes.get(route)?.times ?? 0,
    hasOwnLimit: (route) => routesWithLimit.has(route),
    isRefusedForItself: (sender) => (requests.get(sender)?.timesBeside ?? 0) >= timesForItself,
  };
}
