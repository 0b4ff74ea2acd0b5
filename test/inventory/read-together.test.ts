import { describe, expect, it } from "vitest";
import { discover } from "../../src/inventory/discover.ts";
import { InventoryError } from "../../src/inventory/errors.ts";
import type { Page, Provider, ReadContext, ScopeEntry, SharedPage } from "../../src/inventory/provider.ts";
import type { ResourceKind } from "../../src/inventory/resource-kind.ts";
import { projectScope, type Scope } from "../../src/inventory/scope.ts";
import { fakeChild, fakeKind, fakeProvider, pageOf, runOf, settle, untilAborted } from "./fake-provider.ts";

const projects = ["one", "two", "three"];

interface Options {
  readonly kinds?: readonly ResourceKind[];
  /** What the list of all holds, pass by pass: ids by project, page by page. */
  readonly together: (pass: number, context: ReadContext) => AsyncIterable<SharedPage> | undefined;
  /** What each project's own list holds. */
  readonly own?: (scope: Scope, kind: ResourceKind) => Iterable<Page>;
}

/** A provider whose projects share one list; it remembers who was read by itself. */
function sharing({ kinds = [fakeKind()], together, own = () => [pageOf()] }: Options) {
  const alone: string[] = [];
  let passes = 0;
  const provider: Provider = {
    ...fakeProvider({
      kinds,
      async *scopes(selected): AsyncGenerator<ScopeEntry, void, void> {
        for (const project of projects) {
          for (const kind of selected) {
            const isShared = kind.parent === undefined;
            yield { kinds: [kind], scope: projectScope(project), ...(isShared ? { together: "all" } : {}) };
          }
        }
      },
      list: (kind, scope) => {
        alone.push(scope.id);
        return own(scope, kind);
      },
    }),
    listTogether: (_kind, _scopes, context) => {
      passes += 1;
      return together(passes, context);
    },
  };
  return { provider, alone, passesOf: () => passes };
}

function pageWith(number: number, of: Readonly<Record<string, readonly string[]>>, total?: number): SharedPage {
  const parts = Object.entries(of).map(([project, ids]) => ({ scope: projectScope(project), page: pageOf(...ids) }));
  const items = parts.reduce((sum, { page }) => sum + page.items.length, 0);
  return { number, items, parts, ...(total === undefined ? {} : { total }) };
}

async function* pagesOf(...pages: readonly SharedPage[]): AsyncGenerator<SharedPage, void, void> {
  yield* pages;
}

const outcomesOf = (scopes: readonly { scope: string; outcome: string; count: number }[]) =>
  Object.fromEntries(scopes.map(({ scope, outcome, count }) => [scope, `${outcome} ${count}`]));

