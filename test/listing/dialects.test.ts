import { describe, expect, test } from "vitest";
import { InventoryError } from "../../src/inventory/errors.ts";
import type { Page } from "../../src/inventory/provider.ts";
import { bodyCursor, headerCursor } from "../../src/listing/dialects/cursor.ts";
import type { Dialect } from "../../src/listing/dialects/dialect.ts";
import { idsThenDetail } from "../../src/listing/dialects/ids-then-detail.ts";
import { limitMarker } from "../../src/listing/dialects/limit-marker.ts";
import { numberedPages } from "../../src/listing/dialects/numbered-pages.ts";
import { s3Buckets } from "../../src/listing/dialects/s3-buckets.ts";
import { singleDocument } from "../../src/listing/dialects/single-document.ts";
import { untilEmpty } from "../../src/listing/dialects/until-empty.ts";
import { wholeList } from "../../src/listing/dialects/whole-list.ts";
import { withFacts } from "../../src/listing/dialects/with-facts.ts";
import { isExpired } from "../../src/listing/expired.ts";
import { expired, type ListReader } from "../../src/listing/reader.ts";

type Query = Readonly<Record<string, string>>;
type Documents = (path: string, query: Query, headers: Query) => unknown;

interface Options {
  readonly values?: Query;
  readonly idsOnly?: boolean;
  /** What the headers of a page say. */
  readonly headers?: (path: string, query: Query, headers: Query) => Query;
}

function readerOf(documents: Documents, asked: string[], headersOf: Options["headers"]): ListReader {
  const answer = async (path: string, query: Query, headers: Query = {}): Promise<unknown> => {
    const search = new URLSearchParams(query).toString();
    const named = Object.values(headers).map((value) => ` (${value})`);
    asked.push(`${search === "" ? path : `${path}?${search}`}${named.join("")}`);
    return documents(path, query, headers);
  };
  return {
    read: (path, query) => answer(path, query),
    readDetail: (path, query) => answer(path, query),
    async readPage(path, query, headers = {}) {
      const document = await answer(path, query, headers);
      return { document, hasNext: false, header: (name) => headersOf?.(path, query, headers)[name] };
    },
  };
}

/** Reads one list from the given documents, and writes down what was asked. */
async function read(dialect: Dialect, documents: Documents, options: Options = {}) {
  const { values = { project: "p1", locality: "north/1" }, idsOnly } = options;
  const asked: string[] = [];
  const pages: Page[] = [];
  const reader = readerOf(documents, asked, options.headers);
  for await (const page of dialect.read({ values, reader, window: () => 4, idsOnly })) pages.push(page);
  return { asked, pages, items: pages.flatMap(({ items }) => items) };
}

async function probe(dialect: Dialect, documents: Documents) {
  const asked: string[] = [];
  const reader = readerOf(documents, asked, undefined);
  const items = await dialect.probe({ values: { locality: "north" }, reader, window: () => 1 });
  return { asked, items };
}

const path = "/region/{locality}/thing";
const things = (count: number, first = 0) =>
  Array.from({ length: count }, (_, index) => ({ id: String(first + index) }));

