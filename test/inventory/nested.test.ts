import { describe, expect, test } from "vitest";
import { discover } from "../../src/inventory/discover.ts";
import type { DiscoverOptions } from "../../src/inventory/discover-options.ts";
import { type ErrorCode, InventoryError } from "../../src/inventory/errors.ts";
import type { ScopeEntry } from "../../src/inventory/provider.ts";
import type { ResourceKind } from "../../src/inventory/resource-kind.ts";
import { projectScope } from "../../src/inventory/scope.ts";
import { nested } from "../../src/listing/dialects/nested.ts";
import { wholeList } from "../../src/listing/dialects/whole-list.ts";
import { fakeKind, runOf, settle, untilAborted } from "./fake-provider.ts";
import {
  type Answers,
  fakeCloud,
  floor,
  house,
  idsOf,
  lift,
  room,
  type Town,
  townAnswers,
  withFaults,
} from "./fake-tree.ts";

const town: Town = {
  a: { floors: { "0": ["x", "y"], "1": ["z"] }, lifts: ["l1"] },
  b: { floors: { "0": ["x"] }, lifts: [] },
  c: { floors: {}, lifts: ["l1", "l2"] },
};
const everything: Readonly<Record<string, readonly string[]>> = {
  "fake.house": ["a", "b", "c"],
  "fake.floor": ["a/0", "a/1", "b/0"],
  "fake.lift": ["a/l1/lift", "c/l1/lift", "c/l2/lift"],
  "fake.room": ["a/0/x", "a/0/y", "a/1/z", "b/0/x"],
};
const family = [house, floor, lift, room];
const whole = townAnswers(town);

function permutations<Value>(values: readonly Value[]): Value[][] {
  if (values.length === 0) return [[]];
  return values.flatMap((value, index) =>
    permutations(values.filter((_, other) => other !== index)).map((rest) => [value, ...rest]),
  );
}

function subsets<Value>(values: readonly Value[]): Value[][] {
  const [first, ...rest] = values;
  if (first === undefined) return [[]];
  return subsets(rest).flatMap((set) => [set, [first, ...set]]);
}

/** Runs against a town, and groups what was found by kind. */
async function read(answers: Answers, kinds: readonly ResourceKind[] = family, options: DiscoverOptions = {}) {
  const cloud = fakeCloud(answers);
  const run = await runOf(cloud.provider, { kinds, ...options });
  const found = Object.fromEntries(
    kinds.map(({ id }) => [
      id,
      run.resources
        .filter(({ kind }) => kind === id)
        .map(({ urn }) => urn.slice("urn:fake:p:".length))
        .sort(),
    ]),
  );
  const ends = Object.fromEntries(run.scopes.map((scope) => [scope.kind, scope]));
  return { ...run, ...cloud, found, ends };
}

const refusal = (code: ErrorCode, message: string = code, notOffered = false) =>
  new InventoryError(code, message, { notOffered });

describe("every choice of kinds, in every order, one scope at a time", () => {
  const choices = subsets(family)
    .filter(({ length }) => length > 0)
    .flatMap(permutations);
  test.each(choices.map((kinds) => [kinds.map(({ id }) => id).join(" "), kinds] as const))("%s", async (_, kinds) => {
    for (const scopes of ["together", "one by one"]) {
      const cloud = fakeCloud(whole, {
        async *scopes(selected): AsyncGenerator<ScopeEntry, void, void> {
          const scope = projectScope("p");
          // A provider need not know of parents: the order of the caller is the worst.
          const inOrder = kinds.map(({ id }) => selected.find((kind) => kind.id === id) as ResourceKind);
          if (scopes === "together") yield { kinds: inOrder, scope };
          else for (const kind of inOrder) yield { kinds: [kind], scope };
        },
      });
      const { resources, finished } = await runOf(cloud.provider, { kinds, concurrentScopes: 1 });
      const urns = resources.map(({ urn }) => urn.slice("urn:fake:p:".length)).sort();
      expect(urns).toEqual(kinds.flatMap(({ id }) => everything[id] ?? []).sort());
      expect(finished).toMatchObject({ complete: true, scopes: kinds.length, requests: cloud.asked.length });
      // The list of houses once, where it was begun for itself or for what is below it.
      if (scopes === "together") expect(new Set(cloud.asked).size).toBe(cloud.asked.length);
    }
  });
});

