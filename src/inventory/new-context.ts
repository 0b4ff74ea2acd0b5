import { setMaxListeners } from "node:events";
import type { ReadContext, Traffic } from "./provider.ts";
import type { Remembered } from "./remembered.ts";
import { createRun } from "./run.ts";

/** The context of a run that begins, stopped by a signal. */
export function newContext(
  signal: AbortSignal,
  traffic: Traffic = { requests: 0, refused: 0 },
  remembered?: Remembered,
): ReadContext {
  // Every request that waits or is under way listens; Node would call more than ten a leak.
  setMaxListeners(0, signal);
  return { signal, run: createRun(), traffic, ...(remembered === undefined ? {} : { remembered }) };
}
