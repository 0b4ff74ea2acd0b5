import { describe, expect, test } from "vitest";
import { InventoryError } from "../../src/inventory/errors.ts";
import type { Parent, Parents } from "../../src/inventory/parents.ts";
import type { Page } from "../../src/inventory/provider.ts";
import type { Dialect } from "../../src/listing/dialects/dialect.ts";
import { idsThenDetail } from "../../src/listing/dialects/ids-then-detail.ts";
import { nested } from "../../src/listing/dialects/nested.ts";
import { numberedPages } from "../../src/listing/dialects/numbered-pages.ts";
import { singleDocument } from "../../src/listing/dialects/single-document.ts";
import { wholeList } from "../../src/listing/dialects/whole-list.ts";
import { withFacts } from "../../src/listing/dialects/with-facts.ts";
import { expired, type ListReader, type Query } from "../../src/listing/reader.ts";
import { fakeKind, settle } from "../inventory/fake-provider.ts";

type Documents = (path: string, query: Query) => unknown;

function readerOf(documents: Documents, asked: string[]): ListReader {
  const answer = async (path: string, query: Query): Promise<unknown> => {
    asked.push(path);
    await settle(1);
    return documents(path, query);
  };
  return {
    read: answer,
    readDetail: answer,
    readPage: async (path, query) => ({ document: await answer(path, query), hasNext: false, header: () => undefined }),
  };
}

const parentsOf = (items: readonly Parent[], error?: InventoryError): Parents => {
  const parents: Parents = { items, error, again: async () => parents };
  return parents;
};
const named = (...ids: readonly string[]): readonly Parent[] => ids.map((id) => ({ id, fields: {} }));

async function read(dialect: Dialect, documents: Documents, parents: Parents) {
  const asked: string[] = [];
  const pages: Page[] = [];
  const reader = readerOf(documents, asked);
  for await (const page of dialect.read({ values: { project: "p" }, reader, window: () => 4, parents }))
    pages.push(page);
  return {
    asked,
    pages,
    items: pages.flatMap(({ items }) => items),
    unread: pages.flatMap(({ unread = [] }) => unread),
  };
}

const disks = { path: "/vps/{name}/disks", detailPath: "/vps/{name}/disks/{id}", idField: "id" };
const vps = fakeKind({
  id: "fake.vps",
  list: withFacts(idsThenDetail({ path: "/vps", detailPath: "/vps/{id}", idField: "id" }), [
    { field: "ips", path: "/vps/{id}/ips", what: "addresses" },
  ]),
});
const disk = nested({ parent: vps, as: "name", list: idsThenDetail(disks) });

describe("the calls of a list below another", () => {
  test("are the parents' list, and their details only where something of them is needed", () => {
    const own = [
      { path: disks.path, of: "list" },
      { path: disks.detailPath, of: "item" },
    ];
    expect(disk.calls).toEqual([{ path: "/vps", of: "parents" }, ...own]);
    const needing = nested({ parent: vps, as: "name", needs: ["zone"], list: idsThenDetail(disks) });
    expect(needing.calls).toEqual([{ path: "/vps", of: "parents" }, { path: "/vps/{id}", of: "parents" }, ...own]);
  });

  test("hold those of every level", () => {
    const kind = fakeKind({ id: "fake.disk", list: disk });
    const below = nested({ parent: kind, as: "disk", list: wholeList({ path: "/vps/{name}/disks/{disk}/use" }) });
    expect(below.calls).toEqual([
      { path: "/vps", of: "parents" },
      { path: disks.path, of: "parents" },
      { path: "/vps/{name}/disks/{disk}/use", of: "list" },
    ]);
  });

  test("do not ask for an item by its own id alone", () => {
    expect(disk.readItem).toBeUndefined();
  });
});

