import { describe, expect, test } from "vitest";
import { acceptedGaps } from "../../src/inventory/accepted-gaps.ts";
import type { DiscoverOptions } from "../../src/inventory/discover-options.ts";
import { InventoryError } from "../../src/inventory/errors.ts";
import type { Provider } from "../../src/inventory/provider.ts";
import { isSuccess } from "../../src/inventory/success.ts";
import type { ListedKind } from "../../src/listing/kind.ts";
import { fakeChild, fakeKind, fakeProvider, pageOf, runOf } from "./fake-provider.ts";

const core = fakeKind({ id: "fake.core" });
const optional: ListedKind = { ...fakeKind({ id: "fake.optional" }), needs: ["GET /optional"], optional: true };
const kinds = [core, optional];
const said = new InventoryError("PERMISSION_DENIED", "this right is missing", { lacksRight: true });
const bare = new InventoryError("PERMISSION_DENIED", "forbidden");
const absent = new InventoryError("NOT_FOUND", "not here", { notOffered: true });
const down = new InventoryError("UNAVAILABLE", "down");

type Endings = Readonly<Record<string, InventoryError>>;

/** Scopes `one` and `two`; a list ends as its entry says, by `kind@scope`, and else holds one thing. */
function endingAs(endings: Endings, all: readonly ListedKind[] = kinds): Provider {
  return fakeProvider({
    kinds: all,
    scopes: ["one", "two"],
    *list(kind, scope) {
      const error = endings[`${kind.id}@${scope.id}`];
      if (error !== undefined) throw error;
      yield pageOf("a");
    },
  });
}

const everywhere = (error: InventoryError, kind = "fake.optional"): Endings => ({
  [`${kind}@one`]: error,
  [`${kind}@two`]: error,
});

async function ended(endings: Endings, options: DiscoverOptions = {}, all?: readonly ListedKind[]) {
  const { events, scopes, finished } = await runOf(endingAs(endings, all), { concurrentScopes: 1, ...options });
  const [started] = events;
  return {
    started,
    finished,
    isSuccess: isSuccess(finished, false),
    marked: scopes.flatMap(({ kind, scope, notGranted }) => (notGranted ? [`${kind}@${scope}`] : [])),
    denied: scopes.filter(({ outcome }) => outcome === "denied").length,
  };
}

describe("an optional kind that nobody named and that is denied", () => {
  test("everywhere, in the provider's own words, is not granted: incomplete, and no failure", async () => {
    const { started, marked, finished, isSuccess: isGood, denied } = await ended(everywhere(said));
    expect(started).toMatchObject({ kinds: ["fake.core", "fake.optional"] });
    expect(started).not.toHaveProperty("notGranted");
    expect(marked).toEqual(["fake.optional@one", "fake.optional@two"]);
    expect(denied).toBe(2);
    expect(finished).toMatchObject({
      complete: false,
      acceptedGaps: 0,
      notGranted: [{ kind: "fake.optional", missing: ["GET /optional"], scopes: 2 }],
    });
    expect(isGood).toBe(true);
  });

  test("where it is offered, is not granted either", async () => {
    const { marked, isSuccess: isGood } = await ended({ "fake.optional@one": absent, "fake.optional@two": said });
    expect({ marked, isGood }).toEqual({ marked: ["fake.optional@two"], isGood: true });
  });

  const gaps: readonly (readonly [string, Endings, DiscoverOptions?, (readonly ListedKind[])?])[] = [
    ["with a bare 403", everywhere(bare)],
    ["with a bare 403 in one place", { ...everywhere(said), "fake.optional@two": bare }],
    ["in one place, and read in another", { "fake.optional@one": said }],
    ["in one place, and failed in another", { ...everywhere(said), "fake.optional@two": down }],
    ["and read by an earlier run, be it empty", everywhere(said), { wasGranted: (kind) => kind === "fake.optional" }],
    ["and read by an earlier run, as a host hands it in", everywhere(said), { scopesRead: () => ["gone"] }],
    ["and named", everywhere(said), { kinds, named: true }],
    ["and chosen by a program that does not say whether it is named", everywhere(said), { kinds }],
    ["beside a success under the same right", everywhere(said), {}, [{ ...core, needs: optional.needs }, optional]],
    ["although it is of the core", everywhere(said, "fake.core")],
  ];
  test.each(gaps.map(([how, endings, options = {}, all = kinds]) => ({ how, endings, options, all })))(
    "$how is a gap like any other",
    async ({ endings, options, all }) => {
      const { marked, finished, isSuccess: isGood } = await ended(endings, options, all);
      expect(marked).toEqual([]);
      expect(finished).not.toHaveProperty("notGranted");
      expect(isGood).toBe(false);
    },
  );

  test("after something of it was read, has its right", async () => {
    const provider = fakeProvider({
      kinds,
      *list(kind) {
        yield pageOf("a");
        if (kind.id === "fake.optional") throw said;
      },
    });
    const { scopes, finished } = await runOf(provider);
    expect(scopes.some(({ notGranted }) => notGranted)).toBe(false);
    expect(isSuccess(finished, false)).toBe(false);
  });

  test("excuses no other gap, and nothing where nothing was read", async () => {
    const other = await ended({ ...everywhere(said), "fake.core@one": down });
    expect(other).toMatchObject({ marked: ["fake.optional@one", "fake.optional@two"], isSuccess: false });
    expect(await ended({ ...everywhere(said), ...everywhere(said, "fake.core") })).toMatchObject({ isSuccess: false });
  });

  test("counts once where its gap is accepted too", async () => {
    const gaps = acceptedGaps(["fake.optional@one"], kinds);
    const { marked, finished, isSuccess: isGood } = await ended(everywhere(said), { acceptedGaps: gaps });
    expect(marked).toEqual(["fake.optional@two"]);
    expect(finished).toMatchObject({ acceptedGaps: 1, notGranted: [{ scopes: 1 }] });
    expect(isGood).toBe(true);
  });

  test("below something else, ends as what it is listed below", async () => {
    const child: ListedKind = {
      ...fakeChild(optional),
      optional: true,
      needs: ["GET /optional", "GET /optional/*/part"],
    };
    const provider = fakeProvider({
      kinds: [core, optional, child],
      *list(kind, _scope, { parents }) {
        if (parents?.error !== undefined) throw parents.error;
        if (kind.id === "fake.optional") throw said;
        yield pageOf("a");
      },
    });
    for (const chosen of [
      [core, optional, child],
      [core, child],
    ]) {
      const { finished } = await runOf(provider, { kinds: chosen, named: false });
      expect(finished.notGranted?.map(({ kind }) => kind)).toContain("fake.part");
      expect(isSuccess(finished, false)).toBe(true);
    }
  });

  test("is said to be known where the last run found the same, and is asked all the same", async () => {
    const wasNotGranted = (kind: string) => kind === "fake.optional";
    expect(await ended(everywhere(said), { wasNotGranted })).toMatchObject({
      started: { notGranted: ["fake.optional"] },
      isSuccess: true,
    });
    const { started, finished } = await ended({}, { wasNotGranted });
    expect(started).toMatchObject({ notGranted: ["fake.optional"] });
    expect(finished).toMatchObject({ complete: true });
  });
});

