/** Lets timers and sockets have their turn in a loop that is long and waits for nothing by itself. */
export interface Turns {
  /** Counts a step; answers with a promise to wait for where it is the others' turn. */
  step(): Promise<void> | undefined;
}

// Items take 10 to 20 microseconds each: a few milliseconds between two turns, and a turn costs next to nothing beside them.
const stepsOfATurn = 256;

export function createTurns(): Turns {
  let steps = 0;
  return {
    step() {
      steps += 1;
      return steps % stepsOfATurn === 0 ? new Promise((resolve) => setImmediate(resolve)) : undefined;
    },
  };
}
