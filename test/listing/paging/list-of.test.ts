import { describe, expect, test } from "vitest";
import { cursorPages } from "../../../src/listing/paging/cursor-pages.ts";
import { listOf, totalOf } from "../../../src/listing/paging/list-of.ts";
import { ordered } from "../../../src/listing/paging/ordered.ts";
import { settle } from "../../inventory/fake-provider.ts";

async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const collected: Value[] = [];
  for await (const value of values) collected.push(value);
  return collected;
}

describe("the list of a document", () => {
  test("is the document, or what its key holds", () => {
    expect(listOf([1, null], undefined, "GET /thing")).toEqual([1, null]);
    expect(listOf({ things: [], total: 0 }, "things", "GET /thing")).toEqual([]);
  });

  test.each<[unknown, string | undefined, string]>([
    [{ other: [] }, "things", 'the list "things"'],
    [{ things: null }, "things", 'the list "things"'],
    [{ things: {} }, "things", 'the list "things"'],
    [{ things: "[]" }, "things", 'the list "things"'],
    [[], "things", 'the list "things"'],
    [null, "things", 'the list "things"'],
    [null, undefined, "a list"],
    [{}, undefined, "a list"],
    ["", undefined, "a list"],
  ])("is missing from %j under %j", (document, key, what) => {
    expect(() => listOf(document, key, "GET /thing")).toThrow(
      expect.objectContaining({ code: "INVALID_RESPONSE", message: `GET /thing answered without ${what}` }),
    );
  });
});

describe("a total", () => {
  test.each([0, 1, 2 ** 31])("%d is usable", (total) => {
    expect(totalOf(total, "GET /thing")).toBe(total);
  });

  test.each([undefined, null, "3", -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 60, true, [3]])(
    "%j is not",
    (total) => {
      expect(() => totalOf(total, "GET /thing")).toThrow(
        expect.objectContaining({ code: "INVALID_RESPONSE", message: "GET /thing answered without a usable total" }),
      );
    },
  );
});

describe("cursors", () => {
  const pagesOf = (nexts: readonly (string | undefined)[]) => {
    const asked: (string | undefined)[] = [];
    const pages = cursorPages({
      label: "GET /thing",
      readPage: async (cursor) => {
        const next = nexts[asked.push(cursor) - 1];
        return { items: [asked.length], next };
      },
    });
    return { asked, pages };
  };

  test("are followed to the end", async () => {
    const { asked, pages } = pagesOf(["b", "c", undefined]);
    expect(await collect(pages)).toEqual([
      { number: 1, items: [1] },
      { number: 2, items: [2] },
      { number: 3, items: [3] },
    ]);
    expect(asked).toEqual([undefined, "b", "c"]);
  });

  test.each([
    { nexts: ["a", "a"], asked: 2 },
    { nexts: ["a", "b", "c", "a"], asked: 4 },
  ])("that come back are refused: $nexts", async ({ nexts, asked: times }) => {
    const { asked, pages } = pagesOf(nexts);
    await expect(collect(pages)).rejects.toMatchObject({
      code: "INVALID_RESPONSE",
      message: "GET /thing answered with a cursor that it had given before",
    });
    expect(asked).toHaveLength(times);
  });

  test("without end are refused", async () => {
    const pages = cursorPages({
      label: "GET /thing",
      readPage: async (cursor = "0") => ({ items: [], next: String(Number(cursor) + 1) }),
    });
    await expect(collect(pages)).rejects.toMatchObject({ message: "GET /thing claims more than 10000 pages" });
  });
});

describe("ordered work", () => {
  test("runs up to the window at a time and yields in order", async () => {
    let open = 0;
    let most = 0;
    const work = async (input: number) => {
      most = Math.max(most, ++open);
      await settle((input * 7) % 5);
      open -= 1;
      return input * 10;
    };
    const inputs = Array.from({ length: 20 }, (_, index) => index);
    expect(await collect(ordered(inputs, () => 3, work))).toEqual(inputs.map((input) => input * 10));
    expect(most).toBe(3);
  });

  test("follows a window that changes while it runs", async () => {
    let window = 4;
    const asked: number[] = [];
    const results = ordered(
      Array.from({ length: 20 }).map((_, index) => index),
      () => window,
      async (input) => {
        asked.push(input);
      },
    );
    expect(asked).toHaveLength(4);
    window = 1;
    for (let consumed = 1; consumed <= 4; consumed += 1) await results.next();
    expect(asked).toHaveLength(4);
    await results.next();
    expect(asked).toHaveLength(5);
    window = 3;
    await results.next();
    expect(asked).toHaveLength(8);
  });

  test("throws a rejection in its turn, also one that came early", async () => {
    const yielded: number[] = [];
    const work = async (input: number) => {
      if (input === 2) throw new Error("two");
      await settle(3);
      return input;
    };
    const reading = (async () => {
      for await (const result of ordered([0, 1, 2, 3], () => 4, work)) yielded.push(result);
    })();
    await expect(reading).rejects.toThrow("two");
    expect(yielded).toEqual([0, 1]);
  });

  test("of nothing is nothing", async () => {
    expect(
      await collect(
        ordered(
          [],
          () => 4,
          async () => 1,
        ),
      ),
    ).toEqual([]);
  });
});
