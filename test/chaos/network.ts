import { EventEmitter } from "node:events";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Emulator } from "../../src/emulator/index.ts";
import type { Time } from "./time.ts";

/** A request on its way to the emulator. */
export interface Asked {
  /** Its place among all requests of the run. */
  readonly number: number;
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What happens to one request. Whatever is absent goes well. */
export interface Mishap {
  /** What is answered in place of the truth. */
  readonly reply?: Reply | undefined;
  readonly connection?: "reset" | "stalled" | "redirect";
  readonly body?: "reset" | "stalled" | "slow";
}

export interface NetworkOptions {
  readonly emulator: Emulator;
  readonly time: Time;
  readonly latencyMs: () => number;
  /** Is told of each request once it has arrived, and says what happens to it. `ask` asks the emulator, which answers the truth. */
  readonly mishapOf: (asked: Asked, ask: (url: URL) => Promise<Reply>) => Promise<Mishap>;
}

export interface Network {
  readonly requests: number;
  readonly inFlight: number;
  readonly mostInFlight: number;
  /** Credentials that requests carried. */
  readonly carried: ReadonlySet<string>;
  /** Whether an answer is on its way. */
  readonly isBusy: () => boolean;
  /** Puts the real `fetch` back. */
  close(): void;
}

const slowPauseMs = 700;

/**
 * Stands in the place of `fetch`: requests reach the emulator without a socket in between, and meet what was planned for them. All that
 * can go wrong with a connection goes wrong as `fetch` tells it: an error of the call, or of the body's stream.
 */
export function openNetwork({ emulator, time, latencyMs, mishapOf }: NetworkOptions): Network {
  const realFetch = globalThis.fetch;
  const carried = new Set<string>();
  const counts = { requests: 0, inFlight: 0, mostInFlight: 0, busy: 0 };

  const quickly = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    counts.busy += 1;
    try {
      return await work();
    } finally {
      counts.busy -= 1;
    }
  };

  async function send(url: URL, init: RequestInit): Promise<Response> {
    const signal = init.signal ?? new AbortController().signal;
    const headers = Object.fromEntries(new Headers(init.headers));
    for (const value of secretsIn(headers)) carried.add(value);
    counts.requests += 1;
    counts.inFlight += 1;
    counts.mostInFlight = Math.max(counts.mostInFlight, counts.inFlight);
    let isLeft = false;
    const leave = (): void => {
      if (!isLeft) counts.inFlight -= 1;
      isLeft = true;
    };
    const asked: Asked = { number: counts.requests, method: init.method ?? "GET", url, headers };
    try {
      await time.sleep(latencyMs(), signal);
      const honest = (at: URL): Promise<Reply> => ask(emulator, at, { ...asked, body: init.body });
      const { mishap, reply } = await quickly(async () => {
        const planned = await mishapOf(asked, honest);
        return {
          mishap: planned,
          reply: planned.connection === undefined ? (planned.reply ?? (await honest(url))) : undefined,
        };
      });
      if (mishap.connection === "stalled") await time.sleep(Number.MAX_SAFE_INTEGER, signal);
      if (mishap.connection === "redirect") throw failed(new Error("unexpected redirect"));
      if (reply === undefined) throw failed(Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }));
      return responseOf(reply, bodyOf(reply.body, { mishap, signal, time, leave }));
    } catch (thrown) {
      leave();
      throw thrown;
    }
  }

  globalThis.fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    if (url.origin !== emulator.url) throw new Error(`a request to ${url.origin}, which no emulator is`);
    init.signal?.throwIfAborted();
    return send(url, init);
  };
  return {
    get requests() {
      return counts.requests;
    },
    get inFlight() {
      return counts.inFlight;
    },
    get mostInFlight() {
      return counts.mostInFlight;
    },
    carried,
    isBusy: () => counts.busy > 0,
    close: () => {
      globalThis.fetch = realFetch;
    },
  };
}

function failed(cause: Error): TypeError {
  return new TypeError("fetch failed", { cause });
}

