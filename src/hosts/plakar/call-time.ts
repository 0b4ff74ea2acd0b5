import type { ServerUnaryCall, ServerWritableStream } from "@grpc/grpc-js";
import { InventoryError } from "../../inventory/errors.ts";
import { type FollowedSignal, followSignals } from "../../inventory/follow-signals.ts";

type Call = Pick<
  ServerUnaryCall<unknown, unknown> | ServerWritableStream<unknown, unknown>,
  "getDeadline" | "cancelled"
> & {
  once(event: "cancelled", listener: () => void): unknown;
};

// What is left of a call's time to end it with a sentence of ours, before gRPC ends it with its own.
const lastWordMs = 500;

// When the time of a call is over, by a clock that is never set.
const ends = new WeakMap<Call, number>();

/**
 * What is left of a call's `grpc-timeout`, in milliseconds; undefined where it has none. gRPC tells it by the wall clock, which is
 * looked at once for each call: it may be set while the call lasts.
 */
export function leftMsOf(call: Call): number | undefined {
  const endsAtMs = ends.get(call) ?? performance.now() + Number(call.getDeadline()) - Date.now();
  ends.set(call, endsAtMs);
  return Number.isFinite(endsAtMs) ? endsAtMs - performance.now() : undefined;
}

/** A signal that stops where the control plane cancels a call. */
export function cancelSignalOf(call: Call): AbortSignal {
  const stop = new AbortController();
  call.once("cancelled", () => stop.abort());
  if (call.cancelled) stop.abort();
  return stop.signal;
}

/** A signal that stops with a call, and shortly before its time is over. */
export function followCall(call: Call, cancelled = cancelSignalOf(call)): FollowedSignal {
  const followed = followSignals([cancelled]);
  const leftMs = leftMsOf(call);
  if (leftMs === undefined) return followed;
  const sentence = `the call's time of ${(leftMs / 1000).toFixed(1)} s was over before the provider had answered`;
  const tooLate = new InventoryError("UNAVAILABLE", sentence);
  const timer = setTimeout(() => followed.stop(tooLate), Math.max(leftMs * 0.75, leftMs - lastWordMs));
  const release = (): void => {
    clearTimeout(timer);
    followed.release();
  };
  return { ...followed, release };
}
