import fc from "fast-check";
import { expect, test } from "vitest";
import { unknownWord } from "../../src/config/nearest.ts";
import { safeText } from "../../src/inventory/safe-text.ts";

test.each([
  { word: "discvoer", known: ["discover", "kinds"], says: 'unknown verb "discvoer"; did you mean "discover"?' },
  { word: "", known: ["discover"], says: 'unknown verb ""; did you mean "discover"?' },
  { word: "lost", known: [], says: 'unknown verb "lost"' },
])("$word", ({ word, known, says }) => {
  expect(unknownWord("verb", word, known)).toBe(says);
});

test("whatever the word, the sentence is one line, short, and names a known word", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (word) => {
      const sentence = unknownWord("kind", word, ["ovh.vps", "scaleway.block.volume"]);
      expect(sentence).toMatch(/^unknown kind ".*"; did you mean "(ovh|scaleway)\.[a-z.]+"\?$/s);
      expect(safeText(sentence)).toBe(sentence);
      expect(sentence.length).toBeLessThan(130);
    }),
  );
});
