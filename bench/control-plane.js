// A control plane as the plugin sees one: a process at the other end of two pipes that speaks HTTP/2.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, constants, mkdtempSync, openSync, rmSync } from "node:fs";
import http2 from "node:http2";
import { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Duplex } from "node:stream";
import { createEncoder } from "../dist/hosts/plakar/wire-format.js";
import { packagedProgram } from "./packaged.js";

const frameHeadBytes = 5;
const encode = createEncoder();

/** Starts a packaged executable with the emulator's addresses alone in its environment. */
export function startPlugin(inventory, environment) {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const [input, output] = [openFifo(folder, "in"), openFifo(folder, "out")];
  const program = packagedProgram(inventory);
  const addresses = Object.entries(environment).filter(([name]) => name.startsWith("CLOUD_INVENTORY_"));
  const startedMs = performance.now();
  const child = spawn(program, [], {
    env: { PATH: process.env.PATH, ...Object.fromEntries(addresses) },
    stdio: [input.read, output.write, "ignore"],
  });
  const exit = once(child, "exit");
  closeSync(input.read);
  closeSync(output.write);
  const writer = new Socket({ fd: input.write, readable: false, writable: true });
  const reader = new Socket({ fd: output.read, readable: true, writable: false });
  const connection = Duplex.from({ readable: reader, writable: writer });
  const session = http2.connect("http://bench", { createConnection: () => connection });
  for (const part of [session, connection, writer, reader]) part.on("error", () => {});
  return {
    pid: child.pid,
    /** When the process was started, on the clock of `performance.now()`. */
    startedMs,
    init: (config) =>
      call(
        session,
        "Init",
        encode((message) => message.map(1, config)),
      ),
    /** Reads a whole list as fast as it comes; resolves with the number of its entries. */
    list: (onCount) => call(session, "List", Buffer.alloc(0), onCount),
    async end() {
      writer.destroy();
      await exit;
      reader.destroy();
      rmSync(folder, { recursive: true });
    },
  };
}

/** One call; resolves with the number of messages that were answered, and throws where it did not end with OK. */
async function call(session, method, request, onCount = () => {}) {
  const head = Buffer.alloc(frameHeadBytes);
  head.writeUInt32BE(request.length, 1);
  const stream = session.request({
    ":method": "POST",
    ":path": `/inventory.Inventory/${method}`,
    "content-type": "application/grpc",
    te: "trailers",
  });
  let headers = {};
  for (const event of ["response", "trailers"]) {
    stream.on(event, (given) => {
      headers = { ...headers, ...given };
    });
  }
  stream.end(Buffer.concat([head, request]));
  const count = frameCounter();
  let messages = 0;
  for await (const chunk of stream) {
    messages = count(chunk);
    onCount(messages);
  }
  if (headers["grpc-status"] !== "0") throw new Error(`${method} ended with ${headers["grpc-message"]}`);
  return messages;
}

/** Counts length-prefixed messages in the chunks of a stream without copying them. */
function frameCounter() {
  let messages = 0;
  let skip = 0;
  let head = Buffer.alloc(0);
  return (chunk) => {
    let offset = 0;
    while (offset < chunk.length) {
      if (skip > 0) {
        const taken = Math.min(skip, chunk.length - offset);
        skip -= taken;
        offset += taken;
        if (skip === 0) messages += 1;
        continue;
      }
      const taken = chunk.subarray(offset, offset + frameHeadBytes - head.length);
      head = Buffer.concat([head, taken]);
      offset += taken.length;
      if (head.length < frameHeadBytes) break;
      skip = head.readUInt32BE(1);
      head = Buffer.alloc(0);
      if (skip === 0) messages += 1;
    }
    return messages;
  };
}

/** An OS pipe with both of its ends here: Node's own `pipe` is a pair of sockets, which a control plane does not use. */
function openFifo(folder, name) {
  const path = join(folder, name);
  execFileSync("mkfifo", [path]);
  const read = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const write = openSync(path, constants.O_WRONLY | constants.O_NONBLOCK);
  return { read, write };
}
