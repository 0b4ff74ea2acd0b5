import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ErrorCode, InventoryError } from "../../src/inventory/errors.ts";
import { hasHole, isComplete, judge, type ListRecord, type PageRecord } from "../../src/inventory/judge.ts";
import { outcomeStatuses } from "../../src/inventory/outcome.ts";

const few = fc.integer({ min: 0, max: 4 });
const page = fc.record(
  { number: fc.integer({ min: 1, max: 5 }), items: few, total: few },
  { requiredKeys: ["number", "items"] },
);
const list: fc.Arbitrary<ListRecord> = fc.record({
  pages: fc.array(page, { minLength: 1, maxLength: 5 }),
  repeated: few,
  skipped: few,
  gone: few,
  undescribed: few,
});
const codes = ["PERMISSION_DENIED", "NOT_FOUND", "UNAVAILABLE", "UNAUTHENTICATED", "CANCELLED"] satisfies ErrorCode[];
const error = fc
  .record({ code: fc.constantFrom(...codes), notOffered: fc.boolean(), requestId: fc.option(fc.constant("id-1")) })
  .map(
    ({ code, notOffered, requestId }) =>
      new InventoryError(code, "no", { notOffered, requestId: requestId ?? undefined }),
  );
const lists = fc.array(list, { minLength: 1, maxLength: 2 });
const record = fc.record(
  { lists: fc.array(list, { maxLength: 2 }), error, count: few, itemsSeen: few, required: fc.boolean() },
  { requiredKeys: ["lists", "count", "itemsSeen", "required"] },
);
const listWith = (pages: readonly PageRecord[], more: Partial<ListRecord> = {}): ListRecord => ({
  pages,
  repeated: 0,
  skipped: 0,
  gone: 0,
  undescribed: 0,
  ...more,
});

describe("whatever happened", () => {
  test("an error is never completed nor partial, and keeps its code, its sentence and its request id", () => {
    fc.assert(
      fc.property(record, error, (happened, thrown) => {
        const outcome = judge({ ...happened, error: thrown });
        expect(["denied", "not-offered", "failed"]).toContain(outcome.status);
        expect(outcome).toMatchObject({ code: thrown.code, reason: "no" });
        expect(outcome.requestId).toBe(thrown.requestId);
        if (outcome.status === "denied") expect(thrown.code).toBe("PERMISSION_DENIED");
      }),
    );
  });

  test("not-offered needs the known answer, nothing listed, and a kind that may be absent", () => {
    fc.assert(
      fc.property(record, (happened) => {
        const offered = judge(happened).status !== "not-offered";
        expect(offered).toBe(!(happened.error?.notOffered && happened.itemsSeen === 0 && !happened.required));
      }),
    );
  });

  test("skipped or gone items and a hole in the last pass are never completed", () => {
    fc.assert(
      fc.property(lists, few, (passes, count) => {
        const last = passes.at(-1) as ListRecord;
        const { status } = judge({ lists: passes, count, itemsSeen: count, required: false });
        const clean = last.skipped === 0 && last.gone + last.undescribed === 0 && !hasHole(last);
        expect(status).toBe(clean ? "completed" : "partial");
      }),
    );
  });

  test("a required kind of which nothing is seen is never completed nor not-offered", () => {
    fc.assert(
      fc.property(record, (happened) => {
        const { status } = judge({ ...happened, count: 0, required: true });
        expect(["completed", "not-offered"]).not.toContain(status);
      }),
    );
  });

  test("the count is what was emitted, and all but completed give a code and a reason", () => {
    fc.assert(
      fc.property(record, (happened) => {
        const { status, count, code, reason } = judge(happened);
        expect(count).toBe(happened.count);
        expect(code !== undefined && reason !== undefined).toBe(status !== "completed");
      }),
    );
  });

  test("a list that was never read is not an empty one", () => {
    expect(judge({ lists: [], count: 0, itemsSeen: 0, required: false })).toMatchObject({
      status: "failed",
      code: "INTERNAL",
    });
    expect(judge({ lists: [listWith([])], count: 0, itemsSeen: 0, required: false })).toMatchObject({
      status: "failed",
      code: "INTERNAL",
    });
  });

  test("an empty list of a required kind is not believed, however whole it is", () => {
    const happened = { lists: [listWith([{ number: 1, items: 0 }])], count: 0, itemsSeen: 0 };
    expect(judge({ ...happened, required: true })).toMatchObject({ status: "failed", code: "NOT_FOUND" });
    expect(judge({ ...happened, required: false })).toMatchObject({ status: "completed" });
  });

  test.each<[string, Partial<ListRecord>, RegExp]>([
    ["an id that is too long", { skipped: 2, longUrns: 1 }, /^1 item\(s\) could not be reported: their id is too long/],
    ["an item without an id", { skipped: 2 }, /^2 item\(s\) without an id/],
    ["an item that has gone twice", { gone: 1 }, /^1 item\(s\) are listed, twice, and cannot be found/],
    [
      "an item that nobody describes",
      { undescribed: 1 },
      /^the detail of 1 item\(s\) was answered with something else/,
    ],
    ["an item that repeats twice", { repeated: 3 }, /^3 item\(s\) are listed more than once, twice/],
  ])("a gap says what it is: %s", (_name, what, sentence) => {
    const lists = [listWith([{ number: 1, items: 7 }], what)];
    const { status, reason } = judge({ lists, count: 7, itemsSeen: 7, required: false });
    expect(status).toBe("partial");
    expect(reason).toMatch(sentence);
  });
});

