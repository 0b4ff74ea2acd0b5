import { contradictedAbsence, withoutAbsence } from "./absence.ts";
import type { Channel } from "./channel.ts";
import type { Event } from "./event.ts";
import type { BegunTogether } from "./groups.ts";
import { lackedRights } from "./lacked-rights.ts";
import type { ListedUrns } from "./listed-urns.ts";
import type { NotGranted } from "./not-granted.ts";
import type { ParentLists } from "./parent-lists.ts";
import type { Parents } from "./parents.ts";
import { createScopeMemory, type Emit, forAnotherReading, type Takers } from "./pass.ts";
import type { ProjectNaming } from "./project-naming.ts";
import type { EndedScope, ListContext, Provider, ReadContext, ScopeEntry, Traffic } from "./provider.ts";
import { readKey } from "./read-key.ts";
import type { ReadOrder } from "./read-order.ts";
import { readScope, type ScopeReport, unread } from "./read-scope.ts";
import type { ResourceKind } from "./resource-kind.ts";
import type { Scope } from "./scope.ts";
import { mayHavePassed, type SecondPass } from "./second-pass.ts";
import { elapsedMs, type ScopeEnd, type Tally, tellable } from "./tally.ts";
import type { ToldProtection } from "./told-protection.ts";

const progressEveryResources = 1000;

/** The machinery of one discovery: what enumerating, reading and telling share. */
export interface Discovery {
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
  /** What came of each (kind, scope), by {@link readKey}. */
  readonly reads: Map<string, Promise<EntryRead>>;
  readonly parents: ParentLists;
  readonly order: ReadOrder;
  readonly toldProtection: ToldProtection;
  readonly projectNaming: ProjectNaming;
  /** Lets so many lists be read at a time, and some once more at the end. */
  readonly secondPass: SecondPass;
  readonly notGranted: NotGranted;
  readonly listDeadlineMs: number | undefined;
  /** What was emitted of the account itself; only where an index is read. */
  readonly listedOfAccount: ListedUrns | undefined;
  /** Resolves once every scope is known. */
  readonly allKnown: Promise<void>;
}

/** What came of one kind in one scope, and what it cost. */
export interface EntryRead extends ScopeEnd {
  readonly kind: ResourceKind;
}

/** What a scope's own reading goes on from. */
export interface Beginning {
  readonly parents?: Parents | undefined;
  readonly begun?: BegunTogether | undefined;
}

/**
 * Reads one kind in one scope and tells how it ended, unless that shows only when others have. What failed for a reason that may have
 * passed is read once more when nothing else is.
 *
 * @param beginning what its reading goes on from; waited for outside the limit, lest it keep that from being read.
 */
export async function readEntry(
  discovery: Discovery,
  kind: ResourceKind,
  entry: ScopeEntry,
  beginning: Promise<Beginning> | undefined,
): Promise<EntryRead> {
  const { secondPass } = discovery;
  const { parents, begun } = beginning === undefined ? ({} as Beginning) : await beginning;
  const reader = openEntry(discovery, kind, entry, begun);
  const first = await secondPass.inTurn(async () => {
    const report = await reader.read(parents);
    return mayHavePassed(report) && entry.error === undefined ? { report } : { read: await reader.end(report) };
  });
  if (first.read !== undefined) return first.read;
  const isTurn = await secondPass.quiet();
  return secondPass.inTurn(async () => {
    if (!isTurn) return reader.end(first.report);
    return reader.end(await reader.read(parents?.error === undefined ? parents : await parents.again()));
  });
}

/** One kind in one scope, that is read once or twice and then ended. */
interface EntryReader {
  read(parents: Parents | undefined): Promise<ScopeReport>;
  end(report: ScopeReport): Promise<EntryRead>;
}

