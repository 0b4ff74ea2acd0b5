import { fieldAt } from "../field.ts";
import type { ListReader, Query } from "../reader.ts";
import { isTotal, listOf, totalOf } from "./list-of.ts";
import type { NumberedPages } from "./numbered-pages.ts";

/** The largest page that every Scaleway API accepts (scaleway/scaleway-sdk-js, validation rules). */
export const pageSize = 100;

export interface PagedList {
  readonly listKey: string;
  readonly query: Query;
  readonly pageParameter: string;
  readonly sizeParameter: string;
  readonly size: number;
  /** Where the answer says how many items the list has, such as `total_count` or `meta.pagination.total_entries`. */
  readonly totalField: string;
}

/**
 * Reads single pages of a list that has its total beside it.
 *
 * @throws InventoryError INVALID_RESPONSE where a page has no list, or the first one no total. On a later page a total that is
 * missing costs only the proof that the list is whole, and not the page.
 */
export function pageReader(reader: ListReader, path: string, list: PagedList): NumberedPages["readPage"] {
  const { listKey, query, pageParameter, sizeParameter, size, totalField } = list;
  const label = `GET ${path}`;
  return async (page) => {
    const paging = { [sizeParameter]: String(size), [pageParameter]: String(page) };
    const { document, hasNext } = await reader.readPage(path, { ...query, ...paging });
    const items = listOf(document, listKey, label);
    const claim = fieldAt(document, totalField);
    const total = page === 1 || isTotal(claim) ? { total: totalOf(claim, label) } : {};
    return { items, ...total, ...(hasNext ? { hasNext } : {}) };
  };
}
