import type { ErrorCode } from "./errors.ts";
import { requestsFor } from "./list-cost.ts";
import { newContext } from "./new-context.ts";
import { parentsFirst } from "./parent-lists.ts";
import type { Forecast, LearnedRates, PlannedPlace, PlannedRead, Provider, ReadContext, Traffic } from "./provider.ts";
import { lookAtReach } from "./reach.ts";
import { completeRemembered, type LastRead, type Remembered } from "./remembered.ts";
import type { KindSummary, ResourceKind } from "./resource-kind.ts";
import { localScope, type Scope } from "./scope.ts";

/** What is remembered of earlier runs (see `Remembered`) comes from the host: without it every list is taken for empty. */
export interface EstimateOptions extends Partial<Remembered> {
  /** The kinds of the sweep; the default set when absent. */
  readonly kinds?: readonly KindSummary[];
  readonly signal: AbortSignal;
  /** How fast the hosts were found to let themselves be asked. */
  readonly learned?: LearnedRates;
  /** Counts what is asked meanwhile. */
  readonly traffic?: Traffic;
}

/** What reading one kind everywhere takes. */
export interface KindEstimate {
  readonly kind: string;
  readonly places: number;
  /** How many items were reckoned with: those that the last run found, else the fewest that there can be. */
  readonly items: number;
  /** In how many of the places the last run had counted them. */
  readonly counted: number;
  readonly requests: number;
}

/** What a sweep takes. It holds for an account that is as it was when it was read last, and that refuses nothing. */
export interface Estimate {
  readonly kinds: readonly KindEstimate[];
  /** Lists of kinds that are not chosen, read for what is listed below them, or for what they tell of others. */
  readonly others: readonly OtherList[];
  /** Finding the projects and places, and what is asked beside the lists to believe them. */
  readonly finding: number;
  /** All of it together. */
  readonly requests: number;
  /** What could not be found out: kinds whose places are not in the numbers. */
  readonly unknown: readonly Unknown[];
  /** How fast they may be asked; absent where the provider has no such notion. */
  readonly forecast?: Forecast | undefined;
}

export interface OtherList {
  readonly kind: string;
  readonly requests: number;
}

export interface Unknown {
  readonly kinds: readonly string[];
  readonly scope: string;
  readonly code: ErrorCode;
  readonly reason: string;
}

/**
 * What a sweep of some kinds will take, in requests and at least in time: asks the account for its projects and places as `discover`
 * does, reads no list, and reckons with the formula of each kind (`ResourceKind.cost`). Never throws for what a provider did.
 */
export async function estimate(provider: Provider, options: EstimateOptions): Promise<Estimate> {
  const chosen = options.kinds ?? provider.kinds.filter((kind) => kind.byDefault);
  const kinds = parentsFirst(await provider.load(chosen));
  const traffic = options.traffic ?? { requests: 0, refused: 0 };
  const context = newContext(options.signal, traffic, completeRemembered(options));
  const reach = lookAtReach(provider, kinds, context);
  const { found, unknown } = await findPlaces(provider, kinds, context);
  await reach.result();
  const counter = createCounter(kinds, context.remembered);
  const reads = found.flatMap(({ kind, scopes }) => readsOf(provider, kind, scopes, counter, context));
  const joined = joinedReads(reads, counter);
  const finding = traffic.requests + ((await provider.requestsBeside?.([...reads, ...joined], context)) ?? 0);
  const inBatches = provider.asksInBatches ?? false;
  const ofKinds = kinds.map((kind) => kindEstimate(kind, reads, counter, inBatches));
  const others = byKind([
    ...joined.map((read) => ({ kind: read.kind.id, requests: requestsOfRead(read, counter, inBatches) })),
    ...parentEstimates(reads, counter, inBatches),
  ]);
  const requests = sum([finding, ...[...ofKinds, ...others].map((one) => one.requests)]);
  const forecast = provider.forecast?.(requests, options.learned ?? {});
  return { kinds: ofKinds, others, finding, requests, unknown, forecast };
}

interface PlacesOfKind {
  readonly kind: ResourceKind;
  /** Each with the word of those that one list may serve. */
  readonly scopes: Map<string, { readonly scope: Scope; readonly together: string | undefined }>;
}

