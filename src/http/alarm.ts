import type { Clock } from "./clock.ts";

/** One timer that is set again and again. */
export interface Alarm {
  /** Rings after so many milliseconds, unless it rings sooner anyhow; never for Infinity. */
  set(milliseconds: number): void;
  cancel(): void;
}

export function createAlarm(clock: Clock, ring: () => void): Alarm {
  let pending: { readonly atMs: number; readonly controller: AbortController } | undefined;

  function cancel(): void {
    pending?.controller.abort();
    pending = undefined;
  }

  return {
    cancel,
    set(milliseconds) {
      const atMs = clock.monotonic() + milliseconds;
      if (!Number.isFinite(atMs) || (pending !== undefined && pending.atMs <= atMs)) return;
      cancel();
      const mine = { atMs, controller: new AbortController() };
      pending = mine;
      // Rounded up: a clock that counts from 1970 cannot tell the fraction that is left over from nothing.
      clock.sleep(Math.ceil(milliseconds), mine.controller.signal).then(
        () => {
          if (pending !== mine) return;
          pending = undefined;
          ring();
        },
        () => {},
      );
    },
  };
}
