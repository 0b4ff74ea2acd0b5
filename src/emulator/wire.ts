import type { IncomingMessage, ServerResponse } from "node:http";
import type { Answer, EmulatedRequest } from "./answer.ts";
import type { Fault } from "./options.ts";

/** Reads a request, and its body where nobody has. */
export async function readRequest(
  incoming: IncomingMessage,
  sequence: number,
  body: string | undefined,
): Promise<EmulatedRequest> {
  const target = incoming.url ?? "/";
  const [path = "/", query = ""] = target.split(/\?(.*)/s);
  return {
    sequence,
    method: incoming.method ?? "GET",
    address: incoming.socket.remoteAddress ?? "",
    target,
    path,
    query: new URLSearchParams(query),
    headers: incoming.headers,
    body: body ?? (await readBody(incoming)),
  };
}

/** Reads the body of a request; only those that announce one have one. */
export async function readBody(incoming: IncomingMessage): Promise<string> {
  return hasBody(incoming) ? textOf(incoming) : "";
}

function hasBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

async function textOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

/** Sends an answer, in the way that the fault spoils it. */
export function send(outgoing: ServerResponse, answer: Answer, date: Date, fault: Fault | undefined): void {
  const body = Buffer.from(answer.body);
  const half = body.subarray(0, Math.floor(body.length / 2));
  const isCutShort = fault?.truncate === true;
  const isReset = fault?.reset === true;
  if (answer.isCut || (isReset && !isCutShort)) {
    outgoing.destroy();
    return;
  }
  // A body that is cut short looks whole to HTTP; one that is reset in the middle does not.
  const sent = isCutShort && !isReset ? half : body;
  outgoing.sendDate = false;
  outgoing.writeHead(answer.status, {
    ...answer.headers,
    "Content-Length": String(sent.length),
    Date: date.toUTCString(),
  });
  if (isReset) outgoing.write(half, () => outgoing.destroy());
  else outgoing.end(sent);
}

/** Waits; a wait does not keep the process alive once the server is closed. */
export function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, delayMs).unref();
  });
}
