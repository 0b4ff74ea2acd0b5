import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answerError, answerJson, answerLines, answerTurned } from "./answer.ts";
import type { WizardCalls, WizardStreams } from "./api.ts";
import { type CallSurroundings, calls } from "./calls.ts";
import { authoritiesOf, turnCall, turnForeignHost } from "./guard.ts";
import { startIdleClock } from "./idle-clock.ts";
import { pageFiles, safeHeaders } from "./page-files.ts";
import { faultOf, readBody } from "./read-call.ts";
import { requestForms } from "./requests.ts";
import type { Session } from "./session.ts";
import { streams } from "./streams.ts";

export interface WizardOptions {
  readonly session: Session;
  /** Port on 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** After how many minutes without a call it ends. */
  readonly idleMinutes: number;
  /** Is called when a page that knows the token has come. */
  readonly onOpened?: () => void;
}

export interface Wizard {
  readonly origin: string;
  /** The page's address with the token: whoever has it may do what the page does. */
  readonly link: string;
  /** Settles when the wizard is over, with why. */
  readonly ended: Promise<"asked" | "idle" | "closed">;
  /** Ends what is under way, forgets everything, and closes the connections. */
  close(): Promise<void>;
}

/**
 * Starts the wizard's server on loopback.
 *
 * @throws the system's error where the port cannot be listened on.
 */
export async function startWizard({ session, port, idleMinutes, onOpened = () => {} }: WizardOptions): Promise<Wizard> {
  const token = randomBytes(32).toString("base64url");
  const stopped = new AbortController();
  let end: (why: "asked" | "idle" | "closed") => void = () => {};
  const ended = new Promise<"asked" | "idle" | "closed">((resolve) => {
    end = resolve;
  });
  const idle = startIdleClock(idleMinutes, () => end("idle"));
  let authorities: readonly string[] = [];
  const underWay = new Set<Promise<void>>();

  const answerCall = async (name: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const turned = turnCall(request, token);
    if (turned !== undefined) return answerTurned(response, turned);
    onOpened();
    const { signal, release } = untilGone(response, stopped.signal);
    const rest = idle.busy();
    try {
      const read = await readBody(request);
      if ("turned" in read) return answerTurned(response, read.turned);
      const surroundings = { session, idleMinutes, signal, end: () => response.once("close", () => end("asked")) };
      await run(name, read.body, surroundings, response);
    } catch (thrown) {
      answerError(response, thrown);
    } finally {
      rest();
      release();
    }
  };

  const server = createServer((request, response) => {
    // Nobody reads the answer any more: no reason to end the wizard.
    response.on("error", () => {});
    const foreign = turnForeignHost(request, authorities);
    if (foreign !== undefined) return answerTurned(response, foreign);
    const [path = ""] = (request.url ?? "").split("?");
    const [, name] = /^\/api\/([a-z]+)$/.exec(path) ?? [];
    if (name === undefined) return answerPage(path, request, response);
    const answering = answerCall(name, request, response).finally(() => underWay.delete(answering));
    underWay.add(answering);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (thrown) => {
      idle.stop();
      reject(thrown);
    });
    server.listen(port, "127.0.0.1", () => resolve());
  });
  const address = server.address() as AddressInfo;
  authorities = authoritiesOf(address.port);
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    link: `${origin}/#${token}`,
    ended,
    async close() {
      end("closed");
      idle.stop();
      stopped.abort();
      session.forget();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      // What they wrote to the temporary folder goes with them.
      await Promise.all(underWay);
    },
  };
}

/** Checks what a call holds by its name, and makes it. */
async function run(
  name: string,
  body: unknown,
  surroundings: CallSurroundings,
  response: ServerResponse,
): Promise<void> {
  if (isNameOf(calls, name)) return answerWith(name, body, surroundings, response);
  if (isNameOf(streams, name)) return streamWith(name, body, surroundings, response);
  answerTurned(response, { status: 404, message: "there is no such call" });
}

async function answerWith<Name extends keyof WizardCalls>(
  name: Name,
  body: unknown,
  surroundings: CallSurroundings,
  response: ServerResponse,
): Promise<void> {
  const request = requestOf(name, body, response);
  if (request !== undefined) answerJson(response, 200, await calls[name](request, surroundings));
}

async function streamWith<Name extends keyof WizardStreams>(
  name: Name,
  body: unknown,
  surroundings: CallSurroundings,
  response: ServerResponse,
): Promise<void> {
  const request = requestOf(name, body, response);
  if (request !== undefined) await answerLines(response, streams[name](request, surroundings), surroundings.signal);
}

/** What a call asks for; answered already where it has not the form that it should. */
function requestOf<Name extends keyof typeof requestForms>(name: Name, body: unknown, response: ServerResponse) {
  const request = requestForms[name].safeParse(body);
  if (!request.success) answerTurned(response, { status: 400, message: faultOf(request.error) });
  return request.data;
}

function isNameOf<Table extends object>(table: Table, name: string): name is keyof Table & string {
  return Object.hasOwn(table, name);
}

function answerPage(path: string, { method }: IncomingMessage, response: ServerResponse): void {
  const file = pageFiles.get(path);
  if (method !== "GET" && method !== "HEAD") {
    answerTurned(response, { status: 405, message: "pages are asked for with GET", headers: { Allow: "GET, HEAD" } });
  } else if (file === undefined) {
    answerTurned(response, { status: 404, message: "there is no such page" });
  } else {
    const about = { "Content-Type": file.type, "Content-Length": Buffer.byteLength(file.text) };
    response.writeHead(200, { ...safeHeaders, ...about });
    response.end(method === "HEAD" ? undefined : file.text);
  }
}

/** Aborted where nobody waits for the answer any more, or the wizard ends. */
function untilGone(response: ServerResponse, stopped: AbortSignal): { signal: AbortSignal; release: () => void } {
  const gone = new AbortController();
  const stop = (): void => gone.abort();
  response.once("close", stop);
  stopped.addEventListener("abort", stop, { once: true });
  return {
    signal: gone.signal,
    release: () => {
      response.off("close", stop);
      stopped.removeEventListener("abort", stop);
    },
  };
}
