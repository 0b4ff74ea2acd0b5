import { expandPath, expandQuery } from "../../http/path.ts";
import { fieldReader } from "../field.ts";
import { listOf } from "../paging/list-of.ts";
import { type MadeAt, numberedPages as readPages } from "../paging/numbered-pages.ts";
import { pageReader, pageSize } from "../paging/page-reader.ts";
import type { Query } from "../reader.ts";
import type { Dialect } from "./dialect.ts";

export interface NumberedPages {
  readonly path: string;
  readonly listKey: string;
  readonly query?: Query;
  /** Default: `page`. */
  readonly pageParameter?: string;
  /** Default: `page_size`. */
  readonly sizeParameter?: string;
  /** Items asked for at once; the largest that Scaleway's APIs take when absent. */
  readonly size?: number;
  /** Where the answer says how many items there are; `total_count` when absent. */
  readonly totalField?: string;
  readonly idField?: string;
}

/** Pages that are asked for by their number, with the total beside each. */
export function numberedPages(options: NumberedPages): Dialect {
  const { path, listKey, query = {}, size = pageSize, idField = "id" } = options;
  const { pageParameter = "page", sizeParameter = "page_size", totalField = "total_count" } = options;
  const order = Object.entries(query).find(([name]) => /^(order|order_by|sort)$/.test(name))?.[1];
  const madeAt = madeAtOf(order);
  return {
    query,
    calls: [{ path, of: "list" }],
    cost: { pages: { size, end: "short" } },
    idField,
    listKey,
    ...(madeAt === undefined ? { mayShift: true } : {}),
    proof:
      madeAt !== undefined
        ? "pages, newest first, equal totals, no repeat"
        : "pages in an order that cannot be chosen: equal totals and no repeat, which do not prove that nothing moved",
    read({ values, reader, window }) {
      const asked = expandPath(path, values);
      const parameters = expandQuery(query, values);
      const list = { listKey, query: parameters, pageParameter, sizeParameter, size, totalField };
      const readPage = pageReader(reader, asked, list);
      return readPages({ label: `GET ${asked}`, pageSize: size, window, readPage, madeAt });
    },
    async probe({ values, reader }) {
      const asked = expandPath(path, values);
      const parameters = { ...expandQuery(query, values), [pageParameter]: "1", [sizeParameter]: "1" };
      return listOf(await reader.read(asked, parameters), listKey, `GET ${asked}`).slice(0, 1);
    },
  };
}

/**
 * When items of a list were made, by the field that it is put in order by: `created_at_desc` is newest first by `created_at` (Scaleway's
 * APIs name orders so; scaleway/scaleway-sdk-js, types of `order_by`).
 */
export function madeAtOf(order: string | undefined): MadeAt | undefined {
  const field = /^(\w*creat\w*)_desc$/.exec(order ?? "")?.[1];
  if (field === undefined) return undefined;
  const madeIn = fieldReader(field);
  return (item) => {
    const value = madeIn(item);
    const at = typeof value === "string" ? Date.parse(value) : Number.NaN;
    return Number.isNaN(at) ? undefined : at;
  };
}
