import type { ServerResponse } from "node:http";
import { describe, expect, test } from "vitest";
import { fakeClock } from "../clock.ts";
import { openDoor, refusalOf } from "./open-door.ts";
import { rest, script, startServer, until } from "./server.ts";
import { steppedClock } from "./stepped-clock.ts";

describe("slots", () => {
  test.each([1, 3])("no more than %i requests are open at the server", async (maxInFlight) => {
    const server = await startServer(async (response) => {
      // However slow the machine is: those that may come together are waited for, and what must not come has time to.
      await until(() => server.requests.length >= maxInFlight);
      await rest();
      response.end();
    });
    const { get } = openDoor({ limits: { maxInFlight } });
    await Promise.all(Array.from({ length: 6 }, () => get(`${server.origin}/thing`)));
    expect(server.requests).toHaveLength(6);
    expect(server.mostOpen).toBe(maxInFlight);
  });

  test("a slot covers the whole body", async () => {
    const held: ServerResponse[] = [];
    const server = await startServer((response, { url }) => {
      if (url === "/two") return void response.end();
      response.write("the beginning");
      held.push(response);
    });
    const { get, authorizer } = openDoor({ limits: { maxInFlight: 1 } });
    const both = Promise.all([get(`${server.origin}/one`), get(`${server.origin}/two`)]);
    await until(() => held.length === 1);
    await rest();
    expect(server.requests.map(({ url }) => url)).toEqual(["/one"]);
    expect(authorizer.authorized).toHaveLength(1);
    held[0]?.end();
    await both;
    expect(server.requests.map(({ url }) => url)).toEqual(["/one", "/two"]);
  });

  test("who waits for a retry holds none", async () => {
    const server = await startServer((response, { url }, number) => {
      response.writeHead(url === "/one" && number === 1 ? 503 : 200).end();
    });
    const clock = steppedClock();
    const { get } = openDoor({ clock, limits: { maxInFlight: 1 } });
    const one = get(`${server.origin}/one`);
    await until(() => clock.waiting.length === 1);
    await get(`${server.origin}/two`);
    expect(server.requests.map(({ url }) => url)).toEqual(["/one", "/two"]);
    clock.advance(250);
    await one;
    expect(server.requests).toHaveLength(3);
  });

  test("the credential gets ready without one", async () => {
    const server = await startServer(script({}));
    const { get } = openDoor({
      limits: { maxInFlight: 1 },
      authorizer: {
        // A slot that is held here would never become free.
        async prepare(send, context) {
          const url = new URL(`${server.origin}/token`);
          await send({ method: "POST", url, headers: {}, label: "POST /token", anonymous: true }, context);
        },
      },
    });
    await get(`${server.origin}/thing`);
    expect(server.requests.map(({ url }) => url)).toEqual(["/token", "/thing"]);
  });
});

describe("a provider that asks to wait", () => {
  const wait = { status: 429, headers: { "retry-after": "7" } };

  test("holds back everybody, until the wait is over", async () => {
    const server = await startServer(script(wait, {}));
    const clock = steppedClock();
    const { door, get } = openDoor({ clock });
    expect([door.pausedForMs(), door.pausedBy()]).toEqual([0, undefined]);
    const one = get(`${server.origin}/one`);
    await until(() => clock.waiting.length === 1);
    expect([door.pausedForMs(), door.pausedBy()]).toEqual([7000, "GET /thing"]);
    const two = get(`${server.origin}/two`);
    await rest();
    clock.advance(6999);
    await rest();
    expect(door.pausedForMs()).toBe(1);
    expect(server.requests).toHaveLength(1);
    clock.advance(1);
    await one;
    expect([door.pausedForMs(), door.pausedBy()]).toEqual([0, undefined]);
    await two;
    // Who was refused goes first, and alone.
    expect(server.requests.map(({ url }) => url)).toEqual(["/one", "/one", "/two"]);
    expect(server.mostOpen).toBe(1);
  });

  test("holds back those that queue for a slot, too", async () => {
    const server = await startServer(script(wait, {}));
    const clock = steppedClock();
    const { get } = openDoor({ clock, limits: { maxInFlight: 1 } });
    const all = Promise.all(["/one", "/two", "/three"].map((path) => get(`${server.origin}${path}`)));
    await until(() => clock.waiting.length === 1);
    await rest();
    expect(server.requests).toHaveLength(1);
    clock.advance(7000);
    await until(() => {
      clock.advance(1);
      return server.requests.length === 4;
    });
    await all;
  });

  test("holds back the others even if the request that met it gives up", async () => {
    const server = await startServer(script(wait));
    const { door, get } = openDoor({ clock: steppedClock() });
    await refusalOf(get(`${server.origin}/thing`, { method: "POST" }));
    expect(door.pausedForMs()).toBe(7000);
  });

  test("because it fails holds back its route alone", async () => {
    const server = await startServer(script({ status: 503, headers: { "retry-after": "7" } }, {}));
    const clock = steppedClock();
    const { door, get } = openDoor({ clock });
    const one = get(`${server.origin}/one?page=1`);
    await until(() => clock.waiting.length === 1);
    expect(door.pausedForMs()).toBe(0);
    await get(`${server.origin}/two`);
    const next = get(`${server.origin}/one?page=2`);
    await until(() => clock.waiting.length === 2);
    clock.advance(7000);
    await Promise.all([one, next]);
    expect(server.requests).toHaveLength(4);
  });

  test("does not by a back-off of our own, where it fails", async () => {
    const server = await startServer(script({ status: 503 }, {}));
    const clock = steppedClock();
    const { door, get } = openDoor({ clock });
    const one = get(`${server.origin}/one`);
    await until(() => clock.waiting.length === 1);
    expect(door.pausedForMs()).toBe(0);
    await get(`${server.origin}/two`);
    clock.advance(250);
    await one;
  });
});

test("the pace counts every attempt", async () => {
  const server = await startServer(script({ status: 404 }));
  const clock = fakeClock();
  const { get } = openDoor({ clock, limits: { maxRequestsPerMinute: 60 } });
  for (let request = 0; request < 3; request += 1) await refusalOf(get(`${server.origin}/thing`));
  expect(clock.slept).toEqual([1000, 1000]);
});
