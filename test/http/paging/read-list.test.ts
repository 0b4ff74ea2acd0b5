import { describe, expect, test } from "vitest";
import * as z from "zod";
import { type DocumentReader, readList } from "../../../src/http/paging/read-list.ts";
import type { Page } from "../../../src/inventory/provider.ts";
import { type Dialect, defineKind } from "../../../src/inventory/resource-kind.ts";
import { localScope, projectScope, type Scope } from "../../../src/inventory/scope.ts";

function kindOf(dialect: Dialect, query?: Readonly<Record<string, string>>) {
  return defineKind({
    id: "fake.thing",
    title: "Things",
    class: "compute",
    subclass: "",
    service: "fake",
    resource: "thing",
    locality: "region",
    rights: {},
    path: "/region/{locality}/thing",
    ...(query === undefined ? {} : { query }),
    dialect,
    byDefault: true,
    schema: z.object({ id: z.string() }),
    toResource: ({ id }) => ({ urn: `urn:fake:${id}` }),
  });
}

type Documents = (path: string, query: Readonly<Record<string, string>>) => unknown;

/** Reads one list from the given documents, and writes down what was asked. */
async function read(dialect: Dialect, documents: Documents, query?: Readonly<Record<string, string>>, scope?: Scope) {
  const asked: string[] = [];
  const answer = async (path: string, parameters: Readonly<Record<string, string>>): Promise<unknown> => {
    const search = new URLSearchParams(parameters).toString();
    asked.push(search === "" ? path : `${path}?${search}`);
    return documents(path, parameters);
  };
  const readPage = async (...asked: Parameters<typeof answer>) => ({
    document: await answer(...asked),
    hasNext: false,
  });
  const reader: DocumentReader = { read: answer, readPage, readDetail: answer };
  const pages: Page[] = [];
  const list = readList(kindOf(dialect, query), scope ?? localScope("p1", "north/1"), { reader, window: () => 4 });
  for await (const page of list) pages.push(page);
  return { asked, pages };
}

describe("a row is read in its dialect", () => {
  test("a whole list", async () => {
    const { asked, pages } = await read({ type: "whole-list" }, () => [{ id: "a" }], { project: "{project}" });
    expect(asked).toEqual(["/region/north%2F1/thing?project=p1"]);
    expect(pages).toEqual([{ number: 1, items: [{ id: "a" }] }]);
  });

  test("a single document", async () => {
    const dialect: Dialect = { type: "single-document", idKey: "id" };
    const { pages } = await read(dialect, () => ({ id: "p1" }));
    expect(pages).toEqual([{ number: 1, items: [{ id: "p1" }] }]);
    await expect(read(dialect, () => ({ id: "another" }))).rejects.toMatchObject({ code: "INVALID_RESPONSE" });
  });

  test("ids, then details", async () => {
    const dialect: Dialect = {
      type: "ids-then-detail",
      detailPath: "/region/{locality}/thing/{id}",
      idKey: "id",
      detailQuery: { full: "true" },
    };
    const documents: Documents = (path) =>
      path.endsWith("thing")
        ? ["a/b", "..", "c"]
        : { id: decodeURIComponent(path.split("/").at(-1) ?? ""), name: path };
    const { asked, pages } = await read(dialect, documents);
    const base = "/region/north%2F1/thing";
    expect(asked).toEqual([base, `${base}/a%2Fb?full=true`, `${base}/c?full=true`]);
    expect(pages.flatMap(({ items }) => items)).toEqual([
      { id: "a/b", name: `${base}/a%2Fb` },
      { id: undefined },
      { id: "c", name: `${base}/c` },
    ]);
  });

  test("numbered pages, with the row's own query", async () => {
    const dialect: Dialect = { type: "numbered-pages", listKey: "things", pageSizeParameter: "per_page" };
    const documents: Documents = (_path, { page, per_page }) => {
      const first = (Number(page) - 1) * Number(per_page);
      const length = Math.max(0, Math.min(Number(per_page), 150 - first));
      return { things: Array.from({ length }, (_, index) => ({ id: String(first + index) })), total_count: 150 };
    };
    const { asked, pages } = await read(dialect, documents, { order_by: "created_at_desc" });
    expect(asked).toEqual([
      "/region/north%2F1/thing?order_by=created_at_desc&per_page=100&page=1",
      "/region/north%2F1/thing?order_by=created_at_desc&per_page=100&page=2",
    ]);
    expect(pages.map(({ number, items, total }) => [number, items.length, total])).toEqual([
      [1, 100, 150],
      [2, 50, 150],
    ]);
  });
});

describe("a document of another form is refused", () => {
  const numbered: Dialect = { type: "numbered-pages", listKey: "things", pageSizeParameter: "per_page" };
  const ids: Dialect = { type: "ids-then-detail", detailPath: "/thing/{id}", idKey: "id" };
  test.each<[string, Dialect, unknown, string]>([
    ["an object for a list", { type: "whole-list" }, { things: [] }, "answered without a list"],
    ["null for a list", { type: "whole-list" }, null, "answered without a list"],
    ["an object for ids", ids, {}, "answered without a list"],
    ["another key", numbered, { servers: [], total_count: 0 }, 'answered without the list "things"'],
    ["a null list", numbered, { things: null, total_count: 0 }, 'answered without the list "things"'],
    ["no total", numbered, { things: [] }, "answered without a usable total"],
    ["a total in words", numbered, { things: [], total_count: "0" }, "answered without a usable total"],
  ])("%s", async (_, dialect, document, message) => {
    await expect(read(dialect, () => document)).rejects.toMatchObject({
      code: "INVALID_RESPONSE",
      message: `GET /region/north%2F1/thing ${message}`,
    });
  });

  test("a scope without a locality is not asked", async () => {
    let asked = false;
    const reading = read({ type: "whole-list" }, () => (asked = true), {}, projectScope("p1"));
    await expect(reading).rejects.toMatchObject({ code: "INVALID_RESPONSE" });
    expect(asked).toBe(false);
  });

  test("XML is read elsewhere", async () => {
    await expect(read({ type: "s3-xml" }, () => [])).rejects.toMatchObject({ code: "INTERNAL" });
  });
});
