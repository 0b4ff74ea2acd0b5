import { describe, expect, test } from "vitest";
import { forecast, forecaster } from "../../src/http/forecast.ts";
import { defaultLimits } from "../../src/http/limits.ts";

const limits = {
  rate: { startPerSecond: 5, growthPerAnswer: 1, ceilingPerSecond: 50, startInFlight: 8 },
  maxRequestsPerMinute: 0,
};

describe("how long requests take at the least", () => {
  test("is nothing for none, and for one", () => {
    expect(forecast(0, limits).leastSeconds).toBe(0);
    expect(forecast(1, limits).leastSeconds).toBe(0);
  });

  test("follows the rate as it grows with each answer, up to its ceiling", () => {
    expect(forecast(4, limits).leastSeconds).toBeCloseTo(1 / 5 + 1 / 6 + 1 / 7);
    const rising = Array.from({ length: 45 }, (_, step) => 1 / (5 + step)).reduce((sum, one) => sum + one, 0);
    expect(forecast(1 + 45 + 1000, limits)).toMatchObject({ fromPerSecond: 5, toPerSecond: 50, isLearned: false });
    expect(forecast(1 + 45 + 1000, limits).leastSeconds).toBeCloseTo(rising + 1000 / 50);
  });

  test("follows the limit that was learned", () => {
    const known = { limitPerSecond: 10, isConfirmed: true, provenPerSecond: 9.5 };
    const { leastSeconds, ...rates } = forecast(96, limits, known);
    expect(rates).toEqual({ requests: 96, fromPerSecond: 9.5, toPerSecond: 9.5, isLearned: true });
    expect(leastSeconds).toBeCloseTo(10);
  });

  test("begins with what was let through before, where nothing was refused", () => {
    const known = { isConfirmed: false, provenPerSecond: 40 };
    expect(forecast(10, limits, known)).toMatchObject({ fromPerSecond: 40, toPerSecond: 50, isLearned: true });
  });

  test("keeps a cap of the config", () => {
    const capped = forecast(121, { ...limits, maxRequestsPerMinute: 60 });
    expect(capped).toMatchObject({ fromPerSecond: 1, toPerSecond: 1, leastSeconds: 120 });
  });

  test("goes by the host of the API", () => {
    const known = { limitPerSecond: 2, isConfirmed: true, provenPerSecond: 1 };
    const tell = forecaster(new URL("https://api.example.com/1.0"), defaultLimits);
    expect(tell(10, { "https://api.example.com": known }).isLearned).toBe(true);
    expect(tell(10, { "https://s3.example.com": known }).isLearned).toBe(false);
  });
});