describe("a hole", () => {
  const one = { number: 1, items: 2, total: 3 };
  test.each<[string, ListRecord, boolean]>([
    ["one document without a total", listWith([{ number: 1, items: 7 }]), false],
    ["one document that repeats an item", listWith([{ number: 1, items: 7 }], { repeated: 1 }), true],
    ["equal totals and as many items", listWith([one, { number: 2, items: 1, total: 3 }]), false],
    ["an empty list", listWith([{ number: 1, items: 0, total: 0 }]), false],
    ["a total with nothing behind it", listWith([{ number: 1, items: 0, total: 3 }]), true],
    ["totals that differ", listWith([one, { number: 2, items: 1, total: 4 }]), true],
    ["a repeated item", listWith([one, { number: 2, items: 1, total: 3 }], { repeated: 1 }), true],
    ["fewer items than the total", listWith([one]), true],
    ["more items than the total", listWith([one, { number: 2, items: 2, total: 3 }]), true],
    ["an item that has gone", listWith([{ number: 1, items: 7 }], { gone: 1 }), true],
    ["an item that nobody describes", listWith([{ number: 1, items: 7 }], { undescribed: 1 }), true],
    ["a total that is missing on one page", listWith([one, { number: 2, items: 1 }]), true],
    ["a total of 0 beside items", listWith([one, { number: 2, items: 1, total: 0 }]), true],
    [
      "a total that every page says of itself",
      listWith([
        { ...one, total: 2 },
        { number: 2, items: 1, total: 1 },
      ]),
      true,
    ],
    [
      "pages without any total",
      listWith([
        { number: 1, items: 1 },
        { number: 2, items: 1 },
      ]),
      false,
    ],
    [
      "a last page that names a next one",
      listWith([
        { ...one, total: 2 },
        { number: 2, items: 0, hasNext: true },
      ]),
      true,
    ],
    [
      "a full page that names a next one",
      listWith([
        { ...one, hasNext: true },
        { number: 2, items: 1, total: 3 },
      ]),
      false,
    ],
    [
      "a page past the end that says 0",
      listWith([
        { ...one, total: 2 },
        { number: 2, items: 0, total: 0 },
      ]),
      false,
    ],
    ["a page past the end that says the right number", listWith([one, { number: 2, items: 0, total: 3 }]), true],
  ])("%s: %#", (_, pages, hole) => {
    expect(hasHole(pages)).toBe(hole);
  });

  test("what a page past the end claims changes nothing", () => {
    fc.assert(
      fc.property(list, few, (read, total) => {
        const longer = { ...read, pages: [...read.pages, { number: read.pages.length + 6, items: 0, total }] };
        expect(hasHole(longer)).toBe(hasHole(read));
      }),
    );
  });
});

test("complete means at least one scope, and each completed or not offered", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...outcomeStatuses), { maxLength: 4 }), (outcomes) => {
      const missing = outcomes.filter((status) => !["completed", "not-offered"].includes(status));
      expect(isComplete(outcomes)).toBe(outcomes.length > 0 && missing.length === 0);
    }),
  );
});

describe("lists below different parents", () => {
  const of = (part: string, items: number, total: number, number = 1): PageRecord => ({ number, items, total, part });
  const refused = new InventoryError("PERMISSION_DENIED", "no right");

  test("each have a total of their own", () => {
    expect(hasHole(listWith([of("a", 2, 2), of("b", 1, 1), of("c", 0, 0)]))).toBe(false);
    expect(hasHole(listWith([of("a", 2, 2), of("b", 1, 2)]))).toBe(true);
    expect(hasHole(listWith([of("a", 1, 2), of("b", 2, 2)]))).toBe(true);
    // Together they would add up.
    expect(hasHole(listWith([of("a", 3, 2), of("b", 1, 2)]))).toBe(true);
  });

  test("of which nothing was read end as what kept them from being read", () => {
    const outage = new InventoryError("UNAVAILABLE", "no answer");
    const ends = (errors: readonly InventoryError[], pages: readonly PageRecord[]) => {
      const unread = errors.map((error, index) => ({ name: `${index}`, error }));
      return judge({ lists: [listWith(pages, { unread })], count: 0, itemsSeen: 0, required: false }).status;
    };
    const nothing = [{ number: 1, items: 0 }];
    expect(ends([refused, refused], nothing)).toBe("denied");
    expect(ends([refused, outage], nothing)).toBe("failed");
    expect(ends([refused], [...nothing, of("a", 0, 0)])).toBe("partial");
  });

  test("are not read anew for one that ended early: that is a gap already", () => {
    const pages = [of("a", 2, 2), of("b", 1, 2)];
    const unread = [{ name: "b", part: "b", error: refused }];
    expect(hasHole(listWith(pages, { unread }))).toBe(false);
    expect(hasHole(listWith([...pages, of("c", 0, 1)], { unread }))).toBe(true);
    const lists = [listWith(pages, { unread })];
    expect(judge({ lists, count: 3, itemsSeen: 3, required: false })).toMatchObject({ status: "partial" });
  });
});
