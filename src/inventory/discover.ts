import pLimit from "p-limit";
import { noGaps } from "./accepted-gaps.ts";
import { createChannel } from "./channel.ts";
import type { DiscoverOptions } from "./discover-options.ts";
import { abortError, asInventoryError, InventoryError } from "./errors.ts";
import type { Event } from "./event.ts";
import { createGroups, type GroupParts, type Groups } from "./groups.ts";
import { ListedUrns } from "./listed-urns.ts";
import { newContext } from "./new-context.ts";
import { createNotGranted } from "./not-granted.ts";
import { createParentLists, parentsFirst } from "./parent-lists.ts";
import { createProjectNaming } from "./project-naming.ts";
import type { EndedScope, Provider, ScopeEntry } from "./provider.ts";
import { lookAtReach } from "./reach.ts";
import { type Beginning, type Discovery, endLater, readEntry, takersIn } from "./read-entry.ts";
import { readKey } from "./read-key.ts";
import { createReadOrder } from "./read-order.ts";
import { completeRemembered } from "./remembered.ts";
import type { ResourceKind } from "./resource-kind.ts";
import { createRun } from "./run.ts";
import { accountScope } from "./scope.ts";
import { createSecondPass, mayPass } from "./second-pass.ts";
import { stopWhen } from "./stop-when.ts";
import { createTakeOver, type TakeOver } from "./take-over.ts";
import { createTally } from "./tally.ts";
import { createToldProtection } from "./told-protection.ts";

// Enough to keep writers busy while the reader handles a batch, small enough to be nothing beside one page.
const channelCapacity = 256;

/**
 * Reads everything that the credential reaches and tells it as it comes: `started`, then `resource`, `scope` and `progress`
 * in any order between scopes, then `finished`. Every (kind, scope) ends in exactly one `scope` event.
 *
 * A slow consumer slows the reading; leaving the loop aborts every open request. Never throws for what a provider did: a
 * refused credential, a cancellation and a deadline are outcomes too.
 */
export async function* discover(provider: Provider, options: DiscoverOptions = {}): AsyncGenerator<Event, void, void> {
  // Not `yield*`, which waits for each value of an array as if it were a promise.
  for await (const batch of discoverInBatches(provider, options)) for (const event of batch) yield event;
}

/** {@link discover} for hosts that take a million events: to wait for each by itself costs a tenth of a run. */
export async function* discoverInBatches(
  provider: Provider,
  options: DiscoverOptions = {},
): AsyncGenerator<readonly Event[], void, void> {
  const { now = Date.now, monotonic = () => performance.now() } = options;
  const channel = createChannel<Event>(channelCapacity);
  const stop = new AbortController();
  const chosen = options.kinds ?? provider.kinds.filter((kind) => kind.byDefault);
  const kinds = parentsFirst(await provider.load(chosen));
  const tally = createTally(provider, options.acceptedGaps ?? noGaps, monotonic);
  const context = newContext(stop.signal, tally.traffic, completeRemembered(options));
  const reads: Discovery["reads"] = new Map();
  const secondPass = createSecondPass(pLimit(options.concurrentScopes ?? 32), stop.signal);
  const takeOver = createTakeOver(kinds, options.earlier);
  const parents = createParentLists({
    provider,
    kinds,
    context,
    // What is taken over told no raw item: what is below it needs its list anew.
    readOf: (kind, scope) =>
      takeOver.has(kind, scope) ? undefined : reads.get(readKey(kind.id, scope.id))?.then(({ report }) => report),
    inTurn: secondPass.inTurn,
  });
  let allAreKnown = (): void => {};
  const allKnown = new Promise<void>((resolve) => {
    allAreKnown = resolve;
  });
  const order = createReadOrder(kinds);
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
    order,
    toldProtection: createToldProtection(kinds, order),
    projectNaming: createProjectNaming(provider, options.account),
    secondPass,
    listDeadlineMs: options.listDeadlineMs,
    listedOfAccount: kinds.some(({ isIndex }) => isIndex) ? new ListedUrns() : undefined,
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
  const work = produce(discovery, takeOver, options.version, allAreKnown).finally(() => channel.close());
  // Awaited at the end; until then a defect must not end the process as unhandled.
  work.catch(() => {});
  try {
    for (let batch = await channel.take(); batch !== undefined; batch = await channel.take()) yield batch;
  } finally {
    stop.abort(new InventoryError("CANCELLED", "the reader left before the end"));
    channel.abandon();
    release();
    await work;
  }
}

