import type { Page } from "../../inventory/provider.ts";
import { maxPages, tooManyPages } from "./list-of.ts";
import { ordered } from "./ordered.ts";
import type { Window } from "./shared-window.ts";

export interface NumberedPages {
  readonly label: string;
  readonly pageSize: number;
  /** Pages asked for ahead of the consumer. */
  readonly window: Window;
  readonly readPage: (number: number) => Promise<{ readonly items: readonly unknown[]; readonly total: number }>;
}

/**
 * Page 1 says how many items there are; the rest is asked for in parallel and handed on in order. The page count follows the
 * size that page 1 really had: a server that caps the page size must not cost the tail of the list.
 *
 * @throws InventoryError INVALID_RESPONSE for an absurd number of pages.
 */
export async function* numberedPages({
  label,
  pageSize,
  window,
  readPage,
}: NumberedPages): AsyncGenerator<Page, void, void> {
  const first = await readPage(1);
  const served = Math.min(pageSize, first.items.length);
  const pages = served === 0 || first.items.length >= first.total ? 1 : Math.ceil(first.total / served);
  if (pages > maxPages) throw tooManyPages(label);
  const numbers = Array.from({ length: pages - 1 }, (_, index) => index + 2);
  // Asked for before page 1 is handed on: the provider answers while we parse.
  const rest = ordered(numbers, window, async (number) => ({ number, ...(await readPage(number)) }));
  yield { number: 1, ...first };
  yield* rest;
}