describe("a list is read in its dialect", () => {
  test("a whole list", async () => {
    const dialect = wholeList({ path, query: { project: "{project}" } });
    const { asked, pages } = await read(dialect, () => [{ id: "a" }]);
    expect(asked).toEqual(["/region/north%2F1/thing?project=p1"]);
    expect(pages).toEqual([{ number: 1, items: [{ id: "a" }] }]);
  });

  test("a whole list under a key", async () => {
    expect((await read(wholeList({ path, listKey: "things" }), () => ({ things: [{ id: "a" }] }))).items).toHaveLength(
      1,
    );
  });

  test("a single document, which repeats whose it is", async () => {
    const dialect = singleDocument({ path, repeats: "project" });
    expect((await read(dialect, () => ({ id: "p1" }))).items).toEqual([{ id: "p1" }]);
    await expect(read(dialect, () => ({ id: "another" }))).rejects.toMatchObject({ code: "INVALID_RESPONSE" });
  });

  test("a document that may not exist", async () => {
    const dialect = singleDocument({ path, mayBeAbsent: true });
    expect((await read(dialect, () => undefined)).items).toEqual([]);
    expect((await read(dialect, () => ({ id: "a" }))).items).toEqual([{ id: "a" }]);
  });

  test("a document that says whether there is anything", async () => {
    const dialect = singleDocument({ path, onlyWhere: "state.enabled" });
    expect((await read(dialect, () => ({ id: "a", state: { enabled: false } }))).items).toEqual([]);
    expect((await read(dialect, () => ({ id: "a", state: { enabled: true } }))).items).toHaveLength(1);
    // Silence is no word for "none".
    expect((await read(dialect, () => ({ id: "a" }))).items).toHaveLength(1);
  });

  test("a document that says by a word that there is nothing", async () => {
    const dialect = singleDocument({ path, absentWhere: { field: "status", is: "disabled" } });
    expect((await read(dialect, () => ({ id: "a", status: "disabled" }))).items).toEqual([]);
    for (const status of ["enabled", "unknown_status", undefined])
      expect((await read(dialect, () => ({ id: "a", status }))).items).toHaveLength(1);
  });

  const ids = idsThenDetail({ path, detailPath: `${path}/{id}`, idField: "id", detailQuery: { full: "true" } });

  test("ids, then details", async () => {
    const documents: Documents = (asked) =>
      asked.endsWith("thing")
        ? ["a/b", "..", "c"]
        : { id: decodeURIComponent(asked.split("/").at(-1) ?? ""), name: asked };
    const { asked, items } = await read(ids, documents);
    const base = "/region/north%2F1/thing";
    expect(asked).toEqual([base, `${base}/a%2Fb?full=true`, `${base}/c?full=true`]);
    expect(items).toEqual([{ id: "a/b", name: `${base}/a%2Fb` }, { id: undefined }, { id: "c", name: `${base}/c` }]);
  });

  test("ids alone, without their details", async () => {
    const { asked, items } = await read(ids, () => ["a", 7, null], { idsOnly: true });
    expect(asked).toHaveLength(1);
    expect(items).toEqual([{ id: "a" }, { id: 7 }, null]);
  });

  test("numbers as ids", async () => {
    const documents: Documents = (asked) => (asked.endsWith("thing") ? [12345] : { id: 12345, name: "disk" });
    const { asked, items } = await read(ids, documents);
    expect(asked[1]).toBe("/region/north%2F1/thing/12345?full=true");
    expect(items).toEqual([{ id: 12345, name: "disk" }]);
  });

  test("an id that the detail does not repeat, even where it holds another field of the name", async () => {
    const dialect = idsThenDetail({ path, detailPath: `${path}/{id}`, idField: "domain", isListedAlone: true });
    const documents: Documents = (asked) =>
      asked.endsWith("thing") ? ["exchange-1"] : { domain: "name", state: "ok" };
    expect((await read(dialect, documents)).items).toEqual([{ domain: "exchange-1", state: "ok" }]);
  });

  test("a refusal with status 200 is no detail, whether details repeat ids or not", async () => {
    const refusal = { message: "nothing to see" };
    const documents: Documents = (asked) => (asked.endsWith("thing") ? ["a"] : refusal);
    const listed = idsThenDetail({ path, detailPath: `${path}/{id}`, idField: "name", isListedAlone: true });
    for (const dialect of [ids, listed]) {
      const { pages } = await read(dialect, documents);
      expect(pages[0]?.undescribed).toHaveLength(1);
    }
  });

  test("an item that has expired exists, and is marked", async () => {
    const { items } = await read(ids, (asked) => (asked.endsWith("thing") ? ["a"] : expired));
    expect(items).toEqual([expect.objectContaining({ id: "a" })]);
    expect(isExpired(items[0])).toBe(true);
  });

  test("numbered pages, with the row's own query", async () => {
    const query = { order_by: "created_at_desc" };
    const dialect = numberedPages({ path, listKey: "things", query, sizeParameter: "per_page" });
    const documents: Documents = (_path, { page, per_page }) => {
      const first = (Number(page) - 1) * Number(per_page);
      return { things: things(Math.max(0, Math.min(Number(per_page), 150 - first)), first), total_count: 150 };
    };
    const { asked, pages } = await read(dialect, documents);
    expect(asked).toEqual([
      "/region/north%2F1/thing?order_by=created_at_desc&per_page=100&page=1",
      "/region/north%2F1/thing?order_by=created_at_desc&per_page=100&page=2",
    ]);
    expect(pages.map(({ number, items, total }) => [number, items.length, total])).toEqual([
      [1, 100, 150],
      [2, 50, 150],
    ]);
  });

  test("numbered pages whose total lies deeper", async () => {
    const dialect = numberedPages({ path, listKey: "servers", size: 50, totalField: "meta.pagination.total_entries" });
    const meta = { pagination: { total_entries: 1 } };
    const { pages } = await read(dialect, () => ({ servers: things(1), meta }));
    expect(pages.map(({ total }) => total)).toEqual([1]);
  });

  test("pages until one is empty, however short they are", async () => {
    const dialect = untilEmpty({ path, pageParameter: "page", sizeParameter: "size" });
    const { asked, items } = await read(dialect, (_path, { page }) =>
      things(Number(page) < 4 ? 3 : 0, Number(page) * 3),
    );
    expect(items).toHaveLength(9);
    expect(asked).toHaveLength(4);
  });

  test("pages behind a marker: the 51st item is not lost", async () => {
    const all = things(120);
    const documents: Documents = (_path, { marker, limit }) => {
      const start = marker === undefined ? 0 : all.findIndex(({ id }) => id === marker) + 1;
      return all.slice(start, start + Number(limit));
    };
    const { asked, items } = await read(limitMarker({ path, limit: 50 }), documents);
    expect(items).toEqual(all);
    expect(asked).toEqual([
      "/region/north%2F1/thing?limit=50",
      "/region/north%2F1/thing?limit=50&marker=49",
      "/region/north%2F1/thing?limit=50&marker=99",
    ]);
  });

  test("a marker that is not understood ends in an error, and never in an endless list", async () => {
    await expect(read(limitMarker({ path, limit: 2 }), () => things(2))).rejects.toMatchObject({
      code: "INVALID_RESPONSE",
    });
  });

  test("a cursor in a header", async () => {
    const documents: Documents = (_path, _query, headers) => things(1, headers["X-Pagination-Cursor"] ? 1 : 0);
    const headers: Options["headers"] = (_path, _query, sent) =>
      sent["X-Pagination-Cursor"] === undefined ? { "x-pagination-cursor-next": "two" } : {};
    const { asked, items } = await read(headerCursor({ path }), documents, { headers });
    expect(asked).toEqual(["/region/north%2F1/thing", "/region/north%2F1/thing (two)"]);
    expect(items).toEqual([{ id: "0" }, { id: "1" }]);
  });

  test("a cursor in the answer", async () => {
    const dialect = bodyCursor({ path, listKey: "things", parameter: "page_token", nextField: "next_page_token" });
    const documents: Documents = (_path, { page_token }) =>
      page_token === undefined ? { things: things(1), next_page_token: "two" } : { things: things(1, 1) };
    const { asked, items } = await read(dialect, documents);
    expect(asked).toEqual(["/region/north%2F1/thing", "/region/north%2F1/thing?page_token=two"]);
    expect(items).toHaveLength(2);
  });

  test("a cursor that comes back is refused", async () => {
    const dialect = bodyCursor({ path, listKey: "things", parameter: "token", nextField: "next" });
    await expect(read(dialect, () => ({ things: [], next: "again" }))).rejects.toMatchObject({
      code: "INVALID_RESPONSE",
    });
  });

  test("buckets are the provider's to read", async () => {
    await expect(read(s3Buckets(), () => [])).rejects.toMatchObject({ code: "INTERNAL" });
  });
});