async function produce(
  discovery: Discovery,
  takeOver: TakeOver,
  version = "unknown",
  allAreKnown: () => void,
): Promise<void> {
  const { provider, kinds, channel, tally, secondPass, stop, context, notGranted } = discovery;
  const shifting = kinds.flatMap(({ id, mayShift }) => (mayShift ? [id] : []));
  await channel.push({
    type: "started",
    inventory: provider.id,
    version,
    credential: provider.describe(),
    kinds: kinds.map((kind) => kind.id),
    ...(notGranted.known.length === 0 ? {} : { notGranted: [...notGranted.known] }),
    ...(shifting.length === 0 ? {} : { mayShift: shifting }),
    ...(provider.projectName === undefined ? {} : { namesProjects: true }),
    startedAt: new Date(discovery.now()).toISOString(),
  });
  const ends: Promise<void>[] = [];
  const placed = new Set<string>();
  // An index is read once all that it points to has been.
  const indexes: { readonly kind: ResourceKind; readonly entry: ScopeEntry }[] = [];
  const known = new Set<string>();
  const begin = (kind: ResourceKind, entry: ScopeEntry, { groups, inRun }: Round): void => {
    const isTaken = entry.error === undefined && takeOver.has(kind, entry.scope);
    const reading = isTaken
      ? takeOver.join(kind, entry.scope)
      : readEntry(inRun, kind, entry, beginningOf(inRun, groups, kind, entry));
    discovery.reads.set(readKey(kind.id, entry.scope.id), reading);
    discovery.order.began(kind, entry.scope, reading);
    const ended = reading.finally(() => discovery.projectNaming.ended(kind, entry.scope));
    ends.push(isTaken ? ended.then(() => {}) : ended.then((read) => endLater(inRun, kind, entry.scope, read)));
  };
  const unfoundPlaces: ScopeEntry[] = [];
  const start = (entry: ScopeEntry, round: Round): void => {
    for (const kind of entry.kinds) discovery.projectNaming.began(kind, entry.scope);
    if (entry.error !== undefined) unfoundPlaces.push(entry);
    for (const kind of parentsFirst(entry.kinds)) {
      // Each (kind, scope) ends once, also where a provider names it twice.
      const key = readKey(kind.id, entry.scope.id);
      if (known.has(key)) continue;
      known.add(key);
      placed.add(kind.id);
      tally.scopeKnown();
      if (kind.isIndex) indexes.push({ kind, entry });
      else begin(kind, entry, round);
    }
  };
  const startAll = async (entries: AsyncIterable<ScopeEntry>, round: Round): Promise<void> => {
    try {
      for await (const entry of entries) {
        if (round.postponed !== undefined && entry.error !== undefined && mayPass(entry.error)) {
          round.postponed.push(entry);
        } else {
          start(entry, round);
        }
      }
    } catch (thrown) {
      // A provider reports what it cannot enumerate as entries; reaching this is a defect, and every kind may be short.
      start({ kinds, scope: accountScope, error: asInventoryError(thrown) }, round);
    }
    round.groups.read();
    ends.push(takeOver.tell(round.inRun));
  };
  let reach = lookAtReach(provider, kinds, context);
  const postponed: ScopeEntry[] = [];
  let round: Round = { ...roundIn(discovery), postponed };
  await startAll(provider.scopes(kinds, context), round);
  discovery.order.allBegan();
  secondPass.begin();
  // Lists on which scopes hang are read as kinds too, and a second pass may name what the first did not.
  await Promise.all(discovery.reads.values());
  if (postponed.length > 0) {
    // What could not be enumerated is asked for once more, anew: what the run remembers of it is that it failed.
    round = roundIn({ ...discovery, context: { ...context, run: createRun() } });
    reach = lookAtReach(provider, kinds, round.inRun.context);
    if (stop.signal.aborted) for (const entry of postponed) start(entry, round);
    else await startAll(provider.scopes(kinds, round.inRun.context), round);
    await Promise.all(discovery.reads.values());
  }
  const { laterScopes } = provider;
  if (laterScopes !== undefined) await startAll(laterScopes(kinds, round.inRun.context), roundIn(round.inRun));
  // Places that could not be found out again may be there as before.
  for (const { kinds: lost, scope: within } of unfoundPlaces) {
    for (const kind of lost) for (const scope of takeOver.unasked(kind, within)) start({ kinds: [kind], scope }, round);
  }
  ends.push(takeOver.tell(round.inRun));
  // A kind that no scope was found for would be missing from the report without a word.
  for (const kind of kinds.filter(({ id }) => !placed.has(id))) {
    start({ kinds: [kind], scope: accountScope, error: unplaced(kind, stop.signal) }, round);
  }
  allAreKnown();
  await Promise.all(ends);
  for (const { kind, entry } of indexes) begin(kind, entry, roundIn(round.inRun));
  await Promise.all(ends);
  for (const entry of provider.unfound?.(kinds, discovery.ended) ?? []) start(entry, round);
  await Promise.all(ends);
  await channel.push(tally.finished(await reach.result()));
}

/** One enumeration of scopes, and what is read in its run. */
interface Round {
  readonly inRun: Discovery;
  readonly groups: Groups;
  /** Takes what could not be enumerated for a reason that may have passed; it is started at once where absent. */
  readonly postponed?: ScopeEntry[];
}

function roundIn(inRun: Discovery): Round {
  const { provider, context, monotonic, secondPass, toldProtection } = inRun;
  const { heard } = toldProtection;
  const takersOf: GroupParts["takersOf"] = (kind, scope) => takersIn(inRun, kind, scope);
  return { inRun, groups: createGroups({ provider, context, monotonic, heard, inTurn: secondPass.inTurn, takersOf }) };
}

function beginningOf(
  { parents, toldProtection, projectNaming, context }: Discovery,
  groups: Groups,
  kind: ResourceKind,
  entry: ScopeEntry,
): Promise<Beginning> | undefined {
  if (entry.error !== undefined) return undefined;
  const { scope, together } = entry;
  if (together !== undefined) return groups.join(kind, scope, together).then((begun) => ({ begun }));
  const heard = toldProtection.heard(kind, [scope]);
  const named = projectNaming.known(kind, scope, context);
  const above = parents.parentsOf(kind, scope);
  if (heard === undefined && named === undefined) return above?.then((known) => ({ parents: known }));
  return Promise.all([heard, named]).then(async () => (above === undefined ? {} : { parents: await above }));
}

function unplaced(kind: ResourceKind, signal: AbortSignal): InventoryError {
  return signal.aborted
    ? abortError(signal)
    : new InventoryError("INTERNAL", `no place was found to list ${kind.id} in; this is a defect of the plugin`);
}
