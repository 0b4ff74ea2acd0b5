import pLimit from "p-limit";
import { abortError, InventoryError } from "../inventory/errors.ts";
import type { ReadContext } from "../inventory/provider.ts";
import type { Answer } from "./answer.ts";
import { type Clock, systemClock } from "./clock.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { networkRefusal } from "./network-failure.ts";
import { createPace } from "./pace.ts";
import { createFetch, type Fetch } from "./proxied-fetch.ts";
import { readBody } from "./read-body.ts";
import { type Classify, type Refusal, refusalByStatus } from "./refusal.ts";
import type { Authorizer, OutgoingRequest, Send } from "./request.ts";
import { createRetries } from "./retries.ts";

export interface DoorOptions {
  readonly authorizer: Authorizer;
  readonly classify: Classify;
  /** Where this cloud writes its request id, first match wins. */
  readonly requestIdHeaders: readonly string[];
  readonly limits?: Partial<Limits>;
  readonly clock?: Clock;
  /** The proxy that a URL is asked through; none when absent. */
  readonly proxyOf?: ((url: URL) => URL | undefined) | undefined;
}

/** The one way to the network of one credential. */
export interface Door {
  /**
   * Sends, waits and retries; resolves with a 2xx answer, read to its end.
   *
   * @throws InventoryError for every other end, with the provider's request id where there is one.
   */
  readonly send: Send;
  /** How long everybody still has to wait because the provider asked for it, in milliseconds. */
  pausedForMs(): number;
}

export function createDoor(options: DoorOptions): Door {
  const clock = options.clock ?? systemClock;
  const limits = { ...defaultLimits, ...options.limits };
  const slots = pLimit({ concurrency: limits.maxInFlight, rejectOnClear: true });
  const fetch = createFetch(options.proxyOf);
  const pace = createPace(limits.maxRequestsPerMinute);
  let pausedUntilMs = 0;
  let renewals = 0;
  const pausedForMs = (): number => Math.max(0, pausedUntilMs - clock.now());

  const send: Send = async (request, context) => {
    const { authorizer } = options;
    if (!request.anonymous) await authorizer.prepare(send, context, false, request);
    const retries = createRetries(request, limits, clock);
    let renewalsBefore = renewals;
    const started = (): void => {
      retries.started();
      renewalsBefore = renewals;
    };
    for (;;) {
      const result = await inTurn(request, context, started);
      if ("body" in result) return result;
      const waitMs = retries.waitBefore(result);
      // A credential that was renewed since this attempt was authorized is not the one that was refused.
      const isStale = result.again === "after-renewal" && renewalsBefore === renewals;
      if (isStale && !request.anonymous) {
        await authorizer.prepare(send, context, true, request);
        renewals = renewalsBefore + 1;
      }
      await sleep(waitMs, context.signal);
    }
  };

  /** One attempt, when its turn has come. A paused door, the pace and a retry's wait hold no slot. */
  async function inTurn(
    request: OutgoingRequest,
    context: ReadContext,
    started: () => void,
  ): Promise<Answer | Refusal> {
    for (;;) {
      await untilOpen(request.label, context.signal);
      await inPace(context.signal);
      const result = await slots(async () => {
        // The run may have ended and the door been paused while this request queued for its slot.
        if (context.signal.aborted || pausedForMs() > 0) {
          pace.giveBack();
          return undefined;
        }
        started();
        const attempted = await attempt(request, context, options, { limits, clock, fetch });
        // While the slot is still held: whoever gets it next has to find the door paused.
        holdBack(attempted);
        return attempted;
      });
      if (result !== undefined) return result;
    }
  }

  /** @throws InventoryError RATE_LIMITED at once where the provider's wait is longer than any request's patience. */
  async function untilOpen(label: string, signal: AbortSignal): Promise<void> {
    const pauseMs = pausedForMs();
    if (pauseMs > limits.totalTimeoutMs) throw closedTooLong(label, pauseMs, limits.totalTimeoutMs);
    await sleep(pauseMs, signal);
  }

  async function inPace(signal: AbortSignal): Promise<void> {
    const waitMs = pace.reserveMs(clock.now());
    await sleep(waitMs, signal).catch((thrown: unknown) => {
      pace.giveBack();
      throw thrown;
    });
  }

  function holdBack(result: Answer | Refusal): void {
    if ("body" in result || result.retryAfterMs === undefined) return;
    pausedUntilMs = Math.max(pausedUntilMs, clock.now() + result.retryAfterMs);
  }

  async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) throw abortError(signal);
    if (milliseconds <= 0) return;
    await clock.sleep(milliseconds, signal).catch((thrown: unknown) => {
      throw signal.aborted ? abortError(signal) : thrown;
    });
  }

  return { send, pausedForMs };
}

