import { describe, expect, test } from "vitest";
import { InventoryError } from "../../src/inventory/errors.ts";
import { fitsGlob } from "../../src/inventory/glob.ts";
import { selectKinds } from "../../src/inventory/select-kinds.ts";
import { fakeKind } from "./fake-provider.ts";

const ids = ["fake.instance", "fake.instance-snapshot", "fake.block.snapshot", "other.instance"];
const kinds = ids.map((id) => fakeKind({ id, byDefault: !id.endsWith("snapshot") }));
const select = (...patterns: string[]): string[] => selectKinds(kinds, patterns).map(({ id }) => id);

describe("a selection", () => {
  test.each<[string[], string[]]>([
    [[], ["fake.instance", "other.instance"]],
    [["fake.instance"], ["fake.instance"]],
    [["*"], ids],
    [["fake.*"], ids.slice(0, 3)],
    [["*snapshot"], ["fake.instance-snapshot", "fake.block.snapshot"]],
    [["*.instance"], ["fake.instance", "other.instance"]],
    [["fake*snapshot"], ["fake.instance-snapshot", "fake.block.snapshot"]],
    [["**snap**"], ["fake.instance-snapshot", "fake.block.snapshot"]],
    // The table's order, and each once.
    [
      ["other.*", "fake.instance", "*.instance"],
      ["fake.instance", "other.instance"],
    ],
  ])("%j is %j", (patterns, expected) => {
    expect(select(...patterns)).toEqual(expected);
  });

  test.each([
    "fake.instanc",
    "instance",
    "FAKE.*",
    "fake?instance",
    "fake.instance|other.instance",
    "(.*)",
    "",
    "[a-z.]+",
  ])("%j selects nothing, which is an error", (pattern) => {
    expect(() => select("*", pattern)).toThrow(new InventoryError("INVALID_CONFIG", `no kind matches "${pattern}"`));
  });

  test("`all` is every kind, and a word of its own: no part of a pattern, and no name of a gap", () => {
    expect(select("all")).toEqual(select("*"));
    expect(select("all", "fake.*")).toEqual(select("*"));
    expect(() => select("all*")).toThrow('no kind matches "all*"');
    expect(() => select("*.all")).toThrow('no kind matches "*.all"');
  });

  test("a dot is a dot", () => {
    expect(fitsGlob("fakeXinstance", "fake.instance")).toBe(false);
  });

  test("a pattern of many stars is decided like one of one star", () => {
    // Would take longer than the universe has if each star were an expression of its own.
    expect(fitsGlob("scaleway.instance.snapshot", `${"*".repeat(200)}!`)).toBe(false);
    expect(fitsGlob("scaleway.instance.snapshot", `${"*".repeat(200)}snapshot`)).toBe(true);
  });

  test("an error does not repeat a long pattern", () => {
    expect(() => select("x".repeat(500))).toThrow(`no kind matches "${"x".repeat(80)}"`);
  });
});
