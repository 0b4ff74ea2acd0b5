import { abortError, InventoryError } from "../inventory/errors.ts";
import type { LearnedRates } from "../inventory/provider.ts";
import { createAlarm } from "./alarm.ts";
import type { Answer } from "./answer.ts";
import type { Clock } from "./clock.ts";
import { createDoubts } from "./doubts.ts";
import type { Limits } from "./limits.ts";
import { createOutages } from "./outages.ts";
import { createOwnLimits } from "./own-limits.ts";
import { createPace } from "./pace.ts";
import { createPauses, type Sender } from "./pauses.ts";
import { createRates, type Ticket } from "./rates.ts";
import type { Refusal } from "./refusal.ts";
import { createStreaks, type Streak } from "./streaks.ts";

export type Result = Answer | Refusal;

/** Where requests wait until they may leave: in their order, holding no slot, and at no cost to their patience. */
export interface Queue {
  /**
   * Makes one attempt when its turn has come, and draws the conclusions for all others from its result.
   *
   * @throws InventoryError RATE_LIMITED or UNAVAILABLE, unsent, where its route is closed, or the provider refuses or fails everything.
   */
  pass(sender: Sender, turn: Turn, attempt: () => Promise<Result>): Promise<Result>;
  /** How long everybody still has to wait because the provider asked for it, in milliseconds. */
  pausedForMs(): number;
  /** The request whose answer asked for that; undefined where nobody waits. */
  pausedBy(): string | undefined;
  /** Whether the provider refused a request by rate within the last minute. */
  isThrottled(): boolean;
  /** Whether a request is refused by rate again and again while others are let through: then it waits on its own account. */
  isRefusedForItself(sender: Sender): boolean;
  /** What the provider refused by rate for longer than the patience of any request, where that bears on this one. */
  hopeless(sender: Sender): Streak | undefined;
  learned(): LearnedRates;
  recall(learned: LearnedRates): void;
}

export interface Turn {
  /** When the request's own wait is over. */
  readonly readyAtMs: number;
  /** How often it was refused by rate, without anything else in between. */
  readonly timesRefused: number;
}

interface Waiting {
  readonly sender: Sender;
  readonly attempt: () => Promise<Result>;
  readonly resolve: (result: Promise<Result>) => void;
  readonly reject: (error: unknown) => void;
  /** It waits no more. */
  readonly detach: () => void;
  readonly timesRefused: number;
  /** Whether it had to wait for the rate. */
  isPaced: boolean;
}

// The span that providers count requests in.
const throttledForMs = 60_000;
const timesFirst = 3;

