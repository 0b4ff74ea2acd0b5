import { describe, expect, test } from "vitest";
import { InventoryError } from "../../../src/inventory/errors.ts";
import type { Page } from "../../../src/inventory/provider.ts";
import { asExpired } from "../../../src/listing/expired.ts";
import { type IdsThenDetail, idsThenDetail } from "../../../src/listing/paging/ids-then-detail.ts";
import { expired } from "../../../src/listing/reader.ts";
import { settle } from "../../inventory/fake-provider.ts";

/** Reads to the end or to the error, and writes down which details were asked for. */
async function read(options: Partial<IdsThenDetail>) {
  const asked: string[] = [];
  const pages: Page[] = [];
  let thrown: unknown;
  const { readDetail = async (id: string) => ({ id, name: `name of ${id}` }), ...more } = options;
  const details = idsThenDetail({
    entries: [],
    idField: "id",
    window: () => 4,
    ...more,
    readDetail: (id) => {
      asked.push(id);
      return readDetail(id);
    },
  });
  try {
    for await (const page of details) pages.push(page);
  } catch (error) {
    thrown = error;
  }
  const undescribed = pages.flatMap((page) => page.undescribed ?? []);
  return { asked, pages, items: pages.flatMap(({ items }) => items), undescribed, thrown };
}

describe("ids, then details", () => {
  test("are joined, in the order of the list, whichever answer comes first", async () => {
    const { items, pages } = await read({
      entries: ["a", { id: "b", place: "north", name: "old" }, "c"],
      readDetail: async (id) => {
        await settle(id === "a" ? 5 : 0);
        return { id, name: `name of ${id}` };
      },
    });
    expect(items).toEqual([
      { id: "a", name: "name of a" },
      { id: "b", place: "north", name: "name of b" },
      { id: "c", name: "name of c" },
    ]);
    expect(pages.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(pages.every((page) => page.total === undefined)).toBe(true);
  });

  test("of an empty list are one empty page", async () => {
    expect(await read({ entries: [] })).toMatchObject({ pages: [{ number: 1, items: [] }], thrown: undefined });
  });

  test("that repeat no id are no refusal in a body, nor nothing at all", async () => {
    const answers: Readonly<Record<string, unknown>> = {
      a: { size: 1 },
      b: { class: "Client::NotFound", message: "no", details: {} },
      c: {},
    };
    const readDetail = async (id: string) => answers[id];
    const { items, undescribed } = await read({ entries: ["a", "b", "c"], readDetail, isListedAlone: true });
    expect(items).toEqual([{ id: "a", size: 1 }]);
    expect(undescribed).toEqual(["b", "c"].map((id) => ({ item: { id }, isGone: false })));
  });

  test("that have gone since are counted, and no failure", async () => {
    const readDetail = async (id: string) => (id === "b" ? undefined : { id });
    const { items, undescribed, thrown } = await read({ entries: ["a", "b", "c"], readDetail });
    expect(items).toEqual([{ id: "a" }, { id: "c" }]);
    expect(undescribed).toEqual([{ item: { id: "b" }, isGone: true }]);
    expect(thrown).toBeUndefined();
  });

  test("hand on everything that can be read before the first failure is thrown", async () => {
    const { items, thrown, asked } = await read({
      entries: ["a", "b", "c", "d", "e", "f"],
      window: () => 2,
      readDetail: async (id) => {
        if (id === "b") throw new InventoryError("PERMISSION_DENIED", "GET /thing/b is not permitted");
        if (id === "d") throw new InventoryError("UNAVAILABLE", "GET /thing/d failed");
        return { id };
      },
    });
    expect(items).toEqual([{ id: "a" }, { id: "c" }, { id: "e" }, { id: "f" }]);
    expect(thrown).toMatchObject({ code: "PERMISSION_DENIED", message: "GET /thing/b is not permitted" });
    expect(asked).toHaveLength(6);
  });

  test.each(["UNAUTHENTICATED", "CANCELLED"] as const)("stop at once on %s", async (code) => {
    const { items, thrown, asked } = await read({
      entries: Array.from({ length: 50 }, (_, index) => `id-${index}`),
      window: () => 2,
      readDetail: async (id) => {
        if (id === "id-1") throw new InventoryError(code, "stop");
        return { id };
      },
    });
    expect(items).toEqual([{ id: "id-0" }]);
    expect(thrown).toMatchObject({ code });
    expect(asked.length).toBeLessThanOrEqual(4);
  });

  test.each<[string, unknown]>([
    ["a list", []],
    ["a text", "secret"],
    ["null", null],
    ["an empty object", {}],
    ["a message", { message: "This is fine" }],
    ["another item", { id: "another", name: "secret" }],
    ["an expired item's words, without its status", { status: "expired" }],
  ])("answered with %s are none: the item is handed on as it is listed, and the others go on", async (_, detail) => {
    const entries = [{ id: "a", place: "north" }, "b"];
    const { thrown, items, undescribed } = await read({
      entries,
      readDetail: async (id) => (id === "a" ? detail : { id }),
    });
    expect(thrown).toBeUndefined();
    expect(items).toEqual([{ id: "b" }]);
    expect(undescribed).toEqual([{ item: entries[0], isGone: false }]);
  });

  test("of an item that has expired are not there any more", async () => {
    const { items, undescribed } = await read({ entries: ["a"], readDetail: async () => expired });
    expect(items).toEqual([asExpired({ id: "a" })]);
    expect(undescribed).toEqual([]);
  });

  test("a stranger's error is INTERNAL", async () => {
    const { thrown } = await read({ entries: ["a"], readDetail: () => Promise.reject(new Error("secret")) });
    expect(thrown).toMatchObject({ code: "INTERNAL" });
    expect(String(thrown)).not.toContain("secret");
  });
});

describe("an entry", () => {
  test.each(["a/b", "a.b", "...", "\u00e9", "a b"])("%j is an id like any other", async (id) => {
    const { asked, items } = await read({ entries: [id] });
    expect(asked).toEqual([id]);
    expect(items).toEqual([{ id, name: `name of ${id}` }]);
  });

  test.each<[string, unknown]>([
    ["a dot", "."],
    ["two dots", ".."],
    ["an empty text", ""],
    ["half a character", "\ud800"],
    ["a very long text", "x".repeat(600)],
    ["a fraction", 7.5],
    ["null", null],
    ["a list", ["a"]],
    ["an object without one", { name: "a" }],
    ["an object with a null one", { id: null }],
  ])("that has no usable id is asked for nothing, and goes on without identity: %s", async (_, entry) => {
    const { asked, items, thrown } = await read({ entries: ["a", entry] });
    expect(asked).toEqual(["a"]);
    expect(items).toHaveLength(2);
    expect(items[1]).toMatchObject({ id: undefined });
    expect(thrown).toBeUndefined();
  });
});
