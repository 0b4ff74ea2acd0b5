import { expandPath, expandQuery } from "../../http/path.ts";
import { fieldAt } from "../field.ts";
import { textOf } from "../kind.ts";
import { cursorPages } from "../paging/cursor-pages.ts";
import { listOf } from "../paging/list-of.ts";
import type { ListReader, PageDocument, Query } from "../reader.ts";
import type { Dialect } from "./dialect.ts";

interface CursorList {
  readonly path: string;
  readonly query?: Query;
  readonly listKey?: string;
  readonly idField?: string;
}

/** How the next page is asked for, and where the answer says how. */
interface CursorPlace {
  ask(reader: ListReader, path: string, query: Query, cursor: string | undefined): Promise<PageDocument>;
  next(page: PageDocument): string | undefined;
  readonly said: string;
  /** Items of a page, where it is asked for by a size. */
  readonly size?: number;
}

/** A cursor in a header of request and answer: version 2 of OVHcloud's API, and of version 1 the nodes of a cluster. */
export function headerCursor(list: CursorList): Dialect {
  return cursorDialect(list, {
    ask: (reader, path, query, cursor) =>
      reader.readPage(path, query, cursor === undefined ? {} : { "X-Pagination-Cursor": cursor }),
    next: (page) => page.header("x-pagination-cursor-next") || undefined,
    said: "header",
  });
}

export interface BodyCursor extends CursorList {
  /** The parameter that names the page. */
  readonly parameter: string;
  /** The field of the answer that names the next. */
  readonly nextField: string;
  /** Sent with every page. */
  readonly size?: { readonly parameter: string; readonly items: number };
}

/** A cursor in the answer, sent back as a parameter. */
export function bodyCursor({ parameter, nextField, size, ...list }: BodyCursor): Dialect {
  const sized = size === undefined ? {} : { [size.parameter]: String(size.items) };
  return cursorDialect(list, {
    ask: (reader, path, query, cursor) =>
      reader.readPage(path, { ...query, ...sized, ...(cursor === undefined ? {} : { [parameter]: cursor }) }),
    next: ({ document }) => textOf(fieldAt(document, nextField)),
    said: "answer",
    ...(size === undefined ? {} : { size: size.items }),
  });
}

function cursorDialect({ path, query = {}, listKey, idField = "id" }: CursorList, place: CursorPlace): Dialect {
  return {
    query,
    calls: [{ path, of: "list" }],
    cost: { pages: { ...(place.size === undefined ? {} : { size: place.size }), end: "word" } },
    idField,
    listKey,
    mayShift: true,
    proof: `pages by the cursor in the ${place.said}, no repeat`,
    read({ values, reader }) {
      const asked = expandPath(path, values);
      const parameters = expandQuery(query, values);
      const label = `GET ${asked}`;
      const readPage = async (cursor: string | undefined) => {
        const page = await place.ask(reader, asked, parameters, cursor);
        return { items: listOf(page.document, listKey, label), next: place.next(page) };
      };
      return cursorPages({ label, readPage });
    },
    async probe({ values, reader }) {
      const asked = expandPath(path, values);
      const page = await place.ask(reader, asked, expandQuery(query, values), undefined);
      return listOf(page.document, listKey, `GET ${asked}`).slice(0, 1);
    },
  };
}
