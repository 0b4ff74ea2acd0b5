import { rememberedAbsence } from "./absence.ts";
import { shortText } from "./bounds.ts";
import { abortError, asInventoryError, type InventoryError } from "./errors.ts";
import { hasHole, judge, type ListRecord, type PageRecord, type ScopeRecord } from "./judge.ts";
import { type Lacks, lackWarnings, rememberLacks } from "./lacks.ts";
import { findLeftOut } from "./left-out.ts";
import { ListedUrns } from "./listed-urns.ts";
import type { Outcome } from "./outcome.ts";
import type { ListContext, Page, Provider, UnreadPart } from "./provider.ts";
import type { Resource } from "./resource.ts";
import type { Place, Reading, ResourceKind } from "./resource-kind.ts";
import type { Scope } from "./scope.ts";
import { createTurns } from "./turns.ts";

/** What a scope came to. `error` is kept apart so that the run can see a refused credential. */
export interface ScopeReport {
  readonly outcome: Outcome;
  readonly warnings: readonly string[];
  readonly error: InventoryError | undefined;
  /** Why parts of it could not be read, where it is not all that was refused. */
  readonly unread?: readonly InventoryError[];
  /** The list may have left something out, and nothing tells. */
  readonly filtered?: boolean;
}

/** What is told of a scope in which nothing was read. */
export function unread(error: InventoryError, kind: ResourceKind): ScopeReport {
  return {
    outcome: judge({ lists: [], error, count: 0, itemsSeen: 0, required: kind.required ?? false }),
    warnings: [],
    error,
  };
}

/** Takes a resource; where it answers with a promise, the next one is wanted once that has resolved. */
type Emit = (resource: Resource) => Promise<void> | undefined;

/** What a reading hands on, beside how it ended. */
export interface Takers {
  readonly emit: Emit;
  /** Is told of every raw item that any pass names, described or not: for what is listed below them. */
  readonly onItem?: ((raw: unknown, place: Place) => void) | undefined;
}

/** The status of a resource that is listed, and whose detail nobody hands out. */
const unreadable = "unreadable";

interface Undescribed {
  /** What a reason calls it. */
  readonly called: string;
  readonly resource: Resource;
}

const itemsNamed = 3;
// In characters; real ids are shorter.
const longestWord = 60;

/** What one scope remembers while it is read: its ids, freed at its end. */
interface ScopeMemory {
  /** Each URN that was emitted, with the last pass that listed it. */
  readonly listedIn: ListedUrns;
  /** What resources lack, in words, with how many lack it. */
  readonly lacks: Lacks;
  readonly cutFields: Map<string, number>;
  readonly warnings: Set<string>;
  /** What this pass listed and nobody described, by URN. */
  undescribed: Map<string, Undescribed>;
  /** The same of the pass before, until this one has ended well. */
  undescribedBefore: Map<string, Undescribed>;
  /** How often the list was begun. */
  pass: number;
  itemsSeen: number;
  repeatedInDocument: number;
}

/** One scope that is read: what one reading has emitted stays emitted, and is not emitted by the next. */
export interface ScopeReader {
  /**
   * Reads the list to its end and judges it. A pass with a hole is repeated once. Never throws: a failure is an outcome.
   *
   * @param context that of this reading: what is above may have been read anew.
   */
  read(context: ListContext): Promise<ScopeReport>;
}

export function openScope(provider: Provider, kind: ResourceKind, scope: Scope, takers: Takers): ScopeReader {
  const memory: ScopeMemory = {
    listedIn: new ListedUrns(),
    lacks: new Map(),
    cutFields: new Map(),
    warnings: new Set(),
    undescribed: new Map(),
    undescribedBefore: new Map(),
    pass: 0,
    itemsSeen: 0,
    repeatedInDocument: 0,
  };
  return {
    read(context) {
      memory.warnings.clear();
      memory.itemsSeen = 0;
      return readScope({ provider, kind, scope, context, takers, memory });
    },
  };
}

