import { expect, test } from "vitest";
import { headerCursor } from "../../src/listing/dialects/cursor.ts";
import type { Dialect } from "../../src/listing/dialects/dialect.ts";
import { limitMarker } from "../../src/listing/dialects/limit-marker.ts";
import { nested } from "../../src/listing/dialects/nested.ts";
import { numberedPages } from "../../src/listing/dialects/numbered-pages.ts";
import { untilEmpty } from "../../src/listing/dialects/until-empty.ts";
import { wholeList } from "../../src/listing/dialects/whole-list.ts";
import { fakeKind } from "../inventory/fake-provider.ts";

const path = "/region/{locality}/thing";
const pages = { path, listKey: "things" };
const whole = wholeList({ path });
const shifting = numberedPages(pages);
const below = (above: Dialect, list: Dialect) =>
  nested({ parent: { ...fakeKind({ id: "fake.parent" }), list: above }, as: "id", list });

test.each<readonly [string, Dialect, true | undefined]>([
  ["one document", whole, undefined],
  ["newest first, with totals", numberedPages({ ...pages, query: { order_by: "created_at_desc" } }), undefined],
  ["in an order that says nothing of age", numberedPages({ ...pages, query: { order_by: "name_asc" } }), true],
  ["in no order", shifting, true],
  ["until one is empty", untilEmpty({ path, pageParameter: "page", sizeParameter: "size" }), true],
  ["behind a marker", limitMarker({ path, limit: 2 }), true],
  ["behind a cursor", headerCursor({ path }), true],
  ["one document below each of one document", below(whole, whole), undefined],
  ["one document below each of a list that may", below(shifting, whole), true],
  ["pages below each of one document", below(whole, shifting), true],
])("a list whose pages may shift without a trace says so: %s", (_name, dialect, mayShift) => {
  expect(dialect.mayShift).toBe(mayShift);
});