describe("a list that not every parent has", () => {
  const by = { field: "engine", having: ["mysql", "redis"], lacking: ["kafka"] };
  const backups = nested({
    parent: vps,
    as: "name",
    by,
    list: wholeList({ path: "/db/{engine}/{name}/backup" }),
  });
  const of = (id: string, engine?: unknown): Parent => ({ id, fields: engine === undefined ? {} : { engine } });

  test("is asked below those that have it, each under its own path", async () => {
    const parents = parentsOf([of("one", "mysql"), of("two", "kafka"), of("three", "redis")]);
    const { asked, items, unread } = await read(backups, () => [{ id: "b" }], parents);
    expect(asked).toEqual(["/db/mysql/one/backup", "/db/redis/three/backup"]);
    expect(items).toHaveLength(2);
    expect(unread).toEqual([]);
  });

  test("is not known to be whole where nobody knows whether a parent has it", async () => {
    const { asked, unread } = await read(
      backups,
      () => [],
      parentsOf([of("new", "surreal/../x"), of("gone"), of("one", "mysql")]),
    );
    expect(asked).toEqual(["/db/mysql/one/backup"]);
    expect(unread.map(({ name, error }) => [name, error.code, error.message])).toEqual([
      ["new", "INVALID_RESPONSE", "its engine is a new one, so it is not known what is below it"],
      ["gone", "INVALID_RESPONSE", "its engine was not told, so it is not known what is below it"],
    ]);
  });

  test("is whole where no parent has it", async () => {
    const { asked, pages, unread } = await read(backups, () => [], parentsOf([of("two", "kafka")]));
    expect([asked, pages.length, unread]).toEqual([[], 1, []]);
  });

  test("needs the detail of each parent", () => {
    expect(backups.calls.filter(({ of: kind }) => kind === "parents").map(({ path }) => path)).toEqual([
      "/vps",
      "/vps/{id}",
    ]);
    expect(backups.below?.needs).toEqual(["engine"]);
  });

  test.each([
    ["redis", ["/vps", "/vps/one", "/db/redis/one/backup"], 1],
    ["kafka", ["/vps", "/vps/one"], 0],
  ])("is probed below the first parent, if that has it: %s", async (engine, expected, found) => {
    const asked: string[] = [];
    const documents: Documents = (path) =>
      path === "/vps" ? ["one"] : path === "/vps/one" ? { id: "one", engine } : [{ id: "b" }];
    const reader = readerOf(documents, asked);
    expect(await backups.probe({ values: {}, reader, window: () => 1 })).toHaveLength(found);
    expect(asked).toEqual(expected);
  });
});

describe("each page", () => {
  test("says what it is below, and which list it is of", async () => {
    const { pages, asked } = await read(
      nested({ parent: vps, as: "name", list: wholeList({ path: "/vps/{name}/disks" }) }),
      () => [{ id: "d" }],
      parentsOf(named("one", "two/2")),
    );
    expect(asked).toEqual(["/vps/one/disks", "/vps/two%2F2/disks"]);
    expect(pages.map(({ parent }) => parent?.id)).toEqual(["one", "two/2"]);
    expect(new Set(pages.map(({ part }) => part)).size).toBe(2);
  });

  test("is of another list where ids run into each other", async () => {
    const above = (id: string): Parent => ({ id, fields: {} });
    const items: Parent[] = [
      { id: "b\nc", above: above("a"), fields: {} },
      { id: "c", above: above("a\nb"), fields: {} },
      { id: 'c"', above: above('a"b'), fields: {} },
      { id: 'b"c"', above: above("a"), fields: {} },
    ];
    const { pages } = await read(
      nested({ parent: vps, as: "name", list: wholeList({ path: "/vps/{name}" }) }),
      () => [{ id: "d" }],
      parentsOf(items),
    );
    expect(new Set(pages.map(({ part }) => part)).size).toBe(4);
  });
});

