import { invalid, isRecord } from "../../http/answer.ts";
import type { InventoryError } from "../../inventory/errors.ts";

/**
 * The list of a document. It must be there and be an array: a missing or null list read as an empty one is how an inventory
 * loses a whole page in silence.
 *
 * @param listKey undefined where the document itself is the list.
 * @throws InventoryError INVALID_RESPONSE
 */
export function listOf(document: unknown, listKey: string | undefined, label: string): readonly unknown[] {
  const list = listKey === undefined ? document : isRecord(document) ? document[listKey] : undefined;
  if (Array.isArray(list)) return list;
  throw invalid(label, `answered without ${listKey === undefined ? "a list" : `the list "${listKey}"`}`);
}

/** A provider's claim of how long a list is: a whole number that is not negative. */
export function totalOf(value: unknown, label: string): number {
  if (isTotal(value)) return value;
  throw invalid(label, "answered without a usable total");
}

export function isTotal(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

/** More pages than any account has: a server that never ends must not keep a job. */
export const maxPages = 10_000;

export function tooManyPages(label: string): InventoryError {
  return invalid(label, `claims more than ${maxPages} pages`);
}
