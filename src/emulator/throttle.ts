/** How a cloud counts the requests that it lets in. What it refuses uses nothing up. */
export type RateLimit =
  | {
      readonly type: "tokens";
      readonly perSecond: number;
      /** How many come in at once after a rest; a second's worth by default. */
      readonly burst?: number;
      /** What the rate becomes so long after the first request; the burst goes with it. */
      readonly change?: { readonly afterSeconds: number; readonly perSecond: number };
    }
  /** So many in each span of the clock, such as a full minute. */
  | { readonly type: "clock-spans"; readonly requests: number; readonly seconds: number }
  /** So many in any span that ends now. */
  | { readonly type: "sliding-span"; readonly requests: number; readonly seconds: number };

/** Decides whether a request comes too soon. */
export type Throttle = () => boolean;

/**
 * Counts requests against a limit; without one, nothing is too soon.
 *
 * @param now milliseconds.
 */
export function createThrottle(limit: RateLimit | undefined, now: () => number): Throttle {
  switch (limit?.type) {
    case undefined:
      return () => false;
    case "tokens":
      return tokens(limit, now);
    case "clock-spans":
      return clockSpans(limit, now);
    case "sliding-span":
      return slidingSpan(limit, now);
  }
}

/** The limit of a number of requests a second with a burst of one second; none for 0. */
export function perSecond(requests: number): RateLimit | undefined {
  return requests > 0 ? { type: "tokens", perSecond: requests } : undefined;
}

function tokens({ change, ...first }: RateLimit & { readonly type: "tokens" }, now: () => number): Throttle {
  let rate = first.perSecond;
  let most = Math.max(1, first.burst ?? rate);
  let left = most;
  let startedMs: number | undefined;
  let filledAtMs = now();
  const fill = (timeMs: number): void => {
    left = Math.min(most, left + ((timeMs - filledAtMs) / 1000) * rate);
    filledAtMs = timeMs;
  };
  return () => {
    startedMs ??= now();
    const changesAtMs = change === undefined ? Number.POSITIVE_INFINITY : startedMs + change.afterSeconds * 1000;
    if (change !== undefined && rate !== change.perSecond && now() >= changesAtMs) {
      fill(changesAtMs);
      rate = change.perSecond;
      most = Math.max(1, rate);
    }
    fill(now());
    // A clock in fractions of a millisecond adds up to a hair less than a whole token.
    if (left < 1 - 1e-9) return true;
    left -= 1;
    return false;
  };
}

function clockSpans({ requests, seconds }: { requests: number; seconds: number }, now: () => number): Throttle {
  let span = Number.NaN;
  let used = 0;
  return () => {
    const current = Math.floor(now() / 1000 / seconds);
    if (current !== span) used = 0;
    span = current;
    if (used >= requests) return true;
    used += 1;
    return false;
  };
}

function slidingSpan({ requests, seconds }: { requests: number; seconds: number }, now: () => number): Throttle {
  const letInAtMs: number[] = [];
  return () => {
    const nowMs = now();
    while (letInAtMs[0] !== undefined && letInAtMs[0] <= nowMs - seconds * 1000) letInAtMs.shift();
    if (letInAtMs.length >= requests) return true;
    letInAtMs.push(nowMs);
    return false;
  };
}
