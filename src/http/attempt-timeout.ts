/** The time that one attempt may take. */
export interface AttemptTimeout {
  /** Aborted with the run's, or once the time is over. */
  readonly signal: AbortSignal;
  /** Begins the time anew. */
  refresh(): void;
  release(): void;
}

/** A deadline joined with the run's signal by hand: `AbortSignal.any` keeps every request alive as long as the run on Node 20. */
export function startTimeout(milliseconds: number, run: AbortSignal): AttemptTimeout {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, milliseconds);
  // Authorizing took time, and a signal that was aborted in between calls nobody any more.
  if (run.aborted) abort();
  run.addEventListener("abort", abort, { once: true });
  return {
    signal: controller.signal,
    refresh: () => {
      timer.refresh();
    },
    release: () => {
      clearTimeout(timer);
      run.removeEventListener("abort", abort);
    },
  };
}
