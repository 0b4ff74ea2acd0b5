import type { Resource } from "../inventory/resource.ts";
import type { Spool, SpooledRun } from "./spool.ts";

// What is sorted in memory at a time; of long resources fewer.
const mostInMemory = 50_000;
const mostCharacters = 12 * 1024 * 1024;

/** A resource with the scope that listed it. */
export interface ListedResource {
  readonly kind: string;
  readonly urn: string;
  readonly scope: string;
  /** The resource as JSON: two that are equal need not be taken apart. */
  readonly json: string;
}

/** Resources in the order of kind and URN, however many there are. */
export interface SortedResources {
  add(resource: Resource, scope: string): Promise<void> | undefined;
  /** All of them, after all were added; can be asked for once. */
  inOrder(): AsyncGenerator<readonly ListedResource[], void, void>;
}

/** -1, 0 or 1: the order in which resources are told, by kind and then by URN. */
export function byKindAndUrn(one: Pick<Resource, "kind" | "urn">, other: Pick<Resource, "kind" | "urn">): number {
  if (one.kind !== other.kind) return one.kind < other.kind ? -1 : 1;
  if (one.urn === other.urn) return 0;
  return one.urn < other.urn ? -1 : 1;
}

/**
 * Sorts by merging runs that were each sorted in memory.
 *
 * @param openSpool where runs are kept meanwhile; not asked for where all fit into memory.
 */
export function createSortedResources(openSpool: () => Promise<Spool>): SortedResources {
  const runs: SpooledRun[] = [];
  let collected: ListedResource[] = [];
  let characters = 0;
  const takeCollected = (): readonly ListedResource[] => {
    const sorted = collected.sort(byKindAndUrn);
    collected = [];
    characters = 0;
    return sorted;
  };
  const spoolCollected = async (): Promise<void> => {
    // Taken before anything is waited for: whoever adds meanwhile begins anew.
    const lines = linesOf(takeCollected());
    const spool = await openSpool();
    runs.push(await spool.write(lines));
  };
  return {
    add(resource, scope) {
      const json = JSON.stringify(resource);
      collected.push({ kind: resource.kind, urn: resource.urn, scope, json });
      characters += json.length;
      return collected.length >= mostInMemory || characters >= mostCharacters ? spoolCollected() : undefined;
    },
    async *inOrder() {
      if (runs.length === 0) {
        yield takeCollected();
        return;
      }
      if (collected.length > 0) await spoolCollected();
      const spool = await openSpool();
      yield* merged(await Promise.all(runs.map((run) => openCursor(spool, run))));
    },
  };
}

/** None of the parts can hold a tab: kinds and URNs have no blanks, and JSON escapes it. */
function lineOf({ kind, urn, scope, json }: ListedResource): string {
  return `${kind}\t${urn}\t${JSON.stringify(scope)}\t${json}`;
}

function* linesOf(resources: readonly ListedResource[]): Generator<string, void, void> {
  for (const resource of resources) yield lineOf(resource);
}

function listedOf(line: string): ListedResource {
  const [kind = "", urn = "", scope = '""', json = ""] = line.split("\t");
  return { kind, urn, scope: JSON.parse(scope), json };
}

/** Where the merge stands in one run. */
interface Cursor {
  readonly head: ListedResource | undefined;
  /** Steps to the next; answers with what resolves where more has to be read. */
  advance(): Promise<void> | undefined;
}

async function openCursor(spool: Spool, run: SpooledRun): Promise<Cursor> {
  const batches = spool.read(run);
  let lines: readonly string[] = [];
  let place = 0;
  let head: ListedResource | undefined;
  const take = (): void => {
    const line = lines[place];
    head = line === undefined ? undefined : listedOf(line);
  };
  const refill = async (): Promise<void> => {
    const next = await batches.next();
    lines = next.done ? [] : next.value;
    place = 0;
    take();
  };
  await refill();
  return {
    get head() {
      return head;
    },
    advance() {
      place += 1;
      if (place >= lines.length) return refill();
      take();
      return undefined;
    },
  };
}

const batchLength = 256;

async function* merged(cursors: readonly Cursor[]): AsyncGenerator<readonly ListedResource[], void, void> {
  let batch: ListedResource[] = [];
  for (let least = leastOf(cursors); least?.head !== undefined; least = leastOf(cursors)) {
    batch.push(least.head);
    const refilled = least.advance();
    if (refilled !== undefined) await refilled;
    if (batch.length < batchLength) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function leastOf(cursors: readonly Cursor[]): Cursor | undefined {
  let least: Cursor | undefined;
  for (const cursor of cursors) {
    if (cursor.head === undefined) continue;
    if (least?.head === undefined || byKindAndUrn(cursor.head, least.head) < 0) least = cursor;
  }
  return least;
}
