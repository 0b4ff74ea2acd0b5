import type { Locality } from "./scope.ts";

/** What reading a list takes, in requests: each dialect states it of itself, and everybody who wants a number or words asks here. */
export interface ListCost {
  /** How the list comes in pages; absent where one answer holds all of it. */
  readonly pages?: Pages;
  /** Present where each item is then read by itself, so many in one request at most where the cloud can. */
  readonly details?: { readonly atOnce: number };
  /** Calls beside each item. */
  readonly facts?: number;
  /** The id of the kind that it is listed below: all this is taken for each item of that kind's list, which is read once a place. */
  readonly below?: string;
}

export interface Pages {
  /** Items of a page; absent where the cloud decides and does not say. */
  readonly size?: number;
  /** What ends the list: a page that is not full, an empty one, or the answer's own word. */
  readonly end: "short" | "empty" | "word";
}

/** What is read of a list. */
export interface ListRead {
  readonly items: number;
  /** How many lists the items are spread over, evenly: one, or one for each item of the list above. */
  readonly lists?: number;
  /** Nothing but ids is wanted. */
  readonly idsOnly?: boolean;
  /** Whether the cloud reads several details at once; it does unless somebody turned that off. */
  readonly inBatches?: boolean;
}

/** How many requests a reading takes. */
export function requestsFor(
  { pages, details, facts = 0 }: ListCost,
  { items, lists = 1, idsOnly = false, inBatches = true }: ListRead,
): number {
  const atOnce = inBatches ? (details?.atOnce ?? 1) : 1;
  const ofList = (held: number): number => {
    const own = pagesFor(held, pages);
    if (idsOnly) return own;
    return own + (details === undefined ? 0 : Math.ceil(held / atOnce)) + facts * held;
  };
  if (lists === 0) return 0;
  const fewer = Math.floor(items / lists);
  const withOneMore = items - fewer * lists;
  return (lists - withOneMore) * ofList(fewer) + (withOneMore === 0 ? 0 : withOneMore * ofList(fewer + 1));
}

function pagesFor(items: number, pages: Pages | undefined): number {
  if (pages === undefined) return 1;
  // What the size is not known of takes one page at the least.
  const { size = Number.POSITIVE_INFINITY, end } = pages;
  // A full page says nothing of what is behind it.
  if (end === "short") return Math.floor(items / size) + 1;
  const held = Math.ceil(items / size) || Math.min(items, 1);
  return end === "empty" ? held + 1 : Math.max(1, held);
}

const places: Readonly<Record<Locality, string>> = {
  account: "",
  none: "",
  organization: "",
  project: " a project",
  region: " a region",
  zone: " a zone",
};

/** The same in words: `1 a project + 1 an item / 50 in batches`, `pages of 100 a zone`. */
export function costInWords(cost: ListCost, locality: Locality, joined: readonly string[] = []): string {
  const { pages, details, facts = 0, below } = cost;
  const place = below === undefined ? places[locality] : ` below each ${below}`;
  const ofDetails =
    details === undefined ? [] : [details.atOnce > 1 ? `1 an item / ${details.atOnce} in batches` : "1 an item"];
  const ofFacts = facts === 0 ? [] : [`${facts} an item for facts`];
  const ofJoins = joined.map((id) => `the list of ${id} where that is not read`);
  return [`${pagesInWords(pages)}${place}`, ...ofDetails, ...ofFacts, ...ofJoins].join(" + ");
}

function pagesInWords(pages: Pages | undefined): string {
  if (pages === undefined) return "1";
  const { size, end } = pages;
  const sized = size === undefined ? "pages" : `pages of ${size}`;
  return end === "empty" ? `${sized} and an empty one` : sized;
}
