import { describe, expect, test } from "vitest";
import { InventoryError } from "../../src/inventory/errors.ts";
import type { Page } from "../../src/inventory/provider.ts";
import type { ResourceKind } from "../../src/inventory/resource-kind.ts";
import { fakeKind, fakeProvider, pageOf, runOf } from "./fake-provider.ts";

/** One scope, read from the given passes; the last one stays. */
async function read(passes: readonly (readonly Page[])[], kind: ResourceKind = fakeKind()) {
  let pass = 0;
  const list = () => passes[Math.min(pass++, passes.length - 1)] ?? [];
  const run = await runOf(fakeProvider({ kinds: [kind], list }));
  return { ...run, scope: run.scopes[0], passes: pass };
}

describe("items", () => {
  test("without an id are counted and make the scope partial", async () => {
    const items = [{ id: "a" }, { name: "no id" }, null, "text", [], { id: 7 }, { id: "b" }];
    const { names, scope, passes } = await read([[{ number: 1, items }]]);
    expect(names).toEqual(["a", "b"]);
    expect(scope).toMatchObject({
      outcome: "partial",
      count: 2,
      code: "INVALID_RESPONSE",
      reason: "5 item(s) without an id could not be reported",
    });
    expect(passes).toBe(1);
  });

  test("with an id that no URN can hold are counted by that name, and make the scope partial", async () => {
    const { names, scope } = await read([[{ number: 1, items: [{ id: "a" }, { id: "x".repeat(5000) }, {}] }]]);
    expect(names).toEqual(["a"]);
    expect(scope).toMatchObject({
      outcome: "partial",
      count: 1,
      code: "INVALID_RESPONSE",
      reason: "1 item(s) could not be reported: their id is too long to be part of a URN",
    });
  });

  test("that hold more than a resource may are cut, warned about, and complete", async () => {
    const items = [{ id: "a", name: "n".repeat(5000) }, { id: "b", tags: ["t".repeat(5000)] }, { id: "c" }];
    const { resources, scope } = await read([[{ number: 1, items }]]);
    expect(resources).toHaveLength(3);
    expect(scope).toMatchObject({
      outcome: "completed",
      warnings: ["name", "tags"].map(
        (field) => `1 item(s) reported with a part of "${field}" alone: it holds more than one resource may`,
      ),
    });
  });

  test("with an odd field are reported without it, warned about, and complete", async () => {
    const items = [
      { id: "a", name: "first", size: "12" },
      { id: "b", size: { gb: 1 } },
      { id: "c", size: 5, tags: "none" },
    ];
    const { resources, scope, finished } = await read([[{ number: 1, items }]]);
    expect(resources.map(({ name, details }) => [name, details.sizeBytes])).toEqual([
      ["first", undefined],
      ["b", undefined],
      ["c", 5],
    ]);
    expect(scope).toMatchObject({ outcome: "completed", count: 3 });
    expect(scope?.warnings).toEqual([
      '2 item(s) reported without "size": it did not have the documented form; the first is "first" (a)',
      '1 item(s) reported without "tags": it did not have the documented form; the first is "c"',
    ]);
    expect(finished.complete).toBe(true);
  });

  test("with an odd entry keep the others, and the warning names the part and the first resource", async () => {
    const items = [
      { id: "a", tags: ["one", null, "two", 3] },
      { id: "b", name: "second", tags: [null] },
    ];
    const { resources, scope } = await read([[{ number: 1, items }]]);
    expect(resources.map(({ tags }) => tags)).toEqual([["one", "two"], []]);
    expect(scope).toMatchObject({
      outcome: "completed",
      warnings: [
        '2 item(s) reported without a part of "tags": it did not have the documented form (tags[]); the first is "a"',
      ],
    });
  });

  test("that are known to have what nobody reads are said to", async () => {
    const kind = fakeKind({ more: ({ id }) => ({ notRead: id === "a" ? [] : ["addresses of private networks"] }) });
    const items = [{ id: "a" }, { id: "b", name: "web" }, { id: "c" }];
    const { scope } = await read([[{ number: 1, items }]], kind);
    expect(scope?.warnings).toEqual([
      '2 item(s) reported without addresses of private networks: they are not read; the first is "web" (b)',
    ]);
  });

  test("with null or unknown fields are as documented", async () => {
    const items = [{ id: "a", name: null, size: null, tags: null, colour: "blue" }];
    const { scope, names } = await read([[{ number: 1, items }]]);
    expect(scope).toMatchObject({ outcome: "completed", warnings: [] });
    expect(names).toEqual(["a"]);
  });

  test("that a single document repeats, twice, are reported once, and others may hide behind them", async () => {
    const repeating = [pageOf("a", "b", "a")];
    const { names, scope } = await read([repeating, repeating]);
    expect(names).toEqual(["a", "b"]);
    expect(scope).toMatchObject({ outcome: "partial", count: 2, warnings: ["1 item(s) were listed more than once"] });
  });
});

