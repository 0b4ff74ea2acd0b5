import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test } from "vitest";
import { InventoryError } from "../../src/inventory/errors.ts";
import { newContext } from "../../src/inventory/new-context.ts";
import { createParentLists } from "../../src/inventory/parent-lists.ts";
import type { Parents } from "../../src/inventory/parents.ts";
import type { ScopeReport } from "../../src/inventory/read-scope.ts";
import type { ResourceKind } from "../../src/inventory/resource-kind.ts";
import { projectScope } from "../../src/inventory/scope.ts";
import { settle } from "./fake-provider.ts";
import { fakeCloud, floor, house, lift, room, townAnswers } from "./fake-tree.ts";

const scope = projectScope("p");
const cloudOf = () => fakeCloud(townAnswers({ a: { floors: { "0": ["x"] }, lifts: [] } }));

function listsOf(kinds: readonly ResourceKind[], readOf: (kind: ResourceKind) => Promise<ScopeReport> | undefined) {
  const cloud = cloudOf();
  const context = newContext(new AbortController().signal);
  const inTurn = <Value>(read: () => Promise<Value>): Promise<Value> => read();
  const lists = createParentLists({ provider: cloud.provider, kinds, context, readOf, inTurn });
  return { lists, ...cloud };
}

/** Whether the parents are held by nobody any more. */
async function isFreed(ref: WeakRef<object>): Promise<boolean> {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let round = 0; round < 20 && ref.deref() !== undefined; round += 1) {
    await settle(2);
    collect();
  }
  return ref.deref() === undefined;
}

async function firstOf(parents: Promise<Parents> | undefined): Promise<WeakRef<object>> {
  const { items } = (await parents) as Parents;
  return new WeakRef(items[0] as object);
}

test("parents are freed when the last kind below them has ended, whoever read them", async () => {
  const { lists } = listsOf([lift, floor], () => undefined);
  const ref = await firstOf(lists.parentsOf(lift, scope));
  await lists.parentsOf(floor, scope);
  lists.release(lift, scope);
  await settle();
  expect(await isFreed(ref)).toBe(false);
  lists.release(floor, scope);
  expect(await isFreed(ref)).toBe(true);
});

test("what is above them is held as long, because they may have to be looked for again", async () => {
  const { lists, timesAsked } = listsOf([floor, room], () => undefined);
  const ref = await firstOf(lists.parentsOf(floor, scope));
  const { again } = (await lists.parentsOf(room, scope)) as Parents;
  lists.release(floor, scope);
  expect((await again()).items).toHaveLength(1);
  expect(timesAsked("/p/house")).toBe(1);
  lists.release(room, scope);
  expect(await isFreed(ref)).toBe(true);
});

test("a kind that is not read in a scope after all keeps nothing", async () => {
  const { lists } = listsOf([house, lift, floor], () => undefined);
  // Its places could not be enumerated: it never asks.
  lists.release(floor, scope);
  const ref = await firstOf(lists.parentsOf(lift, scope));
  lists.release(lift, scope);
  expect(await isFreed(ref)).toBe(true);
  expect(lists.recorderOf(house, scope)).toBeUndefined();
});

test("nothing is noted of a kind that nothing is below", () => {
  const { lists } = listsOf([house], () => undefined);
  expect(lists.recorderOf(house, scope)).toBeUndefined();
});

test("a reading that rejects ends the wait with a failure, and is no rejection of its own", async () => {
  const { lists } = listsOf([house, lift], () => Promise.reject(new RangeError("a defect")));
  const { items, error } = (await lists.parentsOf(lift, scope)) as Parents;
  expect(items).toEqual([]);
  expect(error).toBeInstanceOf(InventoryError);
  expect(error).toMatchObject({ code: "INTERNAL" });
});

test("who asks again while a list is read anew shares the answer, and who asks later does not", async () => {
  const { lists, timesAsked } = listsOf([lift], () => undefined);
  const { again } = (await lists.parentsOf(lift, scope)) as Parents;
  await Promise.all([again(), again()]);
  expect(timesAsked("/p/house")).toBe(2);
  await again();
  expect(timesAsked("/p/house")).toBe(3);
});
