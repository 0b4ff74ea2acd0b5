import { describe, expect, test } from "vitest";
import { refusalByStatus } from "../../src/http/refusal.ts";

const answer = (status: number, header: string | null = null) => ({
  status,
  headers: new Headers(header === null ? {} : { "retry-after": header }),
  body: new Uint8Array(),
  requestId: "id-1",
  label: "GET /thing",
});

describe("a status", () => {
  test.each([
    [400, "INVALID_RESPONSE", "never"],
    [401, "UNAUTHENTICATED", "never"],
    [403, "PERMISSION_DENIED", "after-pause"],
    [404, "NOT_FOUND", "never"],
    [408, "UNAVAILABLE", "after-backoff"],
    [409, "INVALID_RESPONSE", "never"],
    [429, "RATE_LIMITED", "after-slowdown"],
    [500, "UNAVAILABLE", "after-backoff"],
    [503, "UNAVAILABLE", "after-backoff"],
    [599, "UNAVAILABLE", "after-backoff"],
  ])("%i is %s, again: %s", (status, code, again) => {
    const refusal = refusalByStatus(answer(status), 0);
    expect(refusal.again).toBe(again);
    expect(refusal.error).toMatchObject({ code, requestId: "id-1", notOffered: false });
    expect(refusal.error.message).toMatch(new RegExp(`^GET /thing [a-z' ]+ \\(status ${status}\\)$`));
  });
});

describe("Retry-After", () => {
  const nowMs = Date.UTC(2026, 0, 1, 12);

  test.each([401, 403, 404])("means nothing with status %i", (status) => {
    expect(refusalByStatus(answer(status, "120"), nowMs)).not.toHaveProperty("retryAfterMs");
  });

  test.each<[string | null, number | undefined]>([
    ["0", 0],
    ["120", 120_000],
    [" 5 ", 5000],
    ["Thu, 01 Jan 2026 12:00:30 GMT", 30_000],
    ["Thursday, 01-Jan-26 12:00:30 GMT", 30_000],
    ["Thu, 01 Jan 2026 11:00:00 GMT", 0],
    [null, undefined],
    ["", undefined],
    ["-5", undefined],
    ["1.5", undefined],
    ["1e3", undefined],
    ["5 seconds", undefined],
    ["Thursday", undefined],
    ["2027-01-01", undefined],
    // A number of any length is well-formed; a year stands for all that is longer.
    ["9".repeat(400), 365 * 86_400_000],
    ["Fri, 01 Jan 2100 00:00:00 GMT", 365 * 86_400_000],
  ])("%j is %j ms", (header, milliseconds) => {
    expect(refusalByStatus(answer(429, header), nowMs).retryAfterMs).toBe(milliseconds);
  });

  test.each<[string, number]>([
    ["Thu, 01 Jan 2026 12:10:00 GMT", 30_000],
    ["Thu, 01 Jan 2026 11:50:00 GMT", 1_230_000],
    ["not a date", 630_000],
  ])("a date is held against the answer's own, %j, not against our clock", (date, milliseconds) => {
    const asked = answer(429, "Thu, 01 Jan 2026 12:10:30 GMT");
    asked.headers.set("date", date);
    expect(refusalByStatus(asked, nowMs).retryAfterMs).toBe(milliseconds);
  });
});
