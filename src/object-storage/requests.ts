import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import type { Answer } from "../http/answer.ts";
import { startTimeout } from "../http/attempt-timeout.ts";
import { type Clock, systemClock } from "../http/clock.ts";
import { defaultLimits, type Limits } from "../http/limits.ts";
import { cutBody, networkRefusal } from "../http/network-failure.ts";
import { createFetch } from "../http/proxied-fetch.ts";
import { readBody } from "../http/read-body.ts";
import type { Refusal } from "../http/refusal.ts";
import { createRetries } from "../http/retries.ts";
import { abortError, InventoryError, systemCode } from "../inventory/errors.ts";
import { s3Refusal } from "./refusals.ts";
import type { S3Settings } from "./settings.ts";
import { signS3 } from "./signature.ts";

/** What is sent: its length and digest are known before. */
export interface S3Body {
  readonly size: number;
  /** SHA-256, in hexadecimal. */
  readonly digest: string;
  /** The bytes, or the file that holds them. */
  readonly content: Uint8Array<ArrayBuffer> | string;
}

/** A request to one S3. */
export interface S3Request {
  readonly method: "GET" | "HEAD" | "PUT" | "DELETE";
  readonly url: URL;
  /** What is asked, for messages. */
  readonly label: string;
  /** These are signed. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: S3Body;
  /** Which answers other than 2xx the caller wants to see for itself. */
  readonly accepts?: (answer: Answer) => boolean;
  /** The file that a 2xx answer is written to. */
  readonly into?: string;
}

/** How an S3 is asked. */
export interface S3Way {
  readonly settings: S3Settings;
  readonly proxyOf?: ((url: URL) => URL | undefined) | undefined;
  readonly limits?: Partial<Limits>;
  readonly clock?: Clock;
}

/**
 * Sends a request, waits and retries.
 *
 * @throws InventoryError for every end but a 2xx answer or one that is accepted; that of the signal once it is aborted.
 */
export type SendS3 = (request: S3Request, signal: AbortSignal) => Promise<Answer>;

/** A large file takes longer than any list: its attempts may fill this time. */
const patienceWithFilesMs = 15 * 60_000;
const digestOfNothing = createHash("sha256").digest("hex");

/** The way to an operator's own S3, with one key. */
export function createS3Send({ settings, proxyOf, limits: given, clock = systemClock }: S3Way): SendS3 {
  const fetch = createFetch(proxyOf);

  return async (request, signal) => {
    const limits = { ...defaultLimits, ...given };
    const movesFile = request.into !== undefined || typeof request.body?.content === "string";
    const totalTimeoutMs = movesFile ? Math.max(patienceWithFilesMs, limits.totalTimeoutMs) : limits.totalTimeoutMs;
    // Every request of a bucket may be sent twice: what a write found already written is looked at by the bucket.
    const retries = createRetries({ method: "GET" }, { ...limits, totalTimeoutMs }, clock);
    for (;;) {
      if (signal.aborted) throw abortError(signal);
      retries.started();
      const result = await attempt(request, signal, limits);
      if ("body" in result) return result;
      await clock.sleep(retries.waitBefore(result, { isForItself: true }), signal).catch(() => {});
    }
  };

  async function attempt(request: S3Request, run: AbortSignal, limits: Limits): Promise<Answer | Refusal> {
    const { method, url, label, body, into } = request;
    const headers = { ...request.headers, "x-amz-content-sha256": body?.digest ?? digestOfNothing };
    const signed = await signS3({ method, url, headers }, { ...settings, nowMs: clock.now() });
    const way = proxyOf?.(url) === undefined ? "" : " through the proxy";
    // A file may take any time, as long as it gets further.
    const timeout = startTimeout(limits.attemptTimeoutMs, run);
    let isAnswered = false;
    try {
      const response = await fetch(url, {
        method,
        // Not signed: a proxy may change how an answer is packed, and the length is fetch's own header.
        headers: {
          ...signed,
          "accept-encoding": "identity",
          ...(body === undefined ? {} : { "content-length": `${body.size}` }),
        },
        // To nobody else: a redirect is told as what it is.
        redirect: "manual",
        signal: timeout.signal,
        ...(body === undefined ? {} : { body: contentOf(body, timeout.refresh), duplex: "half" }),
      });
      isAnswered = true;
      const isStored = into !== undefined && response.ok;
      if (isStored) await store(response, into, label, timeout.refresh);
      const answer: Answer = {
        status: response.status,
        headers: response.headers,
        body: isStored ? new Uint8Array() : await readBody(response, limits.maxBodyBytes, label),
        requestId: requestIdOf(response.headers),
        label,
      };
      return response.ok || request.accepts?.(answer) ? answer : s3Refusal(answer, clock.now());
    } catch (thrown) {
      if (run.aborted) throw abortError(run);
      if (thrown instanceof InventoryError) return { error: thrown, again: "never" };
      if (timeout.signal.aborted) return stuck(label, limits.attemptTimeoutMs, way);
      return isAnswered ? cutBody(thrown, label, way) : networkRefusal(thrown, label, way);
    } finally {
      timeout.release();
    }
  }
}

function contentOf({ content }: S3Body, moved: () => void): Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array> {
  if (typeof content !== "string") return content;
  return ReadableStream.from(
    (async function* () {
      for await (const chunk of createReadStream(content)) {
        moved();
        yield chunk;
      }
    })(),
  );
}

/** @throws InventoryError INTERNAL where the file cannot be written, such as for a full disk. */
async function store(response: Response, path: string, label: string, moved: () => void): Promise<void> {
  const unwritable = (thrown: unknown): never => {
    throw new InventoryError("INTERNAL", `${label}: ${path} cannot be written (${systemCode(thrown)})`);
  };
  const file = await open(path, "w", 0o600).catch(unwritable);
  try {
    for await (const chunk of response.body ?? []) {
      moved();
      await file.writeFile(chunk).catch(unwritable);
    }
  } finally {
    await file.close();
  }
}

function stuck(label: string, timeoutMs: number, way: string): Refusal {
  const sentence = `${label} got no further${way} within ${timeoutMs / 1000} s`;
  return { error: new InventoryError("UNAVAILABLE", sentence), again: "after-backoff" };
}

function requestIdOf(headers: Headers): string | undefined {
  const id = headers.get("x-amz-request-id");
  return id !== null && /^[\w-]{1,64}$/.test(id) ? id : undefined;
}
