import { setMaxListeners } from "node:events";
import pLimit from "p-limit";
import { type AcceptedGaps, noGaps } from "./accepted-gaps.ts";
import { type Channel, createChannel } from "./channel.ts";
import { abortError, asInventoryError, InventoryError } from "./errors.ts";
import type { Event } from "./event.ts";
import { judge } from "./judge.ts";
import type { Provider, ReadContext, ScopeEntry, Traffic } from "./provider.ts";
import { readScope, type ScopeReport } from "./read-scope.ts";
import type { ResourceKind } from "./resource-kind.ts";
import { accountScope } from "./scope.ts";
import { createTally, elapsedMs, type Tally } from "./tally.ts";

export interface DiscoverOptions {
  /** The kinds to read; all of the provider's default set when absent. */
  readonly kinds?: readonly ResourceKind[];
  /** What is left out on purpose: reported as accepted, and incomplete all the same. Nothing when absent. */
  readonly acceptedGaps?: AcceptedGaps;
  /** Aborting ends the run as cancelled: every scope that was not reached says so, and `finished` still comes. */
  readonly signal?: AbortSignal;
  /** The whole job's time, in milliseconds; none when absent. */
  readonly deadlineMs?: number;
  /** How many scopes are read at a time; 32 when absent. Requests are bounded by the provider's door, not by this. */
  readonly concurrentScopes?: number;
  /** The plugin's version, for the header of the event stream. */
  readonly version?: string;
  /** The wall clock, in milliseconds since the epoch. */
  readonly now?: () => number;
  /** A clock that is never set, in milliseconds: for durations. */
  readonly monotonic?: () => number;
}

// Enough to keep writers busy while the reader handles a batch, small enough to be nothing beside one page.
const channelCapacity = 256;
const progressEveryResources = 1000;
// What a timer can hold, about 24 days; beyond it Node would fire at once.
const longestTimerMs = 2 ** 31 - 1;

/** One run's machinery: what `produce` and its helpers share. */
interface Run {
  readonly provider: Provider;
  readonly kinds: readonly ResourceKind[];
  readonly channel: Channel<Event>;
  readonly stop: AbortController;
  readonly tally: Tally;
  readonly now: () => number;
  readonly monotonic: () => number;
}

/**
 * Reads everything that the credential reaches and tells it as it comes: `started`, then `resource`, `scope` and `progress`
 * in any order between scopes, then `finished`. Every (kind, scope) ends in exactly one `scope` event.
 *
 * A slow consumer slows the reading; leaving the loop aborts every open request. Never throws for what a provider did: a
 * refused credential, a cancellation and a deadline are outcomes too.
 */
export async function* discover(provider: Provider, options: DiscoverOptions = {}): AsyncGenerator<Event, void, void> {
  const { now = Date.now, monotonic = () => performance.now() } = options;
  const kinds = options.kinds ?? provider.kinds.filter((kind) => kind.byDefault);
  const channel = createChannel<Event>(channelCapacity);
  const stop = new AbortController();
  // Every open request listens; Node would call more than ten a leak.
  setMaxListeners(0, stop.signal);
  const run: Run = {
    provider,
    kinds,
    channel,
    stop,
    tally: createTally(provider, options.acceptedGaps ?? noGaps, monotonic),
    now,
    monotonic,
  };
  const release = stopWhen(stop, options);
  const work = produce(run, options).finally(() => channel.close());
  // Awaited at the end; until then a defect must not end the process as unhandled.
  work.catch(() => {});
  try {
    for (let batch = await channel.take(); batch !== undefined; batch = await channel.take()) {
      // Not `yield*`, which waits for each value of an array as if it were a promise.
      for (const event of batch) yield event;
    }
  } finally {
    stop.abort(new InventoryError("CANCELLED", "the reader left before the end"));
    channel.abandon();
    release();
    await work;
  }
}

