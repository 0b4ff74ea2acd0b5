import { tmpdir } from "node:os";
import { abortError, InventoryError } from "../inventory/errors.ts";
import type { Resource } from "../inventory/resource.ts";
import { changedFields, type FieldChange } from "./changed-fields.ts";
import type { SnapshotLine, SnapshotScope } from "./format.ts";
import {
  factsOf,
  isTakenOver,
  isWhole,
  type Look,
  readLook,
  type SnapshotFacts,
  scopeKey,
  whyNotWhole,
} from "./look.ts";
import { byKindAndUrn, createSortedResources, type ListedResource, type SortedResources } from "./sorted-resources.ts";
import { openSpool, type Spool } from "./spool.ts";

/** What can be said of a resource that two snapshots do not show alike. */
export const differenceTypes = [
  "added",
  "removed",
  "changed",
  "volatile",
  "unknown",
  "newly-covered",
  "no-longer-looked-at",
] as const;
export type DifferenceType = (typeof differenceTypes)[number];

/** A resource that two snapshots do not show alike. */
export interface Difference {
  /**
   * `added`, `removed`: its scope was read to its end in both. `changed`: see `changes`; `volatile`: nothing changed but by mere use, or
   * what its project is called.
   * `unknown`: the later snapshot lacks it, and does not know whether it is there, or took over a list that is older than the earlier one's. `newly-covered`: the earlier one could not have
   * shown it. `no-longer-looked-at`: the later one did not look where it is.
   */
  readonly type: DifferenceType;
  readonly kind: string;
  readonly urn: string;
  readonly name: string;
  /** What its project is called, where the snapshot that has it last says so. */
  readonly projectName?: string;
  /** The scope that listed it last. */
  readonly scope: string;
  /** Why no more can be said, in one sentence. */
  readonly reason?: string;
  readonly changes?: readonly FieldChange[];
  readonly volatile?: readonly FieldChange[];
}

/** A scope that one of the two snapshots did not read to its end. */
export interface DifferenceGap {
  readonly kind: string;
  readonly scope: string;
  /** How it ended in each; absent where it was not looked at. */
  readonly before?: SnapshotScope["outcome"];
  readonly after?: SnapshotScope["outcome"];
}

/** What the comparison came to, told last. */
export interface DiffSummary {
  readonly type: "summary";
  readonly before: SnapshotFacts;
  readonly after: SnapshotFacts;
  readonly counts: Readonly<Record<DifferenceType, number>>;
  readonly unchanged: number;
  readonly gaps: readonly DifferenceGap[];
  /** `equal` only where both were read to their end everywhere. */
  readonly result: "equal" | "different" | "unknown";
}

export interface DiffOptions {
  /** Where what does not fit into memory is kept meanwhile, about as large as both snapshots; the system's folder for such files when absent. */
  readonly spoolFolder?: string;
  /** Stops the reading. */
  readonly signal?: AbortSignal;
}

/**
 * What changed from one snapshot to another of the same account: differences in the order of kind and URN, then the summary. Holds
 * neither of them in memory.
 *
 * @throws InventoryError INVALID_CONFIG where one is no whole snapshot, or where they are of different accounts or providers; CANCELLED
 *   where the signal is aborted; INTERNAL
 *   where there is no room to sort them.
 */
export async function* diffSnapshots(
  before: string,
  after: string,
  { spoolFolder = tmpdir(), signal }: DiffOptions = {},
): AsyncGenerator<Difference | DiffSummary, void, void> {
  const spool = await openSpool(spoolFolder);
  try {
    const one = await sorted(before, spool, signal);
    const other = await sorted(after, spool, signal);
    checkSameAccount(one.look, other.look);
    const counts = Object.fromEntries(differenceTypes.map((type) => [type, 0])) as Record<DifferenceType, number>;
    let unchanged = 0;
    for await (const [was, is] of pairs(one.resources, other.resources)) {
      const difference = differenceOf(was, is, one.look, other.look);
      if (difference === undefined) {
        unchanged += 1;
        continue;
      }
      if (signal?.aborted) throw abortError(signal);
      counts[difference.type] += 1;
      yield difference;
    }
    yield summaryOf(one.look, other.look, counts, unchanged);
  } finally {
    await spool.close();
  }
}