describe("a look at one item", () => {
  test("asks for a page of one, and needs no total", async () => {
    const dialect = numberedPages({ path, listKey: "things", query: { order: "desc" } });
    const { asked, items } = await probe(dialect, () => ({ things: things(1) }));
    expect(asked).toEqual(["/region/north/thing?order=desc&page=1&page_size=1"]);
    expect(items).toEqual([{ id: "0" }]);
  });

  test("asks for no detail", async () => {
    const dialect = idsThenDetail({ path, detailPath: `${path}/{id}`, idField: "name" });
    const { asked, items } = await probe(dialect, () => ["a", "b"]);
    expect(asked).toHaveLength(1);
    expect(items).toEqual([{ name: "a" }]);
  });
});

describe("facts beside the list", () => {
  const fact = { field: "addresses", path: "/thing/{id}/ips", what: "addresses" };
  const dialect = withFacts(wholeList({ path }), [fact]);

  test("are laid into each item, and null where there are none", async () => {
    const { items } = await read(dialect, (asked) => {
      if (asked.endsWith("thing")) return things(2);
      return asked.includes("/0/") ? ["192.0.2.1"] : undefined;
    });
    expect(items).toEqual([
      { id: "0", addresses: ["192.0.2.1"] },
      { id: "1", addresses: null },
    ]);
  });

  test("cost nothing but a warning where they are refused, and are not asked for again", async () => {
    const { asked, items, pages } = await read(
      withFacts(untilEmpty({ path, pageParameter: "p", sizeParameter: "s" }), [fact]),
      (one, { p }) => {
        if (one.endsWith("thing")) return things(Number(p) === 1 ? 1 : 0);
        throw new InventoryError("PERMISSION_DENIED", "no");
      },
    );
    expect(items).toEqual([{ id: "0" }]);
    expect(pages[0]?.warnings?.join()).toContain(
      "without addresses: the credential may not ask for GET /thing/{id}/ips",
    );
    expect(asked.filter((one) => one.endsWith("ips"))).toHaveLength(1);
  });

  test("end the run where the credential is refused", async () => {
    const reading = read(dialect, (asked) => {
      if (asked.endsWith("thing")) return things(1);
      throw new InventoryError("UNAUTHENTICATED", "no");
    });
    await expect(reading).rejects.toMatchObject({ code: "UNAUTHENTICATED" });
  });

  test("are no part of the rights that the list needs", () => {
    expect(dialect.calls).toEqual([
      { path, of: "list" },
      { path: "/thing/{id}/ips", of: "fact", field: "addresses" },
    ]);
  });
});

