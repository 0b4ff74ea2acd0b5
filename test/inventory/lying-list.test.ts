import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numberedPages, type PageAnswer } from "../../src/listing/paging/numbered-pages.ts";
import { fakeProvider, runOf } from "./fake-provider.ts";

const pageSize = 5;

/** A server that cuts its pages out rightly, whatever it claims beside them. */
interface Liar {
  readonly items: number;
  readonly window: number;
  /** What each page claims as the total, in turn: the truth, or any of the ways in which totals were seen to be wrong. */
  readonly totals: readonly ("true" | "of the page" | "none" | number)[];
  /** Whether `Link` is there, and whether it is right. */
  readonly link: "none" | "right" | "always" | "never";
  /** Whether the second pass tells the truth. */
  readonly isHealed: boolean;
}

const liar: fc.Arbitrary<Liar> = fc.record({
  items: fc.nat({ max: 26 }),
  window: fc.integer({ min: 1, max: 4 }),
  totals: fc.array(fc.oneof(fc.constantFrom("true", "of the page", "none"), fc.nat({ max: 60 }), fc.constant(1e4)), {
    minLength: 1,
    maxLength: 4,
  }),
  link: fc.constantFrom("none", "right", "always", "never"),
  isHealed: fc.boolean(),
});

async function readFrom({ items, window, totals, link, isHealed }: Liar) {
  const all = Array.from({ length: items }, (_, index) => `thing-${index}`);
  let asked = 0;
  let passes = 0;
  const readPage = async (number: number): Promise<PageAnswer> => {
    asked += 1;
    if (number === 1) passes += 1;
    const isTrue = isHealed && passes > 1;
    const slice = all.slice((number - 1) * pageSize, number * pageSize);
    const claim = isTrue ? "true" : (totals[Math.min(number, totals.length) - 1] ?? "true");
    const total = claim === "true" ? items : claim === "of the page" ? slice.length : claim;
    const hasNext = link === "always" || (link === "right" && number * pageSize < items);
    return {
      items: slice.map((id) => ({ id })),
      // The reader of a page refuses a first one without a total.
      ...(total === "none" ? (number === 1 ? { total: items } : {}) : { total }),
      ...(hasNext && !isTrue ? { hasNext } : {}),
    };
  };
  const list = () => numberedPages({ label: "GET /thing", pageSize, window: () => window, readPage });
  const { names, scopes, finished } = await runOf(fakeProvider({ list }));
  return { all, names, scope: scopes[0], finished, asked, passes };
}

describe("a list that lies about its length", () => {
  test("loses nothing, and is called complete only where its totals agree with what was read", async () => {
    const met = { completed: 0, partial: 0 };
    await fc.assert(
      fc.asyncProperty(liar, async (server) => {
        const { all, names, scope, finished } = await readFrom(server);
        expect(names).toEqual(all);
        expect(finished.complete).toBe(scope?.outcome === "completed");
        expect(["completed", "partial"]).toContain(scope?.outcome);
        met[scope?.outcome as "completed" | "partial"] += 1;
        const isHonest = server.totals.every((total) => total === "true") && server.link !== "always";
        if (isHonest || server.isHealed) expect(scope?.outcome).toBe("completed");
      }),
      { numRuns: 400 },
    );
    expect(met.completed).toBeGreaterThan(0);
    expect(met.partial).toBeGreaterThan(0);
  });

  test("costs a pass no more than its pages, one look, and what is read ahead", async () => {
    await fc.assert(
      fc.asyncProperty(liar, async (server) => {
        const { asked, passes } = await readFrom(server);
        expect(passes).toBeLessThanOrEqual(2);
        expect(asked).toBeLessThanOrEqual(passes * (Math.floor(server.items / pageSize) + 2 + server.window));
      }),
    );
  });

  test("costs floor(items / size) + 1 requests where it does not lie", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 40 }), fc.constantFrom("none" as const, "right" as const), async (items, link) => {
        const { asked } = await readFrom({ items, link, window: 4, totals: ["true"], isHealed: false });
        expect(asked).toBe(Math.floor(items / pageSize) + 1);
      }),
    );
  });
});
