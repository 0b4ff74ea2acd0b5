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

  test("an error of a family names it", () => {
    expect(() => select("compute", "email")).toThrow('no kind is of the family "email"');
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

describe("a family", () => {
  const server = fakeKind({ id: "fake.server" });
  const copy = fakeKind({ id: "fake.server.copy", family: "backups", byDefault: false });
  const database = fakeKind({ id: "other.database", family: "databases" });
  const all = [server, copy, database];
  const selected = (...words: string[]): string[] => selectKinds(all, words).map(({ id }) => id);

  test("stands for its kinds, beside ids, patterns and other families", () => {
    expect(selected("backups")).toEqual([copy.id]);
    expect(selected("databases", "backups")).toEqual([copy.id, database.id]);
    expect(selected("backups", "fake.server")).toEqual([server.id, copy.id]);
    expect(selected("*.database", "backups")).toEqual([copy.id, database.id]);
  });

  test("is a whole word, and none of the id", () => {
    expect(() => selected("back*")).toThrow('no kind matches "back*"');
    expect(() => selected("Backups")).toThrow('no kind matches "Backups"');
    expect(() => selected("toString")).toThrow('no kind matches "toString"');
  });
});

describe("kinds that are people", () => {
  const mail = { family: "email" as const, byDefault: false };
  const box = fakeKind({ id: "fake.mail.mailbox", personal: true, ...mail });
  const user = fakeKind({ id: "fake.user", personal: true, family: "identity", byDefault: false });
  const domain = fakeKind({ id: "fake.mail.domain", ...mail });
  const all = [box, user, domain];
  const selected = (...words: string[]): string[] => selectKinds(all, words).map(({ id }) => id);

  test("are read where their whole id is named", () => {
    expect(selected("fake.mail.mailbox")).toEqual([box.id]);
    expect(selected("all", "fake.user")).toEqual([user.id, domain.id]);
  });

  test.each([["all"], ["*"], ["fake.*"], ["email"], ["fake.mail.*"]])("are not part of %s", (word) => {
    expect(selected(word)).toEqual([domain.id]);
  });

  test.each([["*.mailbox"], ["fake.mail.mailbox*"], ["*.user"], ["identity"]])(
    "%s, which stands for nothing else, is refused and says to name them",
    (word) => {
      expect(() => selected(word)).toThrow(
        /^kinds: ".+" stands for nothing but people, which are read only where their kinds are named whole: fake\./,
      );
    },
  );

  test("are never part of the default set", () => {
    expect(() => fakeKind({ id: "fake.user", personal: true, byDefault: true })).toThrow("cannot be read by default");
    expect(selectKinds([domain, user], [])).toEqual([]);
  });
});
