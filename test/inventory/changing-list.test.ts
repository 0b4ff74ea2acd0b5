import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { madeAtOf } from "../../src/listing/dialects/numbered-pages.ts";
import { numberedPages } from "../../src/listing/paging/numbered-pages.ts";
import { fakeProvider, runOf } from "./fake-provider.ts";

/** What happens to the cloud between two page reads: additions come first in the list, anything can go. */
type Change = { readonly add: true } | { readonly remove: number };

interface History {
  readonly initial: number;
  readonly pageSize: number;
  readonly window: number;
  /** Before the nth page read, over all passes. */
  readonly changes: readonly (readonly Change[])[];
  /** How late the nth page read reaches the server: answers overtake each other. */
  readonly delays: readonly number[];
}

interface Item {
  readonly id: string;
  readonly created_at: string;
}

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.constant({ add: true } as const),
  fc.record({ remove: fc.nat({ max: 12 }) }),
);
const history: fc.Arbitrary<History> = fc.record({
  initial: fc.integer({ min: 0, max: 13 }),
  pageSize: fc.integer({ min: 1, max: 5 }),
  window: fc.integer({ min: 1, max: 4 }),
  changes: fc.array(fc.array(change, { maxLength: 3 }), { maxLength: 8 }),
  delays: fc.array(fc.nat({ max: 6 }), { maxLength: 8 }),
});

/** A cloud that changes while it is read, read by the real engine. */
async function readWhileChanging({ initial, pageSize, window, changes, delays }: History, tellsAge = true) {
  const made = (id: string, second: number): Item => ({ id, created_at: new Date(second * 1000).toISOString() });
  let items = Array.from({ length: initial }, (_, index) => made(`old-${initial - index}`, initial - index));
  const atStart = items.map(({ id }) => id);
  const pages: number[] = [];
  let added = 0;
  let changed = false;

  const apply = (happening: Change): void => {
    if ("add" in happening) {
      added += 1;
      items = [made(`new-${added}`, initial + added), ...items];
    } else {
      items = items.toSpliced(happening.remove % Math.max(1, items.length), 1);
    }
    changed = true;
  };
  const readPage = async (number: number) => {
    const read = pages.push(number) - 1;
    for (let turn = 0; turn < (delays[read] ?? 0); turn += 1) await Promise.resolve();
    // The first page is the beginning: what happens before it has happened before the read.
    if (read > 0) for (const happening of changes[read] ?? []) apply(happening);
    const slice = items.slice((number - 1) * pageSize, number * pageSize);
    const pastEnd = slice.length === 0 && number > 1;
    return { items: slice, total: pastEnd ? 0 : items.length };
  };

  const madeAt = tellsAge ? madeAtOf("created_at_desc") : undefined;
  const list = () => numberedPages({ label: "GET /thing", pageSize, window: () => window, readPage, madeAt });
  const { names, scopes, finished } = await runOf(fakeProvider({ list }));
  const [scope] = scopes;
  if (scope === undefined) throw new Error("there is one scope");
  const lasting = atStart.filter((id) => items.some((item) => item.id === id));
  return { names, scope, finished, lasting, pages, changed };
}

