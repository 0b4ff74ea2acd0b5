import type { Forecast, LearnedRate, LearnedRates } from "../inventory/provider.ts";
import type { Limits } from "./limits.ts";
import { firstRate } from "./rate-controller.ts";

type Allowed = Pick<Limits, "rate" | "maxRequestsPerMinute">;

/**
 * How long so many requests to one host take at the least: the host begins at the rate that was learned, or else at the provider's
 * first one, and each answer raises that where no limit is known (see `RateController`). A cap of the config stands above it.
 */
export function forecast(requests: number, { rate, maxRequestsPerMinute }: Allowed, known?: LearnedRate): Forecast {
  const { growthPerAnswer, ceilingPerSecond } = rate;
  const fromPerSecond = firstRate(rate, known);
  const isLimited = known?.limitPerSecond !== undefined;
  const capPerSecond = maxRequestsPerMinute === 0 ? Number.POSITIVE_INFINITY : maxRequestsPerMinute / 60;
  const toPerSecond = Math.min(isLimited ? fromPerSecond : ceilingPerSecond, capPerSecond);
  const growing = isLimited ? 0 : growthPerAnswer;
  return {
    requests,
    fromPerSecond: Math.min(fromPerSecond, toPerSecond),
    toPerSecond,
    isLearned: known !== undefined && (isLimited || known.provenPerSecond > rate.startPerSecond),
    leastSeconds: secondsFor(requests - 1, Math.min(fromPerSecond, toPerSecond), growing, toPerSecond),
  };
}

/** The time between the first request and the last of those that follow it. */
function secondsFor(gaps: number, from: number, growing: number, to: number): number {
  let seconds = 0;
  let rate = from;
  let left = Math.max(0, gaps);
  for (; left > 0 && rate < to && growing > 0; left -= 1) {
    seconds += 1 / rate;
    rate = Math.min(to, rate + growing);
  }
  return seconds + left / rate;
}

/** {@link forecast} of a provider's requests, as if all went to the host of its API. */
export function forecaster({ origin }: URL, limits: Allowed): (requests: number, learned: LearnedRates) => Forecast {
  return (requests, learned) => forecast(requests, limits, learned[origin]);
}