describe("the provider's rights", () => {
  test("tell what its words do not, and are looked at once", async () => {
    const third: ListedKind = { ...fakeKind({ id: "fake.third" }), needs: ["GET /third"], optional: true };
    const asked: string[][] = [];
    const { finished } = await ended(
      { ...everywhere(bare), ...everywhere(bare, "fake.third") },
      {
        async findLacking(chosen) {
          asked.push(chosen.map(({ id }) => id));
          return new Set(["fake.optional"]);
        },
      },
      [...kinds, third],
    );
    expect(finished.notGranted).toMatchObject([{ kind: "fake.optional" }]);
    expect(asked).toEqual([["fake.optional", "fake.third"]]);
    expect(isSuccess(finished, false)).toBe(false);
  });

  test("are not asked for where the words tell, and excuse nothing where they cannot be read", async () => {
    const fails = async (): Promise<never> => {
      throw new Error("planted");
    };
    expect(await ended(everywhere(said), { findLacking: fails })).toMatchObject({ isSuccess: true });
    expect(await ended(everywhere(bare), { findLacking: fails })).toMatchObject({ marked: [], isSuccess: false });
  });
});

test("a run that is cancelled while a denial is open ends, and excuses nothing", async () => {
  const stop = new AbortController();
  const provider = fakeProvider({
    kinds,
    scopes: ["one"],
    async *list(kind, _scope, { signal }) {
      if (kind.id === "fake.optional") throw said;
      yield pageOf("a");
      stop.abort();
      await new Promise((_, reject) => {
        if (signal.aborted) reject(signal.reason);
        signal.addEventListener("abort", () => reject(signal.reason));
      });
    },
  });
  const { finished } = await runOf(provider, { signal: stop.signal });
  expect(finished).toMatchObject({ code: "CANCELLED", scopes: 2 });
  expect(isSuccess(finished, true)).toBe(false);
});

test("one place at a time is enough: what is open holds no turn", async () => {
  const endings = Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`fake.optional@${index}`, said] as const),
  );
  const provider = fakeProvider({
    kinds: [optional, core],
    scopes: Array.from({ length: 40 }, (_, index) => String(index)),
    *list(kind, scope) {
      const error = endings[`${kind.id}@${scope.id}`];
      if (error !== undefined) throw error;
      yield pageOf("a");
    },
  });
  const { finished } = await runOf(provider, { concurrentScopes: 1 });
  expect(finished).toMatchObject({ outcomes: { completed: 40, denied: 40 }, notGranted: [{ scopes: 40 }] });
});
