import type { InventoryError } from "../inventory/errors.ts";
import type { Limits } from "./limits.ts";
import type { Sender } from "./pauses.ts";

/**
 * A host that fails whatever it is asked (down, out of reach), run by run: then one question at a time finds out whether it is back,
 * ever more seldom, and who still waits after `outageTimeoutMs` is not sent any more.
 */
export interface Outages {
  /** How long a request is held back, in milliseconds; Infinity while the answer to a question is awaited. */
  waitMs(sender: Sender, nowMs: number): number;
  left(sender: Sender): void;
  /** A question came to no end that tells anything: the next one may be asked. */
  unanswered(sender: Sender): void;
  failed(sender: Sender, error: InventoryError, nowMs: number): void;
  answered(sender: Sender): void;
  /** What everything failed with, where a request has no more to hope for. */
  hopeless(sender: Sender, nowMs: number): { readonly forMs: number; readonly error: InventoryError } | undefined;
}

/** The failures of a host since its last answer. */
interface Failing {
  readonly sinceMs: number;
  readonly routes: ReadonlySet<string>;
  readonly times: number;
  readonly error: InventoryError;
  /** Questions since it counts as an outage. */
  readonly questions: number;
  readonly askedAgainMs: number;
  readonly isAsked: boolean;
}

// One route that fails, or one unlucky moment, is no outage.
const routesOfAll = 4;
const timesInARow = 8;

export function createOutages(
  limits: Pick<Limits, "outageTimeoutMs" | "baseBackoffMs" | "maxBackoffMs">,
  random: () => number,
): Outages {
  const createHosts = (): Map<string, Failing> => new Map();
  const hostsOf = ({ run }: Sender): Map<string, Failing> => run.stateOf(createHosts);
  const outageOf = (sender: Sender): Failing | undefined => {
    const failing = hostsOf(sender).get(sender.origin);
    return failing !== undefined && isOutage(failing) ? failing : undefined;
  };

  function setAsked(sender: Sender, isAsked: boolean): void {
    const outage = outageOf(sender);
    if (outage !== undefined) hostsOf(sender).set(sender.origin, { ...outage, isAsked });
  }

  return {
    waitMs(sender, nowMs) {
      const outage = outageOf(sender);
      if (outage === undefined) return 0;
      return outage.isAsked ? Number.POSITIVE_INFINITY : Math.max(0, outage.askedAgainMs - nowMs);
    },
    left: (sender) => setAsked(sender, true),
    unanswered: (sender) => setAsked(sender, false),
    failed(sender, error, nowMs) {
      const before = hostsOf(sender).get(sender.origin);
      const failing: Failing = {
        sinceMs: before?.sinceMs ?? nowMs,
        routes: new Set([...(before?.routes ?? []), sender.route]),
        times: (before?.times ?? 0) + 1,
        error,
        questions: before !== undefined && isOutage(before) ? before.questions + 1 : 0,
        askedAgainMs: 0,
        isAsked: false,
      };
      const gapMs = Math.min(limits.maxBackoffMs, limits.baseBackoffMs * 2 ** failing.questions);
      // Jitter: other processes met the same outage.
      const askedAgainMs = nowMs + (gapMs * (1 + random())) / 2;
      hostsOf(sender).set(sender.origin, { ...failing, askedAgainMs });
    },
    answered(sender) {
      hostsOf(sender).delete(sender.origin);
    },
    hopeless(sender, nowMs) {
      const outage = outageOf(sender);
      if (outage === undefined) return undefined;
      const forMs = nowMs - outage.sinceMs;
      return forMs > limits.outageTimeoutMs ? { forMs, error: outage.error } : undefined;
    },
  };
}

function isOutage({ routes, times }: Failing): boolean {
  return routes.size >= routesOfAll && times >= timesInARow;
}