/** The places of each kind, each once. */
async function findPlaces(provider: Provider, kinds: readonly ResourceKind[], context: ReadContext) {
  const places = new Map(kinds.map((kind): [string, PlacesOfKind] => [kind.id, { kind, scopes: new Map() }]));
  const unknown: Unknown[] = [];
  for await (const entry of provider.scopes(kinds, context)) {
    const { scope, error } = entry;
    if (error !== undefined) {
      const ids = entry.kinds.map(({ id }) => id);
      if (ids.length > 0) unknown.push({ kinds: ids, scope: scope.id, code: error.code, reason: error.message });
      continue;
    }
    for (const { id } of entry.kinds) places.get(id)?.scopes.set(scope.id, { scope, together: entry.together });
  }
  return { found: [...places.values()], unknown };
}

/** The lists of a kind: one a place, but for those that one list of all projects serves. */
function readsOf(
  provider: Provider,
  kind: ResourceKind,
  scopes: PlacesOfKind["scopes"],
  counter: Counter,
  context: ReadContext,
): readonly PlannedRead[] {
  const placeOf = (scope: Scope): PlannedPlace => ({ scope, ...counter.countOf(kind, scope) });
  return groupsOf(scopes).flatMap((group): readonly PlannedRead[] => {
    const places = group.scopes.map(placeOf);
    const isTogether =
      group.together !== undefined && provider.listTogether?.(kind, group.scopes, context) !== undefined;
    return isTogether ? [{ kind, isTogether, places }] : places.map((place) => ({ kind, isTogether, places: [place] }));
  });
}

function groupsOf(scopes: PlacesOfKind["scopes"]) {
  const groups = new Map<string, { readonly together: string | undefined; readonly scopes: Scope[] }>();
  for (const [id, { scope, together }] of scopes) {
    const key = together === undefined ? `alone ${id}` : `together ${together}`;
    const group = groups.get(key) ?? { together, scopes: [] };
    groups.set(key, group);
    group.scopes.push(scope);
  }
  return [...groups.values()];
}

/** How many items there are, as far as anybody remembers. */
interface Counter {
  countOf(kind: ResourceKind, scope: Scope): Pick<PlannedPlace, "items" | "isCounted">;
  /** How many items the lists of a kind hold in a scope, those of other owners included. */
  listedIn(kind: ResourceKind, scope: Scope): number;
  /** How many lists of a kind there are in a scope: one, or one for each item of what it is below that has such a list. */
  listsOf(kind: ResourceKind, scope: Scope): number;
  /** Whether items of a kind in a scope are completed by the list of another one. */
  needsJoin(kind: ResourceKind, scope: Scope, joined: ResourceKind): boolean;
  isChosen(kind: ResourceKind): boolean;
  needsOf(kind: ResourceKind): boolean;
}

function createCounter(chosen: readonly ResourceKind[], remembered: Remembered | undefined): Counter {
  const ids = new Set(chosen.map(({ id }) => id));
  const all = [...new Map(chosen.flatMap(withAbove).map((kind) => [kind.id, kind])).values()];
  const belowOf = ({ id }: ResourceKind) => all.filter(({ parent }) => parent?.kind.id === id);
  const lastRead = ({ id }: ResourceKind, scope: Scope): LastRead => remembered?.lastRead(id, scope.id) ?? {};
  const countOf: Counter["countOf"] = (kind, scope) => {
    const { count } = lastRead(kind, scope);
    if (count !== undefined) return { items: count, isCounted: true };
    // What is below something shows that it is there.
    const isHeld = remembered?.wasRead(kind.id, scope.id) || belowOf(kind).some((one) => countOf(one, scope).items > 0);
    return { items: isHeld ? 1 : 0, isCounted: false };
  };
  return {
    countOf,
    listedIn: (kind, scope) => countOf(kind, scope).items + (lastRead(kind, scope).foreign ?? 0),
    listsOf(kind, scope) {
      const { parent } = kind;
      if (parent === undefined) return 1;
      const { lists = parent.isDivided ? Math.min(countOf(kind, scope).items, 1) : countOf(parent.kind, scope).items } =
        lastRead(kind, scope);
      return lists;
    },
    needsJoin: (kind, scope, { id }) => lastRead(kind, scope).joined?.includes(id) ?? false,
    isChosen: ({ id }) => ids.has(id),
    needsOf: (kind) => belowOf(kind).some(({ parent }) => (parent?.needs ?? []).length > 0),
  };
}

