import { describe, expect, test } from "vitest";
import { discover } from "../../src/inventory/discover.ts";
import { InventoryError } from "../../src/inventory/errors.ts";
import type { ResourceKind } from "../../src/inventory/resource-kind.ts";
import { accountScope, localScope, projectScope, type Scope } from "../../src/inventory/scope.ts";
import { fakeKind, fakeProvider, pageOf, runOf, settle } from "./fake-provider.ts";

const denied = () => new InventoryError("PERMISSION_DENIED", "GET /thing is not permitted", { requestId: "id-9" });

describe("what a run tells", () => {
  test("begins with who asks for what", async () => {
    const kinds = [fakeKind(), fakeKind({ id: "fake.other", byDefault: false })];
    const { events } = await runOf(fakeProvider({ kinds, list: () => [pageOf("a")] }), {
      version: "1.2.3",
      now: () => Date.UTC(2026, 0, 2),
    });
    expect(events[0]).toEqual({
      type: "started",
      inventory: "fake",
      version: "1.2.3",
      credential: "a fake credential",
      kinds: ["fake.thing"],
      startedAt: "2026-01-02T00:00:00.000Z",
    });
  });

  test("names the kinds whose lists may shift while they are read", async () => {
    const kinds = [fakeKind(), { ...fakeKind({ id: "fake.other" }), mayShift: true }];
    const { events } = await runOf(fakeProvider({ kinds, list: () => [pageOf("a")] }), { kinds });
    expect(events[0]).toMatchObject({ type: "started", mayShift: ["fake.other"] });
  });

  test("measures by a clock that is never set", async () => {
    let wallMs = Date.UTC(2026, 0, 2);
    let passedMs = 0;
    const provider = fakeProvider({
      list: () => {
        wallMs -= 600_000;
        passedMs += 1500.4;
        return [pageOf("a")];
      },
    });
    const clocks = { now: () => wallMs, monotonic: () => passedMs };
    const { scopes, finished } = await runOf(provider, clocks);
    expect([scopes[0]?.durationMs, finished.durationMs]).toEqual([1500, 1500]);
  });

  test("has one outcome for each kind and scope, with what it cost", async () => {
    const kinds = [fakeKind(), fakeKind({ id: "fake.other" })];
    const provider = fakeProvider({
      kinds,
      scopes: ["one", "two"],
      list: (kind, scope, { traffic }) => {
        traffic.requests += kind.id === "fake.other" ? 3 : 1;
        traffic.refused += 1;
        return [pageOf(`${kind.id}-${scope.id}`)];
      },
    });
    const { scopes, finished, events } = await runOf(provider, { kinds });
    expect(scopes.map(({ kind, scope, requests }) => [kind, scope, requests]).toSorted()).toEqual([
      ["fake.other", "one", 3],
      ["fake.other", "two", 3],
      ["fake.thing", "one", 1],
      ["fake.thing", "two", 1],
    ]);
    const outcomes = { completed: 4, partial: 0, denied: 0, "not-offered": 0, failed: 0 };
    expect(finished).toMatchObject({ complete: true, resources: 4, scopes: 4, outcomes, requests: 8, refused: 4 });
    const progress = events.filter((event) => event.type === "progress");
    expect(progress.at(-1)).toMatchObject({ scopesDone: 4, scopesKnown: 4, resources: 4, requests: 8, refused: 4 });
  });

  test("names the project of a scope where the provider has read its name by then", async () => {
    const names = new Map<string, string>();
    const provider = fakeProvider({
      scopes: ["one", "two"],
      list: (_, scope) => {
        if (scope.id === "one") names.set("one", `shop\u0007${"s".repeat(300)}`);
        return [pageOf("a")];
      },
    });
    const projectName = (project: string) => names.get(project);
    const { events, scopes } = await runOf({ ...provider, projectName });
    expect(events[0]).toMatchObject({ type: "started", namesProjects: true });
    const named = Object.fromEntries(scopes.map(({ scope, projectName: name }) => [scope, name]));
    expect(named).toEqual({ one: expect.stringMatching(/^shop\ufffds+…$/), two: undefined });
    expect(named["one"]?.length).toBeLessThan(300);
  });

  test("counts the requests of the enumeration", async () => {
    const provider = fakeProvider({
      async *scopes(kinds, { traffic }) {
        traffic.requests += 2;
        yield { kinds, scope: accountScope };
      },
      list: () => [pageOf("a")],
    });
    const { finished, scopes } = await runOf(provider);
    expect(scopes[0]?.requests).toBe(0);
    expect(finished.requests).toBe(2);
  });

  test("keeps the order of the list within a scope, whatever happens beside it", async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `item-${index}`);
    const provider = fakeProvider({
      scopes: ["one", "two", "three"],
      async *list(_kind, scope) {
        for (const [index, id] of ids.entries()) {
          await settle((index * scope.id.length) % 3);
          yield { number: index + 1, items: [{ id: `${scope.id}-${id}` }] };
        }
      },
    });
    const { names, scopes } = await runOf(provider);
    for (const { scope } of scopes) {
      expect(names.filter((name) => name.startsWith(`${scope}-`))).toEqual(ids.map((id) => `${scope}-${id}`));
    }
    expect(names).toHaveLength(120);
  });

  test("says how far it is in a long list", async () => {
    const ids = Array.from({ length: 2500 }, (_, index) => String(index));
    const { events } = await runOf(fakeProvider({ list: () => [pageOf(...ids)] }));
    const halfway = events.flatMap((event) => (event.type === "progress" ? [event] : []));
    expect(halfway.map(({ resources, scopesDone }) => [resources, scopesDone])).toEqual([
      [1000, 0],
      [2000, 0],
      [2500, 1],
    ]);
  });

  test("names the request whose answer asked everybody to wait", async () => {
    const provider = {
      ...fakeProvider({ list: () => [pageOf("a")] }),
      pausedForMs: () => 7000,
      pausedBy: () => "GET /slow",
    };
    const { events } = await runOf(provider);
    const waits = events.filter((event) => event.type === "progress");
    expect(waits).toMatchObject([{ waitingMs: 7000, waitingFor: "GET /slow" }]);
  });

  test("asks the provider which rights a denial lacks", async () => {
    const refused = denied();
    const provider = {
      ...fakeProvider({
        scopes: ["one", "two"],
        list: () => {
          throw refused;
        },
      }),
      lackedRights: async (_kind: ResourceKind, { id }: Scope, error: InventoryError) =>
        id === "one" && error === refused ? ["GET /other"] : [],
    };
    const { scopes } = await runOf(provider);
    expect(scopes.map(({ reason }) => reason).toSorted()).toEqual([
      "GET /thing is not permitted",
      "GET /thing is not permitted; needs GET /other",
    ]);
  });

  test("reads no more scopes at a time than it was told", async () => {
    let open = 0;
    let most = 0;
    const provider = fakeProvider({
      scopes: Array.from({ length: 12 }, (_, index) => `project-${index}`),
      async *list() {
        most = Math.max(most, ++open);
        await settle(2);
        yield pageOf("a");
        open -= 1;
      },
    });
    await runOf(provider, { concurrentScopes: 3 });
    expect(most).toBe(3);
  });

  test("reads nothing before it is listened to", async () => {
    let asked = false;
    const provider = fakeProvider({
      // biome-ignore lint/correctness/useYield: it only has to be asked
      async *scopes() {
        asked = true;
      },
      list: () => [],
    });
    const events = discover(provider);
    await settle();
    expect(asked).toBe(false);
    for await (const event of events) expect(["started", "scope", "progress", "finished"]).toContain(event.type);
    expect(asked).toBe(true);
  });
});