describe("a document of another form is refused", () => {
  const numbered = numberedPages({ path, listKey: "things" });
  const ids = idsThenDetail({ path, detailPath: "/thing/{id}", idField: "id" });
  test.each<[string, Dialect, unknown, string]>([
    ["an object for a list", wholeList({ path }), { things: [] }, "answered without a list"],
    ["null for a list", wholeList({ path }), null, "answered without a list"],
    ["an object for ids", ids, {}, "answered without a list"],
    ["another key", numbered, { servers: [], total_count: 0 }, 'answered without the list "things"'],
    ["a null list", numbered, { things: null, total_count: 0 }, 'answered without the list "things"'],
    ["no total", numbered, { things: [] }, "answered without a usable total"],
    ["a total in words", numbered, { things: [], total_count: "0" }, "answered without a usable total"],
    ["an object behind a marker", limitMarker({ path, limit: 5 }), {}, "answered without a list"],
    ["an object behind a cursor", headerCursor({ path }), {}, "answered without a list"],
    [
      "an object for pages without end",
      untilEmpty({ path, pageParameter: "p", sizeParameter: "s" }),
      {},
      "answered without a list",
    ],
  ])("%s", async (_, dialect, document, message) => {
    await expect(read(dialect, () => document)).rejects.toMatchObject({
      code: "INVALID_RESPONSE",
      message: `GET /region/north%2F1/thing ${message}`,
    });
  });

  test("a scope without a locality is not asked", async () => {
    let asked = false;
    const reading = read(wholeList({ path }), () => (asked = true), { values: { project: "p1" } });
    await expect(reading).rejects.toMatchObject({ code: "INVALID_RESPONSE" });
    expect(asked).toBe(false);
  });
});
