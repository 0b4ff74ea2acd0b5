import { describe, expect, test } from "vitest";
import { checkPatterns, ofProvider, selectsAny } from "../../src/hosts/cli/kind-patterns.ts";
import { fakeKind } from "../inventory/fake-provider.ts";

const one = { kinds: [fakeKind({ id: "one.server" }), fakeKind({ id: "one.copy", family: "backups" })] };
const person = fakeKind({ id: "two.user", family: "identity", personal: true, byDefault: false });
const two = { kinds: [fakeKind({ id: "two.database", family: "databases" }), person] };
const check =
  (words: readonly string[], providers = [one, two]) =>
  () =>
    checkPatterns(words, providers, "left out");

describe("the words of --kinds in a run of several providers", () => {
  test("may be a family that one of them has kinds of", () => {
    expect(check(["backups", "databases", "compute"])).not.toThrow();
    expect([one, two].map((provider) => ofProvider(provider, ["backups", "compute"]))).toEqual([
      ["backups", "compute"],
      [],
    ]);
    expect([one, two].map((provider) => selectsAny(provider, ["backups"]))).toEqual([true, false]);
  });

  test("must not be a family of others alone", () => {
    expect(check(["backups", "databases"], [one])).toThrow(
      /^the family "databases" has kinds of OVHcloud and Scaleway alone, left out$/,
    );
  });

  test("may be mistyped", () => {
    expect(check(["database"])).toThrow('unknown kind "database"; did you mean "databases"?');
    expect(check(["back-ups"])).toThrow('unknown kind "back-ups"; did you mean "backups"?');
  });

  test("name people by their whole id alone", () => {
    expect(check(["two.user"])).not.toThrow();
    expect(check(["all", "two.us*"])).toThrow(
      '--kinds: "two.us*" stands for nothing but people, which are read only where their kinds are named whole: two.user',
    );
    expect(ofProvider(two, ["all", "two.*", "identity", "two.user"])).toEqual(["all", "two.*", "two.user"]);
  });
});
