import { describe, expect, onTestFinished, test, vi } from "vitest";
import { discover } from "../../src/inventory/discover.ts";
import { InventoryError } from "../../src/inventory/errors.ts";
import type { Page } from "../../src/inventory/provider.ts";
import { fakeProvider, pageOf, runOf, settle, untilAborted } from "./fake-provider.ts";

const refused = () => new InventoryError("UNAUTHENTICATED", "GET /thing refused the credential (status 401)");

describe("a refused credential", () => {
  test("stops the run; what was not reached says so", async () => {
    const provider = fakeProvider({
      scopes: ["one", "two", "three"],
      list: (_kind, scope) => {
        if (scope.id === "two") throw refused();
        return [pageOf(scope.id)];
      },
    });
    const { names, scopes, finished } = await runOf(provider, { concurrentScopes: 1 });
    expect(names).toEqual(["one"]);
    expect(scopes).toMatchObject([
      { scope: "one", outcome: "completed" },
      { scope: "two", outcome: "failed", code: "UNAUTHENTICATED" },
      { scope: "three", outcome: "failed", code: "UNAUTHENTICATED", count: 0 },
    ]);
    expect(finished).toMatchObject({ complete: false, code: "UNAUTHENTICATED", reason: refused().message });
  });

  test("ends the requests that are open", async () => {
    const provider = fakeProvider({
      scopes: ["slow", "two"],
      async *list(_kind, scope, { signal }) {
        if (scope.id === "two") throw refused();
        yield pageOf("a");
        await untilAborted(signal);
      },
    });
    const { scopes } = await runOf(provider);
    expect(scopes.find(({ scope }) => scope === "slow")).toMatchObject({ code: "UNAUTHENTICATED", count: 1 });
  });

  test("that the enumeration met stops it too", async () => {
    const provider = fakeProvider({
      async *scopes(kinds, { signal }) {
        yield { kinds, scope: { id: "account" }, error: refused() };
        await untilAborted(signal);
      },
      list: () => [pageOf("a")],
    });
    const { scopes, finished } = await runOf(provider);
    expect(scopes.every(({ code }) => code === "UNAUTHENTICATED")).toBe(true);
    expect(finished).toMatchObject({ complete: false, code: "UNAUTHENTICATED" });
  });
});

describe("a caller who cancels", () => {
  test("gets an outcome for every scope, and the end", async () => {
    const caller = new AbortController();
    const provider = fakeProvider({
      scopes: ["one", "two", "three"],
      async *list(_kind, scope, { signal }) {
        yield pageOf(scope.id);
        if (scope.id === "one") return;
        caller.abort(new Error("a reason of the caller's own"));
        await untilAborted(signal);
      },
    });
    const { scopes, finished } = await runOf(provider, { signal: caller.signal, concurrentScopes: 1 });
    expect(scopes).toMatchObject([
      { scope: "one", outcome: "completed", count: 1 },
      { scope: "two", outcome: "failed", code: "CANCELLED", reason: "the run was cancelled", count: 1 },
      { scope: "three", outcome: "failed", code: "CANCELLED", reason: "the run was cancelled", count: 0 },
    ]);
    expect(finished).toMatchObject({ complete: false, code: "CANCELLED", reason: "the run was cancelled" });
  });

  test("before the run begins gets the same, and nothing is emitted", async () => {
    const { names, scopes, finished } = await runOf(
      fakeProvider({ scopes: ["one", "two"], list: () => [pageOf("a")] }),
      {
        signal: AbortSignal.abort(),
      },
    );
    expect(names).toEqual([]);
    expect(scopes.map(({ outcome, code }) => [outcome, code])).toEqual([
      ["failed", "CANCELLED"],
      ["failed", "CANCELLED"],
    ]);
    expect(finished).toMatchObject({ complete: false, code: "CANCELLED" });
  });

  test("turns what a request then throws into a cancellation", async () => {
    const caller = new AbortController();
    const provider = fakeProvider({
      list: () => {
        caller.abort();
        throw new DOMException("aborted", "AbortError");
      },
    });
    const { scopes } = await runOf(provider, { signal: caller.signal });
    expect(scopes[0]).toMatchObject({ outcome: "failed", code: "CANCELLED" });
  });
});

