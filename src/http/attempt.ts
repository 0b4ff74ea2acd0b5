import { abortError, InventoryError } from "../inventory/errors.ts";
import type { ReadContext } from "../inventory/provider.ts";
import type { Answer } from "./answer.ts";
import { startTimeout } from "./attempt-timeout.ts";
import type { Clock } from "./clock.ts";
import type { DoorOptions } from "./door-options.ts";
import type { Limits } from "./limits.ts";
import { cutBody, networkRefusal } from "./network-failure.ts";
import type { Fetch } from "./proxied-fetch.ts";
import { readBody } from "./read-body.ts";
import { type Refusal, refusalByStatus, withWait } from "./refusal.ts";
import type { OutgoingRequest } from "./request.ts";

/** What attempts of one door share. */
export interface AttemptParts {
  readonly options: DoorOptions;
  readonly limits: Limits;
  readonly clock: Clock;
  readonly fetch: Fetch;
}

/**
 * Sends a request once and reads its answer to the end.
 *
 * @throws InventoryError only where the run was aborted or the credential cannot authorize.
 */
export async function attempt(
  request: OutgoingRequest,
  context: ReadContext,
  parts: AttemptParts,
): Promise<Answer | Refusal> {
  const { options, limits } = parts;
  const { label } = request;
  // Outside the net that catches what the network throws: a credential that cannot sign is a defect, not an outage.
  const authorization = request.anonymous ? {} : await options.authorizer.authorize(request);
  const timeout = startTimeout(limits.attemptTimeoutMs, context.signal);
  const way = options.proxyOf?.(request.url) === undefined ? "" : " through the proxy";
  const observer = request.anonymous ? undefined : options.observer;
  let isAnswered = false;
  try {
    context.beforeRequest?.();
    context.traffic.requests += 1;
    const response = await parts.fetch(request.url, {
      method: request.method,
      headers: { ...request.headers, ...authorization },
      redirect: "error",
      signal: timeout.signal,
      ...(request.body === undefined ? {} : { body: request.body }),
    });
    isAnswered = true;
    const body = await readBody(response, limits.maxBodyBytes, label);
    const requestId = requestIdOf(response.headers, options);
    const answer: Answer = { status: response.status, headers: response.headers, body, requestId, label };
    observer?.answered(request, answer);
    if (response.ok || request.accept?.includes(answer.status)) return answer;
    return refused(answer, parts);
  } catch (thrown) {
    if (context.signal.aborted) throw abortError(context.signal);
    observer?.unanswered(request, thrown instanceof InventoryError ? "too-large" : "network");
    if (thrown instanceof InventoryError) return { error: thrown, again: "never" };
    if (timeout.signal.aborted) return tooSlow(label, limits.attemptTimeoutMs, way);
    return isAnswered ? cutBody(thrown, label, way) : networkRefusal(thrown, label, way);
  } finally {
    timeout.release();
  }
}

function refused(answer: Answer, { options, clock }: AttemptParts): Refusal {
  const known = options.classify(answer);
  return known === undefined ? refusalByStatus(answer, clock.now()) : withWait(known, answer, clock.now());
}

function tooSlow(label: string, timeoutMs: number, way: string): Refusal {
  const error = new InventoryError("UNAVAILABLE", `${label} gave no whole answer${way} within ${timeoutMs / 1000} s`);
  return { error, again: "after-backoff" };
}

/** Only what looks like an id and is no secret come back: the header is written outside and goes into reports. */
function requestIdOf(headers: Headers, { requestIdHeaders, authorizer }: DoorOptions): string | undefined {
  const usable = (value: string | null): value is string =>
    value !== null && /^[\w.:/=+-]{1,128}$/.test(value) && !authorizer.holdsSecret(value);
  return requestIdHeaders.map((name) => headers.get(name)).find(usable);
}
