import { shortText } from "./bounds.ts";
import { abortError, asInventoryError, type InventoryError } from "./errors.ts";
import { hasHole, judge, type ListRecord, type PageRecord, type ScopeRecord } from "./judge.ts";
import type { Outcome } from "./outcome.ts";
import type { Provider, ReadContext } from "./provider.ts";
import type { Resource } from "./resource.ts";
import type { ResourceKind } from "./resource-kind.ts";
import type { Scope } from "./scope.ts";
import { createTurns } from "./turns.ts";

/** What a scope came to. `error` is kept apart so that the run can see a refused credential. */
export interface ScopeReport {
  readonly outcome: Outcome;
  readonly warnings: readonly string[];
  readonly error: InventoryError | undefined;
}

/** Takes a resource; where it answers with a promise, the next one is wanted once that has resolved. */
type Emit = (resource: Resource) => Promise<void> | undefined;

/** What one scope remembers while it is read: its ids, freed at its end. */
interface ScopeMemory {
  /** Each URN that was emitted, with the last pass that listed it. */
  readonly listedIn: Map<string, number>;
  readonly droppedFields: Map<string, number>;
  readonly cutFields: Map<string, number>;
  readonly warnings: Set<string>;
  /** How often the list was begun. */
  pass: number;
  itemsSeen: number;
  repeatedInDocument: number;
}

/**
 * Reads one list to its end and judges it. A pass with a hole is repeated once; what the first pass emitted stays emitted.
 * Never throws: a failure is an outcome.
 */
export async function readScope(
  provider: Provider,
  kind: ResourceKind,
  scope: Scope,
  context: ReadContext,
  emit: Emit,
): Promise<ScopeReport> {
  const memory: ScopeMemory = {
    listedIn: new Map(),
    droppedFields: new Map(),
    cutFields: new Map(),
    warnings: new Set(),
    pass: 0,
    itemsSeen: 0,
    repeatedInDocument: 0,
  };
  const lists: ListRecord[] = [];
  let error: InventoryError | undefined;
  try {
    do {
      memory.pass += 1;
      lists.push(await readList(provider, kind, scope, context, emit, memory));
    } while (lists.length < 2 && lists.every(hasHole));
  } catch (thrown) {
    error = context.signal.aborted ? abortError(context.signal) : asInventoryError(thrown);
  }
  const record: ScopeRecord = {
    lists,
    count: memory.listedIn.size,
    itemsSeen: memory.itemsSeen,
    required: kind.required ?? false,
    ...(error === undefined ? {} : { error }),
  };
  return { outcome: judge(record), warnings: warningsOf(memory), error };
}

async function readList(
  provider: Provider,
  kind: ResourceKind,
  scope: Scope,
  context: ReadContext,
  emit: Emit,
  memory: ScopeMemory,
): Promise<ListRecord> {
  const pages: PageRecord[] = [];
  let repeated = 0;
  let skipped = 0;
  let longUrns = 0;
  let gone = 0;
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
    pages.push({
      number: page.number,
      items: page.items.length,
      ...(page.total === undefined ? {} : { total: page.total }),
    });
    gone += page.gone ?? 0;
    memory.itemsSeen += page.items.length + (page.gone ?? 0);
    for (const warning of page.warnings ?? []) memory.warnings.add(warning);
    for (const raw of page.items) {
      const turn = turns.step();
      if (turn !== undefined) await othersTurn(turn);
      const reading = kind.read(raw, scope, () => {
        longUrns += 1;
      });
      if (reading === undefined) {
        skipped += 1;
        continue;
      }
      const { resource } = reading;
      const lastPass = memory.listedIn.get(resource.urn);
      memory.listedIn.set(resource.urn, memory.pass);
      if (lastPass === memory.pass) repeated += 1;
      if (lastPass !== undefined) continue;
      for (const field of reading.droppedFields) count(memory.droppedFields, field);
      for (const field of new Set(reading.cutFields)) count(memory.cutFields, field);
      const country = resource.region === undefined ? undefined : provider.countryOf(resource.region);
      if (country !== undefined) resource.country = country;
      const room = emit(resource);
      if (room !== undefined) await room;
    }
  }
  memory.repeatedInDocument = repeated;
  return { pages, repeated, skipped, longUrns, gone };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function warningsOf({ droppedFields, cutFields, repeatedInDocument, warnings: ofPages }: ScopeMemory): string[] {
  const ofFields = [...droppedFields].map(
    ([field, items]) =>
      `${items} item(s) reported without "${field.slice(0, 60)}": it did not have the documented form`,
  );
  const ofCuts = [...cutFields].map(
    ([field, items]) =>
      `${items} item(s) reported with a part of "${field}" alone: it holds more than one resource may`,
  );
  const warnings = [...[...ofPages].map((warning) => shortText(warning)), ...ofFields, ...ofCuts];
  if (repeatedInDocument > 0) warnings.push(`${repeatedInDocument} item(s) were listed more than once`);
  return warnings;
}