function openEntry(
  discovery: Discovery,
  kind: ResourceKind,
  { scope, error }: ScopeEntry,
  begun: BegunTogether | undefined,
): EntryReader {
  const { provider, tally, stop } = discovery;
  const startedMs = begun?.startedMs ?? discovery.monotonic();
  const traffic: Traffic = begun?.traffic ?? { requests: 0, refused: 0 };
  const context: ListContext = { ...discovery.context, traffic, deadlineMs: discovery.listDeadlineMs };
  const takers = takersIn(discovery, kind, scope);
  let goesOnFrom = begun?.scope ?? { memory: createScopeMemory(), lists: [] };
  return {
    async read(parents) {
      // Whatever keeps places from being enumerated says nothing about a product.
      if (error !== undefined) return unread(withoutAbsence(error), kind);
      const report = await readScope(provider, kind, scope, { ...context, parents }, takers, goesOnFrom);
      goesOnFrom = { memory: forAnotherReading(goesOnFrom.memory), lists: [] };
      discovery.projectNaming.ended(kind, scope);
      return report;
    },
    async end(report) {
      discovery.parents.release(kind, scope);
      // A refused credential is refused everywhere: asking on would only lock the account or waste the provider's time.
      if (report.error?.code === "UNAUTHENTICATED") stop.abort(report.error);
      const lacked = await lackedRights(provider, kind, scope, report, context);
      tally.traffic.requests += traffic.requests;
      tally.traffic.refused += traffic.refused;
      discovery.ended.push({ kind: kind.id, scope, outcome: report.outcome.status });
      const durationMs = elapsedMs(startedMs, discovery.monotonic());
      const read = { kind, report, lacked, requests: traffic.requests, durationMs };
      // While the turn is held, so that a slow reader slows the reading.
      if (!isToldLater(discovery, kind, report)) await tell(discovery, kind, scope, read);
      return read;
    },
  };
}

/** As an index may write it, which need not encode what we do, such as the slash in a block of addresses. */
function plainUrn(urn: string): string {
  try {
    return decodeURIComponent(urn);
  } catch {
    return urn;
  }
}

/** Where what is read of a scope goes. */
export function takersIn(discovery: Discovery, kind: ResourceKind, scope: Scope): Takers {
  const { parents, listedOfAccount, toldProtection, projectNaming, context } = discovery;
  const tellResource = createTeller(discovery, kind, scope);
  return {
    isListedElsewhere: kind.isIndex ? (urn) => listedOfAccount?.has(plainUrn(urn)) ?? false : undefined,
    emit(found) {
      const resource = toldProtection.completed(kind, scope, found);
      projectNaming.note(kind, resource);
      return tellResource(projectNaming.named(resource, scope, context));
    },
    onItem: parents.recorderOf(kind, scope),
  };
}

/** Takes the resources of a scope as an earlier run told them. */
export function takeAsTold(discovery: Discovery, kind: ResourceKind, scope: Scope): Emit {
  const { toldProtection, projectNaming } = discovery;
  const tellResource = createTeller(discovery, kind, scope);
  return (resource) => {
    // It says already how it is protected: what was told of that now is not kept for it.
    toldProtection.completed(kind, scope, resource);
    projectNaming.note(kind, resource);
    return tellResource(resource);
  };
}

function createTeller(discovery: Discovery, kind: ResourceKind, scope: Scope): Emit {
  const { provider, channel, tally, listedOfAccount, toldProtection } = discovery;
  const scopeId = tellable(scope);
  const listener = toldProtection.listenerOf(kind);
  const remembered = kind.isIndex || kind.locality !== "account" ? undefined : listedOfAccount;
  return (resource) => {
    remembered?.mark(plainUrn(resource.urn), 1);
    listener?.(resource);
    tally.resourceFound();
    const room = channel.push({ type: "resource", inventory: provider.id, scope: scopeId, resource });
    return tally.resources % progressEveryResources === 0 ? channel.push(tally.progress()) : room;
  };
}

/** What a product's absence or a kind's denial is worth shows only when the others have ended. */
function isToldLater(discovery: Discovery, kind: ResourceKind, report: ScopeReport): boolean {
  return isAbsence(report) || discovery.notGranted.isOpen(kind, report);
}

function isAbsence({ outcome }: ScopeReport): boolean {
  return outcome.status === "not-offered";
}

/** Tells how a scope ended where that shows only when others have. */
export async function endLater(discovery: Discovery, kind: ResourceKind, scope: Scope, read: EntryRead): Promise<void> {
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
    const status = (await discovery.reads.get(readKey(other.id, scope.id)))?.report.outcome.status;
    if (status !== "completed" && status !== "partial") continue;
    const contradiction = contradictedAbsence(error, `${other.id}, of the same API, was read there`, kind, scope);
    return tell(discovery, kind, scope, { ...read, report: unread(contradiction, kind) });
  }
  await tell(discovery, kind, scope, read);
}

/** Tells how a scope ended. */
export async function tell(discovery: Discovery, kind: ResourceKind, scope: Scope, read: EntryRead): Promise<void> {
  const { channel, tally, provider, context } = discovery;
  const projectName = scope.project && provider.projectName?.(scope.project, context);
  await channel.push(tally.scopeEnded(kind, scope, { ...read, projectName }));
  await channel.push(tally.progress());
}
