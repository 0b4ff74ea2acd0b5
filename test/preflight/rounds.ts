import { vi } from "vitest";

/**
 * Counts how deep requests hang on each other: every request is held until nothing more is asked for, then all are let go
 * together, as one round. Call the function it returns to end it; it gives the number of rounds.
 */
export function countRounds(quietMs = 40): () => number {
  const send = globalThis.fetch;
  let rounds = 0;
  let held: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const letGo = (): void => {
    rounds += 1;
    const now = held;
    held = [];
    for (const go of now) go();
  };
  vi.stubGlobal("fetch", async (...request: Parameters<typeof fetch>) => {
    clearTimeout(timer);
    timer = setTimeout(letGo, quietMs);
    await new Promise<void>((go) => held.push(go));
    return send(...request);
  });
  return () => {
    vi.unstubAllGlobals();
    return rounds;
  };
}
