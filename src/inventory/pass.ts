import { shortText } from "./bounds.ts";
import type { ListRecord, PageRecord } from "./judge.ts";
import { type Lacks, rememberLacks } from "./lacks.ts";
import { ListedUrns } from "./listed-urns.ts";
import type { Page, Provider, UnreadPart } from "./provider.ts";
import type { Resource } from "./resource.ts";
import type { Place, Reading, ResourceKind } from "./resource-kind.ts";
import type { Scope } from "./scope.ts";
import { createTurns, type Turns } from "./turns.ts";

/** Takes a resource; where it answers with a promise, the next one is wanted once that has resolved. */
export type Emit = (resource: Resource) => Promise<void> | undefined;

/** What a reading hands on, beside how it ended. */
export interface Takers {
  readonly emit: Emit;
  /** Whether another kind has listed it in this run, which is then told of it alone; of an index. */
  readonly isListedElsewhere?: ((urn: string) => boolean) | undefined;
  /** Is told of every raw item that any pass names, described or not: for what is listed below them. */
  readonly onItem?: ((raw: unknown, place: Place) => void) | undefined;
}

/** The status of a resource that is listed, and whose detail nobody hands out. */
export const unreadable = "unreadable";

/** An item that is listed and that nobody describes. */
export interface Undescribed {
  /** What a reason calls it. */
  readonly called: string;
  readonly resource: Resource;
}

/** What one scope remembers while it is read: its ids, freed at its end. */
export interface ScopeMemory {
  /** Each URN that was emitted, with the last pass that listed it; of an index, also what other kinds have listed. */
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
  /** Each item of another owner, with the last pass that listed it. */
  readonly foreign: ListedUrns;
  /** The kinds whose lists were needed to complete items. */
  readonly joined: Set<string>;
  /** How many of an index were told of by another kind. */
  listedElsewhere: number;
}

export function createScopeMemory(): ScopeMemory {
  return {
    listedIn: new ListedUrns(),
    lacks: new Map(),
    cutFields: new Map(),
    warnings: new Set(),
    undescribed: new Map(),
    undescribedBefore: new Map(),
    pass: 0,
    itemsSeen: 0,
    repeatedInDocument: 0,
    foreign: new ListedUrns(),
    joined: new Set(),
    listedElsewhere: 0,
  };
}

/** What a scope remembers when it is read anew: what was emitted, and nothing of how that reading went. */
export function forAnotherReading(memory: ScopeMemory): ScopeMemory {
  return { ...memory, warnings: new Set(), itemsSeen: 0 };
}

/** A scope whose list is being read. */
export interface PassParts {
  readonly provider: Provider;
  readonly kind: ResourceKind;
  readonly scope: Scope;
  readonly signal: AbortSignal;
  readonly takers: Takers;
  readonly memory: ScopeMemory;
}

/** One reading of a list, from its beginning to its end, page by page. */
export interface Pass {
  /** Hands on what a page holds; resolves when the next one is wanted. */
  take(page: Page): Promise<void>;
  /** What the pass came to, once all its pages were taken. */
  end(): ListRecord;
}

const itemsNamed = 3;
// In characters; real ids are shorter.
const longestWord = 60;

/** @param turns shared by lists that are read in one loop. */
export function beginPass(
  { provider, kind, scope, signal, takers, memory }: PassParts,
  turns: Turns = createTurns(),
): Pass {
  memory.pass += 1;
  memory.undescribedBefore = memory.undescribed;
  memory.undescribed = new Map();
  const pages: PageRecord[] = [];
  const unread: UnreadPart[] = [];
  let repeated = 0;
  let skipped = 0;
  let longUrns = 0;
  let gone = 0;
  let undescribed = 0;
  let unnamedForeign = 0;
  /** An item that comes twice may hide another one behind it, whosever it is. */
  const noteForeign = (id: string | undefined, part = ""): void => {
    unnamedForeign += id === undefined ? 1 : 0;
    const key = JSON.stringify([part, id ?? unnamedForeign]);
    if (memory.foreign.mark(key, memory.pass) === memory.pass) repeated += 1;
  };
  const onLongUrn = (): void => {
    longUrns += 1;
  };
  // A list can be long and come at once: without a turn for timers no deadline would end it.
  const othersTurn = async (turn: Promise<void>): Promise<void> => {
    await turn;
    signal.throwIfAborted();
  };
  return {
    async take(page) {
      signal.throwIfAborted();
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
      for (const kind of page.joined ?? []) memory.joined.add(kind);
      for (const { item } of missed) rememberUndescribed(item, kind, place, memory);
      for (const { item } of missed) takers.onItem?.(item, place);
      for (const raw of page.items) {
        const turn = turns.step();
        if (turn !== undefined) await othersTurn(turn);
        if (kind.isForeign?.(raw, place)) {
          noteForeign(kind.idOf(raw), page.part);
          continue;
        }
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
        if (takers.isListedElsewhere?.(urn)) {
          memory.listedElsewhere += 1;
          continue;
        }
        const room = takers.emit(found(reading, provider, memory));
        if (room !== undefined) await room;
      }
    },
    end() {
      memory.repeatedInDocument = repeated;
      const withoutDetail = [...memory.undescribed.values()].slice(0, itemsNamed).map(({ called }) => called);
      return { pages, repeated, skipped, longUrns, gone, undescribed, withoutDetail, unread };
    },
  };
}

/** What a page says of itself, without its items. */
export function recordOf({
  number,
  items,
  total,
  hasNext,
  part,
  newestMs,
}: Omit<Page, "items"> & { readonly items: { readonly length: number } }): PageRecord {
  return {
    number,
    items: items.length,
    ...(total === undefined ? {} : { total }),
    ...(hasNext === undefined ? {} : { hasNext }),
    ...(part === undefined ? {} : { part }),
    ...(newestMs === undefined ? {} : { newestMs }),
  };
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

/** The resource that is new to the run, with its country; what had to be left out of it is remembered. */
function found(reading: Reading, provider: Provider, memory: ScopeMemory): Resource {
  const { resource, cutFields } = reading;
  rememberLacks(reading, memory.lacks);
  if (cutFields.length > 0) for (const field of new Set(cutFields)) count(memory.cutFields, field);
  return inCountry(resource, provider);
}

/** A resource with the country of its region, where that is known. */
export function inCountry(resource: Resource, provider: Provider): Resource {
  const country = resource.region === undefined ? undefined : provider.countryOf(resource.region);
  if (country !== undefined) resource.country = country;
  return resource;
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
