import { invalid } from "../../http/answer.ts";
import { expandPath, expandQuery } from "../../http/path.ts";
import type { Page } from "../../inventory/provider.ts";
import { fieldAt } from "../field.ts";
import { textOf } from "../kind.ts";
import { listOf, maxPages, tooManyPages } from "../paging/list-of.ts";
import type { Query } from "../reader.ts";
import type { Dialect } from "./dialect.ts";

export interface UntilEmpty {
  readonly path: string;
  readonly listKey?: string;
  readonly query?: Query;
  readonly pageParameter: string;
  readonly sizeParameter: string;
  /** The number of the first page. */
  readonly first?: number;
  readonly idField?: string;
}

const size = 100;

/**
 * Numbered pages without any total (OVHcloud's AI products): read on until one is empty. How many items a page may hold is not
 * documented, so a page that is shorter than was asked for says nothing.
 */
export function untilEmpty(options: UntilEmpty): Dialect {
  const { path, listKey, query = {}, pageParameter, sizeParameter, first = 1, idField = "id" } = options;
  return {
    query,
    calls: [{ path, of: "list" }],
    cost: { pages: { size, end: "empty" } },
    idField,
    listKey,
    mayShift: true,
    proof: "pages until one is empty, no repeat",
    async *read({ values, reader }) {
      const asked = expandPath(path, values);
      const parameters = expandQuery(query, values);
      const ends = new Set<string>();
      for (let number = 1; ; number += 1) {
        if (number > maxPages) throw tooManyPages(`GET ${asked}`);
        const paging = { [pageParameter]: String(first + number - 1), [sizeParameter]: String(size) };
        const { document } = await reader.readPage(asked, { ...parameters, ...paging });
        const items = listOf(document, listKey, `GET ${asked}`);
        const page: Page = { number, items };
        yield page;
        if (items.length === 0) return;
        // Whoever ignores the number of a page hands out the first one for ever.
        const end = textOf(fieldAt(items.at(-1), idField)) ?? "";
        if (ends.has(end)) throw invalid(`GET ${asked}`, "answered again with a page that it had given before");
        ends.add(end);
      }
    },
    async probe({ values, reader }) {
      const asked = expandPath(path, values);
      const paging = { [pageParameter]: String(first), [sizeParameter]: "1" };
      const { document } = await reader.readPage(asked, { ...expandQuery(query, values), ...paging });
      return listOf(document, listKey, `GET ${asked}`).slice(0, 1);
    },
  };
}