describe("a list that changes while it is read", () => {
  test("is completed only if every item that was there all the time was reported, once", async () => {
    const met = { completed: 0, partial: 0 };
    await fc.assert(
      fc.asyncProperty(history, async (happened) => {
        const { names, scope, finished, lasting, changed } = await readWhileChanging(happened);
        expect(new Set(names).size).toBe(names.length);
        expect(scope.count).toBe(names.length);
        expect(finished.complete).toBe(scope.outcome === "completed");
        expect(["completed", "partial"]).toContain(scope.outcome);
        if (scope.outcome === "completed") expect(names).toEqual(expect.arrayContaining(lasting));
        if (changed) met[scope.outcome as "completed" | "partial"] += 1;
      }),
      { numRuns: 500 },
    );
    // Otherwise the property would have proven nothing.
    expect(met.completed).toBeGreaterThan(0);
    expect(met.partial).toBeGreaterThan(0);
  });

  test("needs no ages for that where its pages are read one after the other", async () => {
    await fc.assert(
      fc.asyncProperty(history, async (happened) => {
        const { names, scope, lasting } = await readWhileChanging({ ...happened, window: 1 }, false);
        if (scope.outcome === "completed") expect(names).toEqual(expect.arrayContaining(lasting));
      }),
      { numRuns: 500 },
    );
  });

  // Page 3 is answered before page 2. Meanwhile the only item of page 1 is replaced by a new one, and then another new one moves all
  // others down while something behind them goes: no total changes, and no item repeats.
  test("is read again where pages overtook each other while additions and removals cancelled out", async () => {
    const overtaken: History = {
      initial: 4,
      pageSize: 1,
      window: 2,
      delays: [0, 6],
      changes: [[], [{ add: true }, { remove: 1 }], [{ add: true }, { remove: 4 }]],
    };
    const { names, lasting, pages, scope } = await readWhileChanging(overtaken);
    expect(names).toEqual(expect.arrayContaining(lasting));
    expect({ outcome: scope.outcome, passes: pages.filter((number) => number === 1).length }).toEqual({
      outcome: "completed",
      passes: 2,
    });
  });

  test.each([{ seed: -1673724474 }, { seed: -665656597, path: "288:1:1:2:9:0:2:16:18:17:17:18" }])(
    "is completed only with every item of it: $seed",
    async (found) => {
      await fc.assert(
        fc.asyncProperty(history, async (happened) => {
          const { names, scope, lasting } = await readWhileChanging(happened);
          if (scope.outcome === "completed") expect(names).toEqual(expect.arrayContaining(lasting));
        }),
        { numRuns: 500, ...found },
      );
    },
  );

  test("is always completed in one pass while nothing changes", async () => {
    await fc.assert(
      fc.asyncProperty(history, async (happened) => {
        const { names, scope, lasting, pages } = await readWhileChanging({ ...happened, changes: [] });
        expect(scope.outcome).toBe("completed");
        expect(names).toEqual(lasting);
        expect(pages.filter((number) => number === 1)).toHaveLength(1);
      }),
    );
  });

  const base = { initial: 4, pageSize: 2, window: 1, delays: [] };
  test.each<{ what: string; changes: Change[][]; outcome: string; passes: number; names: string[] }>([
    {
      what: "something read is deleted: the item that slipped is found by the second pass",
      changes: [[], [{ remove: 0 }]],
      outcome: "completed",
      passes: 2,
      names: ["old-4", "old-3", "old-1", "old-2"],
    },
    {
      what: "something is added: the item that repeats is reported once",
      changes: [[], [{ add: true }]],
      outcome: "completed",
      passes: 2,
      names: ["old-4", "old-3", "old-2", "new-1", "old-1"],
    },
    {
      what: "it changes during both passes",
      // The first pass looks behind its full second page, so the second one begins with the fourth read.
      changes: [[], [{ add: true }], [], [], [{ remove: 0 }]],
      outcome: "partial",
      passes: 2,
      names: ["old-4", "old-3", "old-2", "new-1", "old-1"],
    },
    {
      what: "one is added and one that was read is deleted: nothing moves",
      changes: [[], [{ add: true }, { remove: 1 }]],
      outcome: "completed",
      passes: 1,
      names: ["old-4", "old-3", "old-2", "old-1"],
    },
  ])("$what", async ({ changes, outcome, passes, names }) => {
    const run = await readWhileChanging({ ...base, changes });
    expect(run.scope.outcome).toBe(outcome);
    expect(run.names.toSorted()).toEqual(names.toSorted());
    expect(run.pages.filter((number) => number === 1)).toHaveLength(passes);
  });
});
