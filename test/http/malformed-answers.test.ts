import { createServer } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, onTestFinished, test } from "vitest";
import { openDoor, refusalOf } from "./open-door.ts";
import { startProxy } from "./proxy.ts";

const head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n";
const gzip = gzipSync(JSON.stringify(Array.from({ length: 500 }, (_, id) => ({ id, name: Math.sin(id) }))));
const corrupt = Buffer.concat([gzip.subarray(0, 40), Buffer.alloc(40, 255), gzip.subarray(80)]);

/** Answers each connection in turn with these bytes, hangs up, and answers well at last. */
async function startRaw(...answers: readonly (readonly (string | Buffer)[])[]) {
  let connections = 0;
  const server = createServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", () => {
      const parts = answers[connections] ?? [`${head}content-length: 11\r\nconnection: close\r\n\r\n{"ok":true}`];
      connections += 1;
      for (const part of parts) socket.write(part);
      socket.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, asked: () => connections };
}

const malformed: readonly { readonly what: string; readonly parts: readonly (string | Buffer)[] }[] = [
  { what: "no HTTP at all", parts: ["hello\r\n\r\n"] },
  { what: "a status that is no number", parts: ["HTTP/1.1 abc OK\r\n\r\n"] },
  { what: "a length that is no number", parts: [`${head}content-length: x\r\n\r\n{}`] },
  { what: "two lengths", parts: [`${head}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`] },
  { what: "a chunk without a size", parts: [`${head}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\nzz\r\n`] },
  { what: "a head that ends early", parts: ["HTTP/1.1 200 OK\r\ncontent-ty"] },
  { what: "a body shorter than its length", parts: [`${head}content-length: 100\r\n\r\n{}`] },
  { what: "chunks without a last one", parts: [`${head}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n`] },
  { what: "a chunk that is cut", parts: [`${head}transfer-encoding: chunked\r\n\r\n20\r\n{}`] },
  {
    what: "gzip that is cut",
    parts: [`${head}content-encoding: gzip\r\ncontent-length: ${gzip.length}\r\n\r\n`, gzip.subarray(0, 200)],
  },
  { what: "gzip that is none", parts: [`${head}content-encoding: gzip\r\ncontent-length: 5\r\n\r\nhello`] },
  {
    what: "gzip that is corrupt",
    parts: [`${head}content-encoding: gzip\r\ncontent-length: ${corrupt.length}\r\n\r\n`, corrupt],
  },
];

describe.each(["", " through the proxy"])("a malformed answer%s", (way) => {
  const openWay = async (origin: string) => {
    if (way === "") return openDoor({ limits: { maxAttempts: 3 } });
    const proxy = await startProxy(origin);
    onTestFinished(() => proxy.close());
    return openDoor({ limits: { maxAttempts: 3 }, proxyOf: () => new URL(`http://127.0.0.1:${proxy.port}`) });
  };

  test.each(malformed)("is asked for again: $what", async ({ parts }) => {
    const server = await startRaw(parts);
    const { get } = await openWay(server.origin);
    const { body } = await get(`${server.origin}/thing`);
    expect(Buffer.from(body).toString()).toBe('{"ok":true}');
    expect(server.asked()).toBe(2);
  });

  test.each(malformed)("is an outage where it stays: $what", async ({ parts }) => {
    const server = await startRaw(parts, parts, parts, parts);
    const { get } = await openWay(server.origin);
    const error = await refusalOf(get(`${server.origin}/thing`));
    expect(error.code).toBe("UNAVAILABLE");
    const words = `(got an answer that is no HTTP|was answered with a body that broke off|could not reach the provider)${way}`;
    expect(error.message).toMatch(new RegExp(`^GET /thing ${words} \\(\\w+\\), on each of 3 attempts$`));
    // An attempt on a connection that the server is closing fails before it is read there.
    expect([2, 3]).toContain(server.asked());
  });
});
