import { expect, test } from "vitest";
import { createOwnLimits } from "../../src/http/own-limits.ts";
import { createRun } from "../../src/inventory/run.ts";

const run = createRun();
const { signal } = new AbortController();
const asked = (route: string, origin = "https://api.example.com") => ({
  label: route,
  origin,
  route,
  right: route,
  signal,
  run,
});

/** Refuses requests of a route again and again, and lets one of another through in between. */
function refuseBeside(times: number, origin?: string) {
  const limits = createOwnLimits();
  for (let time = 0; time < times; time += 1) {
    limits.refused(asked("GET /busy"), 10 * time);
    limits.accepted(asked("GET /other", origin), 10 * time + 5);
  }
  return limits;
}

test("a route has a limit of its own once it was refused again three times while others were let through", () => {
  expect(refuseBeside(3).hasOwnLimit("GET /busy")).toBe(false);
  expect(refuseBeside(4).hasOwnLimit("GET /busy")).toBe(true);
});

test("what another host lets through says nothing of it", () => {
  expect(refuseBeside(10, "https://other.example.com").hasOwnLimit("GET /busy")).toBe(false);
});

test("a route that is let through in between has none", () => {
  const limits = createOwnLimits();
  for (let time = 0; time < 20; time += 1) {
    limits.refused(asked("GET /busy"), 10 * time);
    limits.accepted(asked("GET /other"), 10 * time + 5);
    limits.accepted(asked("GET /busy"), 10 * time + 6);
  }
  expect([limits.hasOwnLimit("GET /busy"), limits.timesRefused("GET /busy")]).toEqual([false, 0]);
});

test("one request is refused for itself in a route that others of it pass", () => {
  const limits = createOwnLimits();
  const odd = asked("GET /busy");
  for (let time = 0; time < 4; time += 1) {
    expect(limits.isRefusedForItself(odd)).toBe(false);
    limits.refused(odd, 10 * time);
    limits.accepted(asked("GET /busy"), 10 * time + 5);
  }
  expect([limits.isRefusedForItself(odd), limits.isRefusedForItself(asked("GET /busy"))]).toEqual([true, false]);
});