interface SortedSnapshot {
  readonly look: Look;
  readonly resources: SortedResources;
}

async function sorted(path: string, spool: Spool, signal: AbortSignal | undefined): Promise<SortedSnapshot> {
  const resources = createSortedResources(async () => spool);
  const take = (line: SnapshotLine): Promise<void> | undefined =>
    line.type === "resource" ? resources.add(line.resource, line.scope) : undefined;
  const look = await readLook(path, take, signal);
  return { look, resources };
}

function checkSameAccount(one: Look, other: Look): void {
  const [before, after] = [one.header, other.header];
  if (before.inventory !== after.inventory) {
    throw new InventoryError(
      "INVALID_CONFIG",
      `${one.path} is an inventory of ${before.inventory} and ${other.path} one of ${after.inventory}: there is nothing to compare`,
    );
  }
  if (before.account !== undefined && before.account === after.account) return;
  const accounts = [before, after].map(({ account }) => account ?? "one that nothing names");
  throw new InventoryError(
    "INVALID_CONFIG",
    `${one.path} is of the account ${accounts[0]} and ${other.path} of ${accounts[1]}: what one lacks, the other never had`,
  );
}

type Pair = readonly [was: ListedResource | undefined, is: ListedResource | undefined];

/** Each resource of either, once, with what the other has of it. */
async function* pairs(before: SortedResources, after: SortedResources): AsyncGenerator<Pair, void, void> {
  const [one, other] = [eachOnce(before), eachOnce(after)];
  const next = async (all: typeof one): Promise<ListedResource | undefined> => (await all.next()).value ?? undefined;
  let [was, is] = [await next(one), await next(other)];
  while (was !== undefined || is !== undefined) {
    const order = was === undefined ? 1 : is === undefined ? -1 : byKindAndUrn(was, is);
    yield [order <= 0 ? was : undefined, order >= 0 ? is : undefined];
    if (order <= 0) was = await next(one);
    if (order >= 0) is = await next(other);
  }
}

/** In order; a resource that two scopes list is one all the same. */
async function* eachOnce(resources: SortedResources): AsyncGenerator<ListedResource, void, void> {
  let last: ListedResource | undefined;
  for await (const batch of resources.inOrder()) {
    for (const resource of batch) {
      if (last !== undefined && byKindAndUrn(last, resource) === 0) continue;
      last = resource;
      yield resource;
    }
  }
}

function differenceOf(
  was: ListedResource | undefined,
  is: ListedResource | undefined,
  before: Look,
  after: Look,
): Difference | undefined {
  if (was === undefined) return is && appeared(is, before, after);
  return is === undefined ? vanished(was, before, after) : changed(was, is);
}

function changed(was: ListedResource, is: ListedResource): Difference | undefined {
  if (was.json === is.json) return undefined;
  const resource = resourceOf(is);
  const { changes, volatile } = changedFields(resourceOf(was), resource);
  if (changes.length === 0 && volatile.length === 0) return undefined;
  return {
    ...about(changes.length > 0 ? "changed" : "volatile", is),
    ...(changes.length === 0 ? {} : { changes }),
    ...(volatile.length === 0 ? {} : { volatile }),
  };
}

/** New, where the earlier snapshot would have shown it. */
function appeared(is: ListedResource, before: Look, after: Look): Difference {
  const earlier = before.scopeOf(is.kind, is.scope);
  if (isFromIndex(is)) return { ...about("newly-covered", is), reason: ofIndex };
  if (isReadBefore(after, after.scopeOf(is.kind, is.scope), earlier))
    return { ...about("unknown", is), reason: ofOlder };
  if (earlier !== undefined && (isWhole(before, earlier) || earlier.outcome === "not-offered"))
    return about("added", is);
  return { ...about("newly-covered", is), reason: `the earlier snapshot ${whyUnseen(before, is, earlier)}` };
}

