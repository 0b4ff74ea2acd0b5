import { invalid } from "../../http/answer.ts";
import type { Page } from "../../inventory/provider.ts";
import { maxPages, tooManyPages } from "./list-of.ts";

export interface CursorPages {
  readonly label: string;
  /** `cursor` is undefined for the first page; an absent `next` ends the list. */
  readonly readPage: (
    cursor: string | undefined,
  ) => Promise<{ readonly items: readonly unknown[]; readonly next: string | undefined }>;
}

/**
 * Follows opaque cursors (OVHcloud v2: `X-Pagination-Cursor-Next`). The cursor is sent as a header or parameter of the same
 * URL, so the list cannot lead to another origin.
 *
 * @throws InventoryError INVALID_RESPONSE for a cursor that comes back, or for pages without end.
 */
export async function* cursorPages({ label, readPage }: CursorPages): AsyncGenerator<Page, void, void> {
  const cursors = new Set<string>();
  let cursor: string | undefined;
  for (let number = 1; ; number += 1) {
    if (number > maxPages) throw tooManyPages(label);
    const { items, next } = await readPage(cursor);
    yield { number, items };
    if (next === undefined) return;
    if (cursors.has(next)) throw invalid(label, "answered with a cursor that it had given before");
    cursors.add(next);
    cursor = next;
  }
}
