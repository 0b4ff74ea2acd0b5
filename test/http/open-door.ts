import type { Answer } from "../../src/http/answer.ts";
import type { Clock } from "../../src/http/clock.ts";
import { createDoor, type Door } from "../../src/http/door.ts";
import type { DoorOptions } from "../../src/http/door-options.ts";
import type { Authorizer, OutgoingRequest } from "../../src/http/request.ts";
import { InventoryError } from "../../src/inventory/errors.ts";
import type { Traffic } from "../../src/inventory/provider.ts";
import { createRun, type Run } from "../../src/inventory/run.ts";
import { fakeClock } from "../clock.ts";

/** A credential that writes down what was asked of it. */
export interface FakeAuthorizer extends Authorizer {
  /** The `renew` of each call of `prepare`. */
  readonly prepared: boolean[];
  /** The URL of each authorized attempt. */
  readonly authorized: string[];
}

export const token = "planted-token-4711";

function fakeAuthorizer(more: Partial<Authorizer> = {}): FakeAuthorizer {
  const prepared: boolean[] = [];
  const authorized: string[] = [];
  return {
    prepared,
    authorized,
    holdsSecret: (text) => text.includes(token),
    async prepare(send, context, renew, request) {
      prepared.push(renew);
      await more.prepare?.(send, context, renew, request);
    },
    async authorize(request) {
      authorized.push(request.url.href);
      return (await more.authorize?.(request)) ?? { "x-auth-token": token };
    },
  };
}

/** No pace of its own, for tests of everything else. */
const unhurried = { startPerSecond: 1e6, growthPerAnswer: 1, ceilingPerSecond: 1e6, startInFlight: 100 };

export interface OpenDoorOptions extends Partial<Omit<DoorOptions, "authorizer">> {
  readonly authorizer?: Partial<Authorizer>;
}

export interface OpenDoor {
  readonly door: Door;
  readonly authorizer: FakeAuthorizer;
  readonly traffic: Traffic;
  /** Sends a GET, or what `more` makes of it; requests of one signal are of one run. */
  get(url: string, more?: Partial<OutgoingRequest>, signal?: AbortSignal): Promise<Answer>;
}

export function openDoor({ authorizer: more, ...options }: OpenDoorOptions = {}): OpenDoor {
  const authorizer = fakeAuthorizer(more);
  const clock: Clock = options.clock ?? fakeClock();
  const door = createDoor({
    classify: () => undefined,
    requestIdHeaders: ["x-request-id"],
    ...options,
    limits: { rate: unhurried, ...options.limits },
    clock,
    authorizer,
  });
  const traffic: Traffic = { requests: 0, refused: 0 };
  const runs = new WeakMap<AbortSignal, Run>();
  const get: OpenDoor["get"] = (url, request = {}, signal = new AbortController().signal) => {
    const run = runs.get(signal) ?? createRun();
    runs.set(signal, run);
    const whole = { method: "GET", url: new URL(url), headers: {}, label: "GET /thing", ...request } as const;
    return door.send(whole, { signal, run, traffic });
  };
  return { door, authorizer, traffic, get };
}

/** What a promise was rejected with, which has to be an error of ours. */
export async function refusalOf(promise: Promise<unknown>): Promise<InventoryError> {
  const thrown = await promise.then(
    () => new Error("it was expected to fail"),
    (error: unknown) => error,
  );
  if (thrown instanceof InventoryError) return thrown;
  throw thrown;
}
