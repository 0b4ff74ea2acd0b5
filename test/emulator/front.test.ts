import { afterEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { type Emulator, type EmulatorOptions, type Fault, startEmulator } from "../../src/emulator/index.ts";
import { never } from "../patience.ts";
import { askBuckets, askOvh, askScaleway } from "./clients.ts";

let emulator: Emulator;
afterEach(() => emulator.close());

async function start(options: EmulatorOptions = {}) {
  emulator = await startEmulator(options);
}

const servers = "/instance/v1/zones/fr-par-1/servers";

describe("too many requests", () => {
  // A clock that stands still never fills the bucket again, so that the third request of a cloud is always too many.
  const timeMs = Date.now();
  const options = { requestsPerSecond: 2, now: () => timeMs };

  test("OVHcloud says so in JSON, Scaleway with a header and nothing else", async () => {
    await start(options);
    for (const _ of [1, 2]) expect((await askOvh(emulator, "/auth/time")).status).toBe(200);
    const ovh = await askOvh(emulator, "/auth/time");
    expect(ovh.status).toBe(429);
    expect(await ovh.json()).toMatchObject({ message: "Too many requests" });
    for (const _ of [1, 2]) expect((await askScaleway(emulator, servers)).status).toBe(200);
    const scaleway = await askScaleway(emulator, servers);
    expect(scaleway.status).toBe(429);
    expect(scaleway.headers.get("x-envoy-ratelimited")).toBe("true");
    expect(scaleway.headers.get("content-type")).toBeNull();
    expect(scaleway.headers.get("retry-after")).toBeNull();
    expect(await scaleway.text()).toBe("");
    expect((await askBuckets(emulator)).status).toBe(200);
    expect(emulator.statistics).toMatchObject({ requests: 7, refused: 2 });
  });

  test("Retry-After is sent if asked for", async () => {
    await start({ ...options, retryAfterSeconds: 7 });
    const answers = await Promise.all([1, 2, 3].map(() => askScaleway(emulator, servers)));
    expect(answers.map(({ headers }) => headers.get("retry-after")).toSorted()).toEqual(["7", null, null]);
  });
});

describe("limits", () => {
  /** The seconds at which one of so many is let in, asked once for each of them. */
  async function letIn(options: EmulatorOptions, seconds: readonly number[]): Promise<readonly number[]> {
    let timeMs = 0;
    await start({ ...options, now: () => Date.UTC(2026, 0, 1) + timeMs });
    const taken: number[] = [];
    for (const second of seconds) {
      timeMs = second * 1000;
      if ((await askScaleway(emulator, servers)).status === 200) taken.push(second);
    }
    return taken;
  }

  test("tokens have a burst of their own", async () => {
    const limit = { type: "tokens", perSecond: 1, burst: 3 } as const;
    expect(await letIn({ limit }, [0, 0, 0, 0, 1, 1, 9, 9, 9, 9])).toEqual([0, 0, 0, 1, 9, 9, 9]);
  });

  test("tokens change their rate", async () => {
    const falling = { type: "tokens", perSecond: 2, change: { afterSeconds: 2, perSecond: 1 } } as const;
    expect(await letIn({ limit: falling }, [0, 0, 1, 1, 1, 2, 2, 3, 3])).toEqual([0, 0, 1, 1, 2, 3]);
  });

  test("a span of the clock begins anew", async () => {
    const limit = { type: "clock-spans", requests: 2, seconds: 60 } as const;
    expect(await letIn({ limit }, [50, 51, 52, 60, 61, 62])).toEqual([50, 51, 60, 61]);
  });

  test("a sliding span does not", async () => {
    const limit = { type: "sliding-span", requests: 2, seconds: 60 } as const;
    expect(await letIn({ limit }, [50, 51, 60, 110, 110, 111])).toEqual([50, 51, 110, 111]);
  });

  test("what comes too soon may look like a missing right", async () => {
    const options: EmulatorOptions = { limit: { type: "tokens", perSecond: 1, burst: 1 }, tooSoonStatus: 403 };
    expect(await letIn(options, [0, 0])).toEqual([0]);
    const refused = await askScaleway(emulator, servers);
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ type: "permissions_denied" });
    expect((await askOvh(emulator, "/auth/time")).status).toBe(200);
    expect((await askOvh(emulator, "/auth/time")).status).toBe(403);
    expect(emulator.statistics.refused).toBe(3);
  });
});

