import { invalid } from "../../http/answer.ts";
import { expandPath, expandQuery } from "../../http/path.ts";
import { fieldAt } from "../field.ts";
import { textOf } from "../kind.ts";
import { listOf, maxPages, tooManyPages } from "../paging/list-of.ts";
import type { Query } from "../reader.ts";
import type { Dialect } from "./dialect.ts";

export interface LimitMarker {
  readonly path: string;
  readonly query?: Query;
  /** Items of a page; the most that the API takes. */
  readonly limit: number;
  readonly idField?: string;
}

/**
 * Pages of `limit` items, the next of which begins behind the item that `marker` names, as OpenStack has them (OVHcloud's gateways:
 * the schema says "default and max is 50"). Read as one document, the item behind the limit would be lost in silence.
 */
export function limitMarker({ path, query = {}, limit, idField = "id" }: LimitMarker): Dialect {
  return {
    query,
    calls: [{ path, of: "list" }],
    cost: { pages: { size: limit, end: "short" } },
    idField,
    mayShift: true,
    proof: "pages by marker until one is not full, no repeat",
    async *read({ values, reader }) {
      const asked = expandPath(path, values);
      const label = `GET ${asked}`;
      const parameters = { ...expandQuery(query, values), limit: String(limit) };
      const markers = new Set<string>();
      let marker: string | undefined;
      for (let number = 1; ; number += 1) {
        if (number > maxPages) throw tooManyPages(label);
        const { document, hasNext } = await reader.readPage(asked, { ...parameters, ...(marker ? { marker } : {}) });
        const items = listOf(document, undefined, label);
        yield { number, items };
        if (items.length === 0 || (items.length < limit && !hasNext)) return;
        marker = textOf(fieldAt(items.at(-1), idField));
        if (marker === undefined)
          throw invalid(label, "ended a full page with an item without an id: the next cannot be asked for");
        if (markers.has(marker)) throw invalid(label, "answered again with the page before a marker");
        markers.add(marker);
      }
    },
    async probe({ values, reader }) {
      const asked = expandPath(path, values);
      const { document } = await reader.readPage(asked, { ...expandQuery(query, values), limit: "1" });
      return listOf(document, undefined, `GET ${asked}`).slice(0, 1);
    },
  };
}