async function readScope({ provider, kind, scope, context, takers, memory }: Pass): Promise<ScopeReport> {
  const lists: ListRecord[] = [];
  let error: InventoryError | undefined;
  try {
    context.signal.throwIfAborted();
    do {
      memory.pass += 1;
      memory.undescribedBefore = memory.undescribed;
      memory.undescribed = new Map();
      lists.push(await readPass({ provider, kind, scope, context, takers, memory }));
    } while (lists.length < 2 && lists.every(hasHole));
    await emitAsListed(provider, takers.emit, memory.undescribed, memory);
  } catch (thrown) {
    error = errorOf(thrown, kind, scope, context);
    // What any pass had listed is known all the same; after a refused credential or a cancellation nobody reads on.
    const listed = new Map([...memory.undescribedBefore, ...memory.undescribed]);
    if (!endsRun(error)) await emitAsListed(provider, takers.emit, listed, memory);
  }
  const record: ScopeRecord = {
    lists,
    count: memory.listedIn.size,
    itemsSeen: memory.itemsSeen,
    required: kind.required ?? false,
  };
  const warnings = warningsOf(memory);
  if (error !== undefined) return { outcome: judge({ ...record, error }), warnings, error };
  const outcome = judge(record);
  if (outcome.status !== "completed") {
    const unread = lists.at(-1)?.unread?.map((part) => part.error) ?? [];
    return { outcome, warnings, error, unread };
  }
  try {
    const leftOut = await findLeftOut(provider, kind, scope, context, (urn) => memory.listedIn.has(urn));
    const filtered = (leftOut.isUnknown ?? false) || (context.parents?.filtered ?? false);
    if (leftOut.error === undefined) return { outcome, warnings, error, filtered };
    error = leftOut.error;
  } catch (thrown) {
    error = errorOf(thrown, kind, scope, context);
  }
  return { outcome: judge({ ...record, error }), warnings, error };
}

function endsRun({ code }: InventoryError): boolean {
  return code === "UNAUTHENTICATED" || code === "CANCELLED";
}

function errorOf(thrown: unknown, kind: ResourceKind, scope: Scope, context: ListContext): InventoryError {
  if (context.signal.aborted) return abortError(context.signal);
  return rememberedAbsence(asInventoryError(thrown), kind, scope, context.remembered);
}

interface Pass {
  readonly provider: Provider;
  readonly kind: ResourceKind;
  readonly scope: Scope;
  readonly context: ListContext;
  readonly takers: Takers;
  readonly memory: ScopeMemory;
}

/** One reading of the list, from its beginning to its end. */
async function readPass({ provider, kind, scope, context, takers, memory }: Pass): Promise<ListRecord> {
  const pages: PageRecord[] = [];
  const unread: UnreadPart[] = [];
  let repeated = 0;
  let skipped = 0;
  let longUrns = 0;
  let gone = 0;
  let undescribed = 0;
  const onLongUrn = (): void => {
    longUrns += 1;
  };
  const turns = createTurns();
  // A list can be long and come at once: without a turn for timers no deadline would end it.
  const othersTurn = async (turn: Promise<void>): Promise<void> => {
    await turn;
    context.signal.throwIfAborted();
  };
  for await (const page of provider.list(kind, scope, context)) {
    context.signal.throwIfAborted();
    const turnOfPage = turns.step();
    if (turnOfPage !== undefined) await othersTurn(turnOfPage);
    const place: Place = page.parent === undefined ? scope : { ...scope, parent: page.parent };
    pages.push(recordOf(page));
    unread.push(...(page.unread ?? []));
    const missed = page.undescribed ?? [];
    gone += missed.filter(({ isGone }) => isGone).length;
    undescribed += missed.filter(({ isGone }) => !isGone).length;
    memory.itemsSeen += page.items.length + missed.length;
    for (const warning of page.warnings ?? []) memory.warnings.add(warning);
    for (const { item } of missed) rememberUndescribed(item, kind, place, memory);
    for (const { item } of missed) takers.onItem?.(item, place);
    for (const raw of page.items) {
      const turn = turns.step();
      if (turn !== undefined) await othersTurn(turn);
      takers.onItem?.(raw, place);
      const reading = kind.read(raw, place, onLongUrn);
      if (reading === undefined) {
        skipped += 1;
        continue;
      }
      const { urn } = reading.resource;
      const lastPass = memory.listedIn.mark(urn, memory.pass);
      if (lastPass === memory.pass) repeated += 1;
      if (lastPass !== undefined) continue;
      const room = takers.emit(found(reading, provider, memory));
      if (room !== undefined) await room;
    }
  }
  memory.repeatedInDocument = repeated;
  const withoutDetail = [...memory.undescribed.values()].slice(0, itemsNamed).map(({ called }) => called);
  return { pages, repeated, skipped, longUrns, gone, undescribed, withoutDetail, unread };
}