const gone = (id: string) => ({ item: { id, size: 7 }, isGone: true });

describe("passes", () => {
  const short: Page = { number: 1, items: [{ id: "a" }], total: 2 };
  const whole: Page = { number: 1, items: [{ id: "a" }, { id: "b" }], total: 2 };

  test.each<{ what: string; passes: Page[][]; outcome: string; names: string[]; read: number }>([
    { what: "a whole list is read once", passes: [[whole]], outcome: "completed", names: ["a", "b"], read: 1 },
    { what: "a hole is read again", passes: [[short], [whole]], outcome: "completed", names: ["a", "b"], read: 2 },
    { what: "a lasting hole is partial", passes: [[short]], outcome: "partial", names: ["a"], read: 2 },
    {
      what: "an item that is gone once has gone",
      passes: [[{ ...pageOf("a"), undescribed: [gone("b")] }], [pageOf("a")]],
      outcome: "completed",
      names: ["a"],
      read: 2,
    },
    {
      what: "an item that is gone twice exists, and is told as it is listed",
      passes: [[{ ...pageOf("a"), undescribed: [gone("b")] }]],
      outcome: "partial",
      names: ["a", "b"],
      read: 2,
    },
    {
      what: "a page past the end that says 0 is no evidence",
      passes: [[whole, { number: 2, items: [], total: 0 }]],
      outcome: "completed",
      names: ["a", "b"],
      read: 1,
    },
  ])("$what", async ({ passes, outcome, names, read: expected }) => {
    const run = await read(passes);
    expect(run.scope).toMatchObject({ outcome, count: names.length });
    expect(run.names).toEqual(names);
    expect(run.passes).toBe(expected);
  });

  test("the reason tells an item that cannot be read from a list that changed", async () => {
    const unfound = await read([[{ ...pageOf("a"), undescribed: [gone("b")] }]]);
    expect(unfound.scope?.reason).toBe("1 item(s) are listed, twice, and cannot be found one by one; the first is b");
    const other = await read([[{ ...pageOf("a"), undescribed: [{ item: { id: "c" }, isGone: false }] }]]);
    expect(other.scope?.reason).toBe("the detail of 1 item(s) was answered with something else, twice; the first is c");
    const changed = await read([[short]]);
    expect(changed.scope?.reason).toMatch(/^the list changed while it was read, twice/);
  });

  test("the warnings of pages are told once each", async () => {
    const warning = "volumes could not be joined";
    const { scope } = await read([[{ ...short, warnings: [warning] }], [{ ...whole, warnings: [warning, "another"] }]]);
    expect(scope).toMatchObject({ outcome: "completed", warnings: [warning, "another"] });
  });
});

