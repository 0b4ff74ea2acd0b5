import { isRecord } from "../../src/http/answer.ts";
import type { Reply } from "./network.ts";

/** A list in an answer, wherever it stands there, and what is said of its length. */
export interface ListAnswer {
  readonly items: readonly unknown[];
  /** Absent where nothing is said: then only who lists the whole in one answer tells all. */
  readonly total: number | undefined;
  /** The answer with other items, and all that was said beside them. */
  withItems(items: readonly unknown[]): Reply;
  /** The answer with another total; undefined leaves it out. */
  withTotal(total: unknown): Reply;
}

const totalHeader = "x-total-count";

/** Finds the list of an answer; undefined where there is none. */
export function listIn(reply: Reply): ListAnswer | undefined {
  const document = parsed(reply.body);
  if (Array.isArray(document)) return listOf(reply, document, undefined, {});
  if (!isRecord(document)) return undefined;
  const lists = Object.entries(document).filter((entry): entry is [string, unknown[]] => Array.isArray(entry[1]));
  const [only] = lists;
  const isList = Object.keys(document).every(
    (key) => key === only?.[0] || key === "total_count" || key === "next_page_token",
  );
  return only === undefined || !isList ? undefined : listOf(reply, only[1], only[0], document);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function listOf(
  reply: Reply,
  items: readonly unknown[],
  key: string | undefined,
  document: Readonly<Record<string, unknown>>,
): ListAnswer {
  const inBody = document["total_count"];
  const inHeader = reply.headers[totalHeader];
  const total = typeof inBody === "number" ? inBody : inHeader === undefined ? undefined : Number(inHeader);
  return {
    items,
    total,
    withItems: (others) => ({
      ...reply,
      body: JSON.stringify(key === undefined ? others : { ...document, [key]: others }),
    }),
    withTotal: (value) => {
      if (inHeader === undefined) return { ...reply, body: JSON.stringify({ ...document, total_count: value }) };
      const { [totalHeader]: _total, ...others } = reply.headers;
      return { ...reply, headers: { ...others, ...(value === undefined ? {} : { [totalHeader]: String(value) }) } };
    },
  };
}
