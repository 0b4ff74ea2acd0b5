import { InventoryError } from "../inventory/errors.ts";
import type { Run } from "../inventory/run.ts";
import type { OwnLimits } from "./own-limits.ts";
import type { Refusal } from "./refusal.ts";

/** Whose request it is: what a pause is held against. */
export interface Sender {
  readonly label: string;
  /** The host that is asked, with its scheme and port. */
  readonly origin: string;
  readonly route: string;
  /** What a right to it allows, wherever it is asked. */
  readonly right: string;
  readonly signal: AbortSignal;
  readonly run: Run;
}

/** The waits that a provider asked for by `Retry-After`, and whom they hold back. */
export interface Pauses {
  /**
   * How long a request is held back.
   *
   * @throws InventoryError RATE_LIMITED where its route was asked to wait longer than any request does.
   */
  waitMs(sender: Sender, nowMs: number): number;
  /** How long everybody is. */
  everybodyMs(nowMs: number): number;
  /** The request whose answer asked everybody to wait; undefined where nobody waits. */
  everybodyBy(nowMs: number): string | undefined;
  /** An answer asked to wait. */
  asked(sender: Sender, refusal: Refusal, nowMs: number): void;
}

interface Closed {
  readonly untilMs: number;
  readonly waitMs: number;
  /** The request whose answer asked for it. */
  readonly source: string;
}

/**
 * A limit is a credential's, so a refusal by rate holds everybody back; one that others are let through beside is its route's own,
 * and so is an outage. A wait beyond `patienceMs` closes its route for the run that was asked alone: what was true of one
 * run need not be so in the next.
 */
export function createPauses(patienceMs: number, ownLimits: Pick<OwnLimits, "refusedBeside">): Pauses {
  let everybody = { untilMs: Number.NEGATIVE_INFINITY, source: "" };
  const untilMs = new Map<string, number>();
  const createClosed = (): Map<string, Closed> => new Map();

  const everybodyMs = (nowMs: number): number => Math.max(0, everybody.untilMs - nowMs);
  return {
    everybodyMs,
    everybodyBy: (nowMs) => (everybodyMs(nowMs) > 0 ? everybody.source : undefined),
    waitMs({ label, route, run }, nowMs) {
      const long = run.stateOf(createClosed).get(route);
      if (long !== undefined && long.untilMs > nowMs) throw closedRoute(label, long, patienceMs);
      return Math.max(everybodyMs(nowMs), (untilMs.get(route) ?? 0) - nowMs);
    },
    asked({ label, route, run }, { again, retryAfterMs = 0 }, nowMs) {
      const until = nowMs + retryAfterMs;
      if (retryAfterMs > patienceMs) {
        run.stateOf(createClosed).set(route, { untilMs: until, waitMs: retryAfterMs, source: label });
        return;
      }
      const alone = again !== "after-slowdown" || ownLimits.refusedBeside(route) > 0;
      if (alone) untilMs.set(route, Math.max(until, untilMs.get(route) ?? 0));
      else if (until > everybody.untilMs) everybody = { untilMs: until, source: label };
    },
  };
}

function closedRoute(label: string, { waitMs, source }: Closed, patienceMs: number): InventoryError {
  return new InventoryError(
    "RATE_LIMITED",
    `${label} was not sent: the answer to ${source} asked to wait ${Math.ceil(waitMs / 1000)} s, and one request may take ${patienceMs / 1000} s`,
  );
}
