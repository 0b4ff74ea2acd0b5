import type { ReadContext } from "../inventory/provider.ts";

/**
 * State that lives as long as one run. Runs of one provider may follow each other or overlap, and what one has learned
 * (projects, proofs, joins) must not outlive it: the account changes in between. A run is told by its signal.
 */
export function perRun<State>(create: () => State): (context: ReadContext) => State {
  const states = new WeakMap<AbortSignal, State>();
  return ({ signal }) => {
    const state = states.get(signal) ?? create();
    states.set(signal, state);
    return state;
  };
}