/** A kind and everything that it is below. */
function withAbove(kind: ResourceKind): readonly ResourceKind[] {
  return kind.parent === undefined ? [kind] : [kind, ...withAbove(kind.parent.kind)];
}

function kindEstimate(
  kind: ResourceKind,
  reads: readonly PlannedRead[],
  counter: Counter,
  inBatches: boolean,
): KindEstimate {
  const own = reads.filter((read) => read.kind === kind);
  const places = own.flatMap((read) => read.places);
  return {
    kind: kind.id,
    places: places.length,
    items: sum(places.map(({ items }) => items)),
    counted: places.filter(({ isCounted }) => isCounted).length,
    requests: sum(own.map((read) => requestsOfRead(read, counter, inBatches))),
  };
}

function requestsOfRead({ kind, isTogether, places }: PlannedRead, counter: Counter, inBatches: boolean): number {
  const items = sum(places.map(({ scope }) => counter.listedIn(kind, scope)));
  const lists = isTogether ? 1 : sum(places.map(({ scope }) => counter.listsOf(kind, scope)));
  const cost = isTogether ? (kind.costTogether ?? kind.cost) : kind.cost;
  return requestsFor(cost, { items, lists, inBatches });
}

/** The lists that complete the items of others: each read once a place where any needs it, and where it is not read for itself. */
function joinedReads(reads: readonly PlannedRead[], counter: Counter): readonly PlannedRead[] {
  const joined = new Map<string, PlannedRead>();
  for (const { kind, isTogether, places } of reads) {
    for (const join of kind.joins ?? []) {
      const isNeeded = places.some(({ scope }) => counter.needsJoin(kind, scope, join.kind));
      // An index is read for itself when all else has been.
      const isRead = counter.isChosen(join.kind) && !join.kind.isIndex;
      if (isRead || !isNeeded) continue;
      const scopes = places.map(({ scope }) => joinedScope(scope, join.localityOf));
      const key = `${join.kind.id} ${isTogether ? `together ${scopes[0]?.locality}` : scopes[0]?.id}`;
      const planned = scopes.map((scope) => ({ scope, ...counter.countOf(join.kind, scope) }));
      joined.set(key, { kind: join.kind, isTogether, places: planned });
    }
  }
  return [...joined.values()];
}

/** Where the list is that completes the items of a scope. */
function joinedScope(scope: Scope, localityOf?: (locality: string) => string): Scope {
  const { project, locality } = scope;
  if (localityOf === undefined || project === undefined || locality === undefined) return scope;
  return localScope(project, localityOf(locality));
}

/** The lists above what is read that nobody reads for themselves, each once a place. */
function parentEstimates(reads: readonly PlannedRead[], counter: Counter, inBatches: boolean): readonly OtherList[] {
  const walks = new Map<string, { readonly kind: ResourceKind; readonly scope: Scope }>();
  for (const { kind, places } of reads) {
    const above = withAbove(kind).slice(1);
    // What is chosen brings what is above it by itself.
    const chosenAt = above.findIndex(counter.isChosen);
    const walked = chosenAt < 0 ? above : above.slice(0, chosenAt);
    for (const one of walked) for (const { scope } of places) walks.set(`${one.id}@${scope.id}`, { kind: one, scope });
  }
  return [...walks.values()].map(({ kind, scope }) => {
    const items = counter.listedIn(kind, scope);
    const lists = counter.listsOf(kind, scope);
    const requests = requestsFor(kind.cost, { items, lists, idsOnly: !counter.needsOf(kind), inBatches });
    return { kind: kind.id, requests };
  });
}

function byKind(lists: readonly OtherList[]): readonly OtherList[] {
  const requests = new Map<string, number>();
  for (const one of lists) requests.set(one.kind, (requests.get(one.kind) ?? 0) + one.requests);
  return [...requests].map(([kind, count]) => ({ kind, requests: count }));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
