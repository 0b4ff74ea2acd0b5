import { setMaxListeners } from "node:events";

/**
 * A signal that follows several, untied by hand: `AbortSignal.any` keeps what listens to a long-lived one alive on Node 20.
 * Any number of requests may listen to it, which Node would call a leak on a signal of its own.
 */
export function followSignals(sources: readonly (AbortSignal | undefined)[]): {
  readonly signal: AbortSignal;
  readonly release: () => void;
} {
  const stop = new AbortController();
  setMaxListeners(0, stop.signal);
  const abort = (): void => stop.abort();
  for (const source of sources) {
    if (source?.aborted) abort();
    source?.addEventListener("abort", abort, { once: true });
  }
  const release = (): void => {
    for (const source of sources) source?.removeEventListener("abort", abort);
  };
  return { signal: stop.signal, release };
}
