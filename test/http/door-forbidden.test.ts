import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import type { Clock } from "../../src/http/clock.ts";
import { classifyScaleway } from "../../src/providers/scaleway/errors.ts";
import { virtualClock } from "../virtual-clock.ts";
import { openDoor, refusalOf } from "./open-door.ts";
import { rest, startServer, until } from "./server.ts";
import { tokenBucket } from "./simulated-limit.ts";
import { steppedClock } from "./stepped-clock.ts";

const limits = { rate: { startPerSecond: 10, growthPerAnswer: 1, ceilingPerSecond: 90, startInFlight: 8 } };
const lacking = JSON.stringify({
  type: "permissions_denied",
  message: "insufficient permissions",
  details: [{ action: "read", resource: "compute_server" }],
});

function forbid(response: ServerResponse): void {
  response.writeHead(403, { "content-type": "application/json" }).end(lacking);
}

/** A server that answers 403 to what is more than its limit allows, and to what is denied. */
function startThrottled(clock: Clock, perSecond: number, isDenied: (url: string) => boolean = () => false) {
  const limit = tokenBucket(perSecond, perSecond);
  return startServer((response, { url }) => {
    if (!limit(clock.monotonic() / 1000) || isDenied(url)) forbid(response);
    else response.end("{}");
  });
}

/** Asks for pages of servers in two zones, and returns the most that any of them was asked for. */
async function askForPages(pages: number, perSecond: number) {
  const clock = virtualClock();
  const server = await startThrottled(clock, perSecond);
  const { get, traffic } = openDoor({ clock, limits, classify: classifyScaleway });
  const { signal } = new AbortController();
  const urls = Array.from(
    { length: pages },
    (_, page) => `/instance/v1/zones/fr-par-${1 + (page % 2)}/servers?page=${page}`,
  );
  const answers = await Promise.all(urls.map((url) => get(`${server.origin}${url}`, {}, signal)));
  const times = urls.map((url) => server.requests.filter((request) => request.url === url).length);
  return { answers, traffic, mostTimes: Math.max(...times), seconds: clock.monotonic() / 1000 };
}

describe("a provider that answers 403 to what it throttles", () => {
  test.each([
    [400, 10],
    [120, 2],
    [60, 1],
  ])("%i requests at %i a second: nothing is denied, and it is asked at its speed", async (pages, perSecond) => {
    const { answers, traffic, mostTimes, seconds } = await askForPages(pages, perSecond);
    expect(answers).toHaveLength(pages);
    expect(mostTimes).toBeLessThanOrEqual(3 + (perSecond < 10 ? 3 : 0));
    expect(traffic.refused).toBeLessThan(pages / 5);
    expect(seconds).toBeLessThan((1.3 * pages) / perSecond + 5);
  });
});

describe("a right that is missing in one place", () => {
  const pagesOf = (project: string, pages: number): string[] =>
    Array.from({ length: pages }, (_, page) => `/instance/v1/zones/fr-par-1/servers?project=${project}&page=${page}`);

  test("is said to be missing there, in the provider's words, and costs the other places a moment", async () => {
    const clock = virtualClock();
    const server = await startThrottled(clock, 1000, (url) => url.includes("project=other"));
    const { get, traffic } = openDoor({ clock, limits, classify: classifyScaleway });
    const { signal } = new AbortController();
    const mine = Promise.all(pagesOf("mine", 200).map((url) => get(`${server.origin}${url}`, {}, signal)));
    const others = Promise.all(pagesOf("other", 5).map((url) => refusalOf(get(`${server.origin}${url}`, {}, signal))));
    const refusals = await others;
    await mine;
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(["PERMISSION_DENIED"]));
    expect(traffic.requests).toBeLessThanOrEqual(200 + 2 * 5);
    // 200 requests take some 5 s, and each of two trials 2 s.
    expect(clock.monotonic()).toBeLessThan(10_000);
  });

  test("holds the others up twice a run, however many there are", async () => {
    const clock = steppedClock();
    const server = await startThrottled(clock, 1000, (url) => url.includes("project=other"));
    const { get } = openDoor({ clock, classify: classifyScaleway });
    const { signal } = new AbortController();
    const held: boolean[] = [];
    for (const name of ["servers", "images", "volumes", "snapshots"]) {
      const url = `${server.origin}/instance/v1/zones/fr-par-1/${name}`;
      await get(`${url}?project=mine`, {}, signal);
      let isOver = false;
      const denied = refusalOf(get(`${url}?project=other`, {}, signal)).finally(() => {
        isOver = true;
      });
      await until(() => clock.waiting.length > 0);
      const asked = server.requests.length;
      const another = get(`${server.origin}/instance/v1/products`, {}, signal);
      await rest();
      held.push(server.requests.length === asked);
      await until(() => {
        clock.advance(2000);
        return isOver;
      });
      await Promise.all([denied, another]);
    }
    expect(held).toEqual([true, true, false, false]);
  });

  test("is missing, where it was granted nowhere: each request is asked twice, as ever, and nobody else is held up", async () => {
    const clock = virtualClock();
    const server = await startThrottled(clock, 1000, (url) => url.includes("servers"));
    const { get } = openDoor({ clock, classify: classifyScaleway });
    const { signal } = new AbortController();
    const denied = pagesOf("mine", 10).map((url) => refusalOf(get(`${server.origin}${url}`, {}, signal)));
    for (let page = 0; page < 60; page += 1) await get(`${server.origin}/instance/v1/images?page=${page}`, {}, signal);
    expect(clock.monotonic()).toBeLessThan(2000);
    const refusals = await Promise.all(denied);
    expect(refusals.map(({ lacksRight }) => lacksRight)).toEqual(Array(10).fill(true));
    expect(server.requests).toHaveLength(60 + 20);
  });
});

test("a 403 that is never anything else, beside calls that are throttled by 403, ends without naming a right", async () => {
  const clock = virtualClock();
  const server = await startThrottled(clock, 10, (url) => url.endsWith("page=37"));
  const { get } = openDoor({ clock, limits, classify: classifyScaleway });
  const { signal } = new AbortController();
  const urls = Array.from({ length: 120 }, (_, page) => `/instance/v1/zones/fr-par-1/servers?page=${page}`);
  const ends = await Promise.allSettled(urls.map((url) => get(`${server.origin}${url}`, {}, signal)));
  const failed = ends.flatMap((end) => (end.status === "rejected" ? [end.reason] : []));
  expect(failed).toMatchObject([{ code: "RATE_LIMITED", lacksRight: false }]);
});
