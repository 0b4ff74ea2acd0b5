import { describe, expect, test } from "vitest";
import { InventoryError } from "../../src/inventory/errors.ts";
import { fakeClock } from "../clock.ts";
import { openDoor, refusalOf } from "./open-door.ts";
import { type ScriptedAnswer, script, startServer } from "./server.ts";

const noLimits = { maxAttempts: 100, totalTimeoutMs: 1e9 };
// One a second after a refusal by rate, with half of the jitter.
const rate = { startPerSecond: 4, growthPerAnswer: 1, ceilingPerSecond: 4, startInFlight: 8 };
const slowedDown = [1050];

describe("what is tried again", () => {
  test.each<{ what: string; first: ScriptedAnswer }>([
    ...[408, 429, 500, 502, 503, 504, 599].map((status) => ({ what: `status ${status}`, first: { status } })),
    { what: "a connection that ends without an answer", first: { reset: true } },
    { what: "a body that ends before its length", first: { cut: true, body: "{" } },
  ])("$what", async ({ first }) => {
    const server = await startServer(script(first, { body: '{"ok":true}' }));
    const clock = fakeClock();
    const { get, authorizer, traffic } = openDoor({ clock, limits: { rate } });
    const answer = await get(`${server.origin}/thing`);
    expect(Buffer.from(answer.body).toString()).toBe('{"ok":true}');
    expect(server.requests).toHaveLength(2);
    expect(authorizer.authorized).toHaveLength(2);
    expect(clock.slept).toEqual(first.status === 429 ? slowedDown : [250]);
    expect(traffic).toEqual({ requests: 2, refused: first.status === 429 ? 1 : 0 });
  });

  test.each([
    [400, "INVALID_RESPONSE"],
    [401, "UNAUTHENTICATED"],
    [404, "NOT_FOUND"],
    [409, "INVALID_RESPONSE"],
    [460, "INVALID_RESPONSE"],
  ])("not status %i", async (status, code) => {
    const server = await startServer(script({ status }, {}));
    const clock = fakeClock();
    const error = await refusalOf(openDoor({ clock }).get(`${server.origin}/thing`));
    expect(error.code).toBe(code);
    expect(error.message).toContain(`(status ${status})`);
    expect(server.requests).toHaveLength(1);
    expect(clock.slept).toEqual([]);
  });

  test("not a POST, unless it may be sent twice", async () => {
    const server = await startServer(script({ status: 503 }, {}));
    const post = { method: "POST", body: '{"a":1}' } as const;
    const error = await refusalOf(openDoor().get(`${server.origin}/thing`, post));
    expect(error.code).toBe("UNAVAILABLE");
    expect(server.requests).toHaveLength(1);

    const again = await startServer(script({ status: 503 }, {}));
    await openDoor().get(`${again.origin}/thing`, { ...post, idempotent: true });
    expect(again.requests.map(({ method, body }) => [method, body])).toEqual([
      ["POST", '{"a":1}'],
      ["POST", '{"a":1}'],
    ]);
  });

  test("not a status that the caller wants to see", async () => {
    const server = await startServer(script({ status: 404 }));
    const classify = () => ({ error: new InventoryError("INTERNAL", "must not be asked"), again: "never" }) as const;
    const answer = await openDoor({ classify }).get(`${server.origin}/thing`, { accept: [404] });
    expect(answer.status).toBe(404);
  });

  test("not what the provider's known messages say is final: they come before the table", async () => {
    const server = await startServer(script({ status: 500, body: "known" }, {}));
    const { get } = openDoor({
      classify: (answer) =>
        Buffer.from(answer.body).toString() === "known"
          ? { error: new InventoryError("NOT_FOUND", "not offered", { notOffered: true }), again: "never" }
          : undefined,
    });
    expect(await refusalOf(get(`${server.origin}/thing`))).toMatchObject({ code: "NOT_FOUND", notOffered: true });
    expect(server.requests).toHaveLength(1);
  });
});

