import { describe, expect, test } from "vitest";
import type { Page } from "../../src/inventory/provider.ts";
import type { Ownership } from "../../src/listing/ownership.ts";
import { fakeChild, fakeKind, fakeProvider, runOf } from "./fake-provider.ts";

const byProject: Ownership = { field: "owner.project", is: "project" };
const nobody = "00000000-0000-0000-0000-000000000000";

const own = (id: string) => ({ id, owner: { project: "one" } });
const foreign = (id: string) => ({ id, owner: { project: nobody } });

/** The scope of a kind whose list mixes in what is another's, read from the given passes; the last one stays. */
async function read(passes: readonly (readonly Page[])[], ownedBy: Ownership = byProject) {
  let pass = 0;
  const list = () => passes[Math.min(pass++, passes.length - 1)] ?? [];
  const run = await runOf(fakeProvider({ kinds: [fakeKind({ ownedBy })], list }));
  return { ...run, scope: run.scopes[0], passes: pass };
}

describe("items of another owner", () => {
  test("are counted, and never reported; the scope is whole", async () => {
    const items = [foreign("a"), own("b"), foreign("c"), own("d")];
    const { names, scope, finished } = await read([[{ number: 1, items, total: 4 }]]);
    expect(names).toEqual(["b", "d"]);
    expect(scope).toMatchObject({ outcome: "completed", count: 2, foreign: 2, warnings: [] });
    expect(finished).toMatchObject({ complete: true, resources: 2 });
  });

  test("that are all there is make a scope of nothing, which is whole", async () => {
    const { scope, names } = await read([[{ number: 1, items: [foreign("a"), foreign("b")], total: 2 }]]);
    expect(names).toEqual([]);
    expect(scope).toMatchObject({ outcome: "completed", count: 0, foreign: 2 });
  });

  test("are not named where there are none", async () => {
    const { scope } = await read([[{ number: 1, items: [own("a")] }]]);
    expect(scope).toMatchObject({ outcome: "completed", count: 1 });
    expect(scope).not.toHaveProperty("foreign");
  });

  test("are told by a flag as well, and what says nothing is the customer's", async () => {
    const items = [{ id: "a", public: true }, { id: "b", public: false }, { id: "c" }, { id: "d", public: null }];
    const { names, scope } = await read([[{ number: 1, items }]], { field: "public", isNot: true });
    expect(names).toEqual(["b", "c", "d"]);
    expect(scope).toMatchObject({ outcome: "completed", count: 3, foreign: 1 });
  });

  test("are the customer's where they name no project, or nothing that could be one", async () => {
    const items = [{ id: "a" }, { id: "b", owner: {} }, { id: "c", owner: { project: 7 } }, foreign("d")];
    const { names, scope } = await read([[{ number: 1, items }]]);
    expect(names).toEqual(["a", "b", "c"]);
    expect(scope).toMatchObject({ outcome: "completed", foreign: 1 });
  });

  test("need no id and no form", async () => {
    const items = [{ owner: { project: nobody } }, { owner: { project: nobody }, name: 7 }, own("a")];
    const { scope } = await read([[{ number: 1, items, total: 3 }]]);
    expect(scope).toMatchObject({ outcome: "completed", count: 1, foreign: 2, warnings: [] });
  });

  test("fill pages like all others: a total that they do not make up is a hole", async () => {
    const { scope, passes } = await read([[{ number: 1, items: [foreign("a"), own("b")], total: 3 }]]);
    expect(scope).toMatchObject({ outcome: "partial", count: 1, foreign: 1 });
    expect(passes).toBe(2);
  });

  test("that repeat may hide what is the customer's: the list is read again, and each counts once", async () => {
    const shifted = [
      { number: 1, items: [own("a"), foreign("b")], total: 4 },
      { number: 2, items: [foreign("b"), own("c")], total: 4 },
    ];
    const whole = [{ number: 1, items: [own("a"), foreign("b"), own("c"), own("d")], total: 4 }];
    const mended = await read([shifted, whole]);
    expect(mended.names).toEqual(["a", "c", "d"]);
    expect(mended.scope).toMatchObject({ outcome: "completed", count: 3, foreign: 1 });
    const lasting = await read([shifted]);
    expect(lasting.scope).toMatchObject({ outcome: "partial", count: 2, foreign: 1 });
  });

  test("are not asked for what is below them", async () => {
    const parent = fakeKind({ ownedBy: byProject });
    const asked: (string | undefined)[] = [];
    const child = fakeChild(parent);
    const { scopes } = await runOf(
      fakeProvider({
        kinds: [parent, child],
        list(kind, _scope, { parents }) {
          if (kind.id === parent.id) return [{ number: 1, items: [foreign("a"), own("b")] }];
          asked.push(...(parents?.items ?? []).map(({ id }) => id));
          return [{ number: 1, items: [] }];
        },
      }),
    );
    expect(asked).toEqual(["b"]);
    expect(scopes.map(({ outcome }) => outcome)).toEqual(["completed", "completed"]);
  });
});
