import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

export interface ReceivedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface TestServer {
  readonly origin: string;
  readonly requests: readonly ReceivedRequest[];
  /** The most requests that were open at the same time, from their arrival to the end of their answer. */
  readonly mostOpen: number;
}

export type Handler = (response: ServerResponse, request: ReceivedRequest, number: number) => void | Promise<void>;

/** A real server on 127.0.0.1 that lives as long as the test that started it. Requests are numbered from 1. */
export async function startServer(handler: Handler): Promise<TestServer> {
  const requests: ReceivedRequest[] = [];
  let open = 0;
  let mostOpen = 0;
  const server = createServer(async (incoming, response) => {
    open += 1;
    mostOpen = Math.max(mostOpen, open);
    response.once("close", () => {
      open -= 1;
    });
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const { method = "", url = "", headers } = incoming;
    const request = { method, url, headers, body: Buffer.concat(chunks).toString() };
    const number = requests.push(request);
    await handler(response, request, number);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    get mostOpen() {
      return mostOpen;
    },
  };
}

export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Ends the connection after the headers and this body, in the middle of what was promised. */
  readonly cut?: boolean;
  /** Ends the connection without any answer. */
  readonly reset?: boolean;
}

/** Answers in turn; the last answer stays. */
export function script(...answers: readonly ScriptedAnswer[]): Handler {
  return (response, _request, number) => {
    const { status = 200, headers = {}, body = "{}", cut, reset } = answers[Math.min(number, answers.length) - 1] ?? {};
    if (reset) {
      response.socket?.destroy();
      return;
    }
    response.writeHead(status, cut ? { ...headers, "content-length": "1000" } : headers);
    if (cut) response.write(body, () => response.socket?.destroy());
    else response.end(body);
  };
}

/** Waits for real traffic; a condition that never comes ends in the test's own time limit. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1));
}

/** Gives what must not happen the time to happen. */
export async function rest(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 25));
}
