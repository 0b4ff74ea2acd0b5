import { isRecord } from "../../http/answer.ts";
import { expandPath, isSegment } from "../../http/path.ts";
import { textOf } from "../kind.ts";
import type { BatchedDetail, ListReader, Query } from "../reader.ts";

/** How the details of a list are read many at a time. */
export interface Batching {
  /** The characters that there are for ids, with what stands between them. */
  readonly room: number;
  readonly read: (ids: readonly string[]) => Promise<readonly BatchedDetail[]>;
}

/** Entries of a list that follow each other, with the ids among them whose details are asked for at once. */
export interface Batch {
  readonly entries: readonly unknown[];
  readonly ids: readonly string[];
}

// As many as OVHcloud's own panel asks for at once (ovh/manager, telephony: `chunk(ids, 50)`).
export const mostIds = 50;
// Behind any origin of ours the URL stays below 2,000 characters, which everything between here and a host is known to take.
const longestPath = 1_900;
const ofItem = "/{id}";

/** How many details below a path may be read in one request, where the cloud knows such a thing. */
export function mostAtOnce(detailPath: string): number {
  return detailPath.endsWith(ofItem) ? mostIds : 1;
}

/** How details below a path are read many at a time; undefined where the cloud, or the path, knows no such thing. */
export function batchingAt(
  { readDetails }: ListReader,
  detailPath: string,
  values: Readonly<Record<string, string | undefined>>,
  query: Query,
): Batching | undefined {
  if (readDetails === undefined || !detailPath.endsWith(ofItem)) return undefined;
  const path = expandPath(detailPath.slice(0, -ofItem.length), values);
  const room = longestPath - path.length - new URLSearchParams(query).toString().length;
  return { room, read: (ids) => readDetails(path, ids, query) };
}

/**
 * Cuts a list into batches, in its order. What a batch cannot ask for stays among its entries, to be read alone; an id that is
 * listed twice is asked for once.
 */
export function inBatches(
  entries: readonly unknown[],
  idOf: (entry: unknown) => string | undefined,
  room: number,
): readonly Batch[] {
  const batches: Batch[] = [];
  let start = 0;
  let ids = new Set<string>();
  let characters = 0;
  const close = (end: number): void => {
    if (end > start) batches.push({ entries: entries.slice(start, end), ids: [...ids] });
    start = end;
    ids = new Set();
    characters = 0;
  };
  for (const [place, entry] of entries.entries()) {
    const id = idOf(entry);
    // Entries without an id to ask for make a batch no longer: what waits in memory is bounded by the list, which is there already.
    if (id === undefined || !isBatchable(id) || id.length > room || ids.has(id)) continue;
    if (ids.size === mostIds || characters + id.length > room) close(place);
    ids.add(id);
    characters += id.length + 1;
  }
  close(entries.length);
  return batches;
}

/**
 * The details of several items, by id: those alone that are beyond doubt. A detail counts where it repeats the id that was asked
 * for, where the answer calls it by that id if by any, and where nothing else in the answer claims the id. All others are left
 * out, to be read alone.
 */
export async function readBatch(
  ids: readonly string[],
  idField: string,
  read: Batching["read"],
): Promise<ReadonlyMap<string, unknown>> {
  // One alone costs the same without a batch.
  if (ids.length < 2) return new Map();
  const answers = (await read(ids)).map(({ key, detail }) => {
    const named = isRecord(detail) ? textOf(detail[idField]) : undefined;
    return { detail, named, claims: new Set([key, named].filter((id) => id !== undefined)) };
  });
  const claimed = new Map<string, number>();
  for (const id of answers.flatMap(({ claims }) => [...claims])) claimed.set(id, (claimed.get(id) ?? 0) + 1);
  const asked = new Set(ids);
  return new Map(
    answers.flatMap(({ detail, named, claims }) => {
      const isSure = named !== undefined && claims.size === 1 && asked.has(named) && claimed.get(named) === 1;
      return isSure ? [[named, detail] as const] : [];
    }),
  );
}

/**
 * Whether an id goes into a path as it is. A comma stands between ids; a character that has to be encoded might be decoded before
 * the host looks for what stands between them.
 */
function isBatchable(id: string): boolean {
  return isSegment(id) && /^[A-Za-z0-9._~-]+$/.test(id);
}
