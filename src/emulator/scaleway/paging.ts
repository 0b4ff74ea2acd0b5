import { type Answer, withHeaders } from "../answer.ts";
import type { Item } from "../lists.ts";
import { scalewayAnswer, scalewayRefusals } from "./refusals.ts";

const maximumPageSize = 100;

/** One page of a list. */
interface Page {
  readonly number: number;
  readonly size: number;
  readonly items: readonly Item[];
}

/** Cuts the asked page out; a size above the maximum is lowered to it, as a gateway would. */
function pageOf(items: readonly Item[], query: URLSearchParams, sizeParameter: string, defaultSize: number): Page {
  const number = positive(query, "page", 1);
  const size = Math.min(maximumPageSize, positive(query, sizeParameter, defaultSize));
  return { number, size, items: items.slice((number - 1) * size, number * size) };
}

function positive(query: URLSearchParams, parameter: string, fallback: number): number {
  const text = query.get(parameter);
  if (text === null) return fallback;
  if (!/^[1-9]\d*$/.test(text)) throw scalewayRefusals.invalidArgument(parameter, "constraint");
  return Number(text);
}

/** A page with the total beside the list. Recorded: past the last page the total reads 0, whatever there is. */
export function bodyTotalPage(
  items: readonly Item[],
  query: URLSearchParams,
  list: { key: string; defaultSize: number },
): Answer {
  const page = pageOf(items, query, "page_size", list.defaultSize);
  const isPastTheEnd = page.items.length === 0;
  return scalewayAnswer({ [list.key]: page.items, total_count: isPastTheEnd ? 0 : items.length });
}

/** A page of Instance v1: the total is a header, and `Link` names the next and the last page. */
export function headerTotalPage(
  items: readonly Item[],
  query: URLSearchParams,
  list: { key: string; defaultSize: number },
): Answer {
  const page = pageOf(items, query, "per_page", list.defaultSize);
  const last = Math.ceil(items.length / page.size);
  const others = new URLSearchParams(query);
  others.delete("page");
  others.delete("per_page");
  const link = (number: number, relation: string) =>
    `</${list.key}?page=${number}&per_page=${page.size}&${others}>; rel="${relation}"`;
  const links = page.number < last ? [link(page.number + 1, "next"), link(last, "last")] : [link(last, "last")];
  return withHeaders(scalewayAnswer({ [list.key]: page.items }), {
    "X-Total-Count": String(items.length),
    Link: links.join(","),
  });
}
