import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { generator } from "../../src/emulator/random.ts";
import { createRateController } from "../../src/http/rate-controller.ts";
import type { LearnedRate } from "../../src/inventory/provider.ts";
import { type Limit, limitOf, type Simulated, simulate, tokenBucket } from "./simulated-limit.ts";

const polite = { startPerSecond: 5, growthPerAnswer: 1, ceilingPerSecond: 50, startInFlight: 8 };
const bold = { startPerSecond: 10, growthPerAnswer: 1, ceilingPerSecond: 90, startInFlight: 8 };
const seeds = [1, 2, 3, 4, 5, 6, 7];

interface Case {
  readonly bounds: typeof polite;
  readonly limit: () => Limit;
  /** How many requests each level of the work has; each answer of a level makes its share of the next. */
  readonly levels: readonly number[];
  readonly known?: LearnedRate;
}

/** The median of several seeds: seconds and refusals. */
function typical({ bounds, limit, levels, known }: Case): Simulated {
  const runs = seeds.map((seed) => {
    const random = generator(seed);
    return simulate(createRateController(bounds, random, known), limit(), levels, 0.05, random);
  });
  const median = (of: (run: Simulated) => number): number => runs.map(of).sort((one, other) => one - other)[3] ?? 0;
  expect(runs.map(({ lost }) => lost)).toEqual(seeds.map(() => 0));
  return {
    seconds: median((run) => run.seconds),
    sent: median((run) => run.sent),
    refused: median((run) => run.refused),
    lost: 0,
  };
}

/** A limit that is another one from a moment on. */
function changing(perSecond: number, afterSeconds: number, later: number): Limit {
  return limitOf({ type: "tokens", perSecond, burst: perSecond, change: { afterSeconds, perSecond: later } });
}

const small = [1, 20];
const middle = [1, 99];
const large = [1, 10, 350];
const thousand = [1, 1000];
const huge = [1, 100, 9899];
const known = (limitPerSecond: number): LearnedRate => ({
  limitPerSecond,
  isConfirmed: true,
  provenPerSecond: limitPerSecond,
});

