import { isRecord } from "../../http/answer.ts";
import { isSegment } from "../../http/path.ts";
import { asInventoryError, type InventoryError } from "../../inventory/errors.ts";
import type { Page } from "../../inventory/provider.ts";
import { asExpired } from "../expired.ts";
import { textOf } from "../kind.ts";
import { expired } from "../reader.ts";
import { type Batch, type Batching, inBatches, readBatch } from "./batches.ts";
import { mapAhead } from "./map-ahead.ts";
import { ordered } from "./ordered.ts";
import type { Window } from "./shared-window.ts";

export interface IdsThenDetail {
  /** Ids, or objects that carry one. Numbers are ids as well. */
  readonly entries: readonly unknown[];
  readonly idField: string;
  /** The details do not repeat the id. */
  readonly isListedAlone?: boolean;
  readonly window: Window;
  /** The detail; undefined where the item has gone since it was listed, `expired` where it has no detail any more. */
  readonly readDetail: (id: string) => Promise<unknown>;
  /** How several details are read at once, where that can be done; what it leaves open is read alone. */
  readonly batching?: Batching | undefined;
}

/** An entry of the list, with its detail where a batch held it. */
interface Listed {
  readonly entry: unknown;
  readonly detail?: unknown;
}

/**
 * Lists of ids, each then read on its own (OVHcloud v1). The detail is laid over what the list already said. An entry
 * without an id goes on as it is: it has no identity, and the engine counts it. An answer that does not repeat the id is no
 * detail of the item, whatever its status, unless the row says that details repeat none.
 *
 * @throws InventoryError the first failed detail, after every detail that could be read was handed on.
 */
export async function* idsThenDetail({
  entries,
  idField,
  isListedAlone = false,
  window,
  readDetail,
  batching,
}: IdsThenDetail): AsyncGenerator<Page, void, void> {
  let failure: InventoryError | undefined;
  let number = 0;
  const described = (known: Readonly<Record<string, unknown>>, detail: unknown, id: string): unknown => {
    if (detail === expired) return asExpired(known);
    if (!isRecord(detail)) return undefined;
    if (isListedAlone) return isEmpty(detail) ? undefined : { ...known, ...detail, [idField]: known[idField] };
    return textOf(detail[idField]) === id ? { ...known, ...detail } : undefined;
  };
  const read = async ({ entry, detail: batched }: Listed): Promise<Omit<Page, "number">> => {
    const known = isRecord(entry) ? entry : { [idField]: entry };
    const id = textOf(known[idField]);
    if (id === undefined || !isSegment(id)) return { items: [{ ...known, [idField]: undefined }] };
    try {
      const detail = batched ?? (await readDetail(id));
      const item = described(known, detail, id);
      if (item !== undefined) return { items: [item] };
      return { items: [], undescribed: [{ item: known, isGone: detail === undefined }] };
    } catch (thrown) {
      const error = asInventoryError(thrown);
      // These end the whole run: the remaining details must not be asked for.
      if (error.code === "UNAUTHENTICATED" || error.code === "CANCELLED") throw error;
      failure ??= error;
      return { items: [] };
    }
  };
  // A detail that does not say whose it is might be another's: such are never read together.
  const details =
    batching === undefined || isListedAlone
      ? ordered(entries, window, (entry) => read({ entry }))
      : mapAhead(batched({ entries, idField, window, batching }), window, read);
  for await (const detail of details) {
    number += 1;
    yield { number, ...detail };
  }
  if (failure !== undefined) throw failure;
  if (number === 0) yield { number: 1, items: [] };
}

/** The entries of a list in its order, as their batches are answered. */
async function* batched({
  entries,
  idField,
  window,
  batching: { room, read },
}: Pick<IdsThenDetail, "entries" | "idField" | "window"> & { readonly batching: Batching }): AsyncGenerator<Listed> {
  const idOf = (entry: unknown): string | undefined => textOf(isRecord(entry) ? entry[idField] : entry);
  const withDetails = async (batch: Batch) => ({
    batch,
    details: await readBatch(batch.ids, idField, read),
  });
  for await (const { batch, details } of ordered(inBatches(entries, idOf, room), window, withDetails)) {
    for (const entry of batch.entries) yield { entry, detail: details.get(idOf(entry) ?? "") };
  }
}

/** A refusal in a body of status 200 is no detail either. */
function isEmpty(detail: Readonly<Record<string, unknown>>): boolean {
  const keys = Object.keys(detail);
  return (
    keys.length === 0 || keys.every((key) => ["message", "class", "errorCode", "httpCode", "details"].includes(key))
  );
}
