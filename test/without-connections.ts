import { EventEmitter } from "node:events";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Emulator } from "../src/emulator/index.ts";

/**
 * Lets `fetch` ask an emulator without HTTP in between, for hundreds of cases about what is answered: the way there and back
 * costs more than the client and the emulator together. Whatever is about connections, faults among it, goes through HTTP.
 *
 * @returns what ends it.
 */
export function askWithoutConnections(emulator: Emulator): () => void {
  const real = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== emulator.url || input instanceof Request) return real(input, init);
    return ask(emulator, url, init);
  };
  return () => {
    globalThis.fetch = real;
  };
}

function ask(emulator: Emulator, { host, pathname, search }: URL, init: RequestInit = {}): Promise<Response> {
  const { method = "GET", signal, body } = init;
  signal?.throwIfAborted();
  const content = body === undefined || body === null ? undefined : Buffer.from(String(body));
  const length = content === undefined ? {} : { "content-length": String(content.length) };
  const incoming = {
    method,
    url: `${pathname}${search}`,
    headers: { ...Object.fromEntries(new Headers(init.headers)), host, ...length },
    socket: { remoteAddress: "127.0.0.1" },
    async *[Symbol.asyncIterator]() {
      if (content !== undefined) yield content;
    },
  };
  return new Promise((resolve, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
    const outgoing = new Outgoing(resolve, reject);
    emulator.handle(incoming as unknown as IncomingMessage, outgoing as unknown as ServerResponse<IncomingMessage>);
  });
}

/** As much of a server's response as the emulator uses. */
class Outgoing extends EventEmitter {
  destroyed = false;
  sendDate = true;
  #head: ResponseInit = {};
  readonly #resolve: (response: Response) => void;
  readonly #reject: (error: Error) => void;

  constructor(resolve: (response: Response) => void, reject: (error: Error) => void) {
    super();
    this.#resolve = resolve;
    this.#reject = reject;
  }

  writeHead(status: number, headers: OutgoingHttpHeaders): void {
    this.#head = { status, headers: Object.entries(headers).map(([name, value]) => [name, String(value)]) };
  }

  end(body: Buffer): void {
    this.#resolve(new Response(body.length === 0 ? null : new Uint8Array(body), this.#head));
    this.emit("close");
  }

  destroy(): void {
    this.destroyed = true;
    this.#reject(new TypeError("fetch failed"));
    this.emit("close");
  }
}