describe("scopes that one list serves", () => {
  it("each get their own items, in the order of the list, and none is read by itself", async () => {
    const { provider, alone } = sharing({
      together: () =>
        pagesOf(pageWith(1, { one: ["a", "b"], two: ["c"] }, 5), pageWith(2, { two: ["d"], one: ["e"] }, 5)),
    });
    const { names, scopes, finished } = await runOf(provider);
    expect(names).toEqual(["a", "b", "c", "d", "e"]);
    expect(outcomesOf(scopes)).toEqual({ one: "completed 3", two: "completed 2", three: "completed 0" });
    expect(alone).toEqual([]);
    expect(finished.complete).toBe(true);
  });

  it("read it once more where it changed, and each by itself where it changed twice; nothing is told twice", async () => {
    const once = sharing({
      together: (pass) =>
        pagesOf(pageWith(1, { one: ["a"] }, pass === 1 ? 2 : 1), ...(pass === 1 ? [pageWith(2, { two: [] }, 1)] : [])),
    });
    const first = await runOf(once.provider);
    expect([once.passesOf(), once.alone, first.names]).toEqual([2, [], ["a"]]);
    const twice = sharing({
      together: () => pagesOf(pageWith(1, { one: ["a"] }, 7)),
      own: ({ id }) => [pageOf(...(id === "one" ? ["a", "b"] : []))],
    });
    const { names, scopes } = await runOf(twice.provider);
    expect([twice.passesOf(), twice.alone.toSorted(), names]).toEqual([2, projects.toSorted(), ["a", "b"]]);
    expect(outcomesOf(scopes)).toMatchObject({ one: "completed 2" });
  });

  it("believe none of it where an item of one repeats: another's may have slipped", async () => {
    const { provider, alone } = sharing({
      together: () => pagesOf(pageWith(1, { one: ["a"], two: ["b"] }, 4), pageWith(2, { one: ["a"], three: ["c"] }, 4)),
      own: ({ id }) => [pageOf(...({ one: ["a"], two: ["b", "lost"], three: ["c"] }[id] ?? []))],
    });
    const { names, finished } = await runOf(provider);
    expect(alone.toSorted()).toEqual(projects.toSorted());
    expect(names.toSorted()).toEqual(["a", "b", "c", "lost"]);
    expect(finished.complete).toBe(true);
  });

  it("end as they would by themselves where it is refused in the middle", async () => {
    const { provider } = sharing({
      async *together() {
        yield pageWith(1, { one: ["a"] });
        throw new InventoryError("PERMISSION_DENIED", "no");
      },
      own: ({ id }) => {
        if (id === "two") throw new InventoryError("PERMISSION_DENIED", "no");
        return [pageOf(...(id === "one" ? ["a"] : ["z"]))];
      },
    });
    const { names, scopes } = await runOf(provider);
    expect(names).toEqual(["a", "z"]);
    expect(outcomesOf(scopes)).toEqual({ one: "completed 1", two: "denied 0", three: "completed 1" });
  });

  it("ask nothing more after a refused credential", async () => {
    const { provider, alone } = sharing({
      // biome-ignore lint/correctness/useYield: it fails before the first page.
      async *together() {
        throw new InventoryError("UNAUTHENTICATED", "refused");
      },
    });
    const { scopes } = await runOf(provider);
    expect(alone).toEqual([]);
    expect(new Set(scopes.map(({ code }) => code))).toEqual(new Set(["UNAUTHENTICATED"]));
  });

  it("tell those below them what they hold, and count its requests once", async () => {
    const parent = fakeKind();
    const child = fakeChild(parent);
    const { provider, alone } = sharing({
      kinds: [child, parent],
      async *together(_pass, context) {
        context.traffic.requests += 1;
        yield pageWith(1, { one: ["a"], two: ["b"] });
      },
      own: (_scope, { id }) => (id === child.id ? [{ ...pageOf(), part: "x" }] : [pageOf("never")]),
    });
    const { names, scopes, finished } = await runOf(provider);
    expect(names).toEqual(["a", "b"]);
    // Only what is below them was read scope by scope.
    expect(alone).toHaveLength(projects.length);
    expect(finished.requests).toBe(1);
    expect(scopes.reduce((sum, { requests }) => sum + requests, 0)).toBe(1);
  });

  it("are cancelled with it", async () => {
    const { provider } = sharing({
      async *together(_pass, { signal }) {
        yield pageWith(1, { one: ["a"] });
        await untilAborted(signal);
      },
    });
    const stop = new AbortController();
    const run = runOf(provider, { signal: stop.signal });
    await settle();
    stop.abort();
    const { scopes, finished } = await run;
    expect(scopes.map(({ code }) => code)).toEqual(["CANCELLED", "CANCELLED", "CANCELLED"]);
    expect(finished.code).toBe("CANCELLED");
  });

  it("are read no faster than they are taken, also one scope at a time", async () => {
    let read = 0;
    const { provider } = sharing({
      async *together() {
        for (let number = 1; number <= 100; number += 1) {
          read += 1;
          yield pageWith(number, { one: Array.from({ length: 100 }, (_, index) => `${number}-${index}`) });
        }
      },
    });
    const events = discover(provider, { concurrentScopes: 1 });
    await events.next();
    await events.next();
    await settle();
    expect(read).toBeLessThan(10);
    let resources = 0;
    for await (const { type } of events) resources += type === "resource" ? 1 : 0;
    expect(resources).toBe(10_000 - 1);
  });
});
