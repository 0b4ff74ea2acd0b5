import type { IncomingHttpHeaders } from "node:http";

/** A request as the emulated clouds see it. */
export interface EmulatedRequest {
  /** The place of this request among all that this emulator has received; counters in headers follow from it. */
  readonly sequence: number;
  readonly method: string;
  /** Where the request comes from. */
  readonly address: string;
  /** Path and query exactly as they were sent: what clients sign. */
  readonly target: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A whole answer. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The connection breaks instead of it. */
  readonly isCut?: true;
}

/** How a fault answers what a request asks for beside others, by its own path and query; undefined where none does. */
export type FaultAt = (target: string) => Answer | undefined;

/** One emulated cloud. */
export type Cloud = (request: EmulatedRequest, faultAt: FaultAt) => Answer;

/** Thrown by whatever finds out that a request has to be refused. */
export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`refused with ${answer.status}`);
    this.answer = answer;
  }
}

/** Runs a cloud's handler; a refusal is an answer like any other. */
export function answered(handle: () => Answer): Answer {
  try {
    return handle();
  } catch (error) {
    if (error instanceof Refusal) return error.answer;
    throw error;
  }
}

/** An answer with a JSON body. */
export function jsonAnswer(status: number, value: unknown, contentType: string): Answer {
  return { status, headers: { "Content-Type": contentType }, body: JSON.stringify(value) };
}

/** The answer with more headers. */
export function withHeaders(answer: Answer, headers: Readonly<Record<string, string>>): Answer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

/** A header that can be sent only once. */
export function headerOf(request: EmulatedRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}
