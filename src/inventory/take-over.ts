import { type EarlierRun, type EarlierScope, standingScopes } from "./earlier-run.ts";
import { abortError, asInventoryError, InventoryError } from "./errors.ts";
import { judge } from "./judge.ts";
import { type Discovery, type EntryRead, takeAsTold, tell } from "./read-entry.ts";
import { readKey } from "./read-key.ts";
import type { ScopeReport } from "./read-scope.ts";
import type { ResourceKind } from "./resource-kind.ts";
import { isWithin, type Scope, scopeNamed } from "./scope.ts";
import { tellable } from "./tally.ts";
import { createTurns } from "./turns.ts";

/** Takes over what an earlier run read whole, in place of reading it. */
export interface TakeOver {
  /** Whether a kind in a scope is taken over. */
  has(kind: ResourceKind, scope: Scope): boolean;
  /** What came of a scope that is taken over; resolves once that was told. */
  join(kind: ResourceKind, scope: Scope): Promise<EntryRead>;
  /** Tells all that joined since the last time: one walk through what the earlier run told. */
  tell(discovery: Discovery): Promise<void>;
  /** What the earlier run read of a kind within a scope and nobody asked for yet: its places could not be found out again. */
  unasked(kind: ResourceKind, within: Scope): readonly Scope[];
}

interface Taken {
  readonly kind: ResourceKind;
  readonly scope: Scope;
  readonly earlier: EarlierScope;
  readonly resolve: (read: EntryRead) => void;
}

const nothingTakenOver: EarlierRun = { scopes: [], async *resources() {} };

export function createTakeOver(kinds: readonly ResourceKind[], earlier: EarlierRun = nothingTakenOver): TakeOver {
  const standing = new Map(standingScopes(kinds, earlier).map((one) => [readKey(one.end.kind, one.end.scope), one]));
  const asked = new Set<string>();
  let waiting = new Map<string, Taken>();
  const earlierOf = (kind: ResourceKind, scope: Scope): EarlierScope | undefined =>
    standing.get(readKey(kind.id, tellable(scope)));

  return {
    has: (kind, scope) => earlierOf(kind, scope) !== undefined,
    join(kind, scope) {
      const key = readKey(kind.id, tellable(scope));
      asked.add(key);
      return new Promise((resolve) => {
        waiting.set(key, { kind, scope, earlier: standing.get(key) as EarlierScope, resolve });
      });
    },
    async tell(discovery) {
      const taken = waiting;
      waiting = new Map();
      if (taken.size > 0) await tellTaken(discovery, earlier, taken);
    },
    unasked: (kind, within) =>
      [...standing.values()]
        .filter(({ end }) => end.kind === kind.id && isWithin(end.scope, within.id))
        .filter(({ end }) => !asked.has(readKey(end.kind, end.scope)))
        .map(({ end }) => scopeNamed(end.scope)),
  };
}

async function tellTaken(discovery: Discovery, earlier: EarlierRun, taken: ReadonlyMap<string, Taken>): Promise<void> {
  const { signal } = discovery.stop;
  const takers = new Map([...taken].map(([key, { kind, scope }]) => [key, takeAsTold(discovery, kind, scope)]));
  const counts = new Map<string, number>();
  const turns = createTurns();
  let failure: InventoryError | undefined;
  try {
    for await (const { scope, resource } of earlier.resources()) {
      signal.throwIfAborted();
      const key = readKey(resource.kind, scope);
      const take = takers.get(key);
      if (take === undefined) continue;
      counts.set(key, (counts.get(key) ?? 0) + 1);
      await turns.step();
      await take(resource);
    }
  } catch (thrown) {
    failure = signal.aborted ? abortError(signal) : asInventoryError(thrown);
  }
  for (const [key, one] of taken) one.resolve(await endTaken(discovery, one, counts.get(key) ?? 0, failure));
}

async function endTaken(
  discovery: Discovery,
  { kind, scope, earlier: { end } }: Taken,
  count: number,
  failure: InventoryError | undefined,
): Promise<EntryRead> {
  const { parents, ended, channel, tally } = discovery;
  parents.release(kind, scope);
  const lost = failure ?? (count === end.count ? undefined : changed());
  const report = lost === undefined ? reportOf(end) : lostReport(lost, count);
  const read: EntryRead = { kind, report, requests: 0, durationMs: 0 };
  ended.push({ kind: kind.id, scope, outcome: report.outcome.status });
  if (lost !== undefined) await tell(discovery, kind, scope, read);
  else {
    await channel.push(tally.scopeTakenOver(end));
    await channel.push(tally.progress());
  }
  return read;
}

function changed(): InventoryError {
  return new InventoryError("INVALID_RESPONSE", "what an earlier run told of it was changed while it was taken over");
}

function reportOf({ outcome, count, code, reason, warnings }: EarlierScope["end"]): ScopeReport {
  return {
    outcome: {
      status: outcome,
      count,
      ...(code === undefined ? {} : { code }),
      ...(reason === undefined ? {} : { reason }),
    },
    warnings,
    error: undefined,
  };
}

function lostReport(error: InventoryError, count: number): ScopeReport {
  return {
    outcome: judge({ lists: [], error, count, itemsSeen: count, required: false }),
    warnings: [],
    error,
  };
}