function rememberUndescribed(item: unknown, kind: ResourceKind, place: Place, memory: ScopeMemory): void {
  const reading = kind.read(item, place);
  if (reading === undefined) return;
  const { resource } = reading;
  memory.undescribed.set(resource.urn, {
    called: calledAsListed(kind.idOf(item) ?? resource.name, resource),
    resource: { ...resource, details: { ...resource.details, status: unreadable } },
  });
}

/** How a reason names an item that nobody describes: by its id, and by name and region as far as the list tells them. */
function calledAsListed(id: string, { name, region }: Resource): string {
  const called = name === id ? "" : ` "${shortText(name, longestWord)}"`;
  const where = region === undefined ? "" : ` in ${shortText(region, longestWord)}`;
  return `${shortText(id, longestWord)}${called}${where}`;
}

function recordOf({ number, items, total, hasNext, part, newestMs }: Page): PageRecord {
  return {
    number,
    items: items.length,
    ...(total === undefined ? {} : { total }),
    ...(hasNext === undefined ? {} : { hasNext }),
    ...(part === undefined ? {} : { part }),
    ...(newestMs === undefined ? {} : { newestMs }),
  };
}

/** The resource that is new to the run, with its country; what had to be left out of it is remembered. */
function found(reading: Reading, provider: Provider, memory: ScopeMemory): Resource {
  const { resource, cutFields } = reading;
  rememberLacks(reading, memory.lacks);
  if (cutFields.length > 0) for (const field of new Set(cutFields)) count(memory.cutFields, field);
  return inCountry(resource, provider);
}

/** What is still listed after the last pass exists, although nobody described it: it is told as far as the list tells it. */
async function emitAsListed(
  provider: Provider,
  emit: Emit,
  listed: ReadonlyMap<string, Undescribed>,
  memory: ScopeMemory,
): Promise<void> {
  let emitted = 0;
  for (const [urn, { resource }] of listed) {
    if (memory.listedIn.mark(urn, memory.pass) !== undefined) continue;
    emitted += 1;
    await emit(inCountry(resource, provider));
  }
  if (emitted > 0) {
    memory.warnings.add(
      `${emitted} item(s) reported as they are listed, with the status "${unreadable}": nothing more could be read of them`,
    );
  }
}

function inCountry(resource: Resource, provider: Provider): Resource {
  const country = resource.region === undefined ? undefined : provider.countryOf(resource.region);
  if (country !== undefined) resource.country = country;
  return resource;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function warningsOf({ lacks, cutFields, repeatedInDocument, warnings: ofPages }: ScopeMemory): string[] {
  const ofCuts = [...cutFields].map(
    ([field, items]) =>
      `${items} item(s) reported with a part of "${field}" alone: it holds more than one resource may`,
  );
  const warnings = [...[...ofPages, ...lackWarnings(lacks)].map((warning) => shortText(warning)), ...ofCuts];
  if (repeatedInDocument > 0) warnings.push(`${repeatedInDocument} item(s) were listed more than once`);
  return warnings;
}
