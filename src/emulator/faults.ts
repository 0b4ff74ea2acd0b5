import { type Answer, type EmulatedRequest, jsonAnswer } from "./answer.ts";
import type { Fault } from "./options.ts";
import { generator } from "./random.ts";

/** The faults that are set up, and how often each has still to happen. */
export interface Faults {
  add(fault: Fault): void;
  clear(): void;
  /** The fault that hits a request, if any; it counts as having happened. */
  take(request: EmulatedRequest): Fault | undefined;
  /** What such a request would be answered if it came alone, where a fault answers it; nothing counts as having happened. */
  answerTo(request: Pick<EmulatedRequest, "method" | "target">): Answer | undefined;
}

/** Draws are seeded, so that the same sequence of requests meets the same faults. */
export function createFaults(initial: readonly Fault[], seed: number): Faults {
  const random = generator(seed);
  let pending = initial.map(prepared);
  const hitBy = (request: Pick<EmulatedRequest, "method" | "target">) =>
    pending.find(({ fault, left }) => left > 0 && hits(fault, request, random));
  return {
    add: (fault) => pending.push(prepared(fault)),
    clear: () => {
      pending = [];
    },
    take(request) {
      const hit = hitBy(request);
      if (hit !== undefined) hit.left -= 1;
      return hit?.fault;
    },
    answerTo(request) {
      const hit = hitBy(request);
      return hit === undefined ? undefined : faultyAnswer(hit.fault);
    },
  };
}

function prepared(fault: Fault): { readonly fault: Fault; left: number } {
  return { fault, left: fault.times ?? Number.POSITIVE_INFINITY };
}

function hits(
  { match, method, probability }: Fault,
  request: Pick<EmulatedRequest, "method" | "target">,
  random: () => number,
): boolean {
  if (method !== undefined && method !== request.method) return false;
  // `search` rather than `test`: an expression with the flag `g` must not remember where it stopped.
  const isMatch = typeof match === "string" ? request.target.includes(match) : request.target.search(match) >= 0;
  return isMatch && (probability === undefined || random() < probability);
}

/** What is sent instead of the real answer; a fault that only delays or cuts leaves the real answer. */
export function faultyAnswer(fault: Fault): Answer | undefined {
  const { status, body, contentType, headers = {} } = fault;
  if (status === undefined && body === undefined) return undefined;
  const answer =
    typeof body === "string" || body === undefined
      ? { status: status ?? 200, headers: {}, body: body ?? "" }
      : jsonAnswer(status ?? 200, body, "application/json");
  const type = contentType === undefined ? {} : { "Content-Type": contentType };
  return { ...answer, headers: { ...answer.headers, ...type, ...headers } };
}
