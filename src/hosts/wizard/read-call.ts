import type { IncomingMessage } from "node:http";
import type * as z from "zod";
import type { Turned } from "./guard.ts";

/** What a call may be at most: a pasted text, or a service account's whole file. */
export const mostBytes = 256 * 1024;

/** Reads a body as JSON; what is no JSON or too much of it is turned away, without a word of what it held. */
export async function readBody(
  request: IncomingMessage,
): Promise<{ readonly body: unknown } | { readonly turned: Turned }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // What is left of a body that is too much is read and thrown away, so that whoever sends it gets to read why.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > mostBytes) {
      const message = `a call holds at most ${mostBytes / 1024} KiB`;
      return { turned: { status: 413, message } };
    }
    chunks.push(chunk);
  }
  try {
    return { body: JSON.parse(Buffer.concat(chunks).toString("utf8")) };
  } catch {
    return { turned: { status: 400, message: "the body is not JSON" } };
  }
}

/** The places of a call's body that are not as they have to be; what stands there is not repeated. */
export function faultOf(error: z.ZodError): string {
  const [issue] = error.issues;
  const place = (issue?.path ?? []).map(String).join(".");
  const unknown = issue?.code === "unrecognized_keys" ? issue.keys.length : 0;
  if (unknown > 0) return `the call holds ${unknown === 1 ? "a key" : `${unknown} keys`} that it does not take`;
  return place === "" ? "the call does not have the expected form" : `${place} does not have the expected form`;
}
