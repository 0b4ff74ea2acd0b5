import { describe, expect, test } from "vitest";
import type { LearnedRates } from "../../src/inventory/provider.ts";
import { fakeClock } from "../clock.ts";
import { virtualClock } from "../virtual-clock.ts";
import { openDoor, refusalOf } from "./open-door.ts";
import { type Handler, rest, script, startServer, until } from "./server.ts";
import { tokenBucket } from "./simulated-limit.ts";
import { steppedClock } from "./stepped-clock.ts";

const rate = { startPerSecond: 5, growthPerAnswer: 1, ceilingPerSecond: 50, startInFlight: 8 };
const refusal = { status: 429 };
const rest400 = { status: 429, headers: { "retry-after": "400" } };

function gapsOf(arrivals: readonly number[]): number[] {
  return arrivals.slice(1).map((ms, index) => ms - (arrivals[index] ?? 0));
}

/** Answers by path; a path with no answers of its own is healthy. */
function byPath(answers: Readonly<Record<string, Handler>>): Handler {
  return (response, request, number) => {
    const own = answers[request.url.split("?")[0] ?? ""];
    return own === undefined ? void response.end("{}") : own(response, request, number);
  };
}

describe("a refusal by rate", () => {
  test("spends no attempt: a request is let through after many more than six", async () => {
    const server = await startServer(script(...Array(9).fill(refusal), {}));
    const { get, traffic } = openDoor();
    expect((await get(`${server.origin}/thing`)).status).toBe(200);
    expect(traffic).toEqual({ requests: 10, refused: 9 });
  });

  test("leaves the attempts to what does spend them", async () => {
    const failing = { status: 503 };
    const server = await startServer(script(refusal, failing, refusal, refusal, failing, refusal, failing, {}));
    const error = await refusalOf(openDoor({ limits: { maxAttempts: 3 } }).get(`${server.origin}/thing`));
    expect(error.code).toBe("UNAVAILABLE");
    expect(server.requests).toHaveLength(7);
  });

  test.each([undefined, "0"])("makes the wait grow, with Retry-After %j", async (header) => {
    const headers: Record<string, string> = header === undefined ? {} : { "retry-after": header };
    const arrivals: number[] = [];
    const clock = fakeClock();
    const server = await startServer((response, _, number) => {
      arrivals.push(clock.monotonic());
      response.writeHead(number < 9 ? 429 : 200, headers).end();
    });
    await openDoor({ clock, limits: { rate } }).get(`${server.origin}/thing`);
    // Half of the jitter: 5 % of each gap.
    expect(gapsOf(arrivals)).toEqual([841, 2100, 2100, 2100, 2100, 2311, 2888, 3611]);
  });

  test("slows everybody down, and the answers speed them up again", async () => {
    const clock = virtualClock();
    const arrivals: number[] = [];
    const server = await startServer((response, _, number) => {
      arrivals.push(clock.monotonic());
      response.writeHead(number === 20 ? 429 : 200).end();
    });
    const { get } = openDoor({ clock, limits: { rate, maxInFlight: 1 } });
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 60 }, (_, id) => get(`${server.origin}/thing/${id}`, {}, signal)));
    const gaps = gapsOf(arrivals);
    const [before = 0, after = 0, last = 0] = [gaps[18], gaps[19], gaps[58]];
    expect(after).toBeGreaterThan(before * 3);
    expect(last).toBeLessThan(after / 2);
  });

  test("of many that left together counts once", async () => {
    const server = await startServer((response, _, number) => {
      response.writeHead(number <= 8 ? 429 : 200).end();
    });
    const clock = virtualClock();
    const { get } = openDoor({
      clock,
      limits: { rate: { ...rate, startPerSecond: 700, ceilingPerSecond: 700, startInFlight: 8 } },
    });
    await Promise.all(Array.from({ length: 8 }, (_, id) => get(`${server.origin}/thing/${id}`)));
    expect(server.requests).toHaveLength(16);
    // A quarter of 700 a second, and not of less: 8 requests take 7 gaps of 6 ms.
    expect(clock.monotonic()).toBeLessThan(100);
  });

  test("ends when the provider has refused everything for the patience of a request, and then for all at once", async () => {
    const server = await startServer(script({ ...refusal, headers: { "x-request-id": "id-7" } }));
    const clock = virtualClock();
    const { get, traffic } = openDoor({ clock, limits: { rate, maxInFlight: 2 } });
    const { signal } = new AbortController();
    const all = Array.from({ length: 40 }, (_, id) => refusalOf(get(`${server.origin}/thing/${id}`, {}, signal)));
    const errors = await Promise.all(all);
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(["RATE_LIMITED"]));
    expect(errors.some(({ message }) => /; for \d+ s it refused every request$/.test(message))).toBe(true);
    const unsent = /^GET \/thing was not sent: for \d+ s the provider's rate limit refused every request$/;
    expect(errors.filter(({ message }) => unsent.test(message)).length).toBeGreaterThan(30);
    // The wait grows to half a minute: three minutes take few questions, whoever waits.
    expect(traffic.requests).toBeLessThan(25);
    expect(clock.monotonic()).toBeLessThan(180_000 + 2 * 30_000);
  });

  test("of one route alone ends with that request's patience, while others are let through", async () => {
    const server = await startServer(byPath({ "/broken": script(refusal) }));
    const clock = virtualClock();
    const { get } = openDoor({ clock, limits: { rate } });
    const { signal } = new AbortController();
    let isEnded = false;
    const broken = refusalOf(get(`${server.origin}/broken`, {}, signal)).finally(() => {
      isEnded = true;
    });
    for (; !isEnded; await clock.sleep(1000, signal)) await get(`${server.origin}/healthy`, {}, signal);
    expect(await broken).toMatchObject({
      code: "RATE_LIMITED",
      message: expect.stringMatching(/beyond the 180 s|refused every request like it, while it let others through$/),
    });
  });

  test("costs a waiting request nothing while others are asked first", async () => {
    let last = Number.NEGATIVE_INFINITY;
    const clock = virtualClock();
    // One request a second: 400 that come at once take far more than the 180 s of each.
    const server = await startServer((response) => {
      const isTooSoon = clock.monotonic() - last < 1000;
      if (!isTooSoon) last = clock.monotonic();
      response.writeHead(isTooSoon ? 429 : 200).end();
    });
    const { get, traffic } = openDoor({ clock, limits: { rate, maxInFlight: 8 } });
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 400 }, (_, id) => get(`${server.origin}/thing/${id}`, {}, signal)));
    expect(clock.monotonic()).toBeGreaterThan(400_000);
    expect(traffic.refused).toBeLessThan(traffic.requests / 20);
  });

  test("of a limit that is counted minute by minute loses nothing", async () => {
    const clock = virtualClock();
    const minutes = new Map<number, number>();
    const server = await startServer((response) => {
      const minute = Math.floor(clock.monotonic() / 60_000);
      const asked = (minutes.get(minute) ?? 0) + 1;
      minutes.set(minute, asked);
      response.writeHead(asked > 60 ? 429 : 200).end();
    });
    const { get } = openDoor({ clock, limits: { rate, maxInFlight: 8 } });
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 300 }, (_, id) => get(`${server.origin}/thing/${id}`, {}, signal)));
    expect(server.requests.length).toBeLessThan(400);
  });
});

