import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { covers, parseRule } from "../../../src/providers/ovh/preflight/access-rules.ts";

/** What a rule means, spelled out: `*` is nothing, or one character and then still `*`. */
function oracle(rule: string, path: string): boolean {
  if (rule === "") return path === "";
  if (rule.startsWith("*")) return oracle(rule.slice(1), path) || (path !== "" && oracle(rule, path.slice(1)));
  return rule[0] === path[0] && oracle(rule.slice(1), path.slice(1));
}

describe("a rule covers a call", () => {
  test.each([
    ["GET /cloud/project", "/cloud/project", true],
    ["GET /cloud/project/*", "/cloud/project", false],
    ["GET /cloud/project/*", "/cloud/project/p", true],
    ["GET /cloud/project/*", "/cloud/project/p/region/GRA/storage/b", true],
    ["GET /cloud/project*", "/cloud/project", true],
    ["GET /cloud/project*", "/cloud/projects", true],
    ["GET /cloud/project/p/*", "/cloud/project/q/instance", false],
    ["GET /cloud/project/*/instance", "/cloud/project/p/instance", true],
    ["GET /cloud/project/*/instance", "/cloud/project/p/q/instance", true],
    ["GET /cloud/project/*/instance", "/cloud/project/p/instance/i", false],
    ["GET /cloud/project ", "/cloud/project", false],
    ["GET /Cloud/project", "/cloud/project", false],
    ["POST /cloud/project", "/cloud/project", false],
    ["get /cloud/project", "/cloud/project", false],
    ["GET *", "/cloud/project", true],
    ["GET /*", "/", true],
    ["GET /a.c", "/abc", false],
    ["GET /a**c", "/a/b/c", true],
    ["GET ", "/cloud/project", false],
  ])("%j and GET %s: %s", (rule, path, expected) => {
    expect(covers(parseRule(rule), { method: "GET", path })).toBe(expected);
  });

  test("as a naive reading of the rule does", () => {
    const piece = fc.constantFrom("*", "/", "a", "b", ".", "(", "\n", "+");
    const text = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(""));
    fc.assert(
      fc.property(text, text, (rule, other) => {
        const path = other.replaceAll("*", "a");
        expect(covers({ method: "GET", path: rule }, { method: "GET", path })).toBe(oracle(rule, path));
      }),
      { numRuns: 3000 },
    );
  });

  test("and answers at once, however many stars it has", () => {
    const path = `/${"a".repeat(300)}`;
    expect(covers({ method: "GET", path: `/${"*".repeat(500)}b` }, { method: "GET", path })).toBe(false);
  });
});
