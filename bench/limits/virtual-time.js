// Time that passes only while nothing is left to do. It takes the place of this process's own when it is loaded, so it comes first
// in the program that uses it: modules that were loaded before may have kept the real clock.
import { createRequire, syncBuiltinESMExports } from "node:module";
import { generator } from "../../dist/emulator/random.js";

const startMs = Date.UTC(2026, 0, 1);
// Work under way goes on from one turn of the event loop to the next: bodies are streams, and some clients use setImmediate.
const quietTurns = 4;
const longestTurns = 1_000_000;

const real = { now: performance.now.bind(performance) };
let passedMs = 0;
let timers = [];
let count = 0;
let random = generator(1);

/** Real milliseconds, for what the benchmark itself takes. */
export function realMs() {
  return real.now();
}

/** Virtual milliseconds since the start of the process. */
export function virtualMs() {
  return passedMs;
}

export function wait(milliseconds) {
  return new Promise((resolve) => {
    setTimer(resolve, milliseconds);
  });
}

/** Runs something to its end in virtual time, with the chance of a seed; timers that it leaves behind are dropped. */
export async function inVirtualTime(seed, work) {
  random = generator(seed);
  timers = [];
  let isDone = false;
  const result = work().finally(() => {
    isDone = true;
  });
  // What it throws is told at the end of this function.
  result.catch(() => {});
  let turns = 0;
  for (let quiet = 0; !isDone; quiet += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (process.getActiveResourcesInfo().some((name) => name.startsWith("FSReq"))) quiet = 0;
    if (quiet < quietTurns) continue;
    turns = timers.length === 0 ? turns + 1 : 0;
    if (turns > longestTurns) throw new Error("nothing is left to wait for, and the work has not ended");
    if (timers.length === 0) continue;
    quiet = 0;
    const next = pop();
    passedMs = Math.max(passedMs, next.atMs);
    next.ring();
  }
  return result;
}

/** @returns what Node's own timers are used as. */
function setTimer(callback, milliseconds = 0, ...values) {
  const timer = {
    atMs: passedMs + Math.max(0, Number(milliseconds) || 0),
    place: count,
    isCleared: false,
    ring: () => callback(...values),
    unref: () => timer,
    ref: () => timer,
    hasRef: () => true,
  };
  count += 1;
  push(timer);
  return timer;
}

function clearTimer(timer) {
  if (timer?.ring === undefined || timer.isCleared) return;
  timer.isCleared = true;
  cleared += 1;
  // A run sets a timer for each attempt and clears nearly all of them.
  if (cleared < 1000 || cleared < timers.length / 2) return;
  timers = timers.filter(({ isCleared }) => !isCleared).sort((one, other) => (isBefore(one, other) ? -1 : 1));
  cleared = 0;
}

let cleared = 0;

function isBefore(one, other) {
  return one.atMs < other.atMs || (one.atMs === other.atMs && one.place < other.place);
}

function push(timer) {
  let index = timers.push(timer) - 1;
  while (index > 0) {
    const above = (index - 1) >> 1;
    if (!isBefore(timer, timers[above])) break;
    timers[index] = timers[above];
    index = above;
  }
  timers[index] = timer;
}

/** The timer that rings next; those that were cleared ring in vain. */
function pop() {
  const [next] = timers;
  const last = timers.pop();
  if (timers.length > 0) sink(last);
  return next.isCleared ? { atMs: passedMs, ring: () => {} } : next;
}

function sink(timer) {
  let index = 0;
  for (;;) {
    let below = index * 2 + 1;
    if (below >= timers.length) break;
    if (below + 1 < timers.length && isBefore(timers[below + 1], timers[below])) below += 1;
    if (!isBefore(timers[below], timer)) break;
    timers[index] = timers[below];
    index = below;
  }
  timers[index] = timer;
}

function sleep(milliseconds, value, { signal } = {}) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const timer = setTimer(() => {
      signal?.removeEventListener("abort", leave);
      resolve(value);
    }, milliseconds);
    const leave = () => {
      clearTimer(timer);
      reject(signal.reason);
    };
    signal?.addEventListener("abort", leave, { once: true });
  });
}

globalThis.setTimeout = setTimer;
globalThis.clearTimeout = clearTimer;
Object.defineProperty(performance, "now", { value: virtualMs });
Date.now = () => startMs + passedMs;
Math.random = () => random();
const require = createRequire(import.meta.url);
require("node:timers/promises").setTimeout = sleep;
syncBuiltinESMExports();