test("a deadline ends what is open and says which one passed", async () => {
  const provider = fakeProvider({
    scopes: ["one", "two"],
    async *list(_kind, scope, { signal }) {
      yield pageOf("a");
      if (scope.id === "one") return;
      await settle();
      vi.advanceTimersByTime(20);
      await untilAborted(signal);
    },
  });
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const { scopes, finished } = await runOf(provider, { deadlineMs: 20 });
  const reason = "the deadline of 0.02 s passed before this was read";
  expect(scopes.find(({ scope }) => scope === "one")).toMatchObject({ outcome: "completed" });
  expect(scopes.find(({ scope }) => scope === "two")).toMatchObject({ outcome: "failed", code: "CANCELLED", reason });
  expect(finished).toMatchObject({ complete: false, code: "CANCELLED", reason });
});

describe("a list that comes at once and without end", () => {
  const endless = function* (page: (number: number) => Page): Generator<Page> {
    for (let number = 1; ; number += 1) yield page(number);
  };

  test.each<[string, Generator<Page>]>([
    ["of items", endless((number) => ({ number, items: [{ id: `${number}` }] }))],
    ["of items without an id", endless((number) => ({ number, items: [{}] }))],
    ["of one item, again and again", endless((number) => ({ number, items: [{ id: "a" }] }))],
    ["of empty pages", endless((number) => ({ number, items: [] }))],
    [
      "on one page",
      endless((number) => ({
        number,
        // An endless page, as far as the engine can see.
        items: {
          length: 1,
          *[Symbol.iterator]() {
            for (;;) yield {};
          },
        } as unknown as readonly unknown[],
      })),
    ],
  ])("%s is ended by the deadline", async (_, pages) => {
    let read = 0;
    for await (const event of discover(fakeProvider({ list: () => pages }), { deadlineMs: 20 })) {
      if (event.type === "resource") read += 1;
      if (event.type !== "scope") continue;
      expect(event).toMatchObject({ outcome: "failed", code: "CANCELLED", count: read });
      expect(event.reason).toContain("the deadline of 0.02 s passed");
    }
  });
});

describe("a reader who leaves", () => {
  test.each([["at the first event", "started"] as const, ["in the middle", "resource"] as const])(
    "%s aborts the provider's signal and waits for its end",
    async (_, last) => {
      const seen: string[] = [];
      const provider = fakeProvider({
        async *list(_kind, _scope, { signal }): AsyncGenerator<Page> {
          seen.push("opened");
          try {
            for (let number = 1; ; number += 1) {
              yield { number, items: [{ id: String(number) }] };
              if (number === 3) await untilAborted(signal);
            }
          } finally {
            seen.push(`aborted: ${signal.aborted}`);
            await settle();
            seen.push("closed");
          }
        },
      });
      for await (const event of discover(provider)) if (event.type === last) break;
      expect(seen).toEqual(["opened", "aborted: true", "closed"]);
    },
  );

  test("by an error of its own gets that error", async () => {
    const reading = async () => {
      for await (const event of discover(fakeProvider({ list: () => [pageOf("a")] }))) {
        if (event.type === "resource") throw new RangeError("mine");
      }
    };
    await expect(reading()).rejects.toThrow(new RangeError("mine"));
  });
});

describe("a reader who is slow", () => {
  test("bounds how far the provider reads ahead, however many scopes there are", async () => {
    let pulled = 0;
    const provider = fakeProvider({
      scopes: ["one", "two", "three", "four"],
      async *list(_kind, scope) {
        for (let number = 1; number <= 5000; number += 1) {
          pulled += 1;
          yield { number, items: [{ id: `${scope.id}-${number}` }] };
        }
      },
    });
    const events = discover(provider);
    await events.next();
    await settle(200);
    const resting = pulled;
    await settle(200);
    expect(pulled).toBe(resting);
    expect(pulled).toBeLessThan(1000);
    for (let read = 0; read < 2000; read += 1) await events.next();
    await settle(200);
    expect(pulled).toBeGreaterThan(resting);
    expect(pulled).toBeLessThan(3000);
    await events.return();
  });

  test("still gets everything", async () => {
    const ids = Array.from({ length: 700 }, (_, index) => String(index));
    const provider = fakeProvider({ scopes: ["one", "two"], list: () => [pageOf(...ids)] });
    const names: string[] = [];
    for await (const event of discover(provider)) {
      await Promise.resolve();
      if (event.type === "resource") names.push(event.resource.urn);
    }
    expect(new Set(names).size).toBe(1400);
  });
});