describe("a wait beyond a request's patience", () => {
  const id = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";

  test("fails the request, closes its route, names who asked for it, and leaves all others alone", async () => {
    const server = await startServer(byPath({ [`/project/${id}/volume`]: script(rest400) }));
    const { door, get } = openDoor();
    const label = `GET /project/${id}/volume`;
    const { signal } = new AbortController();
    const error = await refusalOf(get(`${server.origin}/project/${id}/volume`, { label }, signal));
    expect(error).toMatchObject({
      code: "RATE_LIMITED",
      message: expect.stringContaining("in 400 s, beyond the 180 s"),
    });
    expect(door.pausedForMs()).toBe(0);
    await get(`${server.origin}/project/${id}/instance`, {}, signal);
    const other = `/project/${id.replace("0", "1")}/volume`;
    expect(await refusalOf(get(`${server.origin}${other}`, { label: "GET /other" }, signal))).toMatchObject({
      code: "RATE_LIMITED",
      message: `GET /other was not sent: the answer to ${label} asked to wait 400 s, and one request may take 180 s`,
    });
    expect(server.requests).toHaveLength(2);
  });

  test("is over when it is over", async () => {
    const server = await startServer(script(rest400, {}));
    const clock = fakeClock();
    const { get } = openDoor({ clock });
    const { signal } = new AbortController();
    await refusalOf(get(`${server.origin}/thing`, {}, signal));
    await clock.sleep(400_000, signal);
    expect((await get(`${server.origin}/thing`, {}, signal)).status).toBe(200);
  });

  test.each([429, 503])("is forgotten with the run: status %i", async (status) => {
    const server = await startServer(script({ ...rest400, status }, {}));
    const { get } = openDoor();
    await refusalOf(get(`${server.origin}/thing`, {}, new AbortController().signal));
    expect((await get(`${server.origin}/thing`, {}, new AbortController().signal)).status).toBe(200);
  });

  test("does not last into the next run for a provider that refused everything either", async () => {
    let isWell = false;
    const server = await startServer((response) => void response.writeHead(isWell ? 200 : 429).end());
    const { get } = openDoor();
    await refusalOf(get(`${server.origin}/thing`, {}, new AbortController().signal));
    isWell = true;
    expect((await get(`${server.origin}/thing`, {}, new AbortController().signal)).status).toBe(200);
  });

  test("however long, ends in a sentence", async () => {
    const server = await startServer(script({ status: 429, headers: { "retry-after": "9".repeat(400) } }));
    const error = await refusalOf(openDoor().get(`${server.origin}/thing`));
    expect(error.message).not.toMatch(/Infinity|NaN/);
  });
});

