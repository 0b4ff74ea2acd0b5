import { rememberedAbsence } from "./absence.ts";
import { shortText } from "./bounds.ts";
import { abortError, asInventoryError, type InventoryError } from "./errors.ts";
import { inTime } from "./in-time.ts";
import { hasHole, judge, type ListRecord, type ScopeRecord } from "./judge.ts";
import { lackWarnings } from "./lacks.ts";
import { findLeftOut } from "./left-out.ts";
import type { Outcome } from "./outcome.ts";
import {
  beginPass,
  createScopeMemory,
  type Emit,
  inCountry,
  type ScopeMemory,
  type Takers,
  type Undescribed,
  unreadable,
} from "./pass.ts";
import type { ListContext, Provider } from "./provider.ts";
import type { ResourceKind } from "./resource-kind.ts";
import type { Scope } from "./scope.ts";

/** What a scope came to. `error` is kept apart so that the run can see a refused credential. */
export interface ScopeReport {
  readonly outcome: Outcome;
  readonly warnings: readonly string[];
  readonly error: InventoryError | undefined;
  /** Why parts of it could not be read, where it is not all that was refused. */
  readonly unread?: readonly InventoryError[];
  /** How many items of other owners were listed beside; absent where there were none. */
  readonly foreign?: number;
  /** How many lists the last pass read, of a kind that is listed below another one. */
  readonly lists?: number;
  /** The kinds whose lists were needed to complete its items; absent where none was. */
  readonly joined?: readonly string[];
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

/** A scope that a list read together with others has begun to read: see `read-together.ts`. */
export interface BegunScope {
  readonly memory: ScopeMemory;
  /** What that list came to, where it is shown to be whole; empty where the scope has to be read by itself. */
  readonly lists: readonly ListRecord[];
  /** What ended the whole run meanwhile. */
  readonly error?: InventoryError | undefined;
}

/**
 * Reads one list to its end and judges it. A pass with a hole is repeated once; what the first pass emitted stays emitted.
 * Never throws: a failure is an outcome.
 *
 * @param begun what was read of it together with other scopes: emitted once, and not read again where that was whole.
 */
export async function readScope(
  provider: Provider,
  kind: ResourceKind,
  scope: Scope,
  context: ListContext,
  takers: Takers,
  begun: BegunScope = { memory: createScopeMemory(), lists: [] },
): Promise<ScopeReport> {
  const { memory } = begun;
  const lists = [...begun.lists];
  let error: InventoryError | undefined;
  try {
    context.signal.throwIfAborted();
    if (begun.error !== undefined) throw begun.error;
    while (lists.length < 2 && lists.every(hasHole)) {
      const pass = beginPass({ provider, kind, scope, signal: context.signal, takers, memory });
      for await (const page of inTime(provider.list(kind, scope, context), context.deadlineMs)) await pass.take(page);
      lists.push(pass.end());
    }
    await emitAsListed(provider, takers.emit, memory.undescribed, memory);
  } catch (thrown) {
    error = errorOf(thrown, kind, scope, context);
    // What any pass had listed is known all the same; after a refused credential or a cancellation nobody reads on.
    const listed = new Map([...memory.undescribedBefore, ...memory.undescribed]);
    if (!endsRun(error)) await emitAsListed(provider, takers.emit, listed, memory);
  }
  const record: ScopeRecord = {
    lists,
    count: memory.listedIn.size - memory.listedElsewhere,
    itemsSeen: memory.itemsSeen,
    required: kind.required ?? false,
  };
  const told = { warnings: warningsOf(memory), ...countsOf(kind, memory, lists.at(-1)) };
  if (error !== undefined) return { outcome: judge({ ...record, error }), ...told, error };
  const outcome = judge(record);
  if (outcome.status !== "completed") {
    const unread = lists.at(-1)?.unread?.map((part) => part.error) ?? [];
    return { outcome, ...told, error, unread };
  }
  try {
    const leftOut = await findLeftOut(provider, kind, scope, context, (urn) => memory.listedIn.has(urn));
    const filtered = (leftOut.isUnknown ?? false) || (context.parents?.filtered ?? false);
    if (leftOut.error === undefined) return { outcome, ...told, error, filtered };
    error = leftOut.error;
  } catch (thrown) {
    error = errorOf(thrown, kind, scope, context);
  }
  return { outcome: judge({ ...record, error }), ...told, error };
}

/** What is told of a reading beside what it found. */
function countsOf(
  { parent }: ResourceKind,
  { foreign, joined }: ScopeMemory,
  last: ListRecord | undefined,
): Pick<ScopeReport, "foreign" | "lists" | "joined"> {
  const isBelow = parent !== undefined && last !== undefined;
  return {
    ...(foreign.size === 0 ? {} : { foreign: foreign.size }),
    ...(isBelow ? { lists: new Set(last.pages.flatMap(({ part }) => part ?? [])).size } : {}),
    ...(joined.size === 0 ? {} : { joined: [...joined].sort() }),
  };
}

/** Whether an error ends every other scope of the run as well. */
export function endsRun({ code }: InventoryError): boolean {
  return code === "UNAUTHENTICATED" || code === "CANCELLED";
}

function errorOf(thrown: unknown, kind: ResourceKind, scope: Scope, context: ListContext): InventoryError {
  if (context.signal.aborted) return abortError(context.signal);
  return rememberedAbsence(asInventoryError(thrown), kind, scope, context.remembered);
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

function warningsOf({ lacks, cutFields, repeatedInDocument, warnings: ofPages }: ScopeMemory): string[] {
  const ofCuts = [...cutFields].map(
    ([field, items]) =>
      `${items} item(s) reported with a part of "${field}" alone: it holds more than one resource may`,
  );
  const warnings = [...[...ofPages, ...lackWarnings(lacks)].map((warning) => shortText(warning)), ...ofCuts];
  if (repeatedInDocument > 0) warnings.push(`${repeatedInDocument} item(s) were listed more than once`);
  return warnings;
}
