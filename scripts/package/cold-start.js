import { spawn } from "node:child_process";
import { once } from "node:events";
import http2 from "node:http2";
import { basename } from "node:path";
import { Duplex } from "node:stream";
import { InventoryError } from "../../dist/inventory/errors.js";

const invalidArgument = "3";
const longestMs = 20_000;

/**
 * Measures how long a program takes from its start to the answer of its first call. The config is empty: a refusal loads
 * everything that an answer loads, and reaches no network.
 *
 * @returns {Promise<number>} the median, in milliseconds.
 * @throws {InventoryError} INTERNAL where the program does not refuse an empty config.
 */
export async function measureColdStart(program, runs) {
  const durationsMs = [];
  for (let run = 0; run < runs; run += 1) durationsMs.push(await startOnce(program));
  return durationsMs.sort((one, other) => one - other)[Math.floor(runs / 2)];
}

async function startOnce(program) {
  const started = performance.now();
  const child = spawn(program, { stdio: ["pipe", "pipe", "ignore"] });
  const ended = once(child, "close").catch(() => {});
  const pipe = Duplex.from({ readable: child.stdout, writable: child.stdin });
  const session = http2.connect("http://plugin", { createConnection: () => pipe });
  // A program that does not start ends the pipe, and the call with it, without a status.
  for (const part of [child, child.stdin, pipe, session]) part.on("error", () => {});
  try {
    const status = await initStatus(session);
    if (status !== invalidArgument)
      throw new InventoryError("INTERNAL", `${basename(program)} does not refuse an empty config`);
    return performance.now() - started;
  } finally {
    session.destroy();
    child.kill("SIGKILL");
    await ended;
  }
}

/** The gRPC status of Init with an empty config; undefined where there is no answer. */
async function initStatus(session) {
  const call = session.request({
    ":method": "POST",
    ":path": "/inventory.Inventory/Init",
    "content-type": "application/grpc",
    te: "trailers",
  });
  let status;
  const note = (headers) => {
    status = headers["grpc-status"] ?? status;
  };
  call
    .on("response", note)
    .on("trailers", note)
    .on("error", () => {});
  call.setTimeout(longestMs, () => call.destroy());
  // One frame: not compressed, and empty.
  call.end(Buffer.alloc(5)).resume();
  await new Promise((resolve) => call.once("close", resolve));
  return status;
}