describe("what is below other things", () => {
  test("is counted for its own requests; those for parents that nobody chose stand in no scope", async () => {
    const { ends, finished, asked, found } = await read(whole, [room]);
    expect(found).toEqual({ "fake.room": everything["fake.room"] });
    expect(asked.filter((path) => !path.endsWith("/room"))).toHaveLength(1 + 3);
    expect(ends["fake.room"]).toMatchObject({ outcome: "completed", requests: 3 });
    expect(finished).toMatchObject({ requests: 7, scopes: 1, resources: 4 });
  });

  test("reads its parents once, whoever asks for them", async () => {
    const { timesAsked, ends } = await read(whole, [lift, floor, room]);
    expect(timesAsked("/p/house")).toBe(1);
    expect(timesAsked("/p/house/a/floor")).toBe(1);
    expect(ends["fake.floor"]).toMatchObject({ requests: 3 });
  });

  test("reads many scopes at once without waiting for itself", async () => {
    const scopes = Array.from({ length: 40 }, (_, index) => `p${index}`);
    const { provider } = fakeCloud(whole, { scopes });
    for (const concurrentScopes of [1, 2, 16]) {
      const { finished } = await runOf(provider, { kinds: [room, lift], concurrentScopes });
      expect(finished).toMatchObject({ complete: true, scopes: 80, resources: 40 * 7 });
    }
  });

  test("walks no more lists of parents at a time than scopes may be read", async () => {
    const scopes = Array.from({ length: 20 }, (_, index) => `p${index}`);
    let open = 0;
    let most = 0;
    const slowly: Answers = async (path, asked) => {
      open += 1;
      most = Math.max(most, open);
      await settle(3);
      open -= 1;
      return whole(path, asked);
    };
    const { finished } = await runOf(fakeCloud(slowly, { scopes }).provider, { kinds: [lift], concurrentScopes: 2 });
    expect(finished.complete).toBe(true);
    // Two lists at a time, each with a window of four.
    expect(most).toBeLessThanOrEqual(8);
  });

  test("ends when the caller cancels while it waits for its parents", async () => {
    const caller = new AbortController();
    const hanging = withFaults(whole, {
      "/p/house": (_path, { context }) => {
        setImmediate(() => caller.abort());
        return untilAborted(context.signal);
      },
    });
    for (const kinds of [family, [room], [house, room], [floor, room]]) {
      const { scopes, finished } = await read(hanging, kinds, { signal: caller.signal, concurrentScopes: 1 });
      expect(scopes.map(({ code }) => code)).toEqual(kinds.map(() => "CANCELLED"));
      expect(finished).toMatchObject({ complete: false, code: "CANCELLED" });
    }
  });

  test("ends with the deadline while it waits for its parents", async () => {
    const hanging = withFaults(whole, { "/p/house/a/floor": (_path, { context }) => untilAborted(context.signal) });
    const { ends, finished } = await read(hanging, [house, room], { deadlineMs: 50, concurrentScopes: 1 });
    expect(ends["fake.room"]).toMatchObject({ outcome: "failed", code: "CANCELLED", count: 0 });
    expect(ends["fake.room"]?.reason).toContain("deadline");
    expect(finished).toMatchObject({ complete: false, code: "CANCELLED" });
  });

  test("ends when its reader leaves while it waits", async () => {
    let isOpen = false;
    const hanging = withFaults(whole, {
      "/p/house/a/floor": async (_path, { context }) => {
        isOpen = true;
        return untilAborted(context.signal).finally(() => {
          isOpen = false;
        });
      },
    });
    const { provider } = fakeCloud(hanging);
    for await (const event of discover(provider, { kinds: [house, room], concurrentScopes: 1 })) {
      if (event.type !== "resource") continue;
      await settle();
      expect(isOpen).toBe(true);
      break;
    }
    expect(isOpen).toBe(false);
  });

  test("waits for a slow reader, and reads no further ahead than its window", async () => {
    const houses = Array.from({ length: 200 }, (_, index) => String(index));
    const lifts = Array.from({ length: 50 }, (_, index) => String(index));
    const many = Object.fromEntries(houses.map((id) => [id, { floors: {}, lifts }]));
    const { provider, asked } = fakeCloud(townAnswers(many));
    let read = 0;
    for await (const event of discover(provider, { kinds: [house, lift] })) {
      if (event.type !== "resource" || event.resource.kind !== "fake.lift") continue;
      read += 1;
      if (read === 1) {
        await settle(200);
        // The houses, what fills the queue of 256, and four lists ahead.
        expect(asked.length).toBeLessThan(1 + 12 + 4);
      }
    }
    expect(read).toBe(200 * 50);
    expect(asked).toHaveLength(201);
  });
});

