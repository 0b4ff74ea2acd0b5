import { isRecord } from "../answer.ts";
import { isTotal, listOf, totalOf } from "./list-of.ts";
import type { NumberedPages } from "./numbered-pages.ts";
import type { DocumentReader } from "./read-list.ts";

/** The largest page that every Scaleway API accepts (scaleway/scaleway-sdk-js, validation rules). */
export const pageSize = 100;

export interface PagedList {
  readonly listKey: string;
  readonly pageSizeParameter: string;
  readonly query: Readonly<Record<string, string>>;
}

/**
 * Reads single pages of a list that has its total beside it.
 *
 * @throws InventoryError INVALID_RESPONSE where a page has no list, or the first one no total. On a later page a total that is
 * missing costs only the proof that the list is whole, and not the page.
 */
export function pageReader(
  reader: DocumentReader,
  path: string,
  { listKey, pageSizeParameter, query }: PagedList,
): NumberedPages["readPage"] {
  const label = `GET ${path}`;
  return async (page) => {
    const paging = { [pageSizeParameter]: String(pageSize), page: String(page) };
    const { document, hasNext } = await reader.readPage(path, { ...query, ...paging });
    const items = listOf(document, listKey, label);
    const claim = isRecord(document) ? document["total_count"] : undefined;
    const total = page === 1 || isTotal(claim) ? { total: totalOf(claim, label) } : {};
    return { items, ...total, ...(hasNext ? { hasNext } : {}) };
  };
}
