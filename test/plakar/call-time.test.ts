import { afterEach, expect, test, vi } from "vitest";
import { leftMsOf } from "../../src/hosts/plakar/call-time.ts";

afterEach(() => vi.restoreAllMocks());

const callUntil = (deadline: number | Date) => ({ getDeadline: () => deadline, cancelled: false, once: () => {} });

test.each([-600_000, 600_000])("a wall clock that is set by %i ms moves no call's end", (byMs) => {
  const startMs = Date.UTC(2026, 0, 1);
  const wall = vi.spyOn(Date, "now").mockReturnValue(startMs);
  const passed = vi.spyOn(performance, "now").mockReturnValue(1000);
  const call = callUntil(startMs + 60_000);
  expect(leftMsOf(call)).toBe(60_000);
  wall.mockReturnValue(startMs + byMs);
  passed.mockReturnValue(11_000);
  expect(leftMsOf(call)).toBe(50_000);
});

test("a call without an end has none", () => {
  expect(leftMsOf(callUntil(Number.POSITIVE_INFINITY))).toBeUndefined();
});