describe("nothing is lost, hardly anything refused, and the time is close to the least there is", () => {
  test.each<readonly [string, Case, least: number, ratio: number, refused: number]>([
    ["60 a minute, 21 requests", { bounds: polite, limit: () => tokenBucket(1, 1), levels: small }, 20, 1.45, 4],
    ["60 a minute, 361 requests", { bounds: polite, limit: () => tokenBucket(1, 1), levels: large }, 360, 1.2, 18],
    ["2 a second, 21 requests", { bounds: polite, limit: () => tokenBucket(2, 2), levels: small }, 9.5, 1.25, 4],
    ["10 a second, 100 requests", { bounds: bold, limit: () => tokenBucket(10, 10), levels: middle }, 9, 1.1, 5],
    ["10 a second, 10,000 requests", { bounds: bold, limit: () => tokenBucket(10, 10), levels: huge }, 999, 1.03, 100],
    [
      "100 each second of the clock",
      { bounds: bold, limit: () => limitOf({ type: "clock-spans", requests: 100, seconds: 1 }), levels: huge },
      99,
      1.2,
      100,
    ],
    [
      "60 in any 60 seconds",
      { bounds: polite, limit: () => limitOf({ type: "sliding-span", requests: 60, seconds: 60 }), levels: large },
      360,
      1.1,
      43,
    ],
    ["20 a second, then 5", { bounds: bold, limit: () => changing(20, 15, 5), levels: thousand }, 151, 1.1, 50],
    ["5 a second, then 20", { bounds: bold, limit: () => changing(5, 15, 20), levels: thousand }, 61, 1.6, 50],
    [
      "60 a minute, known",
      { bounds: polite, limit: () => tokenBucket(1, 1), levels: small, known: known(1) },
      20,
      1.2,
      3,
    ],
    [
      "2 a second, known",
      { bounds: polite, limit: () => tokenBucket(2, 2), levels: small, known: known(2) },
      9.5,
      1.2,
      3,
    ],
    [
      "10 a second, known",
      { bounds: bold, limit: () => tokenBucket(10, 10), levels: middle, known: known(10) },
      9,
      1.2,
      3,
    ],
  ])("%s", (_, work, least, ratio, refused) => {
    const run = typical(work);
    expect(run.seconds / least).toBeLessThanOrEqual(ratio);
    expect(run.refused).toBeLessThanOrEqual(refused);
  });

  test("whatever chance brings: 60 a minute, with an allowance of one", () => {
    for (let seed = 1; seed <= 60; seed += 1) {
      const random = generator(seed);
      const run = simulate(createRateController(polite, random), tokenBucket(1, 1), small, 0.05, random);
      expect(run.seconds / 20, `seed ${seed}`).toBeLessThan(1.5);
    }
  });

  test("whatever the limit, its allowance and the latency", () => {
    fc.assert(
      fc.property(
        fc.record({
          perSecond: fc.double({ min: 0.7, max: 140, noNaN: true }),
          allowance: fc.integer({ min: 1, max: 60 }),
          latencySeconds: fc.double({ min: 0, max: 3, noNaN: true }),
          seed: fc.nat(),
        }),
        ({ perSecond, allowance, latencySeconds, seed }) => {
          const random = generator(seed);
          const controller = createRateController(bold, random);
          const run = simulate(controller, tokenBucket(perSecond, allowance), [1, 200], latencySeconds, random);
          expect(run.lost).toBe(0);
          expect(run.refused).toBeLessThan(100);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("a provider that refuses nothing", () => {
  test("is asked ever faster, and never above the ceiling", () => {
    const random = generator(1);
    const controller = createRateController(polite, random);
    const run = simulate(controller, () => true, thousand, 0.05, random);
    expect(controller.perSecond()).toBe(50);
    // Two seconds to get there, then 50 a second.
    expect(run.seconds).toBeGreaterThan(1000 / 50);
    expect(run.seconds).toBeLessThan(2.5 + 1000 / 50);
    expect(controller.learned()).toEqual({ limitPerSecond: undefined, isConfirmed: false, provenPerSecond: 50 });
  });

  test("proves nothing by answers that nobody waited for", () => {
    const controller = createRateController(polite, () => 0);
    for (let second = 0; second < 100; second += 1) {
      controller.accepted(controller.take(second * 1000, false), second * 1000 + 50);
    }
    expect(controller.perSecond()).toBe(5);
  });
});

describe("a refusal", () => {
  test("lets one request go alone, until it is answered", () => {
    const controller = createRateController(bold, () => 0);
    controller.refused(controller.take(0, true), 50);
    const waitMs = controller.waitMs(50);
    expect(waitMs).toBeCloseTo(350);
    const alone = controller.take(450, true);
    expect(controller.waitMs(10_000)).toBe(Number.POSITIVE_INFINITY);
    controller.ended(alone);
    expect(controller.waitMs(10_000)).toBe(0);
  });

  test("counts what was let in since the one before, and nothing else", () => {
    const controller = createRateController(bold, () => 0);
    controller.refused(controller.take(0, true), 50);
    for (const leftMs of [450, 850]) controller.accepted(controller.take(leftMs, true), leftMs + 50);
    controller.refused(controller.take(1250, true), 1300);
    // Two in 1.25 s, and a little less than that.
    expect(controller.perSecond()).toBeCloseTo((0.95 * 2) / 1.25);
  });

  test("of requests that left before the last one says nothing new", () => {
    const controller = createRateController(bold, () => 0);
    const [one, two] = [controller.take(0, true), controller.take(0, true)];
    controller.refused(one, 50);
    const rate = controller.perSecond();
    controller.refused(two, 60);
    expect(controller.perSecond()).toBe(rate);
  });

  test("by Retry-After is not believed for longer than 10 s once a faster limit was counted", () => {
    const fresh = createRateController(bold, () => 0);
    expect(fresh.believedMs(60_000)).toBe(60_000);
    const counted = createRateController(bold, () => 0, known(2));
    expect([300, 2000, 60_000].map((ms) => counted.believedMs(ms))).toEqual([300, 2000, 10_000]);
    // Slower than what it asks for: believed.
    expect(createRateController(bold, () => 0, known(0.01)).believedMs(60_000)).toBe(60_000);
  });
});
