import { InventoryError } from "../inventory/errors.ts";
import type { Answer } from "./answer.ts";
import type { Sender } from "./pauses.ts";
import type { Refusal } from "./refusal.ts";

/**
 * Whether a 403 speaks of rights or of rate: Scaleway has answered 403 to what it throttled (terraform-provider-scaleway issue 3616).
 *
 * A right that was granted before in the same run (to the same call, in another place or for another project) is not plainly missing.
 * So the first such 403 is asked again alone, after a pause, with nothing else under way. Let in then, it was throttled, and from
 * then on a 403 slows down like any refusal by rate. Refused still, the right is missing there, and the door goes on as it went.
 */
export interface Doubts {
  /** What an answer stands for. */
  weigh(sender: Sender, result: Answer | Refusal): Weighed;
}

export interface Weighed {
  readonly result: Answer | Refusal;
  /** Whether a request that was on trial has shown that 403 means too much here. */
  readonly isProof?: boolean;
}

/** What one run has seen. */
interface Seen {
  readonly granted: Set<string>;
  /** Rights that were refused for good somewhere. */
  readonly denied: Set<string>;
  readonly timesForbidden: WeakMap<Sender, number>;
  trialsInVain: number;
  isThrottling: boolean;
}

// A trial holds everybody back for a moment. An account whose rights differ from project to project pays for this many.
const trialsAtMost = 2;
// The rate is a share of the limit by then: whoever is refused so often in spite of that is refused for something else.
const timesAtMost = 5;
const timesNeverGranted = 2;

export function createDoubts(): Doubts {
  const createSeen = (): Seen => ({
    granted: new Set(),
    denied: new Set(),
    timesForbidden: new WeakMap(),
    trialsInVain: 0,
    isThrottling: false,
  });
  return {
    weigh(sender, result) {
      const seen = sender.run.stateOf(createSeen);
      const times = seen.timesForbidden.get(sender) ?? 0;
      if ("body" in result) {
        seen.granted.add(sender.right);
        if (times === 0) return { result };
        const isProof = !seen.isThrottling;
        seen.isThrottling = true;
        return { result, isProof };
      }
      if (!isForbidden(result)) return { result };
      seen.timesForbidden.set(sender, times + 1);
      return seen.isThrottling ? throttled(seen, sender, result, times) : doubted(seen, sender, result, times);
    },
  };
}

function doubted(seen: Seen, { right }: Sender, result: Refusal, times: number): Weighed {
  if (!seen.granted.has(right) || seen.denied.has(right) || seen.trialsInVain >= trialsAtMost) return { result };
  if (times === 0) return { result: { ...result, again: "after-trial" } };
  seen.trialsInVain += 1;
  seen.denied.add(right);
  return { result: { ...result, again: "never" } };
}

function throttled(seen: Seen, { right, label }: Sender, result: Refusal, times: number): Weighed {
  if (seen.denied.has(right)) return { result };
  if (seen.granted.has(right)) {
    if (times < timesAtMost) return { result: { ...result, again: "after-slowdown" } };
    const { requestId } = result.error;
    const sentence = `${label} was answered with 403 again and again; the same call was let through elsewhere, so this may be the provider's rate limit`;
    return { result: { error: new InventoryError("RATE_LIMITED", sentence, { requestId }), again: "never" } };
  }
  if (times < timesNeverGranted) return { result: { ...result, again: "after-doubt" } };
  seen.denied.add(right);
  return { result: { ...result, again: "never" } };
}

function isForbidden({ error, again }: Refusal): boolean {
  return error.code === "PERMISSION_DENIED" && again === "after-pause";
}