describe("how long it waits", () => {
  const ceilings = [500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000];

  test.each([0, 0.001, 0.5, 0.999_999])("a random part of a doubling ceiling: %d", async (random) => {
    const answers = ceilings.map(() => ({ status: 503 }));
    const server = await startServer(script(...answers, {}));
    const clock = fakeClock();
    await openDoor({ clock: { ...clock, random: () => random }, limits: noLimits }).get(`${server.origin}/thing`);
    const waits = ceilings.map((ceiling) => Math.floor(ceiling * random));
    expect(clock.slept).toEqual(waits.filter((wait) => wait > 0));
    for (const [index, wait] of waits.entries()) expect(wait).toBeLessThan(ceilings[index] ?? 0);
  });

  const startMs = Date.UTC(2026, 0, 1);
  test.each([
    ["7", [7000]],
    [" 7 ", [7000]],
    [new Date(startMs + 12_000).toUTCString(), [12_000]],
    // No invitation: as if it were not there.
    ["0", slowedDown],
    [new Date(startMs - 12_000).toUTCString(), slowedDown],
    // Neither seconds nor a date.
    ["soon", slowedDown],
    ["1.5", slowedDown],
    ["-1", slowedDown],
    ["", slowedDown],
  ])("Retry-After %j", async (header, waits) => {
    const headers = { "retry-after": header, date: new Date(startMs).toUTCString() };
    const server = await startServer(script({ status: 429, headers }, {}));
    // A clock that is ten minutes ahead: a date is read against the answer's own.
    const clock = fakeClock(startMs + 600_000);
    await openDoor({ clock, limits: { rate } }).get(`${server.origin}/thing`);
    expect(clock.slept).toEqual(waits);
  });

  test.each([
    ["0", 250],
    ["0", 500],
    ["1", 1000],
  ])("a failing provider's Retry-After %j is the least, not the most", async (header, last) => {
    const failing = { status: 503, headers: { "retry-after": header } };
    const server = await startServer(last === 500 ? script(failing, failing, {}) : script(failing, {}));
    const clock = fakeClock();
    await openDoor({ clock }).get(`${server.origin}/thing`);
    expect(clock.slept.at(-1)).toBe(last);
  });

  test("not at all where Retry-After goes beyond the time that is left", async () => {
    const server = await startServer(script({ status: 503, headers: { "retry-after": "181" } }, {}));
    const clock = fakeClock();
    const error = await refusalOf(openDoor({ clock }).get(`${server.origin}/thing`));
    expect(error.code).toBe("UNAVAILABLE");
    expect(error.message).toContain("the next attempt would come in 181 s, beyond the 180 s");
    expect(server.requests).toHaveLength(1);
    expect(clock.slept).toEqual([]);
  });
});

describe("how often", () => {
  test("as many attempts as the limit says, and the error says so", async () => {
    const server = await startServer(script({ status: 503, headers: { "x-request-id": "id-7" } }));
    const error = await refusalOf(openDoor({ limits: { maxAttempts: 4 } }).get(`${server.origin}/thing`));
    expect(server.requests).toHaveLength(4);
    expect(error).toMatchObject({ code: "UNAVAILABLE", requestId: "id-7" });
    expect(error.message).toBe("GET /thing failed at the provider (status 503), on each of 4 attempts");
  });

  test("no longer than the time that one request may take", async () => {
    const server = await startServer(script({ status: 503 }));
    const clock = fakeClock();
    const limits = { maxAttempts: 100, totalTimeoutMs: 3000 };
    const error = await refusalOf(openDoor({ clock, limits }).get(`${server.origin}/thing`));
    // 250 + 500 + 1000 ms have passed; 2000 more would be too late.
    expect(clock.slept).toEqual([250, 500, 1000]);
    expect(server.requests).toHaveLength(4);
    expect(error.message).toContain("beyond the 3 s that one request may take");
  });

  test.each([
    { answers: [403, 200], requests: 2, fails: false },
    { answers: [403, 403, 200], requests: 2, fails: true },
    { answers: [403, 503, 403, 200], requests: 3, fails: true },
    { answers: [503, 403, 200], requests: 3, fails: false },
  ])("a 403 is believed when it is repeated after a pause: $answers", async ({ answers, requests, fails }) => {
    const server = await startServer(script(...answers.map((status) => ({ status }))));
    const clock = fakeClock();
    const asked = openDoor({ clock }).get(`${server.origin}/thing`);
    if (fails) expect((await refusalOf(asked)).code).toBe("PERMISSION_DENIED");
    else expect((await asked).status).toBe(200);
    expect(server.requests).toHaveLength(requests);
    expect(clock.slept.filter((wait) => wait === 2000)).toHaveLength(1);
  });

  test("not at all a POST that is forbidden", async () => {
    const server = await startServer(script({ status: 403 }, {}));
    expect((await refusalOf(openDoor().get(`${server.origin}/thing`, { method: "POST" }))).code).toBe(
      "PERMISSION_DENIED",
    );
    expect(server.requests).toHaveLength(1);
  });
});
