import { describe, expect, test } from "vitest";
import { InventoryError } from "../../src/inventory/errors.ts";
import type { Page, Provider, ScopeEntry } from "../../src/inventory/provider.ts";
import type { ResourceKind } from "../../src/inventory/resource-kind.ts";
import { accountScope, projectScope, type Scope } from "../../src/inventory/scope.ts";
import { fakeKind, fakeProvider, pageOf, runOf } from "./fake-provider.ts";

const projects = fakeKind({ id: "fake.project", locality: "account" });
const things = fakeKind();
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Projects are one list of the account, and everything else is in them. */
function entriesOf(kinds: readonly ResourceKind[], names: readonly string[]): readonly ScopeEntry[] {
  return [
    { kinds: kinds.filter(({ id }) => id === projects.id), scope: accountScope },
    ...names.map((name) => ({ kinds: kinds.filter(({ id }) => id !== projects.id), scope: projectScope(name) })),
  ];
}

function cloud(
  list: (kind: ResourceKind, scope: Scope) => AsyncIterable<Page> | Iterable<Page>,
  more: Partial<Provider> = {},
): Provider {
  const scopes = async function* (kinds: readonly ResourceKind[]) {
    yield* entriesOf(kinds, ["one", "two"]);
  };
  return { ...fakeProvider({ kinds: [projects, things], scopes, list }), ...more };
}

const projectPage: Page = {
  number: 1,
  items: [
    { id: "one", name: "web shop" },
    { id: "two", name: "two" },
  ],
};
const namesIn = ({ resources }: Awaited<ReturnType<typeof runOf>>) =>
  Object.fromEntries(resources.map(({ urn, details }) => [urn, details.projectName]));

describe("what a project is called", () => {
  test("is told of all that is in it, however late the project is read; its id is no name", async () => {
    const run = await runOf(
      cloud(async function* (kind) {
        if (kind.id !== projects.id) return yield pageOf("a");
        for (let times = 0; times < 20; times += 1) await turn();
        yield projectPage;
      }),
    );
    expect(run.finished.complete).toBe(true);
    expect(namesIn(run)).toEqual({
      "urn:fake:account:one": undefined,
      "urn:fake:account:two": undefined,
      "urn:fake:one:a": "web shop",
      "urn:fake:two:a": undefined,
    });
  });

  test("is not known where projects are not read, and nothing waits for it", async () => {
    const run = await runOf(
      cloud(() => [pageOf("a")]),
      { kinds: [things] },
    );
    expect(namesIn(run)).toEqual({ "urn:fake:one:a": undefined, "urn:fake:two:a": undefined });
  });

  test.each(["UNAVAILABLE", "PERMISSION_DENIED", "INTERNAL"] as const)(
    "holds nothing up where the projects cannot be read (%s)",
    async (code) => {
      const run = await runOf(
        cloud((kind) => {
          if (kind.id === projects.id) throw new InventoryError(code, "no");
          return [pageOf("a")];
        }),
      );
      expect(run.resources).toHaveLength(2);
      expect(run.scopes.filter(({ outcome }) => outcome === "completed")).toHaveLength(2);
    },
  );

  test("is that of the first half, where the list of projects breaks off", async () => {
    let times = 0;
    const run = await runOf(
      cloud(async function* (kind) {
        if (kind.id !== projects.id) return yield pageOf("a");
        yield { ...projectPage, items: projectPage.items.slice(0, 1) };
        times += 1;
        if (times === 1) throw new InventoryError("UNAVAILABLE", "no");
        yield { number: 2, items: projectPage.items.slice(1) };
      }),
    );
    expect(run.finished.complete).toBe(true);
    expect(namesIn(run)["urn:fake:one:a"]).toBe("web shop");
  });

  test("is the enumeration's, where that tells it, also where it comes later than the scope", async () => {
    let known = false;
    const named = (async () => {
      for (let times = 0; times < 20; times += 1) await turn();
      known = true;
    })();
    const run = await runOf(
      cloud(() => [pageOf("a")], {
        projectsNamed: () => named,
        projectName: (project) => (known ? `the ${project}\u001b` : undefined),
      }),
      { kinds: [things] },
    );
    expect(namesIn(run)).toEqual({ "urn:fake:one:a": "the one\ufffd", "urn:fake:two:a": "the two\ufffd" });
  });

  test("ends no later than the run, where that is stopped", async () => {
    const stop = new AbortController();
    const run = await runOf(
      cloud(async function* (kind) {
        if (kind.id === projects.id) stop.abort();
        yield pageOf("a");
      }),
      { signal: stop.signal },
    );
    expect(run.finished.code).toBe("CANCELLED");
  });
});

test("the account of the credential is told of each resource whose answer names none", async () => {
  const owned = fakeKind({ more: ({ id }) => (id === "own" ? { account: "another" } : {}) });
  const provider = fakeProvider({ kinds: [owned], list: () => [pageOf("own", "a")] });
  const { resources } = await runOf(provider, { account: "account-1" });
  expect(resources.map(({ details }) => details.account)).toEqual(["another", "account-1"]);
  const unknown = await runOf(provider);
  expect(unknown.resources.map(({ details }) => details.account)).toEqual(["another", undefined]);
});
