import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberedPages } from "../../../src/http/paging/numbered-pages.ts";
import type { Page } from "../../../src/inventory/provider.ts";
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
    { size: 100, asked: [1] },
    { size: 101, asked: [1, 2] },
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