export function createQueue(limits: Limits, clock: Clock): Queue {
  const pace = createPace(limits.maxRequestsPerMinute);
  const ownLimits = createOwnLimits();
  const rates = createRates(limits.rate, clock.random, ownLimits);
  const pauses = createPauses(limits.totalTimeoutMs, ownLimits);
  const streaks = createStreaks(limits.totalTimeoutMs, ownLimits);
  const outages = createOutages(limits, clock.random);
  const doubts = createDoubts();
  const trials = new WeakMap<Sender, Ticket>();
  const alarm = createAlarm(clock, sendDue);
  const waiting: Waiting[] = [];
  let inFlight = 0;
  let refusedAtMs = Number.NEGATIVE_INFINITY;

  const pass: Queue["pass"] = async (sender, turn, attempt) => {
    const { signal } = sender;
    const ownWaitMs = turn.readyAtMs - clock.monotonic();
    if (ownWaitMs > 0) await sleep(ownWaitMs, signal, clock);
    if (signal.aborted) throw abortError(signal);
    return new Promise<Result>((resolve, reject) => {
      const leave = (): void => giveUp(entry, abortError(signal));
      const detach = (): void => {
        signal.removeEventListener("abort", leave);
        const place = waiting.indexOf(entry);
        if (place !== -1) waiting.splice(place, 1);
        if (waiting.length === 0) alarm.cancel();
      };
      const entry: Waiting = {
        sender,
        attempt,
        resolve,
        reject,
        detach,
        timesRefused: turn.timesRefused,
        isPaced: false,
      };
      signal.addEventListener("abort", leave, { once: true });
      waiting.splice(placeOf(turn, sender), 0, entry);
      sendDue();
    });
  };

  /** Who was refused goes first. Who was refused often, by itself or by its route, lets another find out whether that is all there is. */
  function placeOf({ timesRefused }: Turn, { route }: Sender): number {
    if (timesRefused === 0) return waiting.length;
    const isOften = timesRefused > timesFirst;
    if (!isOften && ownLimits.timesRefused(route) <= timesFirst) return 0;
    const isFresh = ({ sender }: Waiting): boolean => isOften || ownLimits.timesRefused(sender.route) === 0;
    const fresh = waiting.findIndex((other) => other.timesRefused === 0 && isFresh(other));
    return fresh === -1 ? waiting.length : fresh + 1;
  }

  function giveUp(entry: Waiting, error: unknown): void {
    entry.detach();
    entry.reject(error);
  }

  /** Sends all that may leave now, and sets the alarm for the next. */
  function sendDue(): void {
    while (inFlight < limits.maxInFlight) {
      const nowMs = clock.monotonic();
      const next = firstToLeave(nowMs);
      if (next === undefined) return;
      const waitMs = Math.max(next.waitMs, pace.waitMs(nowMs));
      if (waitMs > 0 && !rejectHopeless(nowMs)) {
        alarm.set(waitMs);
        return;
      }
      // Whoever comes when the next is due anyhow finds out whether the provider refuses still.
      if (waitMs <= 0) start(next.entry);
    }
  }

  /** The first that nothing holds back, or else the one that may leave first. */
  function firstToLeave(nowMs: number): { readonly entry: Waiting; readonly waitMs: number } | undefined {
    let soonest: { readonly entry: Waiting; readonly waitMs: number } | undefined;
    for (const entry of [...waiting]) {
      try {
        const { sender } = entry;
        const heldMs = Math.max(pauses.waitMs(sender, nowMs), outages.waitMs(sender, nowMs));
        const pacedMs = rates.waitMs(sender, nowMs);
        entry.isPaced ||= pacedMs > 0 && Number.isFinite(pacedMs);
        const waitMs = Math.max(heldMs, pacedMs);
        if (waitMs <= 0) return { entry, waitMs };
        if (soonest === undefined || waitMs < soonest.waitMs) soonest = { entry, waitMs };
      } catch (closed) {
        giveUp(entry, closed);
      }
    }
    return soonest;
  }

  function rejectHopeless(nowMs: number): boolean {
    const hopeless = waiting.flatMap((entry) => {
      const error = hopelessness(entry.sender, nowMs);
      return error === undefined ? [] : [{ entry, error }];
    });
    for (const { entry, error } of hopeless) giveUp(entry, error);
    return hopeless.length > 0;
  }

  function hopelessness(sender: Sender, nowMs: number): InventoryError | undefined {
    const refused = streaks.hopeless(sender, nowMs);
    if (refused !== undefined) return refusesAll(sender.label, refused);
    const failing = outages.hopeless(sender, nowMs);
    return failing === undefined ? undefined : failsAlways(sender.label, failing.forMs, failing.error);
  }

  function start(entry: Waiting): void {
    const { sender, attempt, resolve } = entry;
    entry.detach();
    inFlight += 1;
    const isPaced = entry.isPaced || waiting.some((other) => other.sender.origin === sender.origin);
    resolve(
      depart(sender, isPaced, attempt).finally(() => {
        inFlight -= 1;
        sendDue();
      }),
    );
  }

  async function depart(sender: Sender, isPaced: boolean, attempt: () => Promise<Result>): Promise<Result> {
    const leftMs = clock.monotonic();
    pace.take(leftMs);
    outages.left(sender);
    const ticket = rates.take(sender, leftMs, isPaced);
    const answered = await attempt().catch((thrown: unknown) => {
      ticket.ended();
      outages.unanswered(sender);
      throw thrown;
    });
    const nowMs = clock.monotonic();
    const { result, isProof } = doubts.weigh(sender, believed(sender, answered));
    if (isProof) trials.get(sender)?.wasRefused(nowMs);
    if (!("body" in result) && result.again === "after-trial") {
      trials.set(sender, ticket);
      ticket.heldBack(nowMs, limits.forbiddenPauseMs);
    } else if (isRefusedByRate(result)) {
      refusedAtMs = nowMs;
      ownLimits.refused(sender, nowMs);
      streaks.refused(sender, nowMs);
      const isForItself = ownLimits.isRefusedForItself(sender);
      if (isForItself) ticket.ended();
      else ticket.refused(nowMs, result.retryAfterMs);
      if (isForItself || ownLimits.hasOwnLimit(sender.route)) rates.refusedForItself(sender);
    } else if (isLetThrough(result)) {
      ownLimits.accepted(sender, leftMs);
      streaks.accepted(sender);
      ticket.accepted(nowMs);
    } else {
      ticket.ended();
    }
    if (hasFailed(result)) outages.failed(sender, result.error, nowMs);
    else outages.answered(sender);
    if (!("body" in result) && result.retryAfterMs !== undefined) pauses.asked(sender, result, nowMs);
    return result;
  }

  function believed(sender: Sender, result: Result): Result {
    if (!isRefusedByRate(result) || result.retryAfterMs === undefined) return result;
    return { ...result, retryAfterMs: rates.believedMs(sender, result.retryAfterMs) };
  }

  return {
    pass,
    isRefusedForItself: ownLimits.isRefusedForItself,
    hopeless: (sender) => streaks.hopeless(sender, clock.monotonic()),
    isThrottled: () => clock.monotonic() - refusedAtMs < throttledForMs,
    pausedForMs: () => pauses.everybodyMs(clock.monotonic()),
    pausedBy: () => pauses.everybodyBy(clock.monotonic()),
    learned: rates.learned,
    recall: rates.recall,
  };
}

/** @throws InventoryError what the run was aborted with. */
async function sleep(milliseconds: number, signal: AbortSignal, clock: Clock): Promise<void> {
  await clock.sleep(milliseconds, signal).catch((thrown: unknown) => {
    throw signal.aborted ? abortError(signal) : thrown;
  });
}

function isRefusedByRate(result: Result): result is Refusal {
  return !("body" in result) && result.again === "after-slowdown";
}

/** Whether the provider's limit let a request through. One that failed at the provider, or reached nobody, says nothing of it. */
function isLetThrough(result: Result): boolean {
  return "body" in result || result.error.code !== "UNAVAILABLE";
}

function hasFailed(result: Result): result is Refusal {
  return !("body" in result) && result.error.code === "UNAVAILABLE" && result.again === "after-backoff";
}

function refusesAll(label: string, { forMs, of }: Streak): InventoryError {
  const seconds = Math.floor(forMs / 1000);
  return new InventoryError(
    "RATE_LIMITED",
    `${label} was not sent: for ${seconds} s the provider's rate limit refused ${of}`,
  );
}

function failsAlways(label: string, forMs: number, { message, advice }: InventoryError): InventoryError {
  const seconds = Math.floor(forMs / 1000);
  return new InventoryError("UNAVAILABLE", `${label} was not sent: for ${seconds} s every request failed: ${message}`, {
    advice,
  });
}
