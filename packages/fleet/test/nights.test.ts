import { describe, expect, it } from "vitest";
import { lastNight, nextNight, scheduleOf } from "../src/jobs/nights.ts";

const paris = (cron: string) => ({ cron, timeZone: "Europe/Paris" });

describe("the night that a schedule means", () => {
  it.each([
    ["in summer time", "0 2 * * *", "2026-07-01T00:00:05Z", "2026-07-01T00:00:00.000Z"],
    ["in winter time", "0 2 * * *", "2026-12-01T01:00:05Z", "2026-12-01T01:00:00.000Z"],
    ["on its very instant", "0 2 * * *", "2026-12-01T01:00:00Z", "2026-12-01T01:00:00.000Z"],
    ["where nobody was up for hours", "0 2 * * *", "2026-12-01T09:30:00Z", "2026-12-01T01:00:00.000Z"],
    ["where the day before was the last", "0 2 * * *", "2026-12-01T00:59:59Z", "2026-11-30T01:00:00.000Z"],
    ["of a month", "0 2 1 * *", "2026-12-20T00:00:00Z", "2026-12-01T01:00:00.000Z"],
  ])("is the instant that was scheduled: %s", (_, cron, now, night) => {
    expect(lastNight(paris(cron), new Date("2026-06-01T00:00:00Z"), new Date(now))?.toISOString()).toBe(night);
  });

  it("comes once where the clocks leave its hour out", () => {
    // 2027-03-28: 01:59:59 is followed by 03:00:00.
    const nights = nightsBetween(paris("30 2 * * *"), "2027-03-26T12:00:00Z", "2027-03-30T12:00:00Z");
    expect(nights).toEqual([
      "2027-03-27T01:30:00.000Z",
      "2027-03-28T01:00:00.000Z",
      "2027-03-29T00:30:00.000Z",
      "2027-03-30T00:30:00.000Z",
    ]);
  });

  it("comes once where the clocks repeat its hour", () => {
    // 2026-10-25: 02:59:59 is followed by 02:00:00.
    const nights = nightsBetween(paris("30 2 * * *"), "2026-10-23T12:00:00Z", "2026-10-27T12:00:00Z");
    expect(nights).toEqual([
      "2026-10-24T00:30:00.000Z",
      "2026-10-25T00:30:00.000Z",
      "2026-10-26T01:30:00.000Z",
      "2026-10-27T01:30:00.000Z",
    ]);
  });

  it("is none before the next one", () => {
    for (const timeZone of ["Europe/Paris", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"]) {
      for (const cron of ["30 2 * * *", "0 2 * * *", "59 1 * * *", "0 0 * * 0", "15 3 28 * *"]) {
        const schedule = { cron, timeZone };
        let at = nextNight(schedule, new Date("2026-09-30T00:00:00Z"));
        for (let count = 0; count < 200; count += 1) {
          const next = nextNight(schedule, at);
          const halfway = new Date((at.getTime() + next.getTime()) / 2);
          expect([lastNight(schedule, at, at), lastNight(schedule, at, halfway)]).toEqual([undefined, undefined]);
          expect(lastNight(schedule, at, next)).toEqual(next);
          expect(lastNight(schedule, halfway, next)).toEqual(next);
          at = next;
        }
      }
    }
  });
});

describe("the schedule of an entry", () => {
  it("stands above the one for all", () => {
    const by = { cron: "0 2 * * *", timeZone: "UTC" };
    expect(scheduleOf({ schedule: "0 4 * * *", timeZone: "Europe/Paris" }, by)).toEqual(paris("0 4 * * *"));
    expect(scheduleOf({ schedule: "0 4 * * *" }, by)).toEqual({ cron: "0 4 * * *", timeZone: "UTC" });
    expect(scheduleOf({ timeZone: "Europe/Paris" }, by)).toEqual(paris("0 2 * * *"));
    expect(scheduleOf({}, { timeZone: "UTC" })).toBeUndefined();
  });

  it("is refused in a sentence where it cannot be read, or never comes", () => {
    expect(() => nextNight(paris("0 0 31 2 *"), new Date())).toThrow(/cannot be used: it never comes$/);
    expect(() => nextNight(paris("0 0 2 * * *"), new Date())).toThrow(/cannot be used: /);
    expect(() => nextNight(paris("0 99 * * *"), new Date())).toThrow(
      /^the schedule 0 99 \* \* \* \(Europe\/Paris\) cannot be used: /,
    );
    for (const timeZone of ["Paris", "", "Europe/Lutetia"]) {
      expect(() => nextNight({ cron: "0 2 * * *", timeZone }, new Date())).toThrow(
        `the schedule 0 2 * * * (${timeZone}) cannot be used: there is no such time zone; Europe/Paris is one`,
      );
    }
  });
});

/** As a worker sees them that looks every five minutes. */
function nightsBetween(schedule: { cron: string; timeZone: string }, from: string, to: string): readonly string[] {
  const nights: Date[] = [];
  for (let now = Date.parse(from); now < Date.parse(to); now += 300_000) {
    const night = lastNight(schedule, nights.at(-1) ?? new Date(from), new Date(now));
    if (night !== undefined) nights.push(night);
  }
  return nights.map((night) => night.toISOString());
}
