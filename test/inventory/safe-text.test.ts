import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Event } from "../../src/inventory/event.ts";
import { safeText, safeValue, urnPart } from "../../src/inventory/safe-text.ts";
import { localScope } from "../../src/inventory/scope.ts";
import { fakeKind, fakeProvider, runOf } from "./fake-provider.ts";
import { hostileText, isHarmless, stringsOf } from "./hostile-text.ts";

describe("safe text", () => {
  test.each([
    ["plain text, na\u00efve \u4f60\u597d \ud83d\ude80", "plain text, na\u00efve \u4f60\u597d \ud83d\ude80"],
    ["\u001b[31mred", "\ufffd[31mred"],
    ["a\r\nb\tc", "a\ufffd\ufffdb\ufffdc"],
    ["file\u202egnp.exe", "file\ufffdgnp.exe"],
    ["half \ud83d", "half \ufffd"],
    ["", ""],
  ])("%j is shown as %j", (text, shown) => {
    expect(safeText(text)).toBe(shown);
  });

  test("is harmless, keeps its length and is stable", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const shown = safeText(text);
        expect(isHarmless(shown)).toBe(true);
        expect(shown).toHaveLength(text.length);
        expect(safeText(shown)).toBe(shown);
        if (isHarmless(text)) expect(shown).toBe(text);
      }),
    );
  });

  test("reaches every string and key of a value, and nothing else", () => {
    const value = { "k\n": ["\u0000", 1, true, null, { deep: "\u001b" }] };
    expect(safeValue(value)).toEqual({ "k\ufffd": ["\ufffd", 1, true, null, { deep: "\ufffd" }] });
  });
});

describe("a part of a URN", () => {
  test.each([
    ["6a1f-22_x.y~z", "6a1f-22_x.y~z"],
    ["a/b:c d", "a%2Fb%3Ac%20d"],
    ["!'()*", "%21%27%28%29%2A"],
    ["\u00e9\ud83d\ude80", "%C3%A9%F0%9F%9A%80"],
    ["x\ud800y", "x%ED%A0%80y"],
    ["\udfff", "%ED%BF%BF"],
  ])("%j is written %s", (id, part) => {
    expect(urnPart(id)).toBe(part);
  });

  test("is ASCII that needs no quoting, and gives the id back", () => {
    fc.assert(
      fc.property(hostileText, (id) => {
        expect(urnPart(id)).toMatch(/^([\w.~-]|%[0-9A-F]{2})*$/);
        if (id.isWellFormed()) expect(decodeURIComponent(urnPart(id))).toBe(id);
      }),
    );
  });

  test("never is the same for two ids", () => {
    const pair = fc.oneof(
      fc.tuple(hostileText, hostileText),
      // Ids that differ in one unit alone.
      fc
        .tuple(hostileText, fc.nat(0xffff), fc.nat(0xffff), hostileText)
        .map(([before, one, other, after]): [string, string] => [
          before + String.fromCharCode(one) + after,
          before + String.fromCharCode(other) + after,
        ]),
      fc.constant<[string, string]>(["\ud800", "\ufffd"]),
      fc.constant<[string, string]>(["\ud800", "\udbff"]),
      fc.constant<[string, string]>(["\ud800", "%ED%A0%80"]),
    );
    fc.assert(
      fc.property(pair, ([one, other]) => {
        expect(urnPart(one) === urnPart(other)).toBe(one === other);
      }),
      { numRuns: 500 },
    );
  });
});

test("no event of a run carries anything harmful, wherever the text came from", async () => {
  const id = hostileText.filter((text) => text !== "");
  const item = fc.record({ id, name: hostileText, tags: fc.array(hostileText, { maxLength: 2 }), more: hostileText });
  const places = fc.record({ project: id, locality: id });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(item, { selector: (one) => one.id, maxLength: 4 }),
      places,
      async (items, place) => {
        const textOf = new Map(items.map((one) => [one.id, one.more]));
        const kind = fakeKind({
          more: (one) => {
            const text = textOf.get(one.id) ?? "";
            return {
              account: text,
              status: text,
              createdAt: text,
              region: text,
              endpoints: [{ type: "host", endpoint: text, attributes: { [text]: text } }],
              protection: [{ type: "versioning", state: "enabled", detail: text }],
              attributes: { [text]: text, nested: [{ [text]: text }] },
            };
          },
        });
        const provider = fakeProvider({
          kinds: [kind],
          async *scopes(kinds) {
            yield { kinds, scope: localScope(place.project, place.locality) };
          },
          list: () => [{ number: 1, items }],
        });
        const { events, resources, scopes } = await runOf(provider);
        expect(events.flatMap(stringsOf).filter((text) => !isHarmless(text))).toEqual([]);
        expect(new Set(resources.map(({ urn }) => urn)).size).toBe(items.length);
        expect(scopes).toMatchObject([{ outcome: "completed", count: items.length }]);
        for (const event of events) expect(Event.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
      },
    ),
    { numRuns: 100 },
  );
});