describe("faults", () => {
  test.each<{ fault: Omit<Fault, "match">; status: number; text: string; type: string | null }>([
    { fault: { status: 503 }, status: 503, text: "", type: null },
    {
      fault: { status: 500, body: { message: "no" } },
      status: 500,
      text: '{"message":"no"}',
      type: "application/json",
    },
    { fault: { body: "<p>", contentType: "text/html" }, status: 200, text: "<p>", type: "text/html" },
  ])("answers $status instead", async ({ fault, status, text, type }) => {
    await start({ faults: [{ match: "/servers", ...fault }] });
    const answer = await askScaleway(emulator, servers);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("content-type")).toBe(type);
    expect(await answer.text()).toBe(text);
  });

  test("happen as often as told, to the method and path told, and can be cleared", async () => {
    await start({ faults: [{ match: /servers$/g, status: 500, times: 2 }] });
    const statuses = [];
    for (const _ of [1, 2, 3]) statuses.push((await askScaleway(emulator, servers)).status);
    expect(statuses).toEqual([500, 500, 200]);
    emulator.addFault({ match: "servers", method: "POST", status: 500 });
    expect((await askScaleway(emulator, servers)).status).toBe(200);
    emulator.addFault({ match: "servers", status: 502 });
    expect((await askScaleway(emulator, servers)).status).toBe(502);
    emulator.clearFaults();
    expect((await askScaleway(emulator, servers)).status).toBe(200);
  });

  test("with a probability hit the same requests each time", async () => {
    const run = async () => {
      await start({ seed: 3, faults: [{ match: "servers", status: 500, probability: 0.5 }] });
      const statuses = [];
      for (const _ of Array(12)) statuses.push((await askScaleway(emulator, servers)).status);
      return statuses;
    };
    const first = await run();
    await emulator.close();
    expect(await run()).toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 500]));
  });

  test("cut a body short, or the connection", async () => {
    await start();
    const whole = await (await askScaleway(emulator, servers)).text();
    emulator.addFault({ match: "servers", truncate: true, times: 1 });
    const half = await (await askScaleway(emulator, servers)).text();
    expect(whole.startsWith(half)).toBe(true);
    expect(() => JSON.parse(half)).toThrow(SyntaxError);
    emulator.addFault({ match: "servers", reset: true, times: 1 });
    await expect(askScaleway(emulator, servers)).rejects.toThrow("fetch failed");
    emulator.addFault({ match: "servers", reset: true, truncate: true, times: 1 });
    await expect((await askScaleway(emulator, servers)).text()).rejects.toThrow("terminated");
    expect((await askScaleway(emulator, servers)).status).toBe(200);
  });
});

test("statistics count what comes, what is on its way and how far it piled up", async () => {
  // The latency passes once all are there.
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  await start({ latencyMs: 20 });
  const { statistics } = emulator;
  const answers = Array.from({ length: 5 }, () => askScaleway(emulator, `${servers}?page=1`));
  await until(() => statistics.inFlight === 5);
  const read = Promise.all(answers.map(async (answer) => (await answer).text()));
  await until(() => {
    vi.advanceTimersByTime(1);
    return statistics.inFlight === 0;
  });
  await read;
  expect(statistics).toMatchObject({ requests: 5, inFlightMaximum: 5 });
  expect(statistics.sockets).toBe(5);
  expect(statistics.paths).toEqual(Array(5).fill(`GET ${servers}?page=1`));
  emulator.resetStatistics();
  expect(statistics).toMatchObject({ requests: 0, inFlightMaximum: 0, paths: [] });
});

test("listens on the loopback interface only, and closes with connections open", async () => {
  await start();
  expect(emulator.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const { port } = new URL(emulator.url);
  await expect(fetch(`http://127.0.0.2:${port}/1.0/auth/time`)).rejects.toThrow("fetch failed");
  emulator.addFault({ match: "servers", delayMs: never });
  const hanging = expect(askScaleway(emulator, servers)).rejects.toThrow("fetch failed");
  await until(() => emulator.statistics.inFlight === 1);
  await emulator.close();
  await hanging;
});

/** Waits for real traffic, one turn of the loop after another. */
async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}
