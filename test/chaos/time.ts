import { setMaxListeners } from "node:events";
import type { Clock } from "../../src/http/clock.ts";
import { patienceMs } from "../patience.ts";

/** Time that passes only while everybody waits for it: the door's clock, and every timer of the process while it drives. */
export interface Time extends Clock {
  /** What the servers' clocks say: nobody sets them. */
  truth(): number;
  /** Sets the wall clock by so much, which passes no time. */
  setWallClock(byMilliseconds: number): void;
  /**
   * Lets time pass until some work has ended.
   *
   * @param isBusy whether an answer is on its way, which takes no time by itself.
   * @throws Error where the work outlasts `limitMs`, or waits for nothing that ever comes.
   */
  drive<Result>(work: Promise<Result>, isBusy: () => boolean): Promise<Result>;
}

interface Sleeper {
  untilMs: number;
  readonly wake: () => void;
}

// A few turns of the event loop: what an answer sets off may be another request, or bytes on their way through a pipe.
const quietTurnsBeforeTimePasses = 12;
const quietTurnsBeforePolling = 2000;
const startMs = Date.UTC(2026, 0, 1);

/** @param limitMs what no run may outlast: every wait of the product is bounded by something far shorter. */
export function createTime(limitMs: number, random: () => number): Time {
  const sleepers = new Set<Sleeper>();
  const real = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  let passedMs = 0;
  let wallMs = 0;

  const startTimer = (call: (...given: unknown[]) => void, afterMs = 0, ...given: unknown[]) => {
    const start = (): Sleeper => ({
      untilMs: passedMs + Math.max(0, afterMs),
      wake: () => {
        sleepers.delete(sleeper);
        call(...given);
      },
    });
    let sleeper = start();
    sleepers.add(sleeper);
    const timer = {
      stop: () => sleepers.delete(sleeper),
      ref: () => timer,
      unref: () => timer,
      hasRef: () => false,
      refresh() {
        sleepers.delete(sleeper);
        sleeper = start();
        sleepers.add(sleeper);
        return timer;
      },
    };
    return timer;
  };
  const stopTimer = (timer: unknown): void => {
    if (typeof timer === "object" && timer !== null && "stop" in timer && typeof timer.stop === "function")
      timer.stop();
    else real.clearTimeout(timer as NodeJS.Timeout | undefined);
  };

  function passToNextEnd(): boolean {
    const untilMs = Math.min(...[...sleepers].map((sleeper) => sleeper.untilMs));
    if (!Number.isFinite(untilMs)) return false;
    passedMs = Math.max(passedMs, untilMs);
    if (passedMs > limitMs) throw new Error(`hang: the run has not ended after ${limitMs / 60_000} virtual minutes`);
    for (const sleeper of [...sleepers]) if (sleeper.untilMs <= passedMs) sleeper.wake();
    return true;
  }

  async function passTime(isOver: () => boolean, isBusy: () => boolean): Promise<void> {
    const guardMs = performance.now() + patienceMs.child;
    for (let quietTurns = 0; !isOver(); quietTurns += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (isBusy()) quietTurns = 0;
      if (quietTurns < quietTurnsBeforeTimePasses) continue;
      if (passToNextEnd()) quietTurns = 0;
      // Nobody waits for time: a module is being loaded, or nothing will ever come.
      else if (quietTurns > quietTurnsBeforePolling) await new Promise((resolve) => real.setTimeout(resolve, 5));
      if (performance.now() > guardMs) throw new Error("hang: the run waits for nothing that ever comes");
    }
  }

  return {
    truth: () => startMs + passedMs,
    now: () => startMs + passedMs + wallMs,
    monotonic: () => passedMs,
    random,
    setWallClock(byMilliseconds) {
      wallMs += byMilliseconds;
    },
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        signal.throwIfAborted();
        setMaxListeners(0, signal);
        const end = (): void => {
          sleepers.delete(sleeper);
          signal.removeEventListener("abort", stop);
        };
        const stop = (): void => {
          end();
          reject(signal.reason);
        };
        const sleeper: Sleeper = {
          untilMs: passedMs + milliseconds,
          wake: () => {
            end();
            resolve();
          },
        };
        sleepers.add(sleeper);
        signal.addEventListener("abort", stop, { once: true });
      }),
    async drive(work, isBusy) {
      let isOver = false;
      const over = (): void => {
        isOver = true;
      };
      work.then(over, over);
      Object.assign(globalThis, { setTimeout: startTimer, clearTimeout: stopTimer });
      try {
        await passTime(() => isOver, isBusy);
      } finally {
        Object.assign(globalThis, real);
      }
      return work;
    },
  };
}
