import type { LearnedRates } from "../inventory/provider.ts";
import type { OwnLimits } from "./own-limits.ts";
import type { Sender } from "./pauses.ts";
import { createRateController, type Departure, type RateBounds, type RateController } from "./rate-controller.ts";
import { createSuspects, type Suspects } from "./suspects.ts";

/** The rates of a credential: one for each host, and one for each route that has shown a limit of its own. */
export interface Rates {
  /** How long until a request may leave, in milliseconds; Infinity while an answer or a slot is awaited. */
  waitMs(sender: Sender, nowMs: number): number;
  take(sender: Sender, nowMs: number, isPaced: boolean): Ticket;
  /** A request was refused for itself, or for its route, and not by the limit of the host: what that made of the rate is taken back. */
  refusedForItself(sender: Sender): void;
  /** How much is kept of a wait that a provider asks for, in milliseconds. */
  believedMs(sender: Sender, retryAfterMs: number): number;
  learned(): LearnedRates;
  recall(learned: LearnedRates): void;
}

/** A request on its way; it is ended once. */
export interface Ticket {
  accepted(nowMs: number): void;
  refused(nowMs: number, retryAfterMs: number | undefined): void;
  /** The request came to an end that says nothing about a limit. */
  ended(): void;
  /** The request may have been refused by rate: the next one goes alone, after a pause. */
  heldBack(nowMs: number, pauseMs: number): void;
  /** A request that was held back had been refused by rate. */
  wasRefused(nowMs: number): void;
}

interface Host {
  readonly rate: RateController;
  inFlight: number;
}

export function createRates(bounds: RateBounds, random: () => number, ownLimits: OwnLimits): Rates {
  const hosts = new Map<string, Host>();
  const routes = new Map<string, RateController>();
  const suspects = createSuspects();
  let recalled: LearnedRates = {};

  function hostOf({ origin }: Sender): Host {
    const host = hosts.get(origin) ?? {
      rate: createRateController(bounds, random, recalled[origin]),
      inFlight: 0,
    };
    hosts.set(origin, host);
    return host;
  }

  /** A route's own rate begins with what its host carries. */
  function rateOf(sender: Sender): RateController {
    const host = hostOf(sender);
    if (!ownLimits.hasOwnLimit(sender.route)) return host.rate;
    const own = routes.get(sender.route) ?? createRateController(bounds, random);
    routes.set(sender.route, own);
    return own;
  }

  return {
    waitMs(sender, nowMs) {
      const host = hostOf(sender);
      const own = rateOf(sender);
      if (host.inFlight >= host.rate.maxInFlight()) return Number.POSITIVE_INFINITY;
      return Math.max(host.rate.waitMs(nowMs), own === host.rate ? 0 : own.waitMs(nowMs));
    },
    take(sender, nowMs, isPaced) {
      const host = hostOf(sender);
      const own = rateOf(sender);
      const departure = host.rate.take(nowMs, isPaced);
      const ofRoute = own === host.rate ? undefined : own.take(nowMs, isPaced);
      host.inFlight += 1;
      const route = ofRoute === undefined ? undefined : { own, departure: ofRoute };
      return ticket({ sender, host, departure, route, suspects });
    },
    refusedForItself: (sender) => suspects.acquit(sender, hostOf(sender).rate),
    believedMs: (sender, retryAfterMs) => rateOf(sender).believedMs(retryAfterMs),
    learned: () =>
      Object.fromEntries([
        ...Object.entries(recalled),
        ...[...hosts].map(([origin, { rate }]) => [origin, rate.learned()] as const),
      ]),
    recall(learned) {
      recalled = learned;
      // What has been asked until now were the first questions of a run.
      for (const [origin, host] of hosts) {
        if (learned[origin] !== undefined && host.inFlight === 0) hosts.delete(origin);
      }
    },
  };
}

interface OnItsWay {
  readonly sender: Sender;
  readonly host: Host;
  readonly departure: Departure;
  readonly route: { readonly own: RateController; readonly departure: Departure } | undefined;
  readonly suspects: Suspects;
}

function ticket({ sender, host, departure, route, suspects }: OnItsWay): Ticket {
  const refusedByHost = (nowMs: number, retryAfterMs?: number): void =>
    suspects.refused(sender, host.rate, () => host.rate.refused(departure, nowMs, retryAfterMs));
  return {
    accepted(nowMs) {
      host.inFlight -= 1;
      suspects.accepted(sender);
      host.rate.accepted(departure, nowMs);
      route?.own.accepted(route.departure, nowMs);
    },
    refused(nowMs, retryAfterMs) {
      host.inFlight -= 1;
      if (route === undefined) return refusedByHost(nowMs, retryAfterMs);
      host.rate.ended(departure);
      route.own.refused(route.departure, nowMs, retryAfterMs);
    },
    ended() {
      host.inFlight -= 1;
      host.rate.ended(departure);
      route?.own.ended(route.departure);
    },
    heldBack(nowMs, pauseMs) {
      host.inFlight -= 1;
      host.rate.heldBack(departure, nowMs, pauseMs);
      route?.own.ended(route.departure);
    },
    wasRefused: (nowMs) => refusedByHost(nowMs),
  };
}
