import fc from "fast-check";
import { expect, test } from "vitest";
import { findJsonFault } from "../../src/credentials/json-fault.ts";

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test.each([
  ['{"a": "b",}', 10],
  ['{"a": "b" "c": "d"}', 10],
  ['{"a" "b"}', 5],
  ['{a: "b"}', 1],
  ['{"a": b}', 6],
  ["{\"a\": 'b'}", 6],
  ['{"a": "b', 8],
  ['{"a": "\\x"}', 7],
  ['{"a": "b"', 9],
  ['{"a": 01}', 7],
  ["[1, 2", 5],
  ["[1, ]", 4],
  ["{} {}", 3],
  ["// a comment\n{}", 0],
])("%j stops being JSON after %i characters", (text, offset) => {
  expect(isJson(text)).toBe(false);
  expect(findJsonFault(text)).toBe(offset);
});

test("finds no fault in any JSON", () => {
  fc.assert(
    fc.property(fc.json(), fc.constantFrom(0, 2), (json, indent) => {
      expect(findJsonFault(JSON.stringify(JSON.parse(json), null, indent))).toBeUndefined();
    }),
  );
});

test("finds a fault exactly where there is one", () => {
  const edit = fc.record({
    at: fc.nat(),
    removed: fc.nat({ max: 2 }),
    added: fc.constantFrom("", ",", '"', "}", "x", "0"),
  });
  fc.assert(
    fc.property(fc.json(), edit, (json, { at, removed, added }) => {
      const place = at % (json.length + 1);
      const text = json.slice(0, place) + added + json.slice(place + removed);
      expect(findJsonFault(text) === undefined).toBe(isJson(text));
    }),
    { numRuns: 2000 },
  );
});
