import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { expect, it, onTestFinished, vi } from "vitest";
import { parsePrometheusText } from "../../../test/cli/prometheus-text.ts";
import { patiently } from "../../../test/patience.ts";
import { type Health, startHealthServer } from "../src/operations/health-server.ts";
import { listenAddress } from "../src/operations/listen-address.ts";
import { countWork, workerMetrics } from "../src/operations/worker-counters.ts";

async function start(health: Partial<Health> = {}) {
  const server = await startHealthServer({
    host: "127.0.0.1",
    port: 0,
    readiness: () => true,
    lastBeat: () => performance.now(),
    counters: countWork(),
    ...health,
  });
  onTestFinished(() => server.close());
  return server;
}

/** Asks as it is written: `fetch` would tidy a path. */
function ask(
  url: string,
  path: string,
  method = "GET",
): Promise<{ status: number; allow: string | undefined; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = httpRequest(url, { path, method }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (more: string) => {
        text += more;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, allow: response.headers.allow, text }));
    });
    asked.on("error", reject).end();
  });
}

it("says that the process is alive while its loop moves", async () => {
  let beat = performance.now();
  const { url } = await start({ lastBeat: () => beat });
  expect(await ask(url, "/healthz")).toMatchObject({ status: 200, text: "ok\n" });
  beat -= 61_000;
  expect(await ask(url, "/healthz")).toMatchObject({ status: 503, text: "the worker's loop stands still\n" });
});

it("says whether it is ready, and asks once however many ask", async () => {
  const answers: ((isReady: boolean) => void)[] = [];
  const readiness = vi.fn(() => new Promise<boolean>((resolve) => answers.push(resolve)));
  const { url } = await start({ readiness });
  const came = vi.fn();
  subscribe("http.server.request.start", came);
  onTestFinished(() => void unsubscribe("http.server.request.start", came));
  const both = [ask(url, "/readyz"), ask(url, "/readyz")];
  await vi.waitUntil(() => came.mock.calls.length === both.length, patiently);
  answers[0]?.(true);
  expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200]);
  expect(readiness).toHaveBeenCalledTimes(1);
  const no = ask(url, "/readyz");
  await vi.waitUntil(() => answers.length > 1, patiently);
  answers[1]?.(false);
  expect(await no).toMatchObject({ status: 503, text: "not ready\n" });
});

it("is not ready where nothing tells", async () => {
  const { url } = await start({ readiness: () => new Promise(() => {}) });
  expect(await ask(url, "/readyz")).toMatchObject({ status: 503, text: "not ready\n" });
});

it("is not ready where an error tells, and does not repeat it", async () => {
  const { url } = await start({
    readiness: () => {
      throw new Error("postgres://fleet:secret@db refused");
    },
  });
  expect(await ask(url, "/readyz")).toEqual({ status: 503, allow: undefined, text: "not ready\n" });
});

it("answers nothing else, and only GET", async () => {
  const { url } = await start();
  for (const path of ["/", "/metrics/", "/healthz/..", "/__proto__", "/constructor", "//metrics", "/%6detrics"]) {
    expect(await ask(url, path), path).toMatchObject({ status: 404 });
  }
  for (const method of ["POST", "PUT", "DELETE", "HEAD", "OPTIONS"]) {
    expect(await ask(url, "/metrics", method), method).toMatchObject({ status: 405, allow: "GET" });
  }
  expect(await ask(url, "/metrics?match=1")).toMatchObject({ status: 200 });
});

it("closes at once, whoever is connected or waits for an answer", async () => {
  const server = await start({ readiness: () => new Promise(() => {}) });
  const silent = connect(Number(new URL(server.url).port), "127.0.0.1");
  const waiting = ask(server.url, "/readyz").then(
    () => "answered",
    () => "cut off",
  );
  await ask(server.url, "/healthz");
  await server.close();
  expect(await waiting).toBe("cut off");
  await vi.waitUntil(() => silent.destroyed || silent.readableEnded, patiently).finally(() => silent.destroy());
});

it("says where it cannot listen", async () => {
  const { url } = await start();
  const port = Number(new URL(url).port);
  await expect(start({ port })).rejects.toThrow(`--listen: nothing can listen at 127.0.0.1:${port} (EADDRINUSE)`);
});

it("tells the counters of one worker alone", async () => {
  const counters = countWork();
  const { url } = await start({ counters });
  countWork().began();
  const told = async () => {
    const { text } = await ask(url, "/metrics");
    return parsePrometheusText(text, { counters: true });
  };
  const before = await told();
  expect(before.every(({ value }) => value === 0)).toBe(true);
  expect([...new Set(before.map(({ name }) => name))]).toEqual(
    Object.keys(workerMetrics).map((name) => `cloud_inventory_fleet_worker_${name}`),
  );
  counters.began();
  counters.began();
  counters.began();
  counters.ended("complete", { requests: 21, resources: 7 });
  counters.ended("given-back");
  counters.waited();
  const after = (await told()).filter(({ value }) => value !== 0);
  expect(
    after.map(({ name, labels, value }) => [name.replace("cloud_inventory_fleet_worker_", ""), labels, value]),
  ).toEqual([
    ["jobs_total", { result: "complete" }, 1],
    ["jobs_total", { result: "given-back" }, 1],
    ["requests_total", {}, 21],
    ["resources_total", {}, 7],
    ["running", {}, 1],
    ["lease_waits_total", {}, 1],
  ]);
});

it.each([
  ["127.0.0.1:9464", { host: "127.0.0.1", port: 9464 }],
  ["localhost:0", { host: "localhost", port: 0 }],
  ["[::1]:9464", { host: "::1", port: 9464 }],
])("listens at %s", (text, address) => {
  expect(listenAddress(text)).toEqual(address);
});

it.each(["9464", ":9464", "127.0.0.1:", "127.0.0.1:65536", "::1:9464", "http://127.0.0.1:9464", "host:1 "])(
  "refuses to listen at %s",
  (text) => {
    expect(() => listenAddress(text)).toThrow("--listen must be HOST:PORT");
  },
);
