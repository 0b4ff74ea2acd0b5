import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Page } from "../../../src/inventory/provider.ts";
import { numberedPages, type PageAnswer } from "../../../src/listing/paging/numbered-pages.ts";
import { settle } from "../../inventory/fake-provider.ts";

interface Server {
  readonly size: number;
  /** The most that the server puts on a page, whatever it is asked for. */
  readonly cap?: number;
  readonly total?: number;
}

/** A list of numbers, in pages, that writes down which page was asked for. */
function serverOf({ size, cap = 100, total = size }: Server) {
  const asked: number[] = [];
  const all = Array.from({ length: size }, (_, index) => index);
  const readPage = async (number: number) => {
    asked.push(number);
    return { items: all.slice((number - 1) * cap, number * cap), total };
  };
  return { asked, all, readPage };
}

async function read(pages: AsyncIterable<Page>): Promise<Page[]> {
  const read: Page[] = [];
  for await (const page of pages) read.push(page);
  return read;
}

describe("numbered pages", () => {
  const base = { label: "GET /thing", pageSize: 100, window: () => 4 };

  test.each([
    { size: 0, asked: [1] },
    { size: 1, asked: [1] },
    { size: 99, asked: [1] },
    // A full last page is followed by a look at the next: floor(items / 100) + 1 requests.
    { size: 100, asked: [1, 2] },
    { size: 101, asked: [1, 2] },
    { size: 300, asked: [1, 2, 3, 4] },
    { size: 350, asked: [1, 2, 3, 4] },
    { size: 120, cap: 50, asked: [1, 2, 3] },
    // A server that puts more on a page than it was asked for costs some empty pages, and no item.
    { size: 450, cap: 200, asked: [1, 2, 3, 4, 5] },
  ])("a list of $size is read whole, in order: pages $asked", async ({ asked, ...list }) => {
    const server = serverOf(list);
    const pages = await read(numberedPages({ ...base, readPage: server.readPage }));
    expect(pages.flatMap(({ items }) => items)).toEqual(server.all);
    expect(pages.map(({ number }) => number)).toEqual(asked);
    expect(pages.every(({ total }) => total === list.size)).toBe(true);
    expect(server.asked).toEqual(asked);
  });

  test("are read whole whatever the size, the server's cap and the window", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(60),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 9 }),
        async (size, cap, window) => {
          const server = serverOf({ size, cap });
          const pages = await read(
            numberedPages({ label: "", pageSize: 10, window: () => window, readPage: server.readPage }),
          );
          expect(pages.flatMap(({ items }) => items)).toEqual(server.all);
        },
      ),
    );
  });

  test.each([1_000_001, Number.MAX_SAFE_INTEGER])("a claim of %i items is absurd", async (total) => {
    const server = serverOf({ size: 100, total });
    const pages = numberedPages({ ...base, readPage: server.readPage });
    await expect(read(pages)).rejects.toMatchObject({
      code: "INVALID_RESPONSE",
      message: "GET /thing claims more than 10000 pages",
    });
    expect(server.asked).toEqual([1]);
  });

  const fixed = (answers: readonly PageAnswer[]) => {
    const asked: number[] = [];
    const readPage = async (number: number): Promise<PageAnswer> => {
      asked.push(number);
      return answers[Math.min(number, answers.length) - 1] ?? { items: [] };
    };
    return { asked, readPage };
  };
  const items = (count: number, from = 0) => Array.from({ length: count }, (_, index) => from + index);

  test.each<{ what: string; pages: PageAnswer[]; read: number; asked: number[] }>([
    {
      what: "totals of the pages themselves",
      pages: [items(100), items(100, 100), items(30, 200)].map((of) => ({ items: of, total: of.length })),
      read: 230,
      asked: [1, 2, 3],
    },
    {
      what: "a total of the page itself beside a Link, on short pages",
      pages: [
        { items: items(40), total: 40, hasNext: true },
        { items: items(40, 40), total: 40, hasNext: true },
        { items: items(9, 80), total: 9 },
      ],
      read: 89,
      asked: [1, 2, 3],
    },
    {
      what: "no total but on the first page",
      pages: [{ items: items(100), total: 100 }, { items: items(100, 100) }, { items: items(1, 200) }],
      read: 201,
      asked: [1, 2, 3],
    },
    {
      what: "a total of 0 on every page",
      pages: [items(100), items(100, 100), []].map((of) => ({ items: of, total: 0 })),
      read: 200,
      asked: [1, 2, 3],
    },
    {
      what: "no total but on the first page, and a later short page that names the next",
      pages: [{ items: items(100), total: 100 }, { items: items(40, 100), hasNext: true }, { items: items(1, 140) }],
      read: 141,
      asked: [1, 2, 3],
    },
    {
      what: "a total that a later short page is the first to say",
      pages: [{ items: items(100), total: 100 }, { items: items(40, 100), total: 141 }, { items: items(1, 140) }],
      read: 141,
      asked: [1, 2, 3],
    },
    {
      what: "a total that grows on the way",
      pages: [
        { items: items(60), total: 61 },
        { items: items(60, 60), total: 121 },
        { items: items(1, 120), total: 121 },
      ],
      read: 121,
      asked: [1, 2, 3],
    },
  ])("$what: what is claimed too low costs no item", async ({ pages, read: count, asked }) => {
    const server = fixed([...pages, { items: [], total: 0 }]);
    const answered = await read(numberedPages({ ...base, readPage: server.readPage }));
    expect(answered.flatMap((page) => page.items)).toEqual(items(count));
    expect(server.asked.slice(0, asked.length)).toEqual(asked);
    expect(server.asked.length).toBeLessThanOrEqual(asked.length + 1);
  });

  test("a total of 100,000 for 230 items costs what is read ahead, and no more", async () => {
    const server = serverOf({ size: 230, total: 100_000 });
    const pages = await read(numberedPages({ ...base, readPage: server.readPage }));
    expect(pages.flatMap((page) => page.items)).toEqual(server.all);
    expect(server.asked.length).toBeLessThanOrEqual(4 + base.window());
  });

  test("a next page that is named for ever is not followed past an empty one", async () => {
    const server = fixed([
      { items: items(3), total: 3, hasNext: true },
      { items: [], total: 3, hasNext: true },
    ]);
    const pages = await read(numberedPages({ ...base, readPage: server.readPage }));
    expect(pages.at(-1)).toEqual({ number: 2, items: [], total: 3, hasNext: true });
    expect(server.asked).toEqual([1, 2]);
  });

  test("a server that knows no pages is asked twice, and what it repeats is handed on", async () => {
    const server = fixed([{ items: items(230), total: 230 }]);
    const pages = await read(numberedPages({ ...base, window: () => 1, readPage: server.readPage }));
    expect(pages.map((page) => page.items.length)).toEqual([230, 230]);
    expect(server.asked).toEqual([1, 2]);
  });

  test("full pages without end are refused", async () => {
    let next = 0;
    const readPage = async () => ({ items: [next++], total: 1 });
    await expect(read(numberedPages({ ...base, pageSize: 1, readPage }))).rejects.toMatchObject({
      message: "GET /thing claims more than 10000 pages",
    });
  });

  test("a total with an empty first page asks for nothing more", async () => {
    const server = serverOf({ size: 0, total: 7 });
    expect(await read(numberedPages({ ...base, readPage: server.readPage }))).toEqual([
      { number: 1, items: [], total: 7 },
    ]);
    expect(server.asked).toEqual([1]);
  });

  test("are not asked for further ahead than the window, nor after the reader has left", async () => {
    const server = serverOf({ size: 1000 });
    const pages = numberedPages({ ...base, window: () => 3, readPage: server.readPage });
    for (let consumed = 1; consumed <= 4; consumed += 1) {
      await pages.next();
      await settle();
      expect(server.asked.length).toBeGreaterThan(consumed);
      expect(server.asked.length).toBeLessThanOrEqual(consumed + 3);
    }
    const { length } = server.asked;
    await pages.return();
    await settle();
    expect(server.asked).toHaveLength(length);
  });

  test("keep their order where answers overtake each other", async () => {
    const server = serverOf({ size: 500 });
    const readPage = async (number: number) => {
      await settle(10 - number);
      return server.readPage(number);
    };
    const pages = await read(numberedPages({ ...base, readPage }));
    expect(pages.flatMap(({ items }) => items)).toEqual(server.all);
    expect(server.asked).not.toEqual([1, 2, 3, 4, 5]);
  });

  test.each([
    ["newest first", [9, 7, 7, 3], 9],
    ["oldest first", [3, 7, 7, 9], undefined],
    ["newest first, but for one that tells no age", [9, 7, Number.NaN, 3], undefined],
  ])("tell the age of their newest item where they come newest first: %s", async (_order, ages, newestMs) => {
    const madeAt = (age: unknown) => (typeof age === "number" && !Number.isNaN(age) ? age : undefined);
    const server = fixed([{ items: ages, total: 4 }]);
    const [page] = await read(numberedPages({ ...base, readPage: server.readPage, madeAt }));
    expect(page?.newestMs).toBe(newestMs);
  });

  test("hand on what came before a page that fails", async () => {
    const server = serverOf({ size: 500 });
    const readPage = async (number: number) => {
      if (number === 3) throw new Error("page 3");
      return server.readPage(number);
    };
    const numbers: number[] = [];
    const reading = (async () => {
      for await (const { number } of numberedPages({ ...base, readPage })) numbers.push(number);
    })();
    await expect(reading).rejects.toThrow("page 3");
    expect(numbers).toEqual([1, 2]);
  });
});