describe("an item that nobody describes", () => {
  const other = { item: { id: "b", size: 7 }, isGone: false };
  test.each([
    {
      what: "is told as it is listed",
      second: [{ ...pageOf("a"), undescribed: [other] }],
      outcome: "partial",
      size: 7,
    },
    {
      what: "is told in full by a second pass that describes it",
      second: [{ number: 1, items: [{ id: "a" }, { id: "b", size: 9 }] }],
      outcome: "completed",
      size: 9,
    },
  ])("$what", async ({ second, outcome, size }) => {
    const { scope, resources } = await read([[{ ...pageOf("a"), undescribed: [other] }], second]);
    const isPartial = outcome === "partial";
    expect(resources.map(({ name, details }) => [name, details.sizeBytes, details.status])).toEqual([
      ["a", undefined, undefined],
      ["b", size, isPartial ? "unreadable" : undefined],
    ]);
    expect(scope).toMatchObject({ outcome, count: 2 });
    const warning =
      '1 item(s) reported as they are listed, with the status "unreadable": nothing more could be read of them';
    expect(scope?.warnings).toEqual(isPartial ? [warning] : []);
  });

  test.each([
    ["by its id alone, where the list tells no more", { id: "b" }, "b"],
    ["by id, name and region as they are listed", { id: "b", name: "attic", tags: ["gra"] }, 'b "attic" in gra'],
  ])("is named %s", async (_what, item, called) => {
    const kind = fakeKind({ more: ({ tags }) => ({ region: tags?.[0], status: "active" }) });
    const { scope, resources } = await read([[{ ...pageOf("a"), undescribed: [{ item, isGone: true }] }]], kind);
    expect(scope?.reason).toBe(`1 item(s) are listed, twice, and cannot be found one by one; the first is ${called}`);
    expect(resources.find(({ urn }) => urn.endsWith(":b"))?.details.status).toBe("unreadable");
  });

  test.each(["UNAUTHENTICATED", "CANCELLED"] as const)("is not told once the run has ended: %s", async (code) => {
    const list = async function* (): AsyncGenerator<Page> {
      yield { ...pageOf("a"), undescribed: [gone("b")] };
      throw new InventoryError(code, "the end");
    };
    const { names } = await runOf(fakeProvider({ list }));
    expect(names).toEqual(["a"]);
  });

  test.each([
    ["the first pass fails after it", 1, 1],
    ["the second pass fails before any page", 2, 0],
    ["the second pass fails after it", 2, 1],
  ])("is told also where %s", async (_when, failingPass, pagesBefore) => {
    let passes = 0;
    const broken = new InventoryError("UNAVAILABLE", "the provider failed");
    const list = async function* (): AsyncGenerator<Page> {
      passes += 1;
      if (passes >= failingPass && pagesBefore === 0) throw broken;
      yield { ...pageOf("a"), undescribed: [gone("b")] };
      if (passes >= failingPass) throw broken;
    };
    const { names, scopes } = await runOf(fakeProvider({ list }));
    expect(names).toEqual(["a", "b"]);
    expect(scopes[0]).toMatchObject({ outcome: "failed", code: "UNAVAILABLE", count: 2 });
  });

  test("that was described by the first pass is told once", async () => {
    const first: Page[] = [{ number: 1, items: [{ id: "b", size: 9 }], total: 2 }];
    const { scope, resources } = await read([first, [{ number: 1, items: [], undescribed: [other] }]]);
    expect(resources.map(({ details }) => details.sizeBytes)).toEqual([9]);
    expect(scope).toMatchObject({ outcome: "partial", count: 1, warnings: [] });
  });
});

describe("an empty list", () => {
  test("is complete, with a count of 0", async () => {
    const { scope, finished } = await read([[pageOf()]]);
    expect(scope).toMatchObject({ outcome: "completed", count: 0 });
    expect(scope?.reason).toBeUndefined();
    expect(finished.complete).toBe(true);
  });

  test("of a required kind is not believed", async () => {
    const { scope, finished } = await read([[pageOf()]], fakeKind({ required: true }));
    expect(scope).toMatchObject({ outcome: "failed", code: "NOT_FOUND" });
    expect(finished.complete).toBe(false);
  });
});

describe("a product that the place does not have", () => {
  const absent = new InventoryError("NOT_FOUND", "not here", { notOffered: true });
  const list = (pages: readonly Page[]) =>
    async function* () {
      yield* pages;
      throw absent;
    };

  test.each([
    { what: "is complete", pages: [], required: false, outcome: "not-offered", complete: true },
    {
      what: "is not believed after an item",
      pages: [pageOf("a")],
      required: false,
      outcome: "failed",
      complete: false,
    },
    { what: "is not believed of a required kind", pages: [], required: true, outcome: "failed", complete: false },
  ])("$what", async ({ pages, required, outcome, complete }) => {
    const kinds = [fakeKind({ required })];
    const { scopes, finished } = await runOf(fakeProvider({ kinds, list: list(pages) }));
    expect(scopes[0]).toMatchObject({ outcome, code: "NOT_FOUND", reason: "not here" });
    expect(finished.complete).toBe(complete);
  });
});
