import { afterEach, vi } from "vitest";

/** How many requests follow each other at most, each sent because of an answer before it. */
export interface Waves {
  count(): number;
}

// Longer than the work between an answer and the request that it causes, on a machine that is busy.
const quietMs = 250;

/**
 * Holds every request back until no other comes, then lets all of them go and hands the answers out together: what is asked
 * next is a round trip deeper. Undone after the test.
 */
export function countWaves(): Waves {
  const real = globalThis.fetch;
  let waiting: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  let waves = 0;
  const release = (): void => {
    waves += 1;
    for (const go of waiting.splice(0)) go();
  };
  const asked: typeof fetch = async (...input) => {
    await new Promise<void>((resolve) => {
      waiting = [...waiting, resolve];
      clearTimeout(timer);
      timer = setTimeout(release, quietMs);
    });
    return real(...input);
  };
  vi.stubGlobal("fetch", asked);
  return { count: () => waves };
}

afterEach(() => vi.unstubAllGlobals());