describe("the list of parents", () => {
  const pathOfHouses = "/p/house";

  test("that is empty has nothing below", async () => {
    const { ends, found, asked } = await read(townAnswers({}), [lift, room]);
    expect(ends["fake.lift"]).toMatchObject({ outcome: "completed", count: 0 });
    expect(ends["fake.room"]).toMatchObject({ outcome: "completed", count: 0 });
    expect([found, asked]).toEqual([{ "fake.lift": [], "fake.room": [] }, [pathOfHouses]]);
  });

  test.each<[string, InventoryError, string]>([
    ["refused", refusal("PERMISSION_DENIED", "no right"), "denied"],
    ["failed", refusal("UNAVAILABLE", "status 500"), "failed"],
    ["not offered", refusal("NOT_FOUND", "no such product", true), "not-offered"],
  ])("that is %s says the same of all that is below", async (_, error, outcome) => {
    const answers = withFaults(whole, { [pathOfHouses]: error });
    for (const kinds of [family, [room, lift], [lift], [floor, lift]]) {
      const { scopes, resources } = await read(answers, kinds);
      expect(scopes.map((scope) => scope.outcome)).toEqual(kinds.map(() => outcome));
      expect(resources).toEqual([]);
      for (const scope of scopes) expect(scope).toMatchObject({ code: error.code });
    }
  });

  test("that has an item without an id may hide what is below it", async () => {
    const answers = withFaults(whole, { [pathOfHouses]: () => [...idsOf(["a", "b"]), { name: "nobody" }] });
    for (const kinds of [family, [lift]]) {
      const { ends, found } = await read(answers, kinds);
      expect(found["fake.lift"]).toEqual(["a/l1/lift"]);
      expect(ends["fake.lift"]).toMatchObject({ outcome: "partial", code: "INVALID_RESPONSE" });
      expect(ends["fake.lift"]?.reason).toContain("what it is listed below is not known whole");
    }
  });

  test("whose ids the row looks for under another name is no empty list", async () => {
    // The row's own items parse, and nothing below them could be asked for.
    const odd = fakeKind({ id: "fake.odd", list: wholeList({ path: "/{project}/house", idField: "uuid" }) });
    const list = nested({ parent: odd, as: "house", list: wholeList({ path: "/{project}/house/{house}/lift" }) });
    const { ends } = await read(whole, [odd, fakeKind({ id: "fake.below", list })]);
    expect(ends["fake.odd"]).toMatchObject({ outcome: "completed", count: 3 });
    expect(ends["fake.below"]).toMatchObject({ outcome: "failed", code: "INVALID_RESPONSE" });
  });

  test("that repeats an item is read twice, and what is below a new one as well", async () => {
    const shifting: Answers = (_path, { before }) => idsOf(before === 0 ? ["a", "a"] : ["a", "b", "c"]);
    for (const kinds of [family, [lift, floor, room], [room]]) {
      const { finished, found, timesAsked } = await read(withFaults(whole, { [pathOfHouses]: shifting }), kinds);
      expect(found).toEqual(Object.fromEntries(kinds.map(({ id }) => [id, everything[id]])));
      expect(finished.complete).toBe(true);
      expect(timesAsked(pathOfHouses)).toBe(2);
    }
  });

  test("that repeats an item for ever makes what is below it partial", async () => {
    const { ends, found } = await read(withFaults(whole, { [pathOfHouses]: () => idsOf(["a", "b", "b"]) }), [lift]);
    expect(found["fake.lift"]).toEqual(["a/l1/lift"]);
    expect(ends["fake.lift"]).toMatchObject({ outcome: "partial", code: "INVALID_RESPONSE" });
  });

  test("that may leave something out in silence says so of what is below it", async () => {
    const path = "/house";
    const account = fakeKind({ id: "fake.account", list: wholeList({ path }) });
    const parent = { ...account, locality: "account", mayLeaveOut: true } as const;
    const list = nested({ parent: account, as: "house", list: wholeList({ path: "/{project}/house/{house}/lift" }) });
    const below = { ...fakeKind({ id: "fake.below", list }), parent: { kind: parent, needs: [] } };
    for (const kinds of [[parent, below], [below]]) {
      const { provider } = fakeCloud(withFaults(whole, { [path]: () => [] }), {
        async *scopes(selected) {
          yield { kinds: selected, scope: { id: "account" } };
        },
      });
      const { scopes } = await runOf(provider, { kinds });
      expect(scopes.find(({ kind }) => kind === below.id)).toMatchObject({ outcome: "completed", filtered: true });
    }
  });

  test("is not noted where nothing below it was chosen", async () => {
    let noted = 0;
    const idOf = (raw: unknown): string | undefined => {
      noted += 1;
      return house.idOf(raw);
    };
    const watched = { ...house, idOf };
    await read(whole, [watched]);
    expect(noted).toBe(0);
  });
});

