import fc from "fast-check";
import { expect, test } from "vitest";
import { ListedUrns } from "../../src/inventory/listed-urns.ts";

// Few of them, so that most come again; long and odd ones among them, and halves of surrogate pairs, which have no UTF-8.
const urn = fc
  .oneof(
    fc.nat({ max: 200 }).map(String),
    fc.constantFrom("", "\ud800", "\ud801", "\udfff", "\ufffd", "\\ud800", "é", "e\u0301", "x".repeat(4096)),
    fc.string({ unit: "binary", maxLength: 3 }),
  )
  .map((id) => `urn:v1:${id}`);
const pass = fc.integer({ min: 1, max: 2 ** 32 - 1 });
const step = fc.oneof({ weight: 9, arbitrary: fc.record({ urn, pass }) }, fc.record({ urn }));

test("answers each URN as a plain map does", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 600, size: "max" }), (steps) => {
      const model = new Map<string, number>();
      const listed = new ListedUrns();
      for (const { urn, pass } of steps as { readonly urn: string; readonly pass?: number }[]) {
        expect(listed.has(urn)).toBe(model.has(urn));
        if (pass !== undefined) {
          expect(listed.mark(urn, pass)).toBe(model.get(urn));
          model.set(urn, pass);
        }
        expect(listed.size).toBe(model.size);
      }
    }),
  );
});

test("takes none of 300,000 URNs for another, and forgets none while it grows", () => {
  const count = 300_000;
  const nameOf = (index: number): string => `urn:v1:eu:resource:publicCloudProject:p:volume:${index}`;
  const listed = new ListedUrns();
  const mistaken: number[] = [];
  for (let index = 0; index < count; index += 1) {
    if (listed.mark(nameOf(index), (index % 7) + 1) !== undefined) mistaken.push(index);
  }
  for (let index = 0; index < count; index += 1) {
    if (listed.mark(nameOf(index), 9) !== (index % 7) + 1) mistaken.push(index);
    if (listed.has(nameOf(count + index))) mistaken.push(count + index);
  }
  expect(mistaken).toEqual([]);
  expect(listed.size).toBe(count);
});
