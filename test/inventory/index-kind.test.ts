import { expect, test } from "vitest";
import { InventoryError } from "../../src/inventory/errors.ts";
import { accountScope } from "../../src/inventory/scope.ts";
import { fakeKind, fakeProvider, pageOf, runOf } from "./fake-provider.ts";

const service = fakeKind({ id: "fake.service", locality: "account" });
const other = fakeKind({ id: "fake.other", locality: "account", urnEnd: ({ id }) => `other:${id}` });
const index = fakeKind({ id: "fake.index", locality: "account", isIndex: true });

type Lists = Readonly<Record<string, () => AsyncIterable<ReturnType<typeof pageOf>>>>;

function run(lists: Lists, kinds = [index, service, other]) {
  const provider = fakeProvider({
    kinds,
    async *scopes(selected) {
      yield { kinds: selected, scope: accountScope };
    },
    async *list(kind) {
      yield* lists[kind.id]?.() ?? [pageOf()];
    },
  });
  return runOf(provider);
}

const listing = (...ids: readonly string[]) =>
  async function* list() {
    yield pageOf(...ids);
  };

test("an index tells what no other list of the run has told, and is read after them", async () => {
  const slow = async function* list() {
    await new Promise((resolve) => setTimeout(resolve, 20));
    yield pageOf("a", "b");
  };
  const { resources, scopes, finished } = await run({
    "fake.service": slow,
    "fake.index": listing("a", "b", "c"),
  });
  expect(resources.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
    "fake.service a",
    "fake.service b",
    "fake.index c",
  ]);
  expect(scopes.map(({ kind, outcome, count }) => [kind, outcome, count])).toContainEqual([
    "fake.index",
    "completed",
    1,
  ]);
  expect(finished).toMatchObject({ complete: true, resources: 3, scopes: 3 });
});

test("an index that names fewer than the lists concludes nothing", async () => {
  const { names, scopes, finished } = await run({ "fake.service": listing("a", "b"), "fake.index": listing("a") });
  expect(names).toEqual(["a", "b"]);
  expect(new Set(scopes.map(({ outcome }) => outcome))).toEqual(new Set(["completed"]));
  expect(finished.complete).toBe(true);
});

test("what a list could not read is told from the index, and the list's outcome stays", async () => {
  const refused = async function* list(): AsyncGenerator<ReturnType<typeof pageOf>> {
    yield await Promise.reject(new InventoryError("PERMISSION_DENIED", "no right"));
  };
  const { resources, scopes, finished } = await run({ "fake.service": refused, "fake.index": listing("a") });
  expect(resources.map(({ kind, name }) => `${kind} ${name}`)).toEqual(["fake.index a"]);
  const ends = Object.fromEntries(scopes.map(({ kind, outcome }) => [kind, outcome]));
  expect(ends).toEqual({ "fake.service": "denied", "fake.index": "completed", "fake.other": "completed" });
  expect(finished.complete).toBe(false);
});

test("an index alone tells all that it names", async () => {
  const { names } = await run({ "fake.index": listing("a", "b") }, [index]);
  expect(names).toEqual(["a", "b"]);
});

test("an index that repeats an item is known to have shifted, although others told of the item", async () => {
  const repeating = async function* list() {
    yield pageOf("a");
    yield { ...pageOf("a", "c"), number: 2 };
  };
  const { names, scopes } = await run({ "fake.service": listing("a"), "fake.index": repeating });
  expect(names).toEqual(["a", "c"]);
  expect(scopes.find(({ kind }) => kind === "fake.index")?.outcome).toBe("partial");
});
