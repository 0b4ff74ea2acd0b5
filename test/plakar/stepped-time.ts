import type { Plugin, PluginOptions } from "./child.ts";

// Timers are the process's own and never end by themselves, so that they can be cleared, unreferenced and refreshed as ever.
const preload = (stepsMs: readonly number[]): string => `
  const { setTimeout: start, clearTimeout: stop, Date: RealDate } = globalThis;
  const steps = ${JSON.stringify(stepsMs)};
  const startMs = RealDate.now();
  let nowMs = startMs;
  const running = new Map();
  globalThis.Date = class Date extends RealDate {
    constructor(...given) {
      if (given.length === 0) super(nowMs);
      else super(...given);
    }
    static now = () => nowMs;
  };
  // What paces requests has to go on: a fiftieth of the real time, far less than any span that a test is about.
  const realNow = performance.now.bind(performance);
  const realStartMs = realNow();
  performance.now = () => nowMs - startMs + (realNow() - realStartMs) / 50;
  globalThis.setTimeout = (call, afterMs = 1, ...given) => {
    const timer = start(() => {}, 2 ** 31 - 1);
    running.set(timer, { atMs: nowMs + afterMs, end: () => call(...given) });
    return timer;
  };
  globalThis.clearTimeout = (timer) => {
    running.delete(timer);
    stop(timer);
  };
  process.on("SIGUSR2", () => {
    nowMs += steps.shift();
    const due = [...running].filter(([, { atMs }]) => atMs <= nowMs).sort(([, a], [, b]) => a.atMs - b.atMs);
    for (const [timer, { end }] of due) {
      if (!running.has(timer)) continue;
      clearTimeout(timer);
      end();
    }
  });`;

/**
 * Options of a plugin in which time stands as good as still: its clocks, and every timer but the short pauses between requests. Each
 * {@link passTime} lets the next of the spans pass, so that a deadline is met where the test wants it and nowhere else,
 * however slow the machine is.
 */
export function steppedTime(...stepsMs: readonly number[]): Required<Pick<PluginOptions, "files" | "environment">> {
  return {
    files: { "stepped-time.cjs": preload(stepsMs) },
    environment: { NODE_OPTIONS: "--require {folder}/stepped-time.cjs" },
  };
}

/** Lets the plugin's next span pass. */
export function passTime({ child }: Plugin): void {
  child.kill("SIGUSR2");
}
