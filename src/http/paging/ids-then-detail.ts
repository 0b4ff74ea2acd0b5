import { asInventoryError, InventoryError } from "../../inventory/errors.ts";
import type { Page } from "../../inventory/provider.ts";
import { isRecord } from "../answer.ts";
import { isSegment } from "../path.ts";
import { ordered } from "./ordered.ts";
import type { Window } from "./shared-window.ts";

/** Stands for the detail of an item that has expired: it exists, and has no detail any more that could repeat its id. */
export const expired: Readonly<Record<string, unknown>> = { status: "expired" };

export interface IdsThenDetail {
  /** Ids, or objects that carry one. */
  readonly entries: readonly unknown[];
  readonly idKey: string;
  readonly window: Window;
  /** The detail; undefined where the item has gone since it was listed, `expired` where it has no detail any more. */
  readonly readDetail: (id: string) => Promise<unknown>;
}

/**
 * Lists of ids, each then read on its own (OVHcloud v1). The detail is laid over what the list already said. An entry
 * without an id goes on as it is: it has no identity, and the engine counts it. An answer that does not repeat the id is no
 * detail of the item, whatever its status; every detail of OVHcloud's schema that a row reads repeats it.
 *
 * @throws InventoryError the first failed detail, after every detail that could be read was handed on.
 */
export async function* idsThenDetail({
  entries,
  idKey,
  window,
  readDetail,
}: IdsThenDetail): AsyncGenerator<Page, void, void> {
  let failure: InventoryError | undefined;
  let number = 0;
  const read = async (entry: unknown): Promise<Omit<Page, "number">> => {
    const known = isRecord(entry) ? entry : { [idKey]: entry };
    const id = known[idKey];
    if (typeof id !== "string" || !isSegment(id)) return { items: [{ ...known, [idKey]: undefined }] };
    try {
      const detail = await readDetail(id);
      const isDetail = isRecord(detail) && (detail === expired || detail[idKey] === id);
      if (isDetail) return { items: [{ ...known, ...detail }] };
      return { items: [], undescribed: [{ item: known, isGone: detail === undefined }] };
    } catch (thrown) {
      const error = asInventoryError(thrown);
      // These end the whole run: the remaining details must not be asked for.
      if (error.code === "UNAUTHENTICATED" || error.code === "CANCELLED") throw error;
      failure ??= error;
      return { items: [] };
    }
  };
  for await (const detail of ordered(entries, window, read)) {
    number += 1;
    yield { number, ...detail };
  }
  if (failure !== undefined) throw failure;
  if (number === 0) yield { number: 1, items: [] };
}

/** The item that was asked for would be lost behind the one that was answered. */
export function otherItem(): InventoryError {
  return new InventoryError("INVALID_RESPONSE", "a detail was answered with another item than the one asked for");
}