describe("what stays the scope's own trouble", () => {
  test("a refused scope names the right and does not stop the others", async () => {
    const provider = fakeProvider({
      scopes: ["one", "two", "three"],
      list: (_kind, scope) => {
        if (scope.id === "two") throw denied();
        return [pageOf("a", "b")];
      },
    });
    const { scopes, finished } = await runOf(provider, { concurrentScopes: 1 });
    expect(scopes).toMatchObject([
      { scope: "one", outcome: "completed", count: 2 },
      {
        scope: "two",
        outcome: "denied",
        count: 0,
        code: "PERMISSION_DENIED",
        reason: "GET /thing is not permitted; needs GET /thing",
        requestId: "id-9",
      },
      { scope: "three", outcome: "completed", count: 2 },
    ]);
    expect(finished).toMatchObject({ complete: false, resources: 4, outcomes: { completed: 2, denied: 1 } });
    expect(finished.code).toBeUndefined();
  });

  test("what was emitted before a failure stays emitted and counted", async () => {
    const provider = fakeProvider({
      async *list() {
        yield pageOf("a", "b");
        throw new InventoryError("UNAVAILABLE", "GET /thing failed at the provider (status 503)");
      },
    });
    const { names, scopes } = await runOf(provider);
    expect(names).toEqual(["a", "b"]);
    expect(scopes[0]).toMatchObject({ outcome: "failed", count: 2, code: "UNAVAILABLE" });
  });

  test("a failure of the second pass is a failure, although the first one ended", async () => {
    let passes = 0;
    const provider = fakeProvider({
      list: () => {
        passes += 1;
        if (passes === 2) throw denied();
        return [{ number: 1, items: [{ id: "a" }], total: 2 }];
      },
    });
    const { scopes } = await runOf(provider);
    expect(scopes[0]).toMatchObject({ outcome: "denied", count: 1 });
  });
});

