import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acceptedGaps } from "../../src/inventory/accepted-gaps.ts";
import { type ErrorCode, InventoryError } from "../../src/inventory/errors.ts";
import type { Event } from "../../src/inventory/event.ts";
import { isSuccess } from "../../src/inventory/success.ts";
import { fakeKind, fakeProvider, pageOf, runOf } from "./fake-provider.ts";

const kinds = ["fake.server", "fake.volume", "other.bucket"].map((id) => fakeKind({ id }));
const scopes = ["one", "two/north-1", "two/south-1"];
const codes = ["PERMISSION_DENIED", "UNAVAILABLE", "INVALID_RESPONSE", "NOT_FOUND"] as const;
type Ending = "completed" | "partial" | "not-offered" | ErrorCode;
type Endings = Readonly<Record<string, Ending>>;

/** A provider whose every list ends as it is told to, by kind and scope. */
function endingAs(endings: Endings) {
  return fakeProvider({
    kinds,
    scopes,
    async *list(kind, scope) {
      const ending = endings[`${kind.id}@${scope.id}`] ?? "completed";
      if (ending === "not-offered") throw new InventoryError("NOT_FOUND", "not here", { notOffered: true });
      yield pageOf("a");
      if (ending === "partial") yield { number: 2, items: [{ name: "without an id" }] };
      else if (ending !== "completed") throw new InventoryError(ending, "why");
    },
  });
}

const runWith = async (endings: Endings, entries: readonly string[] = []) =>
  runOf(endingAs(endings), { kinds, acceptedGaps: acceptedGaps(entries, kinds), concurrentScopes: 1 });

describe("what is accepted", () => {
  test("is a kind everywhere, or in the scopes that are named", () => {
    const isAccepted = acceptedGaps(["fake.*@two/*", "other.bucket"], kinds);
    expect(isAccepted("fake.server", "two/north-1")).toBe(true);
    expect(isAccepted("fake.server", "two")).toBe(false);
    expect(isAccepted("fake.volume", "one")).toBe(false);
    expect(isAccepted("other.bucket", "account")).toBe(true);
  });

  test("is refused where no kind has that name", () => {
    expect(() => acceptedGaps(["fake.sever@one"], kinds)).toThrow('accepted_gaps: no kind matches "fake.sever"');
  });

  test.each(["PERMISSION_DENIED", "UNAVAILABLE", "partial"] as const)(
    "carries a mark and a count where it ended as %s",
    async (ending) => {
      const { scopes: ended, finished } = await runWith({ "fake.server@one": ending }, ["fake.server@one"]);
      expect(ended.filter(({ accepted }) => accepted)).toMatchObject([{ kind: "fake.server", scope: "one" }]);
      expect(finished).toMatchObject({ complete: false, acceptedGaps: 1 });
      expect(isSuccess(finished, false)).toBe(true);
    },
  );

  test.each(["UNAUTHENTICATED", "CANCELLED"] as const)("is never what ended the whole run: %s", async (code) => {
    const { scopes: ended, finished } = await runWith({ "fake.volume@one": code }, ["*"]);
    expect(ended.find(({ kind, scope }) => kind === "fake.volume" && scope === "one")).not.toHaveProperty("accepted");
    expect(isSuccess(finished, true)).toBe(false);
  });
});

describe("a success", () => {
  const everything = (ending: Ending): Endings =>
    Object.fromEntries(kinds.flatMap(({ id }) => scopes.map((scope) => [`${id}@${scope}`, ending])));

  test("has read something", async () => {
    const { finished } = await runWith(everything("PERMISSION_DENIED"), ["*"]);
    expect(finished.acceptedGaps).toBe(9);
    expect(isSuccess(finished, true)).toBe(false);
  });

  test("has no gap but those that were accepted, unless every gap is", async () => {
    const endings = { "fake.server@one": "UNAVAILABLE", "fake.volume@one": "PERMISSION_DENIED" } as const;
    const { finished } = await runWith(endings, ["fake.server"]);
    expect(isSuccess(finished, false)).toBe(false);
    expect(isSuccess(finished, true)).toBe(true);
  });
});

describe("whatever is accepted", () => {
  const ending = fc.constantFrom<Ending>("completed", "partial", "not-offered", ...codes);
  const endings = fc.dictionary(
    fc.constantFrom(...kinds.flatMap(({ id }) => scopes.map((scope) => `${id}@${scope}`))),
    ending,
  );
  const entry = fc
    .tuple(fc.constantFrom("*", "fake.*", "*.bucket", "fake.server"), fc.constantFrom("", "@*", "@one", "@two/*"))
    .map(([kind, scope]) => `${kind}${scope}`);
  const withoutMarks = (events: readonly Event[]) =>
    events.map((event) => {
      const {
        accepted: _accepted,
        acceptedGaps: _count,
        durationMs: _ms,
        startedAt: _at,
        ...rest
      } = { ...event } as Record<string, unknown>;
      return rest;
    });

  test("no resource and no scope is hidden, and nothing becomes complete", async () => {
    await fc.assert(
      fc.asyncProperty(endings, fc.array(entry, { maxLength: 4 }), async (given, entries) => {
        const [strict, lenient] = await Promise.all([runWith(given), runWith(given, entries)]);
        expect(withoutMarks(lenient.events)).toEqual(withoutMarks(strict.events));
        expect(lenient.finished.complete).toBe(strict.finished.complete);
        const marked = lenient.scopes.filter(({ accepted }) => accepted);
        expect(lenient.finished.acceptedGaps).toBe(marked.length);
        for (const { outcome } of marked) expect(["partial", "denied", "failed"]).toContain(outcome);
      }),
    );
  });
});
