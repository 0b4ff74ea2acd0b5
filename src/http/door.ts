import { abortError } from "../inventory/errors.ts";
import type { LearnedRates } from "../inventory/provider.ts";
import { attempt } from "./attempt.ts";
import { systemClock } from "./clock.ts";
import type { DoorOptions } from "./door-options.ts";
import { defaultLimits } from "./limits.ts";
import { createFetch } from "./proxied-fetch.ts";
import { createQueue, type Turn } from "./queue.ts";
import type { Refusal } from "./refusal.ts";
import type { Send } from "./request.ts";
import { createRetries, reworded } from "./retries.ts";
import { rightOf, routeOf } from "./route.ts";
import type { Streak } from "./streaks.ts";

/** The one way to the network of one credential. */
export interface Door {
  /**
   * Sends, waits and retries; resolves with a 2xx answer, read to its end.
   *
   * @throws InventoryError for every other end, with the provider's request id where there is one.
   */
  readonly send: Send;
  /** How long everybody still has to wait because the provider asked for it, in milliseconds. */
  pausedForMs(): number;
  /** The request whose answer asked for that: `GET /instance/v1/zones/fr-par-1/servers`; undefined where nobody waits. */
  pausedBy(): string | undefined;
  /** What was learned of the limits of each host, to be recalled by the next run. */
  learned(): LearnedRates;
  /** What an earlier run learned: hosts are asked no faster than that carried. */
  recall(learned: LearnedRates): void;
}

export function createDoor(options: DoorOptions): Door {
  const { authorizer, clock = systemClock } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const queue = createQueue(limits, clock);
  const parts = { options, limits, clock, fetch: createFetch(options.proxyOf) };
  let renewals = 0;

  const send: Send = async (request, context) => {
    const { signal, run } = context;
    if (signal.aborted) throw abortError(signal);
    if (!request.anonymous) await authorizer.prepare(send, context, false, request);
    const retries = createRetries(request, limits, clock);
    const sender = {
      label: request.label,
      origin: request.url.origin,
      route: routeOf(request),
      right: rightOf(request),
      signal,
      run,
    };
    let turn: Turn = { readyAtMs: Number.NEGATIVE_INFINITY, timesRefused: 0 };
    for (;;) {
      let renewalsBefore = renewals;
      const result = await queue.pass(sender, turn, () => {
        retries.started();
        renewalsBefore = renewals;
        return attempt(request, context, parts);
      });
      if ("body" in result) return result;
      if (result.again === "after-slowdown") context.traffic.refused += 1;
      const waitMs = retries.waitBefore(result, {
        isThrottled: queue.isThrottled(),
        isForItself: queue.isRefusedForItself(sender),
      });
      if (result.again === "after-slowdown") endIfAllRefused(result, queue.hopeless(sender));
      // A credential that was renewed since this attempt was authorized is not the one that was refused.
      const isStale = result.again === "after-renewal" && renewalsBefore === renewals;
      if (isStale && !request.anonymous) {
        await authorizer.prepare(send, context, true, request);
        renewals = renewalsBefore + 1;
      }
      turn = { readyAtMs: clock.monotonic() + waitMs, timesRefused: retries.timesRefused(result) };
    }
  };

  const { pausedForMs, pausedBy, learned, recall } = queue;
  return { send, pausedForMs, pausedBy, learned, recall };
}

/** @throws InventoryError the refusal's, where a provider that refuses everything has outlasted the patience of a request. */
function endIfAllRefused({ error }: Refusal, streak: Streak | undefined): void {
  if (streak === undefined) return;
  const seconds = Math.floor(streak.forMs / 1000);
  throw reworded(error, `${error.message}; for ${seconds} s it refused ${streak.of}`);
}
