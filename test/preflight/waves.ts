import { onTestFinished, vi } from "vitest";

/** How many requests follow each other at most, each sent because of an answer before it. */
export interface Waves {
  count(): number;
}

// The timers that have to follow each other without a new request. What an answer sets off are steps of this process and its
// own short pauses, which end between these timers however slow the machine is: a number of turns, and no span of time.
const quietTurns = 250;

/**
 * Holds every request back until no other comes, then lets all of them go and hands the answers out together: what is asked
 * next is a round trip deeper. Undone after the test.
 */
export function countWaves(): Waves {
  const real = globalThis.fetch;
  let waiting: (() => void)[] = [];
  let turnsLeft = 0;
  let waves = 0;
  const turn = (): void => {
    turnsLeft -= 1;
    if (turnsLeft > 0) return void setTimeout(turn, 1);
    waves += 1;
    for (const go of waiting.splice(0)) go();
  };
  const asked: typeof fetch = async (...input) => {
    await new Promise<void>((resolve) => {
      waiting = [...waiting, resolve];
      if (turnsLeft === 0) setTimeout(turn, 1);
      turnsLeft = quietTurns;
    });
    return real(...input);
  };
  vi.stubGlobal("fetch", asked);
  onTestFinished(() => void vi.unstubAllGlobals());
  return { count: () => waves };
}
