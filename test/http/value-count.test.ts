import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createValueCount, separatorsIn } from "../../src/http/value-count.ts";

const plain = (bytes: Uint8Array): number => bytes.filter((byte) => ",[{".includes(String.fromCharCode(byte))).length;
const dense = fc.uint8Array({ maxLength: 40 }).map((bytes) => bytes.map((byte) => ',[{"\\x}]'.charCodeAt(byte % 8)));

describe("the separators of a part", () => {
  test("are all counted, wherever in its memory the part begins", () => {
    fc.assert(
      fc.property(dense, fc.nat(3), fc.nat(3), (bytes, before, after) => {
        const memory = new Uint8Array(before + bytes.length + after).fill(44);
        memory.set(bytes, before);
        expect(separatorsIn(memory.subarray(before, before + bytes.length))).toBe(plain(bytes));
      }),
    );
  });
});

describe("the values of a JSON text", () => {
  /** Commas and openings, as the value itself says: each list and object, and all but the first of what it holds. */
  const countOf = (value: unknown): number => {
    if (value === null || typeof value !== "object") return 0;
    const entries = Object.values(value);
    return 1 + Math.max(0, entries.length - 1) + entries.reduce((sum: number, entry) => sum + countOf(entry), 0);
  };

  test("are counted whatever the texts hold, and wherever the text is cut", () => {
    const text = fc.string({ unit: fc.constantFrom(",", "[", "{", '"', "\\", "a", "\ud83d\ude80") });
    const document = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: "small" },
        text,
        fc.integer(),
        fc.array(tie("value")),
        fc.dictionary(text, tie("value"), { noNullPrototype: true }),
      ),
    })).value;
    fc.assert(
      fc.property(document, fc.integer({ min: 1, max: 7 }), (value, size) => {
        const bytes = Buffer.from(JSON.stringify(value));
        const count = createValueCount();
        for (let start = 0; start < bytes.length; start += size) count.add(bytes.subarray(start, start + size));
        expect(count.values).toBe(countOf(JSON.parse(bytes.toString())));
      }),
    );
  });
});