function responseOf({ status, headers }: Reply, body: ReadableStream<Uint8Array>): Response {
  return new Response([204, 205, 304].includes(status) ? null : body, { status, headers });
}

/** What of a request must never be seen again. */
function secretsIn(headers: Readonly<Record<string, string>>): readonly string[] {
  const values = ["x-auth-token", "x-ovh-application", "x-ovh-consumer"].map((name) => headers[name]);
  const [, bearer] = /^Bearer (.*)$/i.exec(headers["authorization"] ?? "") ?? [];
  return [...values, bearer].filter((value) => value !== undefined);
}

interface Delivery {
  readonly mishap: Mishap;
  readonly signal: AbortSignal;
  readonly time: Time;
  readonly leave: () => void;
}

/** The body as it comes; the request is in flight until it has come, broke off, or is not wanted any more. */
function bodyOf(text: string, { mishap, signal, time, leave }: Delivery): ReadableStream<Uint8Array> {
  const bytes = Buffer.from(text);
  const parts = mishap.body === undefined ? 1 : 4;
  const size = Math.max(1, Math.ceil(bytes.length / parts));
  let start = 0;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const stop = (): void => {
          leave();
          controller.error(signal.reason);
        };
        signal.addEventListener("abort", stop, { once: true });
      },
      async pull(controller) {
        const isLast = start + size >= bytes.length;
        if (start > 0 && mishap.body !== undefined) {
          await time.sleep(mishap.body === "stalled" ? Number.MAX_SAFE_INTEGER : slowPauseMs, signal).catch(() => {});
          if (signal.aborted) return;
        }
        if (isLast && mishap.body === "reset") {
          leave();
          controller.error(new TypeError("terminated", { cause: new Error("other side closed") }));
          return;
        }
        if (bytes.length > 0) controller.enqueue(new Uint8Array(bytes.subarray(start, start + size)));
        start += size;
        if (!isLast) return;
        leave();
        controller.close();
      },
      cancel: leave,
    },
    { highWaterMark: 0 },
  );
}

interface Sent extends Asked {
  readonly body: RequestInit["body"] | undefined;
}

/** What the emulator answers. */
function ask(emulator: Emulator, { host, pathname, search }: URL, { method, headers, body }: Sent): Promise<Reply> {
  const content = body === undefined || body === null ? undefined : Buffer.from(String(body));
  const length = content === undefined ? {} : { "content-length": String(content.length) };
  const incoming = {
    method,
    url: `${pathname}${search}`,
    headers: { ...headers, host, ...length },
    socket: { remoteAddress: "127.0.0.1" },
    async *[Symbol.asyncIterator]() {
      if (content !== undefined) yield content;
    },
  };
  return new Promise((resolve, reject) => {
    const outgoing = new Outgoing(resolve, reject);
    emulator.handle(incoming as unknown as IncomingMessage, outgoing as unknown as ServerResponse<IncomingMessage>);
  });
}

/** As much of a server's response as the emulator uses. */
class Outgoing extends EventEmitter {
  readonly destroyed = false;
  sendDate = true;
  #status = 0;
  #headers: Readonly<Record<string, string>> = {};
  readonly #resolve: (reply: Reply) => void;
  readonly #reject: (error: Error) => void;

  constructor(resolve: (reply: Reply) => void, reject: (error: Error) => void) {
    super();
    this.#resolve = resolve;
    this.#reject = reject;
  }

  writeHead(status: number, headers: OutgoingHttpHeaders): void {
    this.#status = status;
    // The length is that of the body as it is sent, whatever becomes of it on its way.
    const kept = Object.entries(headers).filter(([name]) => name !== "Content-Length");
    this.#headers = Object.fromEntries(kept.map(([name, value]) => [name.toLowerCase(), String(value)]));
  }

  end(body: Buffer): void {
    this.#resolve({ status: this.#status, headers: this.#headers, body: body.toString("utf8") });
    this.emit("close");
  }

  destroy(): void {
    this.#reject(new Error("the emulator made a mistake of its own"));
    this.emit("close");
  }
}