/** Gone, where the later snapshot would have shown it. */
function vanished(was: ListedResource, before: Look, after: Look): Difference {
  const earlier = before.scopeOf(was.kind, was.scope);
  const later = after.scopeOf(was.kind, was.scope);
  if (isFromIndex(was)) return { ...about("unknown", was), reason: ofIndex };
  if (isReadBefore(after, later, earlier)) return { ...about("unknown", was), reason: ofOlder };
  if (later !== undefined && isWhole(after, later)) {
    if (earlier !== undefined && isWhole(before, earlier)) return about("removed", was);
    const reason = `the earlier snapshot ${whyUnseen(before, was, earlier)}`;
    return { ...about("unknown", was), reason };
  }
  const isLookedAt = later !== undefined && later.outcome !== "denied";
  const type = isLookedAt ? "unknown" : "no-longer-looked-at";
  return { ...about(type, was), reason: `the later snapshot ${whyUnseen(after, was, later)}` };
}

/** Why a snapshot proves nothing about what it does not show. */
function whyUnseen(look: Look, { kind, scope }: ListedResource, ended: SnapshotScope | undefined): string {
  if (!look.started.kinds.includes(kind)) return "did not read this kind";
  if (ended === undefined) return `did not look at ${scope}`;
  return whyNotWhole(ended);
}

/** Whether the later snapshot took its list over from a run that read it before the earlier snapshot did. */
function isReadBefore(after: Look, later: SnapshotScope | undefined, earlier: SnapshotScope | undefined): boolean {
  if (later === undefined || earlier === undefined) return false;
  return isTakenOver(after, later) && later.readAt < earlier.readAt;
}

const ofOlder = "the later snapshot took this list over from a run that read it before the earlier snapshot did";

const ofIndex = "it is known from the account's index alone, which proves nothing about what it lacks";

/** What an index names and no list does. */
function isFromIndex(listed: ListedResource): boolean {
  return resourceOf(listed).details.status === "listed-only";
}

function resourceOf({ json }: ListedResource): Resource {
  return JSON.parse(json);
}

function about(type: DifferenceType, listed: ListedResource): Difference {
  const { kind, urn, scope } = listed;
  const { name, details } = resourceOf(listed);
  const { projectName } = details;
  return { type, kind, urn, name, ...(projectName === undefined ? {} : { projectName }), scope };
}

function summaryOf(before: Look, after: Look, counts: DiffSummary["counts"], unchanged: number): DiffSummary {
  const gaps = gapsOf(before, after);
  const isDifferent = differenceTypes.some((type) => type !== "volatile" && type !== "unknown" && counts[type] > 0);
  const isKnown = counts.unknown === 0 && gaps.length === 0;
  return {
    type: "summary",
    before: factsOf(before),
    after: factsOf(after),
    counts,
    unchanged,
    gaps,
    result: isDifferent ? "different" : isKnown ? "equal" : "unknown",
  };
}

function gapsOf(before: Look, after: Look): DifferenceGap[] {
  const keys = new Map(
    [...before.scopes, ...after.scopes].map(({ kind, scope }) => [scopeKey(kind, scope), { kind, scope }]),
  );
  return [...keys.values()].flatMap(({ kind, scope }) => {
    const [one, other] = [before.scopeOf(kind, scope), after.scopeOf(kind, scope)];
    if (isRead(one) && isRead(other)) return [];
    const outcomes = { ...(one && { before: one.outcome }), ...(other && { after: other.outcome }) };
    return [{ kind, scope, ...outcomes }];
  });
}

function isRead(scope: SnapshotScope | undefined): boolean {
  return scope?.outcome === "completed" || scope?.outcome === "not-offered";
}
