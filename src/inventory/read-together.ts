import { asInventoryError, type InventoryError } from "./errors.ts";
import { hasHole, type ListRecord, type PageRecord } from "./judge.ts";
import { beginPass, createScopeMemory, type PassParts, recordOf, type Takers } from "./pass.ts";
import type { Provider, ReadContext, SharedPage } from "./provider.ts";
import { type BegunScope, endsRun } from "./read-scope.ts";
import type { ResourceKind } from "./resource-kind.ts";
import type { Scope } from "./scope.ts";
import { createTurns } from "./turns.ts";

export interface TogetherParts {
  readonly provider: Provider;
  readonly kind: ResourceKind;
  readonly scopes: readonly Scope[];
  readonly context: ReadContext;
  readonly takersOf: (scope: Scope) => Takers;
}

// As for the list of one scope: it is read once more where it changed meanwhile.
const mostPasses = 2;

/**
 * Reads the list that serves several scopes of a kind, and hands each page on to the scopes that its items are in, one after the
 * other: a slow reader slows it as it slows the list of one scope, and no more than the pages read ahead are held.
 *
 * Only what is shown to be whole counts. Where the list changed twice while it was read, or was refused, each scope has to be read
 * by itself: what this list emitted stays emitted, and is not emitted again.
 */
export async function readTogether(parts: TogetherParts): Promise<ReadonlyMap<string, BegunScope>> {
  const { provider, kind, scopes, context, takersOf } = parts;
  const readings = scopes.map((scope): PassParts => {
    const memory = createScopeMemory();
    return { provider, kind, scope, signal: context.signal, takers: takersOf(scope), memory };
  });
  const begun = (lists: readonly (readonly ListRecord[])[], error?: InventoryError) =>
    new Map(
      readings.map(({ scope, memory }, index): [string, BegunScope] => [
        scope.id,
        { memory, lists: lists[index] ?? [], error },
      ]),
    );
  try {
    for (let pass = 1; pass <= mostPasses; pass += 1) {
      const pages = provider.listTogether?.(kind, scopes, context);
      if (pages === undefined) break;
      const records = await readPass(pages, readings, context.signal);
      if (records !== undefined) return begun(records.map((record) => [record]));
    }
  } catch (thrown) {
    const error = asInventoryError(thrown);
    if (endsRun(error)) return begun([], error);
  }
  return begun([]);
}

/** @returns what each scope came to; undefined where the pages do not prove that no item slipped between them. */
async function readPass(
  pages: AsyncIterable<SharedPage>,
  readings: readonly PassParts[],
  signal: AbortSignal,
): Promise<readonly ListRecord[] | undefined> {
  // Of all scopes: the parts are small, and a turn for each would never come.
  const turns = createTurns();
  const passes = new Map(readings.map((reading) => [reading.scope.id, beginPass(reading, turns)]));
  const read: PageRecord[] = [];
  for await (const page of pages) {
    signal.throwIfAborted();
    read.push(recordOf({ ...page, items: { length: page.items } }));
    for (const { scope, page: part } of page.parts) await passes.get(scope.id)?.take(part);
  }
  const records = [...passes.values()].map((pass) => pass.end());
  // An item that repeats in one scope may hide another one that slipped out of any other.
  const repeated = records.reduce((sum, record) => sum + record.repeated, 0);
  if (hasHole({ pages: read, repeated, skipped: 0, gone: 0, undescribed: 0 })) return undefined;
  // The whole list proves the parts; each is one document then, also where it has nothing.
  return records.map((record) => ({ ...record, pages: [{ number: 1, items: itemsOf(record) }] }));
}

function itemsOf({ pages }: ListRecord): number {
  return pages.reduce((sum, { items }) => sum + items, 0);
}
