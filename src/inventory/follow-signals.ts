import { setMaxListeners } from "node:events";

/** A signal of its own that also stops where another does. */
export interface FollowedSignal {
  readonly signal: AbortSignal;
  /** Stops whoever listens here, and nobody else. */
  readonly stop: (reason?: unknown) => void;
  readonly release: () => void;
}

/**
 * A signal that follows several, untied by hand: `AbortSignal.any` keeps what listens to a long-lived one alive on Node 20.
 * Any number of requests may listen to it, which Node would call a leak on a signal of its own. It stops for the reason of the
 * one that it followed.
 */
export function followSignals(sources: readonly (AbortSignal | undefined)[]): FollowedSignal {
  const controller = new AbortController();
  setMaxListeners(0, controller.signal);
  const stop = (reason?: unknown): void => controller.abort(reason);
  const follow = (): void => stop(sources.find((source) => source?.aborted)?.reason);
  for (const source of sources) {
    if (source?.aborted) follow();
    source?.addEventListener("abort", follow, { once: true });
  }
  const release = (): void => {
    for (const source of sources) source?.removeEventListener("abort", follow);
  };
  return { signal: controller.signal, stop, release };
}
