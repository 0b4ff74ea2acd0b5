/**
 * What the parts of a provider keep for one run. Runs of one provider may follow each other or overlap, and what one has learned
 * (projects, proofs, joins, a route that asked for a long wait) must not outlive it: the account changes in between.
 */
export interface Run {
  /** The state of a part, made at its first use in this run; the function that makes it names the part. */
  stateOf<State>(create: () => State): State;
}

export function createRun(): Run {
  const states = new Map<() => unknown, unknown>();
  return {
    stateOf<State>(create: () => State) {
      if (!states.has(create)) states.set(create, create());
      return states.get(create) as State;
    },
  };
}