/** Ties the run to the caller's signal and to its deadline; returns how to untie it. */
function stopWhen(stop: AbortController, { signal, deadlineMs }: DiscoverOptions): () => void {
  const cancel = (): void => stop.abort(new InventoryError("CANCELLED", "the run was cancelled"));
  if (signal?.aborted) cancel();
  signal?.addEventListener("abort", cancel, { once: true });
  const timer =
    deadlineMs === undefined
      ? undefined
      : setTimeout(
          () => {
            stop.abort(
              new InventoryError("CANCELLED", `the deadline of ${deadlineMs / 1000} s passed before this was read`),
            );
          },
          Math.min(deadlineMs, longestTimerMs),
        );
  return () => {
    signal?.removeEventListener("abort", cancel);
    clearTimeout(timer);
  };
}

async function produce(run: Run, options: DiscoverOptions): Promise<void> {
  const { provider, kinds, channel, tally } = run;
  await channel.push({
    type: "started",
    inventory: provider.id,
    version: options.version ?? "unknown",
    credential: provider.describe(),
    kinds: kinds.map((kind) => kind.id),
    startedAt: new Date(run.now()).toISOString(),
  });
  const limit = pLimit(options.concurrentScopes ?? 32);
  const reads: Promise<void>[] = [];
  const known = new Set<string>();
  const placed = new Set<string>();
  const start = (entry: ScopeEntry): void => {
    for (const kind of entry.kinds) {
      // Each (kind, scope) ends once, also where a provider names it twice.
      const key = `${kind.id}@${entry.scope.id}`;
      if (known.has(key)) continue;
      known.add(key);
      placed.add(kind.id);
      tally.scopeKnown();
      reads.push(limit(() => readEntry(run, kind, entry)));
    }
  };
  try {
    const context = { signal: run.stop.signal, traffic: tally.traffic };
    for await (const entry of provider.scopes(kinds, context)) start(entry);
  } catch (thrown) {
    // A provider reports what it cannot enumerate as entries; reaching this is a defect, and every kind may be short.
    start({ kinds, scope: accountScope, error: asInventoryError(thrown) });
  }
  // A kind that no scope was found for would be missing from the report without a word.
  for (const kind of kinds.filter(({ id }) => !placed.has(id))) {
    start({ kinds: [kind], scope: accountScope, error: unplaced(kind, run.stop.signal) });
  }
  await Promise.all(reads);
  await channel.push(tally.finished());
}

async function readEntry(run: Run, kind: ResourceKind, entry: ScopeEntry): Promise<void> {
  const { provider, channel, tally, stop } = run;
  const startedMs = run.monotonic();
  const traffic: Traffic = { requests: 0, refused: 0 };
  const context: ReadContext = { signal: stop.signal, traffic };
  const report =
    entry.error === undefined
      ? await readScope(provider, kind, entry.scope, context, (resource) => {
          tally.resourceFound();
          const room = channel.push({ type: "resource", inventory: provider.id, resource });
          return tally.resources % progressEveryResources === 0 ? channel.push(tally.progress()) : room;
        })
      : unread(entry.error, kind);
  tally.traffic.requests += traffic.requests;
  tally.traffic.refused += traffic.refused;
  // A refused credential is refused everywhere: asking on would only lock the account or waste the provider's time.
  if (report.error?.code === "UNAUTHENTICATED") stop.abort(report.error);
  await channel.push(
    tally.scopeEnded(kind, entry.scope, report, traffic.requests, elapsedMs(startedMs, run.monotonic())),
  );
  await channel.push(tally.progress());
}

function unplaced(kind: ResourceKind, signal: AbortSignal): InventoryError {
  return signal.aborted
    ? abortError(signal)
    : new InventoryError("INTERNAL", `no place was found to list ${kind.id} in; this is a defect of the plugin`);
}

function unread(error: InventoryError, kind: ResourceKind): ScopeReport {
  return {
    outcome: judge({ lists: [], error, count: 0, itemsSeen: 0, required: kind.required ?? false }),
    warnings: [],
    error,
  };
}
