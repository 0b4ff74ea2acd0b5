import { setMaxListeners } from "node:events";
import pLimit, { type LimitFunction } from "p-limit";
import { contradictedAbsence, withoutAbsence } from "./absence.ts";
import { type AcceptedGaps, noGaps } from "./accepted-gaps.ts";
import { type Channel, createChannel } from "./channel.ts";
import { abortError, asInventoryError, InventoryError } from "./errors.ts";
import type { Event } from "./event.ts";
import { lackedRights } from "./lacked-rights.ts";
import { newContext } from "./new-context.ts";
import { createNotGranted, type FindLacking, type NotGranted } from "./not-granted.ts";
import { createParentLists, type ParentLists, parentsFirst } from "./parent-lists.ts";
import type { Parents } from "./parents.ts";
import type { EndedScope, ListContext, Provider, ReadContext, ScopeEntry, Traffic } from "./provider.ts";
import { lookAtReach } from "./reach.ts";
import { readScope, type ScopeReport, unread } from "./read-scope.ts";
import { completeRemembered, type Remembered } from "./remembered.ts";
import type { Resource } from "./resource.ts";
import type { KindSummary, ResourceKind } from "./resource-kind.ts";
import { accountScope, type Scope } from "./scope.ts";
import { stopWhen } from "./stop-when.ts";
import { createTally, elapsedMs, type ScopeEnd, type Tally } from "./tally.ts";

