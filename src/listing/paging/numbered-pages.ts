import type { Page } from "../../inventory/provider.ts";
import { maxPages, tooManyPages } from "./list-of.ts";
import { ordered } from "./ordered.ts";
import type { Window } from "./shared-window.ts";

/** One page as it was answered. */
export type PageAnswer = Pick<Page, "items" | "total" | "hasNext">;

/** When an item was made, in milliseconds since the epoch; undefined where it does not tell. */
export type MadeAt = (item: unknown) => number | undefined;

export interface NumberedPages {
  readonly label: string;
  readonly pageSize: number;
  /** Pages asked for ahead of the consumer. */
  readonly window: Window;
  readonly readPage: (number: number) => Promise<PageAnswer>;
  /** Present where the list is asked for newest first. */
  readonly madeAt?: MadeAt | undefined;
}

/**
 * Page 1 says how many items there are, and the rest is asked for in parallel and handed on in order. What a page claims only
 * ever adds a request: the next page is asked for where this one is full, where `Link` names it, or where the total is above its
 * end. The list ends with a page that says nothing of the kind, and with the first empty page, whatever is claimed beyond: a
 * total that is too low must not cost the tail of the list, and one that is too high no more than what was read ahead.
 *
 * @throws InventoryError INVALID_RESPONSE for an absurd number of pages.
 */
export async function* numberedPages({
  label,
  pageSize,
  window,
  readPage,
  madeAt,
}: NumberedPages): AsyncGenerator<Page, void, void> {
  const firstAnswer = await readPage(1);
  // A list that ignores the order it was asked for tells nothing by the age of its items.
  const ageOf = madeAt !== undefined && isNewestFirst(firstAnswer, madeAt) ? madeAt : undefined;
  const pageOf = (number: number, answer: PageAnswer): Page => ({ number, ...answer, ...newestOf(answer, ageOf) });
  const first = pageOf(1, firstAnswer);
  // A server that caps the page size must not cost the tail of the list.
  const size = Math.min(pageSize, first.items.length);
  const numbers = Array.from({ length: pagesClaimed(first, pageSize) - 1 }, (_, index) => index + 2);
  let last = numbers.length + 1;
  let ended = first.items.length === 0;
  const ahead: Window = () => (ended ? 0 : window());
  // Asked for before page 1 is handed on: the provider answers while we parse.
  const rest = ordered(numbers, ahead, async (number) => pageOf(number, await readPage(number)));
  yield first;
  if (isAbsurd(first, pageSize)) throw tooManyPages(label);
  let before: Page = first;
  for await (const page of rest) {
    // A server that knows no pages gives the same one for ever; the engine sees that its items repeat.
    ended ||= page.items.length === 0 || isSame(page, before);
    if (page.number === last && !ended && asksForNext(page, size)) {
      last += 1;
      if (last > maxPages) throw tooManyPages(label);
      numbers.push(last);
    }
    before = page;
    yield page;
  }
}

function isNewestFirst({ items }: PageAnswer, madeAt: MadeAt): boolean {
  const ages = items.map(madeAt);
  return ages.every((age, index) => age !== undefined && age <= (ages[index - 1] ?? age));
}

function newestOf({ items }: PageAnswer, madeAt: MadeAt | undefined): Pick<Page, "newestMs"> {
  if (madeAt === undefined) return {};
  const newestMs = items.reduce<number>(
    (newest, item) => Math.max(newest, madeAt(item) ?? newest),
    Number.NEGATIVE_INFINITY,
  );
  return Number.isFinite(newestMs) ? { newestMs } : {};
}

/** How many pages page 1 gives reason to ask for: a full last page counts one more, which shows that it is the last. */
function pagesClaimed(first: PageAnswer, pageSize: number): number {
  const { items, total = 0, hasNext } = first;
  const served = Math.min(pageSize, items.length);
  if (served === 0 || isAbsurd(first, pageSize)) return 1;
  const isFull = items.length >= pageSize;
  const byTotal = isFull || items.length < total ? Math.floor(total / served) + 1 : 1;
  return Math.min(maxPages, Math.max(byTotal, hasNext || isFull ? 2 : 1));
}

function isAbsurd({ total = 0 }: PageAnswer, pageSize: number): boolean {
  return total > maxPages * pageSize;
}

function asksForNext({ number, items, total = 0, hasNext }: Page, size: number): boolean {
  return hasNext === true || items.length >= size || total > (number - 1) * size + items.length;
}

function isSame({ items }: Page, before: Page): boolean {
  const isRepeated = (item: unknown, index: number) => JSON.stringify(item) === JSON.stringify(before.items[index]);
  return items.length === before.items.length && items.every(isRepeated);
}