describe("one parent", () => {
  test("that went in between is gone, where its list does not name it any more", async () => {
    const answers = withFaults(whole, {
      "/p/house": (_path, { before }) => idsOf(before === 0 ? ["a", "b", "c"] : ["a", "c"]),
      "/p/house/b/lift": refusal("NOT_FOUND"),
      "/p/house/b/floor": refusal("NOT_FOUND"),
    });
    for (const kinds of [family, [lift, room], [lift], [room]]) {
      const { finished, found } = await read(answers, kinds, { concurrentScopes: 1 });
      expect(finished.complete).toBe(true);
      for (const { id } of kinds) {
        const rest = everything[id]?.filter((urn) => id === "fake.house" || !urn.startsWith("b"));
        expect(found[id]).toEqual(rest);
      }
    }
  });

  test("that went and was the only one leaves a list that is whole, and empty", async () => {
    const answers = withFaults(townAnswers({ b: { floors: {}, lifts: [] } }), {
      "/p/house": (_path, { before }) => idsOf(before === 0 ? ["b"] : []),
      "/p/house/b/lift": refusal("NOT_FOUND"),
    });
    const { ends } = await read(answers, [lift]);
    expect(ends["fake.lift"]).toMatchObject({ outcome: "completed", count: 0 });
  });

  test("that is listed still and not found is named", async () => {
    const { ends, found, timesAsked } = await read(withFaults(whole, { "/p/house/a/lift": refusal("NOT_FOUND") }), [
      lift,
    ]);
    expect(found["fake.lift"]).toEqual(["c/l1/lift", "c/l2/lift"]);
    expect(ends["fake.lift"]).toMatchObject({ outcome: "partial", code: "NOT_FOUND" });
    expect(ends["fake.lift"]?.reason).toContain("below 1 nothing was read: a: ");
    expect(timesAsked("/p/house")).toBe(2);
  });

  test("two levels up that is listed still is no proof that what is below it went", async () => {
    // The floor is listed again below a house that is still there; everything of the run was chosen, and has been read.
    const answers = withFaults(whole, { "/p/house/a/floor/0/room": refusal("NOT_FOUND") });
    for (const kinds of [family, [house, room], [floor, room], [room]]) {
      const { ends, found } = await read(answers, kinds, { concurrentScopes: 1 });
      expect(found["fake.room"]).toEqual(["a/1/z", "b/0/x"]);
      expect(ends["fake.room"]).toMatchObject({ outcome: "partial", code: "NOT_FOUND" });
      expect(ends["fake.room"]?.reason).toContain("a/0: ");
    }
  });

  test("two levels up that went takes with it what is below", async () => {
    const gone = refusal("NOT_FOUND");
    const answers = withFaults(whole, {
      "/p/house": (_path, { before }) => idsOf(before === 0 ? ["a", "b", "c"] : ["a", "c"]),
      "/p/house/b/floor": (path, asked) => (asked.before === 0 ? whole(path, asked) : gone),
      "/p/house/b/floor/0/room": gone,
    });
    const { ends, found } = await read(answers, [room]);
    expect(found["fake.room"]).toEqual(["a/0/x", "a/0/y", "a/1/z"]);
    expect(ends["fake.room"]).toMatchObject({ outcome: "completed" });
  });

  test("that is new when another one went is read as well", async () => {
    const answers = withFaults(whole, {
      "/p/house": (_path, { before }) => idsOf(before === 0 ? ["a", "b"] : ["a", "c"]),
      "/p/house/b/lift": refusal("NOT_FOUND"),
    });
    const { finished, found } = await read(answers, [lift]);
    expect(found["fake.lift"]).toEqual(everything["fake.lift"]);
    expect(finished.complete).toBe(true);
  });

  test("cannot be shown to have gone by a list that is not whole", async () => {
    const answers = withFaults(whole, {
      "/p/house": (path, asked) => (asked.before === 0 ? whole(path, asked) : refusal("UNAVAILABLE", "status 500")),
      "/p/house/a/lift": refusal("NOT_FOUND"),
    });
    const { ends } = await read(answers, [lift]);
    expect(ends["fake.lift"]).toMatchObject({ outcome: "partial", count: 2 });
    expect(ends["fake.lift"]?.reason).toContain("status 500");
  });

  test("each kind below looks for itself whether it went", async () => {
    const answers = withFaults(whole, {
      // Listed when the lifts look, and not any more when the floors do.
      "/p/house": (_path, { before }) => idsOf(before < 2 ? ["a", "b", "c"] : ["a", "c"]),
      "/p/house/b/lift": refusal("NOT_FOUND"),
      "/p/house/b/floor": refusal("NOT_FOUND"),
    });
    const { ends } = await read(answers, [lift, floor], { concurrentScopes: 1 });
    expect(ends["fake.lift"]).toMatchObject({ outcome: "partial", code: "NOT_FOUND" });
    expect(ends["fake.floor"]).toMatchObject({ outcome: "completed", count: 2 });
  });

  test("that is refused is named, and the others are read", async () => {
    const { ends, found, asked } = await read(
      withFaults(whole, { "/p/house/a/lift": refusal("PERMISSION_DENIED", "not granted") }),
      [lift],
    );
    expect(found["fake.lift"]).toEqual(["c/l1/lift", "c/l2/lift"]);
    expect(ends["fake.lift"]).toMatchObject({ outcome: "partial", code: "PERMISSION_DENIED", count: 2 });
    expect(ends["fake.lift"]?.reason).toContain("a: not granted");
    expect(asked).toHaveLength(4);
  });

  test("whose name is hostile cannot spoil a report", async () => {
    const name = `${"\u001b[31m"}\n${"x".repeat(300)}`;
    const answers: Answers = (path) => (path === "/p/house" ? idsOf([name]) : refusal("UNAVAILABLE", "status 500"));
    const { ends } = await read(answers, [lift]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
    expect(ends["fake.lift"]?.reason).not.toMatch(/[\u0000-\u001f]/);
    expect(ends["fake.lift"]?.reason?.length).toBeLessThan(250);
  });

  test("refused like all others makes a denial", async () => {
    const answers: Answers = (path, asked) =>
      path.endsWith("/lift") ? refusal("PERMISSION_DENIED", "not granted") : whole(path, asked);
    const { ends } = await read(answers, [lift]);
    expect(ends["fake.lift"]).toMatchObject({ outcome: "denied", code: "PERMISSION_DENIED", count: 0 });
  });

  test("that has expired is named with that word", async () => {
    const expiry = refusal("UNAVAILABLE", "GET /house/a/lift: the service has expired (status 460)");
    const { ends } = await read(withFaults(whole, { "/p/house/a/lift": expiry }), [house, lift]);
    expect(ends["fake.house"]).toMatchObject({ outcome: "completed" });
    expect(ends["fake.lift"]).toMatchObject({ outcome: "partial", count: 2 });
    expect(ends["fake.lift"]?.reason).toContain("expired");
  });

  test("whose id cannot stand in a path is named, and nothing else is asked for in its stead", async () => {
    const { ends, asked } = await read(withFaults(whole, { "/p/house": () => idsOf(["..", "a"]) }), [lift]);
    expect(ends["fake.lift"]).toMatchObject({ outcome: "partial", code: "INVALID_RESPONSE", count: 1 });
    expect(asked).toEqual(["/p/house", "/p/house/a/lift"]);
  });

  test("that answers that the credential is refused ends the run", async () => {
    const answers = withFaults(whole, { "/p/house/a/lift": refusal("UNAUTHENTICATED", "refused") });
    const { ends, finished } = await read(answers, [lift, room], { concurrentScopes: 1 });
    expect(ends["fake.lift"]).toMatchObject({ outcome: "failed", code: "UNAUTHENTICATED" });
    expect(ends["fake.room"]).toMatchObject({ outcome: "failed", code: "UNAUTHENTICATED" });
    expect(finished).toMatchObject({ complete: false, code: "UNAUTHENTICATED" });
  });
});

describe("a credential that ends half-way", () => {
  test.each([
    ["in the list of parents", "/p/house"],
    ["below them", "/p/house/a/floor"],
    ["when a parent is looked for again", "again"],
  ])("%s ends the run, and nothing more is asked for", async (_, path) => {
    const refused = refusal("UNAUTHENTICATED", "refused");
    const answers: Answers = (one, asked) => {
      const isRefused = path === "again" ? one === "/p/house" && asked.before > 0 : one === path;
      if (isRefused) return refused;
      return path === "again" && one === "/p/house/b/floor" ? refusal("NOT_FOUND") : whole(one, asked);
    };
    for (const kinds of [family, [room]]) {
      const { scopes, finished, asked } = await read(answers, kinds, { concurrentScopes: 1 });
      expect(finished).toMatchObject({ complete: false, code: "UNAUTHENTICATED" });
      expect(scopes).toHaveLength(kinds.length);
      expect(scopes.at(-1)).toMatchObject({ outcome: "failed", code: "UNAUTHENTICATED" });
      const first = asked.findIndex((one, index) =>
        path === "again" ? one === "/p/house" && index > 0 : one === path,
      );
      // What was begun beside it at most.
      expect(asked.length - first).toBeLessThanOrEqual(4);
    }
  });
});

describe("ids that repeat below different parents", () => {
  test("are different resources where their URNs differ", async () => {
    const { found, finished } = await read(whole, [room]);
    expect(found["fake.room"]).toContain("a/0/x");
    expect(found["fake.room"]).toContain("b/0/x");
    expect(finished.complete).toBe(true);
  });

  test("are not told apart, and not believed, where the URN is the same", async () => {
    const list = nested({ parent: house, as: "house", list: wholeList({ path: "/{project}/house/{house}/lift" }) });
    const { ends } = await read(whole, [fakeKind({ id: "fake.below", list })]);
    expect(ends["fake.below"]).toMatchObject({ outcome: "partial", count: 2, code: "INVALID_RESPONSE" });
  });
});