test("a route that is refused again while others are let through is held back alone", async () => {
  const server = await startServer(byPath({ "/busy": script({ status: 429, headers: { "retry-after": "100" } }) }));
  const clock = virtualClock();
  const { door, get } = openDoor({ clock });
  const run = new AbortController();
  const busy = refusalOf(get(`${server.origin}/busy`, {}, run.signal));
  const asked = () => server.requests.filter(({ url }) => url === "/busy").length;
  await until(() => door.pausedForMs() > 0);
  // Held back by the first wait with everybody, by no other: each of ten takes what a healthy server takes.
  for (let request = 0; request < 10; request += 1) await get(`${server.origin}/healthy`, {}, run.signal);
  await until(() => asked() >= 3);
  expect(door.pausedForMs()).toBe(0);
  run.abort();
  await busy;
});

describe("a wall clock that is set", () => {
  test.each([-600_000, 600_000])("by %i ms changes no wait and no pace", async (byMs) => {
    const server = await startServer(script({ status: 429, headers: { "retry-after": "7" } }, {}));
    const clock = steppedClock();
    const { door, get } = openDoor({ clock, limits: { maxRequestsPerMinute: 60 } });
    const one = get(`${server.origin}/one`);
    await until(() => clock.waiting.length === 1);
    clock.setWallClock(byMs);
    expect(door.pausedForMs()).toBe(7000);
    clock.advance(7250);
    await one;
    const two = get(`${server.origin}/two`);
    await until(() => clock.waiting.length === 1);
    expect(clock.waiting).toEqual([1000]);
    clock.setWallClock(byMs);
    clock.advance(1000);
    await two;
    expect(server.requests).toHaveLength(3);
  });

  test("takes no patience from a request", async () => {
    const clock = fakeClock();
    const server = await startServer((response, _, number) => {
      clock.setWallClock(600_000);
      response.writeHead(number < 4 ? 503 : 200).end();
    });
    expect((await openDoor({ clock }).get(`${server.origin}/thing`)).status).toBe(200);
  });
});

