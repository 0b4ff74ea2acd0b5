import { describe, expect, test } from "vitest";
import { type ErrorCode, InventoryError } from "../../src/inventory/errors.ts";
import type { Page, Provider } from "../../src/inventory/provider.ts";
import { accountScope, projectScope } from "../../src/inventory/scope.ts";
import { fakeChild, fakeKind, fakeProvider, pageOf, runOf } from "./fake-provider.ts";

const broken = (code: ErrorCode = "UNAVAILABLE") => new InventoryError(code, "the provider failed");

describe("a scope that could not be read for a reason that may have passed", () => {
  test.each<ErrorCode>(["UNAVAILABLE", "RATE_LIMITED"])("is read once more at the end: %s", async (code) => {
    const asked: string[] = [];
    const provider = fakeProvider({
      scopes: ["one", "two", "three"],
      list: (_kind, scope) => {
        asked.push(scope.id);
        if (asked.length === 1) throw broken(code);
        return [pageOf(scope.id)];
      },
    });
    const { scopes, finished } = await runOf(provider, { concurrentScopes: 1 });
    expect(asked).toEqual(["one", "two", "three", "one"]);
    expect(scopes.map(({ scope, outcome }) => [scope, outcome])).toEqual([
      ["two", "completed"],
      ["three", "completed"],
      ["one", "completed"],
    ]);
    expect(finished).toMatchObject({ complete: true, resources: 3 });
  });

  test("emits nothing twice", async () => {
    let readings = 0;
    const list = function* (): Generator<Page> {
      readings += 1;
      yield { number: 1, items: [{ id: "a" }, { id: "b" }], total: 3 };
      if (readings === 1) throw broken();
      yield { number: 2, items: [{ id: "c" }], total: 3 };
    };
    const { names, scopes } = await runOf(fakeProvider({ list }));
    expect(names).toEqual(["a", "b", "c"]);
    expect(scopes).toMatchObject([{ outcome: "completed", count: 3 }]);
  });

  test("is read once more and no oftener, and keeps what it said", async () => {
    let readings = 0;
    const list = (): Page[] => {
      readings += 1;
      throw broken();
    };
    const { scopes } = await runOf(fakeProvider({ list }));
    expect(readings).toBe(2);
    expect(scopes).toMatchObject([{ outcome: "failed", code: "UNAVAILABLE", reason: "the provider failed" }]);
  });

  test("is read with nothing else under way", async () => {
    let underWay = 0;
    const failedOnce = new Set<string>();
    const most = { first: 0, again: 0 };
    const provider = fakeProvider({
      scopes: ["one", "two", "three", "four"],
      async *list(_kind, scope) {
        const isAgain = failedOnce.has(scope.id);
        underWay += 1;
        most[isAgain ? "again" : "first"] = Math.max(most[isAgain ? "again" : "first"], underWay);
        await new Promise((resolve) => setTimeout(resolve, 5));
        underWay -= 1;
        if (!isAgain) {
          failedOnce.add(scope.id);
          throw broken();
        }
        yield pageOf(scope.id);
      },
    });
    const { finished } = await runOf(provider);
    expect(most).toEqual({ first: 4, again: 1 });
    expect(finished.complete).toBe(true);
  });

  test("holds up what is listed below it, until it is known", async () => {
    const parent = fakeKind({ id: "fake.parent" });
    const child = fakeChild(parent);
    let readings = 0;
    const provider = fakeProvider({
      kinds: [parent, child],
      list: (kind, _scope, { parents }) => {
        if (kind.id === "fake.part") {
          return (parents?.items ?? []).map((above) => ({ ...pageOf(`below ${above.id}`), parent: above }));
        }
        readings += 1;
        if (readings === 1) throw broken();
        return [pageOf("a")];
      },
    });
    const { names, finished } = await runOf(provider);
    expect(names).toEqual(["a", "below a"]);
    expect(finished.complete).toBe(true);
  });

  test("is left as it is where the run is stopped", async () => {
    const caller = new AbortController();
    let readings = 0;
    const provider = fakeProvider({
      list: () => {
        readings += 1;
        caller.abort(new InventoryError("CANCELLED", "stopped"));
        throw broken();
      },
    });
    await runOf(provider, { signal: caller.signal });
    expect(readings).toBe(1);
  });
});

test.each<ErrorCode>(["PERMISSION_DENIED", "INVALID_RESPONSE", "NOT_FOUND"])(
  "what lasts is not asked again: %s",
  async (code) => {
    let readings = 0;
    const list = (): Page[] => {
      readings += 1;
      throw broken(code);
    };
    await runOf(fakeProvider({ list }));
    expect(readings).toBe(1);
  },
);

describe("places that could not be enumerated for a reason that may have passed", () => {
  const failingOnce = (code: ErrorCode) => {
    let enumerations = 0;
    return fakeProvider({
      async *scopes(kinds) {
        enumerations += 1;
        yield { kinds, scope: projectScope("one") };
        if (enumerations === 1) yield { kinds, scope: accountScope, error: broken(code) };
        else yield { kinds, scope: projectScope("two") };
      },
      list: (_kind, scope) => [pageOf(scope.id)],
    });
  };

  test.each<ErrorCode>(["UNAVAILABLE", "RATE_LIMITED"])("are enumerated once more at the end: %s", async (code) => {
    const { names, scopes, finished } = await runOf(failingOnce(code));
    expect(names).toEqual(["one", "two"]);
    expect(scopes.map(({ scope }) => scope)).toEqual(["one", "two"]);
    expect(finished.complete).toBe(true);
  });

  test("and what the run tells of its projects is of that enumeration", async () => {
    const provider = failingOnce("UNAVAILABLE");
    const createKnown = (): Set<string> => new Set();
    const telling: Provider = {
      ...provider,
      async *scopes(kinds, context) {
        for await (const entry of provider.scopes(kinds, context)) {
          if (entry.error === undefined) context.run.stateOf(createKnown).add(entry.scope.id);
          yield entry;
        }
      },
      reach: async (_kinds, { run }) => {
        await new Promise(setImmediate);
        return { read: run.stateOf(createKnown).size, visible: 2 };
      },
    };
    expect((await runOf(telling)).finished.projects).toEqual({ read: 2, visible: 2 });
  });

  test("and not where it lasts", async () => {
    const { scopes, finished } = await runOf(failingOnce("PERMISSION_DENIED"));
    expect(scopes.map(({ scope }) => scope).toSorted()).toEqual(["account", "one"]);
    expect(finished.complete).toBe(false);
  });

  test("and say so where they fail again, in one outcome", async () => {
    const provider = fakeProvider({
      async *scopes(kinds) {
        yield { kinds, scope: accountScope, error: broken() };
      },
      list: () => [],
    });
    const { scopes } = await runOf(provider);
    expect(scopes).toMatchObject([{ scope: "account", outcome: "failed", code: "UNAVAILABLE" }]);
  });
});
