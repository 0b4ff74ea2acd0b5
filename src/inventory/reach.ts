import { followSignals } from "./follow-signals.ts";
import type { Provider, Reach, ReadContext } from "./provider.ts";
import type { ResourceKind } from "./resource-kind.ts";

/** `1 of 3 projects`, or `1 of an unknown number of projects`; undefined where every project that can be seen is read. */
export function narrowReach({ read, visible }: Reach): string | undefined {
  if (visible === undefined) return `${read} of an unknown number of projects`;
  return read < visible ? `${read} of ${visible} projects` : undefined;
}

// Two small requests beside everything else: what takes longer after all lists have ended is not worth a job's time.
const graceMs = 5_000;

/** A look at what a run does not read, taken beside it. */
export interface ReachLook {
  /** What was found, soon after the run's own end; undefined where the provider has no such notion. */
  result(): Promise<Reach | undefined>;
}

/** Begins to look. Neither fails a run nor holds it up: what the provider does not tell is not known. */
export function lookAtReach(provider: Provider, kinds: readonly ResourceKind[], context: ReadContext): ReachLook {
  const patience = followSignals([context.signal]);
  const look = provider.reach?.(kinds, { ...context, patience: patience.signal }) ?? Promise.resolve(undefined);
  const settled = look.catch(() => undefined).finally(patience.release);
  return {
    async result() {
      const timer = setTimeout(patience.stop, graceMs);
      try {
        return await settled;
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
