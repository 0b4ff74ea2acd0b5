import { type Answer, type EmulatedRequest, headerOf, type Refusal, withHeaders } from "../answer.ts";
import type { Item } from "../lists.ts";
import type { ServedEntry } from "./entry.ts";
import { type PageSizes, pageSizesOf } from "./exceptions.ts";
import { valueAt } from "./stamp.ts";

/** How a cloud answers and refuses. */
export interface Manners {
  answer(value: unknown): Answer;
  badParameter(name: string): Refusal;
}

/** What a page is cut of. */
interface Asked {
  readonly entry: ServedEntry;
  readonly items: readonly unknown[];
  readonly request: EmulatedRequest;
  readonly sizes: PageSizes;
  readonly manners: Manners;
}

/** A page: its items, what stands beside them, and what the headers say. */
interface Page {
  readonly items: readonly unknown[];
  readonly otherKeys?: Item;
  readonly headers?: Readonly<Record<string, string>>;
}

const pages: Readonly<Record<ServedEntry["list"]["paging"], (asked: Asked) => Page>> = {
  none: ({ items, entry }) => ({ items, ...(entry.list.total === "body" ? { otherKeys: totalOf(entry, items) } : {}) }),
  numbered: numberedPage,
  "page-size-until-empty": numberedPage,
  "cursor-header": headerCursorPage,
  "cursor-body": bodyCursorPage,
  "limit-marker": markerPage,
};

/** The page that a request asks for, in the way in which the list comes in pages. */
export function servedPage(
  entry: ServedEntry,
  items: readonly unknown[],
  request: EmulatedRequest,
  manners: Manners,
): Answer {
  const { listKey, paging } = entry.list;
  const page = pages[paging]({ entry, items, request, sizes: pageSizesOf(entry), manners });
  const body = listKey === null ? page.items : { [listKey]: page.items, ...page.otherKeys };
  return withHeaders(manners.answer(body), page.headers ?? {});
}

/** Recorded of Scaleway: past the last page the total in a body reads 0, whatever there is; a header says how many. */
function numberedPage(asked: Asked): Page {
  const { entry, items, request } = asked;
  const { list } = entry;
  const names = { page: "page", size: "page_size", ...list.pageParameters };
  const number = numberAt(request.query.get(names.page), names.page, 1, asked);
  const size = sizeOf(request.query.get(names.size), names.size, asked);
  const page = items.slice((number - 1) * size, number * size);
  if (list.total === "header") {
    return {
      items: page,
      headers: { "X-Total-Count": String(items.length), Link: linksOf(asked, names, { number, size }) },
    };
  }
  if (list.total === null) return { items: page };
  return { items: page, otherKeys: totalOf(entry, page.length === 0 ? [] : items) };
}

function totalOf({ list }: ServedEntry, items: readonly unknown[]): Item {
  return { [list.pageParameters?.total ?? "total_count"]: items.length };
}

/** `Link` names the next and the last page, as Instance v1 was recorded to do. */
function linksOf(
  { entry, items, request }: Asked,
  names: { readonly page: string; readonly size: string },
  { number, size }: { readonly number: number; readonly size: number },
): string {
  const last = Math.ceil(items.length / size);
  const others = new URLSearchParams(request.query);
  others.delete(names.page);
  others.delete(names.size);
  const link = (page: number, relation: string) =>
    `</${entry.list.listKey}?${names.page}=${page}&${names.size}=${size}&${others}>; rel="${relation}"`;
  return [...(number < last ? [link(number + 1, "next")] : []), link(last, "last")].join(",");
}

/** The header that names the next page is absent on the last one. */
function headerCursorPage(asked: Asked): Page {
  const names = {
    cursor: "X-Pagination-Cursor",
    size: "X-Pagination-Size",
    next: "X-Pagination-Cursor-Next",
    ...asked.entry.list.pageParameters,
  };
  const header = (name: string) => headerOf(asked.request, name.toLowerCase()) ?? null;
  const { items, next } = fromCursor(asked, names, header);
  return { items, headers: next === undefined ? {} : { [names.next]: next } };
}

/** The field that holds the next cursor is null on the last page. */
function bodyCursorPage(asked: Asked): Page {
  const names = {
    cursor: "page_token",
    size: "page_size",
    next: "next_page_token",
    ...asked.entry.list.pageParameters,
  };
  const { items, next } = fromCursor(asked, names, (name) => asked.request.query.get(name));
  return { items, otherKeys: { [names.next]: next ?? null } };
}

function fromCursor(
  asked: Asked,
  names: { readonly cursor: string; readonly size: string },
  read: (name: string) => string | null,
): { readonly items: readonly unknown[]; readonly next: string | undefined } {
  const size = sizeOf(read(names.size), names.size, asked);
  const start = startOf(read(names.cursor), names.cursor, asked);
  const end = start + size;
  return { items: asked.items.slice(start, end), next: end < asked.items.length ? cursorOf(end) : undefined };
}

/** Cursors mean nothing to clients. */
function cursorOf(start: number): string {
  return Buffer.from(`start=${start}`).toString("base64url");
}

function startOf(cursor: string | null, name: string, { manners }: Asked): number {
  if (cursor === null || cursor === "") return 0;
  const start = /^start=(\d+)$/.exec(Buffer.from(cursor, "base64url").toString())?.[1];
  if (start === undefined) throw manners.badParameter(name);
  return Number(start);
}

/** The marker is the last id that the client has. */
function markerPage(asked: Asked): Page {
  const { entry, items, request, manners } = asked;
  const names = { limit: "limit", marker: "marker", ...entry.list.pageParameters };
  const limit = sizeOf(request.query.get(names.limit), names.limit, asked);
  const marker = request.query.get(names.marker);
  const idOf = (item: unknown) =>
    String(typeof item === "object" && item !== null ? valueAt({ ...item }, entry.idField) : item);
  const last = marker === null ? -1 : items.findIndex((item) => idOf(item) === marker);
  if (marker !== null && last < 0) throw manners.badParameter(names.marker);
  return { items: items.slice(last + 1, last + 1 + limit) };
}

/** A size above the maximum is lowered to it, as a gateway would. */
function sizeOf(text: string | null, name: string, asked: Asked): number {
  return Math.min(asked.sizes.maximum, numberAt(text, name, asked.sizes.default, asked));
}

function numberAt(text: string | null, name: string, fallback: number, { manners }: Asked): number {
  if (text === null) return fallback;
  if (!/^[1-9]\d*$/.test(text)) throw manners.badParameter(name);
  return Number(text);
}
