import { setMaxListeners } from "node:events";
import { onTestFinished, vi } from "vitest";
import type { Clock } from "../src/http/clock.ts";

/**
 * A clock on which waiting takes no time, also where many wait at once: it moves on to the end of the shortest wait when no request is
 * under way. Servers of this process may share it; nothing depends on how fast the machine is.
 */
export function virtualClock(startMs = Date.UTC(2026, 0, 1)): Clock {
  const underWay = countRequests();
  const sleepers = new Set<{ readonly untilMs: number; readonly wake: () => void }>();
  let passedMs = 0;
  let isWatched = false;

  async function watch(): Promise<void> {
    for (let quietTurns = 0; sleepers.size > 0; quietTurns += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (underWay() > 0) quietTurns = 0;
      // A few turns of the event loop: what an answer sets off may be another request.
      if (quietTurns < 10) continue;
      quietTurns = 0;
      passedMs = Math.min(...[...sleepers].map(({ untilMs }) => untilMs));
      for (const sleeper of sleepers) if (sleeper.untilMs <= passedMs) sleeper.wake();
    }
    isWatched = false;
  }

  return {
    now: () => startMs + passedMs,
    monotonic: () => passedMs,
    random: () => 0.5,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const end = (settle: () => void) => () => {
          sleepers.delete(sleeper);
          settle();
        };
        const sleeper = { untilMs: passedMs + milliseconds, wake: end(resolve) };
        setMaxListeners(0, signal);
        signal.addEventListener(
          "abort",
          end(() => reject(signal.reason)),
          { once: true },
        );
        sleepers.add(sleeper);
        if (isWatched) return;
        isWatched = true;
        void watch();
      }),
  };
}

/** Counts the requests whose answers have not been read to their end. */
function countRequests(): () => number {
  const send = globalThis.fetch;
  let underWay = 0;
  const spy = vi.spyOn(globalThis, "fetch").mockImplementation(async (input, init) => {
    underWay += 1;
    try {
      const { status, headers, body } = await send(input, init).then(async (response) => ({
        status: response.status,
        headers: response.headers,
        body: await response.arrayBuffer(),
      }));
      return new Response(body.byteLength === 0 ? null : body, { status, headers });
    } finally {
      underWay -= 1;
    }
  });
  onTestFinished(() => spy.mockRestore());
  return () => underWay;
}
