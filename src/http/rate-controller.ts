import type { LearnedRate } from "../inventory/provider.ts";
import { type Anchor, bracket, shareOfLimit } from "./bracket.ts";

/** How fast a provider may be asked before it has refused anything, and how far that may grow. Requests a second. */
export interface RateBounds {
  readonly startPerSecond: number;
  /** What each answer adds until the first refusal. */
  readonly growthPerAnswer: number;
  /** Nothing is ever asked faster. */
  readonly ceilingPerSecond: number;
  /** How many requests may be in flight at first; one more for each five answers. */
  readonly startInFlight: number;
}

/** What the answer to a request has to be told with. */
export interface Departure {
  /** Which request it was, counted from 1. */
  readonly number: number;
  readonly leftAtSeconds: number;
  readonly ratePerSecond: number;
  /** Whether it had to wait for the pace, or others had: else the work was what held, and the answer proves nothing. */
  readonly isPaced: boolean;
}

/**
 * Learns how fast a provider lets itself be asked, from what it lets through and what it refuses.
 *
 * Until the first refusal the rate grows with each answer. Then the limit is bracketed: at a refusal the provider's allowance is used
 * up, so if k requests were let in within T seconds since an earlier refusal, the limit lies between (k − 1) / T and (k + 1) / T,
 * however large the allowance is. Long without a refusal, the supposed limit is raised a little, in growing steps.
 */
export interface RateController {
  /** How long until one more request may leave, in milliseconds; Infinity while one goes alone whose answer is awaited. */
  waitMs(nowMs: number): number;
  /** A request leaves; what its answer is told with. */
  take(nowMs: number, isPaced: boolean): Departure;
  accepted(departure: Departure, nowMs: number): void;
  /** @param retryAfterMs the provider's own wait; 0 says nothing. */
  refused(departure: Departure, nowMs: number, retryAfterMs?: number): void;
  /** The request came to an end that says nothing about the limit. */
  ended(departure: Departure): void;
  /** Whether that was by rate is not known: the next one goes alone, after a pause, and nothing is concluded. */
  heldBack(departure: Departure, nowMs: number, pauseMs: number): void;
  /** How many requests may be in flight: answers prove that the provider carries more. */
  maxInFlight(): number;
  /** How much of a wait that the provider asks for is kept: one that is longer than the limit that was counted is not all believed. */
  believedMs(retryAfterMs: number): number;
  perSecond(): number;
  /** What is supposed now, to be taken up again where refusals turn out to say nothing of the limit. */
  supposed(): Supposition;
  takeUp(supposition: Supposition): void;
  learned(): LearnedRate;
}

/** What a controller supposes at some moment, and how often it had cut the rate by then. */
export interface Supposition {
  readonly limit: number | undefined;
  readonly rate: number;
  readonly cuts: number;
}

// Found by simulation over limits from 0.7 to 140 requests a second with allowances from 1 to 60 requests (test/http/simulated-limit.ts).
const slowestPerSecond = 0.5;
/** Two processes that share a limit would otherwise be refused together again and again. */
const jitterShare = 0.1;
const firstStep = 1.05;
const longestStep = 1.5;
const quietAnswers = 12;
const quietSecondsAtMost = 30;
/** A provider that lets nothing in for so long after a burst counts a quota for each span of time. */
const quotaSeconds = 5;
/** While nothing at all is let in, questions come apart by this share of the time that it lasts, and never further. */
const shutShare = 0.25;
const longestShutGapSeconds = 30;
const mostBelievedMs = 10_000;