describe("an enumeration that fails", () => {
  test("ends each kind below it, for the parent", async () => {
    const kinds = [fakeKind(), fakeKind({ id: "fake.other" })];
    const provider = fakeProvider({
      kinds,
      async *scopes() {
        yield { kinds, scope: projectScope("one"), error: denied() };
        yield { kinds: kinds.slice(0, 1), scope: localScope("two", "north-1") };
      },
      list: () => [pageOf("a")],
    });
    const { scopes, finished } = await runOf(provider);
    expect(scopes.map(({ kind, scope, outcome }) => `${kind} ${scope} ${outcome}`).toSorted()).toEqual([
      "fake.other one denied",
      "fake.thing one denied",
      "fake.thing two/north-1 completed",
    ]);
    expect(finished.complete).toBe(false);
  });

  test("by a throw fails every kind for the account, beside the scopes that were known", async () => {
    const kinds = [fakeKind(), fakeKind({ id: "fake.other" })];
    const provider = fakeProvider({
      kinds,
      async *scopes() {
        yield { kinds, scope: projectScope("one") };
        throw new TypeError("not for the reader's eyes");
      },
      list: () => [pageOf("a")],
    });
    const { scopes, finished, events } = await runOf(provider);
    expect(scopes.map(({ kind, scope, outcome }) => `${kind} ${scope} ${outcome}`).toSorted()).toEqual([
      "fake.other account failed",
      "fake.other one completed",
      "fake.thing account failed",
      "fake.thing one completed",
    ]);
    expect(finished).toMatchObject({ complete: false, scopes: 4 });
    for (const event of events) {
      if (event.type === "progress") expect(event.scopesDone).toBeLessThanOrEqual(event.scopesKnown);
    }
  });

  test("by finding nothing is not complete", async () => {
    const { finished, scopes } = await runOf(fakeProvider({ scopes: [], list: () => [] }));
    // The kinds that nobody found a place for are named.
    expect(scopes.length).toBeGreaterThan(0);
    for (const scope of scopes) expect(scope).toMatchObject({ scope: "account", outcome: "failed", code: "INTERNAL" });
    expect(finished).toMatchObject({ complete: false, resources: 0 });
  });
});
