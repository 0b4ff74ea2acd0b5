import { expect, test } from "vitest";
import { InventoryError } from "../../src/inventory/errors.ts";
import type { Page } from "../../src/inventory/provider.ts";
import type { Dialect } from "../../src/listing/dialects/dialect.ts";
import { limitMarker } from "../../src/listing/dialects/limit-marker.ts";
import { numberedPages } from "../../src/listing/dialects/numbered-pages.ts";
import { untilEmpty } from "../../src/listing/dialects/until-empty.ts";
import { wholeList } from "../../src/listing/dialects/whole-list.ts";
import { withFacts } from "../../src/listing/dialects/with-facts.ts";
import type { ListReader } from "../../src/listing/reader.ts";

interface Answer {
  readonly document: unknown;
  readonly hasNext?: boolean;
}

/** Reads a list from answers in their order, the last of which stays; an error is thrown. */
async function read(dialect: Dialect, answers: readonly (Answer | InventoryError)[]) {
  const asked: Readonly<Record<string, string>>[] = [];
  const pages: Page[] = [];
  const answer = async (query: Readonly<Record<string, string>>) => {
    const given = answers[Math.min(asked.push(query), answers.length) - 1];
    if (given instanceof InventoryError) throw given;
    return { hasNext: false, header: () => undefined, document: [], ...given };
  };
  const document = async (_path: string, query: Readonly<Record<string, string>>) => (await answer(query)).document;
  const reader: ListReader = { read: document, readDetail: document, readPage: (_path, query) => answer(query) };
  const reading = async () => {
    for await (const page of dialect.read({ values: {}, reader, window: () => 1 })) pages.push(page);
  };
  const thrown = await reading().catch((error: unknown) => error);
  return { asked, pages, thrown, ids: pages.flatMap(({ items }) => items as { id: string }[]).map(({ id }) => id) };
}

const of = (...ids: readonly string[]) => ids.map((id) => ({ id }));

test("behind a marker, a short page that names the next is followed by it", async () => {
  const dialect = limitMarker({ path: "/thing", limit: 3 });
  const { ids, asked } = await read(dialect, [{ document: of("a", "b"), hasNext: true }, { document: of("c") }]);
  expect(ids).toEqual(["a", "b", "c"]);
  expect(asked).toEqual([{ limit: "3" }, { limit: "3", marker: "b" }]);
});

test("behind a marker, a page that comes back is refused at once", async () => {
  const { asked, thrown } = await read(limitMarker({ path: "/thing", limit: 2 }), [{ document: of("a", "b") }]);
  expect(thrown).toMatchObject({ code: "INVALID_RESPONSE" });
  expect(String(thrown)).toContain("answered again with the page before a marker");
  expect(asked).toHaveLength(2);
});

test("pages until one is empty begin with their own first number", async () => {
  const dialect = untilEmpty({ path: "/thing", pageParameter: "page", sizeParameter: "size", first: 0 });
  const { ids, asked } = await read(dialect, [{ document: of("a") }, { document: of("b") }, { document: [] }]);
  expect(ids).toEqual(["a", "b"]);
  expect(asked.map(({ page }) => page)).toEqual(["0", "1", "2"]);
});

test("pages until one is empty end with an error where the same one comes for ever", async () => {
  const dialect = untilEmpty({ path: "/thing", pageParameter: "page", sizeParameter: "size" });
  const { thrown, asked } = await read(dialect, [{ document: of("a", "b") }, { document: of("a", "b") }]);
  expect(thrown).toMatchObject({ code: "INVALID_RESPONSE" });
  expect(asked).toHaveLength(2);
});

test("a numbered page that `Link` says is not the last is handed on as such", async () => {
  const dialect = numberedPages({ path: "/thing", listKey: "things" });
  const { ids, pages } = await read(dialect, [
    { document: { things: of("a"), total_count: 1 }, hasNext: true },
    { document: { things: of("b"), total_count: 2 } },
    { document: { things: [], total_count: 0 } },
  ]);
  expect(ids).toEqual(["a", "b"]);
  expect(pages.map(({ hasNext }) => hasNext)).toEqual([true, undefined, undefined]);
});

test("a fact that is refused once is not asked for again", async () => {
  const dialect = withFacts(wholeList({ path: "/thing" }), [
    { field: "ips", path: "/thing/{id}/ips", what: "addresses" },
  ]);
  const denied = new InventoryError("PERMISSION_DENIED", "no right");
  const page = (id: string): Answer => ({ document: of(id) });
  expect((await read(dialect, [page("a"), denied])).asked).toHaveLength(2);
  const paged = withFacts(limitMarker({ path: "/thing", limit: 1 }), [
    { field: "ips", path: "/thing/{id}/ips", what: "addresses" },
  ]);
  const { asked, pages } = await read(paged, [page("a"), denied, page("b"), { document: [] }]);
  expect(asked.map(({ limit, marker }) => limit && (marker ?? "first"))).toEqual(["first", undefined, "a", "b"]);
  expect(pages.flatMap(({ warnings = [] }) => warnings)).toHaveLength(1);
});
