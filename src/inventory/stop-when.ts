import { InventoryError } from "./errors.ts";

// What a timer can hold, about 24 days; beyond it Node would fire at once.
const longestTimerMs = 2 ** 31 - 1;

export interface StopOptions {
  readonly signal?: AbortSignal;
  readonly deadlineMs?: number;
}

/** Ties the run to the caller's signal and to its deadline; returns how to untie it. */
export function stopWhen(stop: AbortController, { signal, deadlineMs }: StopOptions): () => void {
  const cancel = (): void => stop.abort(new InventoryError("CANCELLED", "the run was cancelled"));
  if (signal?.aborted) cancel();
  signal?.addEventListener("abort", cancel, { once: true });
  const timer =
    deadlineMs === undefined
      ? undefined
      : setTimeout(
          () => {
            stop.abort(
              new InventoryError("CANCELLED", `the deadline of ${deadlineMs / 1000} s passed before this was read`),
            );
          },
          Math.min(deadlineMs, longestTimerMs),
        );
  return () => {
    signal?.removeEventListener("abort", cancel);
    clearTimeout(timer);
  };
}