describe("a part that ends early", () => {
  const refused = new InventoryError("PERMISSION_DENIED", "no right");

  test("hands on what was read of it, and is named", async () => {
    const paged = nested({
      parent: vps,
      as: "name",
      list: numberedPages({ path: "/vps/{name}/disks", listKey: "disks", size: 2 }),
    });
    const documents: Documents = (path, { page }) => {
      if (path.includes("/two/") && page === "2") throw refused;
      const first = (Number(page) - 1) * 2;
      return { disks: ["a", "b", "c"].slice(first, first + 2).map((id) => ({ id })), total_count: 3 };
    };
    const { items, unread } = await read(paged, documents, parentsOf(named("one", "two", "three")));
    expect(items).toHaveLength(3 + 2 + 3);
    expect(unread).toEqual([expect.objectContaining({ name: "two", error: refused })]);
  });

  test("is named by everything above it", async () => {
    const kind = fakeKind({ id: "fake.disk", list: disk });
    const use = nested({ parent: kind, as: "disk", list: wholeList({ path: "/vps/{name}/disks/{disk}/use" }) });
    const items: Parent[] = [{ id: "7", above: { id: "one", fields: {} }, fields: {} }];
    const documents: Documents = () => {
      throw refused;
    };
    const { unread } = await read(use, documents, parentsOf(items));
    expect(unread).toMatchObject([{ name: "one/7" }]);
  });

  test("says that it has expired where a single document does", async () => {
    const single = nested({
      parent: vps,
      as: "name",
      list: singleDocument({ path: "/vps/{name}/option", mayBeAbsent: true }),
    });
    const documents: Documents = (path) => (path.includes("/old/") ? expired : undefined);
    const { items, unread } = await read(single, documents, parentsOf(named("old", "none")));
    expect(items).toEqual([]);
    expect(unread).toMatchObject([{ name: "old", error: { code: "UNAVAILABLE" } }]);
    expect(unread[0]?.error.message).toContain("expired");
  });
});

describe("a look at one item", () => {
  const documents: Documents = (path) => {
    if (path === "/vps") return ["one", "two"];
    return path === disks.path.replace("{name}", "one") ? [7] : [{ id: "u" }];
  };
  const probe = async (dialect: Dialect, answers: Documents) => {
    const asked: string[] = [];
    const items = await dialect.probe({ values: {}, reader: readerOf(answers, asked), window: () => 1 });
    return { asked, items };
  };
  const kind = fakeKind({ id: "fake.disk", list: disk });
  const use = nested({ parent: kind, as: "disk", list: wholeList({ path: "/vps/{name}/disks/{disk}/use" }) });

  test("asks below the first parent, one request a level", async () => {
    expect((await probe(disk, documents)).asked).toEqual(["/vps", "/vps/one/disks"]);
    const { asked, items } = await probe(use, documents);
    expect(asked).toEqual(["/vps", "/vps/one/disks", "/vps/one/disks/7/use"]);
    expect(items).toEqual([{ id: "u" }]);
  });

  test("sees no more than that there is no parent", async () => {
    expect(await probe(use, () => [])).toEqual({ asked: ["/vps"], items: [] });
  });
});

describe("what is read ahead", () => {
  test("is the first page of the next lists, and the window is for the list whose turn it is", async () => {
    const paged = nested({
      parent: vps,
      as: "name",
      list: numberedPages({ path: "/vps/{name}/disks", listKey: "disks", size: 1 }),
    });
    const documents: Documents = (_path, { page }) => ({
      disks: Number(page) <= 100 ? [{ id: page }] : [],
      total_count: 100,
    });
    const asked: string[] = [];
    const reader = readerOf(documents, asked);
    const parents = parentsOf(named("one", "two", "three", "four", "five"));
    const pages = paged.read({ values: {}, reader, window: () => 4, parents });
    await pages.next();
    await settle(50);
    const of = (name: string): number => asked.filter((path) => path.includes(`/${name}/`)).length;
    // Page 1 and what its own window lets it ask for.
    expect(of("one")).toBeLessThanOrEqual(5);
    for (const name of ["two", "three", "four"]) expect(of(name)).toBeLessThanOrEqual(2);
    expect(of("five")).toBe(0);
    let rest = 0;
    for await (const page of pages) rest += page.items.length;
    expect(rest).toBe(499);
  });
});

test("a row whose parent is listed elsewhere is refused", () => {
  const parent = { ...vps, locality: "account" } as const;
  const list = nested({ parent, as: "name", list: wholeList({ path: "/vps/{name}/disks" }) });
  expect(() => fakeKind({ id: "fake.disk", list })).toThrow("whose locality is another one");
});