export function createRateController(bounds: RateBounds, random: () => number, known?: LearnedRate): RateController {
  const { growthPerAnswer, ceilingPerSecond, startInFlight } = bounds;
  let limit = known?.limitPerSecond;
  let isCounted = known?.isConfirmed === true;
  let rate = firstRate(bounds, known);
  let proven = known?.provenPerSecond ?? 0;
  let tokens = 1 + rate / 100;
  let filledAt: number | undefined;
  let number = 0;
  let answers = 0;
  /** Requests up to this one left before the last cut, and tell nothing new. */
  let cutNumber = 0;
  let cuts = 0;
  let anchor: Anchor | undefined;
  /** Refusals since the anchor. */
  let refusedNumbers: number[] = [];
  let acceptedRate: number | undefined;
  let quiet = 0;
  let step = firstStep;
  let confirmed = known?.isConfirmed === true ? 1 : 0;
  /** The request that goes alone after a cut: to be sent, or on its way. */
  let alone: "next" | number | undefined;
  /** Requests up to this one left before everybody was held back. */
  let heldNumber = 0;
  let heldUntilSeconds = Number.NEGATIVE_INFINITY;
  let jitter = { ofNumber: -1, seconds: 0 };
  /** Since when nothing is let in. */
  let shut: { readonly atSeconds: number; readonly ratePerSecond: number; readonly lastSeconds: number } | undefined;
  let cycle = { sinceSeconds: 0, accepted: 0 };

  function setRate(perSecond: number): void {
    rate = Math.min(ceilingPerSecond, Math.max(slowestPerSecond, perSecond));
  }

  function fill(seconds: number): void {
    if (filledAt === undefined) {
      cycle.sinceSeconds = seconds;
      anchor = { atSeconds: seconds, number: 0, isStart: true, ratePerSecond: 0 };
    }
    tokens = Math.min(1 + rate / 100, tokens + (seconds - (filledAt ?? seconds)) * rate);
    filledAt = seconds;
  }

  return {
    waitMs(nowMs) {
      if (typeof alone === "number") return Number.POSITIVE_INFINITY;
      const seconds = nowMs / 1000;
      fill(seconds);
      return Math.max(untilToken(), untilAskedAgain(seconds), heldUntilSeconds - seconds) * 1000;
    },
    take(nowMs, isPaced) {
      fill(nowMs / 1000);
      tokens -= 1;
      number += 1;
      if (alone === "next") alone = number;
      return { number, leftAtSeconds: nowMs / 1000, ratePerSecond: rate, isPaced };
    },
    accepted(departure, nowMs) {
      const seconds = nowMs / 1000;
      answers += 1;
      cycle.accepted += 1;
      endAlone(departure, seconds);
      if (departure.number <= cutNumber || endQuota(seconds)) return;
      acceptedRate = departure.ratePerSecond;
      proven = Math.max(proven, departure.ratePerSecond);
      if (!departure.isPaced) return;
      quiet += 1;
      if (limit === undefined) setRate(rate + growthPerAnswer);
      else approach(limit);
    },
    refused(departure, nowMs, retryAfterMs = 0) {
      const seconds = nowMs / 1000;
      refusedNumbers.push(departure.number);
      if (departure.number === alone) alone = undefined;
      if (departure.number <= cutNumber) return;
      const { atSeconds, ratePerSecond } = shut ?? { atSeconds: seconds, ratePerSecond: departure.ratePerSecond };
      shut = { atSeconds, ratePerSecond, lastSeconds: seconds };
      quiet = 0;
      step = firstStep;
      cut(departure, retryAfterMs);
      cuts += 1;
      alone = "next";
      cutNumber = number;
      tokens = Math.min(tokens, 0);
    },
    ended(departure) {
      if (departure.number === alone) alone = undefined;
    },
    heldBack(departure, nowMs, pauseMs) {
      if (departure.number === alone) alone = undefined;
      // Those that left together are held back together.
      if (departure.number <= heldNumber) return;
      heldNumber = number;
      alone ??= "next";
      tokens = Math.min(tokens, 0);
      heldUntilSeconds = (nowMs + pauseMs) / 1000;
    },
    // What an earlier run proved need not be proved again; the door's own cap stands.
    maxInFlight: () => (known === undefined ? Math.floor(startInFlight + answers / 5) : Number.POSITIVE_INFINITY),
    believedMs(retryAfterMs) {
      const isSlower = isCounted && limit !== undefined && 1000 / retryAfterMs < limit;
      return isSlower ? Math.min(retryAfterMs, mostBelievedMs) : retryAfterMs;
    },
    perSecond: () => rate,
    supposed: () => ({ limit, rate, cuts }),
    takeUp(supposition) {
      limit = supposition.limit;
      setRate(supposition.rate);
      cuts = supposition.cuts;
      anchor = undefined;
      refusedNumbers = [];
      shut = undefined;
      if (alone === "next") alone = undefined;
    },
    learned: () => ({ limitPerSecond: limit, isConfirmed: confirmed > 0, provenPerSecond: proven }),
  };

  function untilToken(): number {
    if (tokens >= 1 - 1e-9) return 0;
    if (jitter.ofNumber !== number) jitter = { ofNumber: number, seconds: (random() * jitterShare) / rate };
    return (1 - tokens) / rate + jitter.seconds;
  }

  function untilAskedAgain(seconds: number): number {
    if (shut === undefined || alone !== "next") return 0;
    const gap = Math.min(longestShutGapSeconds, shutShare * (shut.lastSeconds - shut.atSeconds));
    return Math.max(0, shut.lastSeconds + gap - seconds);
  }

  function endAlone(departure: Departure, seconds: number): void {
    if (departure.number !== alone) return;
    alone = undefined;
    fill(seconds);
    tokens = Math.min(tokens, 1);
  }

  /** The first answer after refusals: a provider that let nothing in for long after a burst has a quota for each span of time. */
  function endQuota(seconds: number): boolean {
    if (shut === undefined) return false;
    const { atSeconds, ratePerSecond } = shut;
    shut = undefined;
    const perSecond = cycle.accepted / (seconds - cycle.sinceSeconds);
    const isQuota = seconds - atSeconds > quotaSeconds && cycle.accepted > 10 && ratePerSecond > 4 * perSecond;
    if (!isQuota) return false;
    limit = perSecond / shareOfLimit;
    isCounted = true;
    cycle = { sinceSeconds: seconds, accepted: 0 };
    setRate(perSecond);
    anchor = undefined;
    refusedNumbers = [];
    quiet = 0;
    return true;
  }

  function approach(supposed: number): void {
    const target = shareOfLimit * supposed;
    if (rate < target) setRate(rate + (target - rate) * Math.min(0.5, 0.05 + 0.05 / rate));
    const quietSeconds = Math.min(quietSecondsAtMost, 3 ** confirmed);
    if (rate <= 0.95 * target || quiet <= Math.max(quietAnswers, quietSeconds * rate)) return;
    quiet = 0;
    limit = supposed * step;
    step = Math.min(longestStep, 1 + (step - 1) * 2);
    anchor = undefined;
  }

  function cut({ number: refused, leftAtSeconds, ratePerSecond }: Departure, retryAfterMs: number): void {
    const since = anchor;
    refusedNumbers = refusedNumbers.filter((one) => one > (since?.number ?? 0));
    const letIn = since === undefined ? 0 : refused - since.number - refusedNumbers.length;
    const seconds = since === undefined ? Number.POSITIVE_INFINITY : Math.max(leftAtSeconds - since.atSeconds, 1e-3);
    const before = limit;
    const found = bracket({ since, before, at: ratePerSecond, letIn, seconds, passed: acceptedRate });
    limit = found.limit;
    isCounted ||= found.isCounted === true;
    const isConfirmed = before !== undefined && limit > 0.8 * before && limit < 1.25 * before;
    confirmed = isConfirmed ? confirmed + 1 : 0;
    setRate(found.rate);
    const isStill = since !== undefined && !since.isStart && letIn === 0;
    const kept = isStill ? since : { atSeconds: leftAtSeconds, number: refused, isStart: false };
    const asked = retryAfterMs > 0 ? 1000 / retryAfterMs : Number.POSITIVE_INFINITY;
    anchor = { ...kept, ratePerSecond: Math.min(rate, asked) };
  }
}

/** The rate that a host is first asked at. */
export function firstRate({ startPerSecond, ceilingPerSecond }: RateBounds, known: LearnedRate | undefined): number {
  if (known === undefined) return Math.min(startPerSecond, ceilingPerSecond);
  const { limitPerSecond, provenPerSecond } = known;
  const rate = limitPerSecond === undefined ? Math.max(provenPerSecond, startPerSecond) : shareOfLimit * limitPerSecond;
  return Math.min(ceilingPerSecond, Math.max(slowestPerSecond, rate));
}