/** What the run may know of earlier ones (see `Remembered`) comes from the host, before the first scope. */
export interface DiscoverOptions extends Partial<Remembered> {
  /** The kinds to read; all of the provider's default set when absent. */
  readonly kinds?: readonly KindSummary[];
  /** Whether somebody asked for these kinds by name: then each has to be granted. True where `kinds` is there, unless it says otherwise. */
  readonly named?: boolean;
  /** Asked once, where the provider's words do not tell whether optional kinds are denied for want of a right. */
  readonly findLacking?: FindLacking;
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

/** The machinery of one discovery: what `produce` and its helpers share. */
interface Discovery {
  readonly provider: Provider;
  readonly kinds: readonly ResourceKind[];
  readonly channel: Channel<Event>;
  readonly stop: AbortController;
  readonly tally: Tally;
  readonly ended: EndedScope[];
  readonly now: () => number;
  readonly monotonic: () => number;
  /** What every request of this discovery is sent with; a scope counts its own traffic. */
  readonly context: ReadContext;
  /** What came of each (kind, scope), by {@link keyOf}. */
  readonly reads: Map<string, Promise<EntryRead>>;
  readonly parents: ParentLists;
  /** Lets so many lists be read at a time. */
  readonly limit: LimitFunction;
  readonly notGranted: NotGranted;
  /** Resolves once every scope is known. */
  readonly allKnown: Promise<void>;
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
  const channel = createChannel<Event>(channelCapacity);
  const stop = new AbortController();
  // Every open request listens; Node would call more than ten a leak.
  setMaxListeners(0, stop.signal);
  const chosen = options.kinds ?? provider.kinds.filter((kind) => kind.byDefault);
  const kinds = parentsFirst(await provider.load(chosen));
  const tally = createTally(provider, options.acceptedGaps ?? noGaps, monotonic);
  const context = newContext(stop.signal, tally.traffic, completeRemembered(options));
  const reads: Discovery["reads"] = new Map();
  const limit = pLimit(options.concurrentScopes ?? 32);
  const parents = createParentLists({
    provider,
    kinds,
    context,
    readOf: (kind, scope) => reads.get(keyOf(kind, scope))?.then(({ report }) => report),
    inTurn: limit,
  });
  let allAreKnown = (): void => {};
  const allKnown = new Promise<void>((resolve) => {
    allAreKnown = resolve;
  });
  const ended: EndedScope[] = [];
  const discovery: Discovery = {
    provider,
    kinds,
    channel,
    stop,
    tally,
    ended,
    now,
    monotonic,
    context,
    reads,
    parents,
    limit,
    notGranted: createNotGranted({
      optional: chosen.filter(({ optional }) => optional && !(options.named ?? options.kinds !== undefined)),
      findLacking: options.findLacking,
      context,
      readsOf: async () => {
        await allKnown;
        return Promise.all(reads.values());
      },
    }),
    allKnown,
  };
  const release = stopWhen(stop, options);
  const work = produce(discovery, options.version, allAreKnown).finally(() => channel.close());
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

async function produce(discovery: Discovery, version = "unknown", allAreKnown: () => void): Promise<void> {
  const { provider, kinds, channel, tally, limit, context } = discovery;
  const { known } = discovery.notGranted;
  const shifting = kinds.flatMap(({ id, mayShift }) => (mayShift ? [id] : []));
  await channel.push({
    type: "started",
    inventory: provider.id,
    version,
    credential: provider.describe(),
    kinds: kinds.map((kind) => kind.id),
    ...(known.length === 0 ? {} : { notGranted: [...known] }),
    ...(shifting.length === 0 ? {} : { mayShift: shifting }),
    ...(provider.projectName === undefined ? {} : { namesProjects: true }),
    startedAt: new Date(discovery.now()).toISOString(),
  });
  const ends: Promise<void>[] = [];
  const placed = new Set<string>();
  const start = (entry: ScopeEntry): void => {
    for (const kind of parentsFirst(entry.kinds)) {
      // Each (kind, scope) ends once, also where a provider names it twice.
      const key = keyOf(kind, entry.scope);
      if (discovery.reads.has(key)) continue;
      placed.add(kind.id);
      tally.scopeKnown();
      // Waited for outside the limit: what waits for its parents must not keep them from being read.
      const parents = entry.error === undefined ? discovery.parents.parentsOf(kind, entry.scope) : undefined;
      const reading =
        parents === undefined
          ? limit(() => readEntry(discovery, kind, entry, undefined))
          : parents.then((known) => limit(() => readEntry(discovery, kind, entry, known)));
      discovery.reads.set(key, reading);
      ends.push(reading.then((read) => endLater(discovery, kind, entry.scope, read)));
    }
  };
  const startAll = async (entries: () => AsyncIterable<ScopeEntry>): Promise<void> => {
    try {
      for await (const entry of entries()) start(entry);
    } catch (thrown) {
      // A provider reports what it cannot enumerate as entries; reaching this is a defect, and every kind may be short.
      start({ kinds, scope: accountScope, error: asInventoryError(thrown) });
    }
  };
  const reach = lookAtReach(provider, kinds, context);
  await startAll(() => provider.scopes(kinds, context));
  // Lists on which scopes hang are read as kinds too, and a second pass may name what the first did not.
  await Promise.all(discovery.reads.values());
  const { laterScopes } = provider;
  if (laterScopes !== undefined) await startAll(() => laterScopes(kinds, context));
  // A kind that no scope was found for would be missing from the report without a word.
  for (const kind of kinds.filter(({ id }) => !placed.has(id))) {
    start({ kinds: [kind], scope: accountScope, error: unplaced(kind, discovery.stop.signal) });
  }
  allAreKnown();
  await Promise.all(ends);
  for (const entry of provider.unfound?.(kinds, discovery.ended) ?? []) start(entry);
  await Promise.all(ends);
  await channel.push(tally.finished(await reach.result()));
}

/** What came of one kind in one scope, and what it cost. */
interface EntryRead extends ScopeEnd {
  readonly kind: ResourceKind;
}

async function readEntry(
  discovery: Discovery,
  kind: ResourceKind,
  entry: ScopeEntry,
  parents: Parents | undefined,
): Promise<EntryRead> {
  const { provider, channel, tally, stop } = discovery;
  const startedMs = discovery.monotonic();
  const traffic: Traffic = { requests: 0, refused: 0 };
  const context: ListContext = { ...discovery.context, traffic, parents };
  const emit = (resource: Resource) => {
    tally.resourceFound();
    const room = channel.push({ type: "resource", inventory: provider.id, resource });
    return tally.resources % progressEveryResources === 0 ? channel.push(tally.progress()) : room;
  };
  const report =
    entry.error === undefined
      ? await readScope(provider, kind, entry.scope, context, {
          emit,
          onItem: discovery.parents.recorderOf(kind, entry.scope),
        })
      : // Whatever keeps places from being enumerated says nothing about a product.
        unread(withoutAbsence(entry.error), kind);
  discovery.parents.release(kind, entry.scope);
  // A refused credential is refused everywhere: asking on would only lock the account or waste the provider's time.
  if (report.error?.code === "UNAUTHENTICATED") stop.abort(report.error);
  const lacked = await lackedRights(provider, kind, entry.scope, report, context);
  tally.traffic.requests += traffic.requests;
  tally.traffic.refused += traffic.refused;
  discovery.ended.push({ kind: kind.id, scope: entry.scope, outcome: report.outcome.status });
  const durationMs = elapsedMs(startedMs, discovery.monotonic());
  const read = { kind, report, lacked, requests: traffic.requests, durationMs };
  // While the turn is held, so that a slow reader slows the reading.
  if (!isToldLater(discovery, kind, report)) await tell(discovery, kind, entry.scope, read);
  return read;
}

/** What a product's absence or a kind's denial is worth shows only when the others have ended. */
function isToldLater(discovery: Discovery, kind: ResourceKind, report: ScopeReport): boolean {
  return isAbsence(report) || discovery.notGranted.isOpen(kind, report);
}

function isAbsence({ outcome }: ScopeReport): boolean {
  return outcome.status === "not-offered";
}

async function endLater(discovery: Discovery, kind: ResourceKind, scope: Scope, read: EntryRead): Promise<void> {
  if (isAbsence(read.report)) return endAbsence(discovery, kind, scope, read);
  if (!discovery.notGranted.isOpen(kind, read.report)) return;
  await tell(discovery, kind, scope, { ...read, notGranted: await discovery.notGranted.isNotGranted(kind) });
}

/**
 * Ends a scope that says not to have the product, once it is known whether another kind of the same API was read there. That
 * waits for other scopes and holds no turn, so that what it says does not depend on which of them came first.
 */
async function endAbsence(discovery: Discovery, kind: ResourceKind, scope: Scope, read: EntryRead): Promise<void> {
  const { error } = read.report;
  if (error === undefined) return;
  await discovery.allKnown;
  for (const other of discovery.kinds) {
    if (other === kind || !discovery.provider.sharesPlaces?.(kind, other)) continue;
    const status = (await discovery.reads.get(keyOf(other, scope)))?.report.outcome.status;
    if (status !== "completed" && status !== "partial") continue;
    const contradiction = contradictedAbsence(error, `${other.id}, of the same API, was read there`, kind, scope);
    return tell(discovery, kind, scope, { ...read, report: unread(contradiction, kind) });
  }
  await tell(discovery, kind, scope, read);
}

async function tell(discovery: Discovery, kind: ResourceKind, scope: Scope, read: EntryRead): Promise<void> {
  const { channel, tally, provider, context } = discovery;
  const projectName = scope.project && provider.projectName?.(scope.project, context);
  await channel.push(tally.scopeEnded(kind, scope, { ...read, projectName }));
  await channel.push(tally.progress());
}

function keyOf(kind: ResourceKind, scope: Scope): string {
  return `${kind.id}@${scope.id}`;
}

function unplaced(kind: ResourceKind, signal: AbortSignal): InventoryError {
  return signal.aborted
    ? abortError(signal)
    : new InventoryError("INTERNAL", `no place was found to list ${kind.id} in; this is a defect of the plugin`);
}
