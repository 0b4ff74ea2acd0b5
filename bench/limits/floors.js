// The least time that a work can take: nobody is faster than the round trips that follow each other, nor than the limit.
import { createThrottle } from "../../dist/emulator/throttle.js";
import { defaultLimits } from "../../dist/http/limits.js";

const stepMs = 1;

/** Seconds until a limit has let in so many requests of whoever asks as early as each may come. */
export function secondsToLetIn(limit, requests) {
  if (limit === undefined) return 0;
  if (limit.type === "tokens" && limit.change === undefined) {
    return Math.max(0, requests - Math.max(1, limit.burst ?? limit.perSecond)) / limit.perSecond;
  }
  let nowMs = 0;
  const isTooSoon = createThrottle(limit, () => nowMs);
  for (let letIn = 0; letIn < requests; ) {
    if (isTooSoon()) nowMs += stepMs;
    else letIn += 1;
  }
  return nowMs / 1000;
}

/**
 * The floor of a work, in seconds.
 *
 * @param latenciesMs of its requests, the first list's first page before all others.
 */
export function floorOf({ requests, depth }, limit, [first, ...others]) {
  // What the list's length tells comes first, then all the rest at once.
  const roundTripsMs = first + (depth > 1 ? Math.max(...others) : 0);
  return Math.max(roundTripsMs / 1000, secondsToLetIn(limit, requests));
}

/** Seconds that start, growth and ceiling of the rate need for so many requests of a provider that refuses nothing. */
export function secondsAllowed({ requests, lists }, latencySeconds, rate = defaultLimits.rate) {
  const step = 0.001;
  const answersAt = [];
  let sent = 0;
  let answered = 0;
  let tokens = 1;
  let now = 0;
  for (; answered < requests; now += step) {
    while ((answersAt[answered] ?? Number.POSITIVE_INFINITY) <= now) answered += 1;
    const perSecond = Math.min(rate.ceilingPerSecond, rate.startPerSecond + rate.growthPerAnswer * answered);
    const mostInFlight = Math.min(defaultLimits.maxInFlight, Math.floor(rate.startInFlight + answered / 5));
    tokens = Math.min(1 + perSecond / 100, tokens + perSecond * step);
    // What follows a list's first page is known once that has been answered.
    const known = answered < lists ? lists : requests;
    if (tokens < 1 || sent - answered >= mostInFlight || sent >= known) continue;
    tokens -= 1;
    sent += 1;
    answersAt.push(now + latencySeconds);
  }
  return now;
}
