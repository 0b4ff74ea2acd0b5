import type { IncomingMessage, ServerResponse } from "node:http";
import { type Answer, type Cloud, type EmulatedRequest, type FaultAt, withHeaders } from "./answer.ts";
import { isDataPlatformPath } from "./data-platform/cloud.ts";
import { type Faults, faultyAnswer } from "./faults.ts";
import type { EmulatorOptions } from "./options.ts";
import { ovhRefusals, ovhTooManyRequests } from "./ovh/refusals.ts";
import { tokenPath } from "./ovh/token-endpoint.ts";
import { scalewayRefusals, scalewayTooManyRequests } from "./scaleway/refusals.ts";
import type { Counter } from "./statistics.ts";
import { createThrottle, perSecond, type Throttle } from "./throttle.ts";
import { pause, readRequest, send } from "./wire.ts";

/** The clouds behind one port. */
export interface Clouds {
  readonly ovh: Cloud;
  readonly ovhTokens: Cloud;
  readonly scaleway: Cloud;
  readonly objectStorage: Cloud;
  readonly dataPlatform: Cloud;
}

/** What stands before the clouds: latency, limits, faults and statistics. */
export interface FrontParts {
  readonly clouds: Clouds;
  readonly faults: Faults;
  readonly counter: Counter;
  readonly options: EmulatorOptions;
  /** The server's wall clock, in milliseconds. */
  clock(): number;
  /** A clock that is never set, for rates. */
  monotonic(): number;
}

/** Answers a request; its body is given where it has been read already. */
export type Listener = (incoming: IncomingMessage, outgoing: ServerResponse, body?: string) => void;

/** Handles every request that comes in. */
export function createFront(parts: FrontParts): Listener {
  const throttles = throttlesOf(parts);
  let sequence = 0;
  return (incoming, outgoing, body) => {
    parts.counter.arrived(incoming.method ?? "GET", incoming.url ?? "/");
    outgoing.once("close", () => parts.counter.left());
    serve(readRequest(incoming, sequence, body), outgoing, parts, throttles).catch(dropAfterMistake(outgoing));
    sequence += 1;
  };
}

/** A mistake of the emulator's own must be seen, not look like a fault of a cloud. */
export function dropAfterMistake(outgoing: ServerResponse): (error: unknown) => void {
  return (error) => {
    process.emitWarning(error instanceof Error ? error : String(error));
    outgoing.destroy();
  };
}

async function serve(
  coming: Promise<EmulatedRequest>,
  outgoing: ServerResponse,
  parts: FrontParts,
  throttles: Readonly<Record<keyof Clouds, Throttle>>,
): Promise<void> {
  const request = await coming;
  const name = cloudOf(request.path);
  const fault = parts.faults.take(request);
  const isTooSoon = throttles[name]();
  const delayMs = (parts.options.latencyMs ?? 0) + (fault?.delayMs ?? 0);
  if (delayMs > 0) await pause(delayMs);
  if (outgoing.destroyed) return;
  const faultAt: FaultAt = (target) => parts.faults.answerTo({ method: request.method, target });
  const faulty = fault && faultyAnswer(fault);
  const real = () => (isTooSoon ? tooSoon(name, parts.options) : parts.clouds[name](request, faultAt));
  const answer = faulty ?? real();
  if (answer.status === 429 || (isTooSoon && faulty === undefined)) parts.counter.refused();
  send(outgoing, answer, new Date(parts.clock()), fault);
}

/** Each cloud counts its own requests; Object Storage and OVHcloud's token endpoint are services of their own. */
function throttlesOf({ options, monotonic }: FrontParts): Record<keyof Clouds, Throttle> {
  const create = () => createThrottle(options.limit ?? perSecond(options.requestsPerSecond ?? 0), monotonic);
  return { ovh: create(), ovhTokens: create(), scaleway: create(), objectStorage: create(), dataPlatform: create() };
}

function cloudOf(path: string): keyof Clouds {
  if (path === "/") return "objectStorage";
  if (path === tokenPath) return "ovhTokens";
  if (isDataPlatformPath(path)) return "dataPlatform";
  return /^\/(1\.0|v1|v2)\//.test(path) ? "ovh" : "scaleway";
}

function tooSoon(name: keyof Clouds, { retryAfterSeconds, tooSoonStatus = 429 }: EmulatorOptions): Answer {
  const isOvh = name.startsWith("ovh");
  const tooMany = isOvh ? ovhTooManyRequests : scalewayTooManyRequests;
  const forbidden = () => (isOvh ? ovhRefusals.notGranted() : scalewayRefusals.denied("instance_server")).answer;
  const answer = tooSoonStatus === 403 ? forbidden() : tooMany();
  return retryAfterSeconds === undefined ? answer : withHeaders(answer, { "Retry-After": String(retryAfterSeconds) });
}
