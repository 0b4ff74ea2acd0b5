import type { Refusal, WizardCalls, WizardError, WizardStreams } from "../api.ts";
import { texts } from "./texts.ts";

/** A call that the server refused, in its own sentence. */
export class RefusedCall extends Error {
  readonly error: WizardError;

  constructor({ error }: Refusal) {
    super(error.message);
    this.error = error;
  }
}

/** What the page says of a call that went wrong. */
export function errorOf(thrown: unknown): WizardError {
  if (thrown instanceof RefusedCall) return thrown.error;
  return { code: "UNAVAILABLE", message: texts.lost.heading, remediation: texts.lost.text };
}

/** Makes a call that is answered at once. @throws RefusedCall; TypeError where nobody answers. */
export async function call<Name extends keyof WizardCalls>(
  token: string,
  name: Name,
  request: WizardCalls[Name]["request"],
): Promise<WizardCalls[Name]["answer"]> {
  const response = await send(token, name, request);
  return (await response.json()) as WizardCalls[Name]["answer"];
}

/** Makes a call that is answered line by line. Aborting the signal stops what is under way. */
export async function* lines<Name extends keyof WizardStreams>(
  token: string,
  name: Name,
  request: WizardStreams[Name]["request"],
  signal: AbortSignal,
): AsyncGenerator<WizardStreams[Name]["line"], void, void> {
  const { body } = await send(token, name, request, signal);
  if (body === null) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const parts = (rest + value).split("\n");
    rest = parts.pop() ?? "";
    for (const part of parts) if (part !== "") yield JSON.parse(part) as WizardStreams[Name]["line"];
  }
}

async function send(token: string, name: string, request: unknown, signal?: AbortSignal): Promise<Response> {
  const response = await fetch(`/api/${name}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: JSON.stringify(request),
    ...(signal === undefined ? {} : { signal }),
  });
  if (response.ok) return response;
  throw new RefusedCall((await response.json()) as Refusal);
}