async function attempt(
  request: OutgoingRequest,
  context: ReadContext,
  options: DoorOptions,
  { limits, clock, fetch }: { readonly limits: Limits; readonly clock: Clock; readonly fetch: Fetch },
): Promise<Answer | Refusal> {
  const { label } = request;
  // Outside the net that catches what the network throws: a credential that cannot sign is a defect, not an outage.
  const authorization = request.anonymous ? {} : await options.authorizer.authorize(request);
  const timeout = startTimeout(limits.attemptTimeoutMs, context.signal);
  try {
    context.traffic.requests += 1;
    const response = await fetch(request.url, {
      method: request.method,
      headers: { ...request.headers, ...authorization },
      redirect: "error",
      signal: timeout.signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    const body = await readBody(response, limits.maxBodyBytes, label);
    const requestId = requestIdOf(response.headers, options);
    const answer: Answer = { status: response.status, headers: response.headers, body, requestId, label };
    if (response.ok || request.accept?.includes(answer.status)) return answer;
    if (answer.status === 429) context.traffic.refused += 1;
    return options.classify(answer) ?? refusalByStatus(answer, clock.now());
  } catch (thrown) {
    if (context.signal.aborted) throw abortError(context.signal);
    if (thrown instanceof InventoryError) return { error: thrown, again: "never" };
    const way = options.proxyOf?.(request.url) === undefined ? "" : " through the proxy";
    if (timeout.signal.aborted) return tooSlow(label, limits.attemptTimeoutMs, way);
    return networkRefusal(thrown, label, way);
  } finally {
    timeout.release();
  }
}

/** A deadline joined with the run's signal by hand: `AbortSignal.any` keeps every request alive as long as the run on Node 20. */
function startTimeout(milliseconds: number, run: AbortSignal): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  const timer = setTimeout(abort, milliseconds);
  // Authorizing took time, and a signal that was aborted in between calls nobody any more.
  if (run.aborted) abort();
  run.addEventListener("abort", abort, { once: true });
  return {
    signal: controller.signal,
    release: () => {
      clearTimeout(timer);
      run.removeEventListener("abort", abort);
    },
  };
}

function tooSlow(label: string, timeoutMs: number, way: string): Refusal {
  const error = new InventoryError("UNAVAILABLE", `${label} gave no whole answer${way} within ${timeoutMs / 1000} s`);
  return { error, again: "after-backoff" };
}

function closedTooLong(label: string, pauseMs: number, patienceMs: number): InventoryError {
  return new InventoryError(
    "RATE_LIMITED",
    `${label} was not sent: the provider asked everybody to wait ${Math.ceil(pauseMs / 1000)} s, and one request may take ${patienceMs / 1000} s`,
  );
}

/** Only what looks like an id and is no secret come back: the header is written outside and goes into reports. */
function requestIdOf(headers: Headers, { requestIdHeaders, authorizer }: DoorOptions): string | undefined {
  const usable = (value: string | null): value is string =>
    value !== null && /^[\w.:/=+-]{1,128}$/.test(value) && !authorizer.holdsSecret(value);
  return requestIdHeaders.map((name) => headers.get(name)).find(usable);
}
