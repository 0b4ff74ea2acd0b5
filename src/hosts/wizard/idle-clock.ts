/** Tells when nothing was asked for long; while something is under way, it stands still. */
export interface IdleClock {
  /** Something is under way until what this returns is called. */
  busy(): () => void;
  stop(): void;
}

// The longest that Node counts; more would be no time at all (Node.js, timers: setTimeout).
const longestMs = 2 ** 31 - 1;

export function startIdleClock(minutes: number, isOver: () => void): IdleClock {
  let underWay = 0;
  let timer: NodeJS.Timeout | undefined;
  const start = (): void => {
    timer = setTimeout(isOver, Math.min(minutes * 60_000, longestMs));
  };
  start();
  return {
    busy() {
      underWay += 1;
      clearTimeout(timer);
      return () => {
        underWay -= 1;
        if (underWay === 0) start();
      };
    },
    stop: () => clearTimeout(timer),
  };
}
