import fc from "fast-check";
import { expect, test } from "vitest";
import { nearest, unknownChoice, unknownWord } from "../../src/config/nearest.ts";
import { safeText } from "../../src/inventory/safe-text.ts";

test.each([
  { word: "discvoer", known: ["discover", "kinds"], says: 'unknown verb "discvoer"; did you mean "discover"?' },
  { word: "DISCOVER", known: ["discover", "kinds"], says: 'unknown verb "DISCOVER"; did you mean "discover"?' },
  { word: "disc", known: ["kinds", "discover"], says: 'unknown verb "disc"; did you mean "discover"?' },
  { word: "jsno", known: ["csv", "json"], says: 'unknown verb "jsno"; did you mean "json"?' },
  { word: "ovh.vsp", known: ["ovh.ip", "ovh.vps"], says: 'unknown verb "ovh.vsp"; did you mean "ovh.vps"?' },
  { word: "", known: ["discover"], says: 'unknown verb ""' },
  { word: "lost", known: [], says: 'unknown verb "lost"' },
])("$word", ({ word, known, says }) => {
  expect(unknownWord("verb", word, known)).toBe(says);
});

test.each([
  ["toString", ["discover", "kinds"]],
  ["yaml", ["table", "ndjson", "json", "csv"]],
  ["-k", ["--kinds", "--config"]],
  ["-", ["--kinds"]],
  ["tcsh", ["bash", "zsh", "fish"]],
  ["red", ["ovh.okms", "all"]],
  ["scw_access_key", ["access_token", "consumer_key"]],
])("nothing is near to %s", (word, known) => {
  expect(nearest(word, known)).toBeUndefined();
});

test.each([
  ["jsn", 'unknown format "jsn"; did you mean "json"?'],
  ["yaml", 'unknown format "yaml" (known: table, json, csv)'],
])("of a few words, all are listed where none is near: %s", (word, says) => {
  expect(unknownChoice("format", word, ["table", "json", "csv"])).toBe(says);
});

test("whatever the word, the sentence is one line, short, and suggests known words alone", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (word) => {
      const sentence = unknownWord("kind", word, ["ovh.vps", "scaleway.block.volume"]);
      expect(sentence).toMatch(/^unknown kind ".*"(; did you mean "(ovh\.vps|scaleway\.block\.volume)"\?)?$/s);
      expect(safeText(sentence)).toBe(sentence);
      expect(sentence.length).toBeLessThan(130);
    }),
  );
});
