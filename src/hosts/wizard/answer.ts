import { once } from "node:events";
import type { ServerResponse } from "node:http";
import type { Refusal, WizardError } from "./api.ts";
import type { Turned } from "./guard.ts";
import { safeHeaders } from "./page-files.ts";
import { statusOf } from "./status.ts";
import { wizardError } from "./streams.ts";

/** Answers with one JSON document. */
export function answerJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Turned["headers"] = {},
): void {
  response.writeHead(status, { ...safeHeaders, "Content-Type": "application/json; charset=utf-8", ...headers });
  response.end(`${JSON.stringify(value)}\n`);
}

export function answerTurned(response: ServerResponse, { status, message, headers }: Turned): void {
  answerRefusal(response, status, { code: status === 401 ? "UNAUTHENTICATED" : "INVALID_CONFIG", message }, headers);
}

export function answerError(response: ServerResponse, thrown: unknown): void {
  const error = wizardError(thrown);
  answerRefusal(response, statusOf(error.code), error);
}

function answerRefusal(
  response: ServerResponse,
  status: number,
  error: WizardError,
  headers?: Turned["headers"],
): void {
  answerJson(response, status, { error } satisfies Refusal, headers);
}

/**
 * Answers with JSON lines as they come, as fast as they are read. What is thrown before the first line is a refusal; later it is the last
 * line. Ends the lines where nobody reads any more.
 */
export async function answerLines(
  response: ServerResponse,
  lines: AsyncGenerator<unknown, void, void>,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const line of lines) {
      if (signal.aborted) return;
      if (!response.headersSent) begin(response);
      const isRoom = response.write(`${JSON.stringify(line)}\n`);
      if (!isRoom) await once(response, "drain", { signal });
    }
  } catch (thrown) {
    if (signal.aborted) return;
    if (!response.headersSent) return answerError(response, thrown);
    response.write(`${JSON.stringify({ type: "failed", error: wizardError(thrown) })}\n`);
  } finally {
    response.end();
  }
}

function begin(response: ServerResponse): void {
  response.writeHead(200, { ...safeHeaders, "Content-Type": "application/x-ndjson; charset=utf-8" });
}
