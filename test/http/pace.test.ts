import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createPace } from "../../src/http/pace.ts";

/** When each of the requests leaves, given when it is asked for. */
function departures(perMinute: number, arrivals: readonly number[]): number[] {
  const pace = createPace(perMinute);
  let leftMs = Number.NEGATIVE_INFINITY;
  return arrivals.map((arrivedMs) => {
    // In their order: each waits behind the one before it.
    const nowMs = Math.max(arrivedMs, leftMs);
    leftMs = nowMs + pace.waitMs(nowMs);
    pace.take(leftMs);
    return leftMs;
  });
}

describe("a pace", () => {
  test("of 0 sets no limit", () => {
    expect(departures(0, Array(1000).fill(5))).toEqual(Array(1000).fill(5));
  });

  test("of one a second keeps them a second apart", () => {
    expect(departures(60, [0, 0, 0, 500, 10_000])).toEqual([0, 1000, 2000, 3000, 10_000]);
  });

  test("of few a minute keeps them far apart", () => {
    expect(departures(2, [0, 0, 0])).toEqual([0, 30_000, 60_000]);
  });

  test("lets one second's worth leave at once after a rest, and no more", () => {
    const left = departures(600, [...Array(30).fill(0), ...Array(30).fill(100_000)]);
    // A thousandth of a millisecond for the rounding of fractions.
    expect(left.filter((ms) => ms < 0.001)).toHaveLength(10);
    expect(left.filter((ms) => ms >= 100_000 && ms < 100_000.001)).toHaveLength(10);
  });

  // Mostly at once: only a pace that is asked for too much shows what it allows.
  const gap = fc.oneof(
    { weight: 40, arbitrary: fc.constant(0) },
    { weight: 5, arbitrary: fc.nat(300) },
    { weight: 1, arbitrary: fc.nat(70_000) },
  );
  const gaps = fc.array(gap, { minLength: 1, maxLength: 600, size: "max" });

  test("never lets more leave in any minute than it allows, keeps their order, and holds nobody for ever", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), gaps, (perMinute, between) => {
        let nowMs = 0;
        const times = between.map((gap) => (nowMs += gap));
        const left = departures(perMinute, times);
        const early = left.filter(
          (ms, index) => (left[index + perMinute] ?? Number.POSITIVE_INFINITY) - ms < 59_999.999,
        );
        const overtaking = left.filter((ms, index) => ms < Math.max(times[index] ?? 0, left[index - 1] ?? 0));
        const late = left.filter((ms, index) => ms - (times[index] ?? 0) > (index * 61_000) / perMinute + 1);
        expect({ early, overtaking, late }).toEqual({ early: [], overtaking: [], late: [] });
      }),
    );
  });
});