test("a place in the pace is not lost with a request that gave up waiting for it", async () => {
  const server = await startServer(script({}));
  const clock = steppedClock();
  const { get } = openDoor({ clock, limits: { maxRequestsPerMinute: 60 } });
  await get(`${server.origin}/one`);
  const gone = new AbortController();
  const two = refusalOf(get(`${server.origin}/two`, {}, gone.signal));
  await until(() => clock.waiting.length === 1);
  const three = get(`${server.origin}/three`);
  const four = get(`${server.origin}/four`);
  gone.abort();
  await two;
  await until(() => clock.waiting.length === 2);
  clock.advance(1000);
  // The place of the second is the third's, and the fourth's is not moved into it.
  await three;
  await rest();
  expect(server.requests.map(({ url }) => url)).toEqual(["/one", "/three"]);
  await until(() => clock.waiting.length === 1);
  expect(clock.waiting).toEqual([1000]);
  clock.advance(1000);
  await four;
});

test("what one door learned of a limit is where the next one begins", async () => {
  const clock = virtualClock();
  const limit = tokenBucket(5, 5);
  const server = await startServer((response) => {
    response.writeHead(limit(clock.monotonic() / 1000) ? 200 : 429).end();
  });
  const ask = async (known: LearnedRates) => {
    const { door, get, traffic } = openDoor({ clock, limits: { rate } });
    door.recall(known);
    const { signal } = new AbortController();
    await Promise.all(Array.from({ length: 100 }, (_, id) => get(`${server.origin}/thing/${id}`, {}, signal)));
    return { traffic, learned: door.learned() };
  };
  const first = await ask({});
  const learned = first.learned[server.origin]?.limitPerSecond ?? 0;
  expect(learned).toBeGreaterThan(4);
  expect(learned).toBeLessThan(6);
  const second = await ask(first.learned);
  expect(second.traffic.refused).toBeLessThan(Math.max(2, first.traffic.refused));
});

test("one request after the other, each of which has to wait, lets the rate grow", async () => {
  const clock = virtualClock();
  const server = await startServer((response) => void response.end());
  const { get } = openDoor({ clock, limits: { rate } });
  const { signal } = new AbortController();
  for (let page = 0; page < 100; page += 1) await get(`${server.origin}/thing?page=${page}`, {}, signal);
  // At 5 a second it would be 20 s.
  expect(clock.monotonic()).toBeLessThan(5000);
});

describe("what is refused for itself slows nobody else down", () => {
  /** When the last of 300 requests was let through, in virtual seconds, beside what is refused for itself. */
  async function othersDoneAt(isRefused: (url: string, atSeconds: number) => boolean, beside: readonly string[]) {
    const clock = virtualClock();
    const server = await startServer((response, { url }) => {
      response.writeHead(isRefused(url, clock.monotonic() / 1000) ? 429 : 200).end();
    });
    const { get } = openDoor({ clock, limits: { rate } });
    const { signal } = new AbortController();
    const slow = Promise.allSettled(beside.map((url) => get(`${server.origin}${url}`, {}, signal)));
    const others = Array.from({ length: 300 }, (_, page) => get(`${server.origin}/thing?page=${page}`, {}, signal));
    await Promise.all(others);
    const doneAt = clock.monotonic() / 1000;
    return { doneAt, beside: await slow };
  }

  test("a route that is never let through", async () => {
    const urls = Array.from({ length: 5 }, (_, page) => `/broken?page=${page}`);
    const { doneAt, beside } = await othersDoneAt((url) => url.startsWith("/broken"), urls);
    expect(new Set(beside.map(({ status }) => status))).toEqual(new Set(["rejected"]));
    // Alone they take 9 s; at the least rate, as if all were refused, 600.
    expect(doneAt).toBeLessThan(100);
  });

  test("a single request, of a route that is let through else", async () => {
    const { doneAt, beside } = await othersDoneAt((url) => url === "/thing?page=odd", ["/thing?page=odd"]);
    expect(beside).toMatchObject([{ status: "rejected", reason: { code: "RATE_LIMITED" } }]);
    expect(doneAt).toBeLessThan(45);
  });
});
