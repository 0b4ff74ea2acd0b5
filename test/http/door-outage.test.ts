import { describe, expect, test } from "vitest";
import { InventoryError } from "../../src/inventory/errors.ts";
import { virtualClock } from "../virtual-clock.ts";
import { openDoor, refusalOf } from "./open-door.ts";
import { startServer } from "./server.ts";

const limits = { rate: { startPerSecond: 10, growthPerAnswer: 1, ceilingPerSecond: 90, startInFlight: 8 } };
const urls = Array.from({ length: 200 }, (_, index) => `/kind-${index % 20}/list?page=${index}`);

describe("a provider that fails whatever it is asked", () => {
  test("is asked now and then, and what still waits is given up and says why", async () => {
    const clock = virtualClock();
    const server = await startServer((response) => void response.writeHead(503).end());
    const { get } = openDoor({ clock, limits });
    const { signal } = new AbortController();
    const errors = await Promise.all(urls.map((url) => refusalOf(get(`${server.origin}${url}`, {}, signal))));
    expect(new Set(errors.map(({ code }) => code))).toEqual(new Set(["UNAVAILABLE"]));
    const unsent =
      /^GET \/thing was not sent: for \d+ s every request failed: GET \/thing failed at the provider \(status 503\)$/;
    expect(errors.filter(({ message }) => unsent.test(message)).length).toBeGreaterThan(150);
    expect(server.requests.length).toBeLessThan(40);
    expect(clock.monotonic()).toBeLessThan(70_000);
  });

  test("and is back in time loses nothing", async () => {
    const clock = virtualClock();
    const server = await startServer((response) => {
      const isDown = clock.monotonic() > 1000 && clock.monotonic() < 12_000;
      response.writeHead(isDown ? 502 : 200).end("{}");
    });
    const { get, traffic } = openDoor({ clock, limits });
    const { signal } = new AbortController();
    const ends = await Promise.allSettled(urls.map((url) => get(`${server.origin}${url}`, {}, signal)));
    expect(ends.filter(({ status }) => status === "rejected")).toEqual([]);
    expect(traffic.requests).toBeLessThan(urls.length + 40);
  });

  test("for one run may be well for the next", async () => {
    let isWell = false;
    const clock = virtualClock();
    const server = await startServer((response) => void response.writeHead(isWell ? 200 : 503).end());
    const { get } = openDoor({ clock, limits });
    const { signal } = new AbortController();
    await Promise.all(urls.map((url) => refusalOf(get(`${server.origin}${url}`, {}, signal))));
    isWell = true;
    expect((await get(`${server.origin}/thing`, {}, new AbortController().signal)).status).toBe(200);
  });
});

test("a question that could not be sent keeps nobody waiting for its answer", async () => {
  const clock = virtualClock();
  const server = await startServer((response) => void response.writeHead(503).end());
  let authorized = 0;
  const authorize = async () => {
    authorized += 1;
    if (authorized === 12) throw new InventoryError("INTERNAL", "cannot sign");
    return {};
  };
  const { get } = openDoor({ clock, limits, authorizer: { authorize } });
  const { signal } = new AbortController();
  const errors = await Promise.all(urls.map((url) => refusalOf(get(`${server.origin}${url}`, {}, signal))));
  expect(errors.filter(({ code }) => code === "INTERNAL")).toHaveLength(1);
  expect(errors.filter(({ code }) => code === "UNAVAILABLE")).toHaveLength(urls.length - 1);
});

test("one place that fails leaves the others alone", async () => {
  const clock = virtualClock();
  const server = await startServer(
    (response, { url }) => void response.writeHead(url.startsWith("/kind-1") ? 503 : 200).end(),
  );
  const { get } = openDoor({ clock, limits });
  const { signal } = new AbortController();
  const ends = await Promise.allSettled(urls.map((url) => get(`${server.origin}${url}`, {}, signal)));
  const failed = urls.filter((_, index) => ends[index]?.status === "rejected");
  expect(failed).toEqual(urls.filter((url) => url.startsWith("/kind-1")));
});
