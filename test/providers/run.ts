import { readOperatorSettings } from "../../src/config/operator-settings.ts";
import type { Emulator } from "../../src/emulator/index.ts";
import { systemClock } from "../../src/http/clock.ts";
import type { Observer } from "../../src/http/observer.ts";
import { discover } from "../../src/inventory/discover.ts";
import type { Event, FinishedEvent, ScopeEvent } from "../../src/inventory/event.ts";
import type { Provider } from "../../src/inventory/provider.ts";
import type { Remembered } from "../../src/inventory/remembered.ts";
import type { Resource } from "../../src/inventory/resource.ts";
import { selectKinds } from "../../src/inventory/select-kinds.ts";
import type { Examiner } from "../../src/preflight/examiner.ts";
import { loadProvider } from "../../src/providers/registry.ts";
import { patienceMs } from "../patience.ts";

export type ProviderId = "ovh" | "scaleway" | "ovh-data-platform";

export interface Found {
  readonly events: readonly Event[];
  readonly resources: readonly Resource[];
  readonly scopes: readonly ScopeEvent[];
  readonly finished: FinishedEvent;
}

export interface RunOptions {
  readonly kinds?: readonly string[];
  /** Laid over the config that the emulator's environment gives. */
  readonly config?: Readonly<Record<string, string>>;
  readonly now?: () => number;
  /** What earlier runs read. */
  readonly remembered?: Partial<Remembered>;
  /** The clock that waits and the lives of tokens go by; the machine's when absent, since `now` may stand still. */
  readonly monotonic?: () => number;
  /** How long a provider may refuse everything by rate, for tests in which it does. */
  readonly patienceMs?: number;
  /** Who looks on at what is answered. */
  readonly observer?: Observer;
}

// Real time, because the emulator is a real server: pauses are short instead of faked, and an answer may take its time.
const limits = {
  forbiddenPauseMs: 5,
  baseBackoffMs: 2,
  maxBackoffMs: 10,
  maxRequestsPerMinute: 0,
  attemptTimeoutMs: patienceMs.child,
};

/** A provider opened on an emulator, for one run or several. */
export async function openOn(
  emulator: Emulator,
  id: ProviderId,
  options: RunOptions = {},
): Promise<Provider & Examiner> {
  const { environment } = emulator;
  const definition = await loadProvider(id);
  const entries = Object.entries(definition.sources.environment).map(([key, name]) => [key, environment[name] ?? ""]);
  const config = { ...Object.fromEntries(entries), ...options.config };
  const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
  const clock = {
    now: options.now ?? Date.now,
    monotonic: options.monotonic ?? systemClock.monotonic,
    random: Math.random,
    sleep,
  };
  const inFlight = config["max_in_flight"];
  const own = {
    ...limits,
    ...(inFlight === undefined ? {} : { maxInFlight: Number(inFlight) }),
    ...(options.patienceMs === undefined ? {} : { totalTimeoutMs: options.patienceMs }),
  };
  const operator = readOperatorSettings(environment);
  return definition.open(config, "test", { operator, limits: own, clock, observer: options.observer }).provider;
}

/** One discovery of an opened provider. */
export async function runOpened(
  provider: Provider,
  kinds: readonly string[] = [],
  remembered: Partial<Remembered> = {},
): Promise<Found> {
  const events: Event[] = [];
  const options = { kinds: selectKinds(provider.kinds, kinds), ...remembered };
  for await (const event of discover(provider, options)) events.push(event);
  return {
    events,
    resources: events.flatMap((event) => (event.type === "resource" ? [event.resource] : [])),
    scopes: events.filter((event) => event.type === "scope"),
    finished: events.at(-1) as FinishedEvent,
  };
}

/** One discovery of a provider on an emulator. */
export async function discoverOn(emulator: Emulator, id: ProviderId, options: RunOptions = {}): Promise<Found> {
  return runOpened(await openOn(emulator, id, options), options.kinds, options.remembered);
}

/** The provider's own ids of what was found. */
export function idsOf(resources: readonly Resource[]): string[] {
  return resources.map(idOf).sort();
}

/** The last part of its URN, where IAM's own may hold what it is in before a slash; of what IAM's index names, the whole. */
export function idOf({ urn, kind }: Resource): string {
  return kind === "ovh.iam.resource" ? urn : decodeURIComponent(urn.split(/[:/]/).at(-1) ?? "");
}
