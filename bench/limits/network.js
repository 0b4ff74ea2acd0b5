// A network without sockets, in virtual time: what asks by `fetch` or by `https.request` is answered by an emulator.
import { EventEmitter } from "node:events";
import https from "node:https";
import { virtualMs, wait } from "./virtual-time.js";

// A request is at the provider after so long at most; the rest of the latency is the answer's.
const longestWayMs = 20;

let current;

/**
 * Connects this process with an emulator, in place of any before; `latencyMs` tells that of a place and a page.
 *
 * @returns what came to the emulator, when, and whether it was let in; it goes on to change.
 */
export function connect(emulator, latencyMs) {
  const traffic = { underWay: 0, mostUnderWay: 0, firstRefusalUnderWay: 0, arrivals: [] };
  current = { emulator, latencyMs, traffic };
  return traffic;
}

async function ask({ method, target, headers, signal }) {
  const { emulator, latencyMs, traffic } = current;
  const totalMs = latencyMs(placeOf(target));
  const wayMs = Math.min(totalMs / 2, longestWayMs);
  traffic.underWay += 1;
  traffic.mostUnderWay = Math.max(traffic.mostUnderWay, traffic.underWay);
  await wait(wayMs);
  const arrival = { atMs: virtualMs(), latencyMs: totalMs, isRefused: false };
  traffic.arrivals.push(arrival);
  const refusedBefore = emulator.statistics.refused;
  const answer = await answerOf(emulator, { method, target, headers });
  arrival.isRefused = emulator.statistics.refused > refusedBefore;
  if (arrival.isRefused && traffic.firstRefusalUnderWay === 0) traffic.firstRefusalUnderWay = traffic.underWay;
  await wait(totalMs - wayMs);
  traffic.underWay -= 1;
  signal?.throwIfAborted();
  return answer;
}

/** Path and page: clients differ in what else they write into a query. */
function placeOf(target) {
  const { pathname, searchParams } = new URL(target, "http://provider.example");
  return `${pathname} ${searchParams.get("page") ?? 1}`;
}

function answerOf(emulator, { method, target, headers }) {
  const incoming = { method, url: target, headers, socket: { remoteAddress: "127.0.0.1" } };
  return new Promise((resolve, reject) => {
    const outgoing = Object.assign(new EventEmitter(), {
      destroyed: false,
      writeHead(status, given) {
        outgoing.head = { status, headers: given };
      },
      end(body) {
        resolve({ ...outgoing.head, body });
        outgoing.emit("close");
      },
      destroy() {
        reject(new TypeError("fetch failed"));
        outgoing.emit("close");
      },
    });
    emulator.handle(incoming, outgoing);
  });
}

globalThis.fetch = async (input, init = {}) => {
  const {
    url = String(input),
    method = init.method ?? "GET",
    headers = init.headers ?? {},
  } = input instanceof Request ? input : {};
  const { pathname, search, host } = new URL(url);
  const names = headers instanceof Headers ? [...headers] : Object.entries(headers);
  const lower = Object.fromEntries([["host", host], ...names.map(([name, value]) => [name.toLowerCase(), value])]);
  const { signal } = init;
  signal?.throwIfAborted();
  const aborted =
    signal && new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason), { once: true }));
  const answer = ask({ method, target: `${pathname}${search}`, headers: lower, signal });
  const { status, headers: given, body } = await (aborted ? Promise.race([answer, aborted]) : answer);
  return new Response(body.length === 0 ? null : body, { status, headers: given });
};

https.request = ({ method, path, headers, host }, onResponse) => {
  const request = new EventEmitter();
  const lower = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]));
  request.write = () => {};
  request.end = () => {
    ask({ method, target: path, headers: { ...lower, host } }).then(
      ({ status, body }) => {
        const response = Object.assign(new EventEmitter(), { statusCode: status });
        onResponse(response);
        if (body.length > 0) response.emit("data", body.toString());
        response.emit("end");
      },
      (error) => request.emit("error", error),
    );
  };
  return request;
};
