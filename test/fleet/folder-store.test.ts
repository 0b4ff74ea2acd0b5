import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { folderStore } from "../../src/hosts/fleet/folder-store.ts";
import { snapshotName, startOf } from "../../src/hosts/fleet/snapshot-names.ts";
import { newFolder } from "../snapshots/worlds.ts";
import { nameOf, night, owner, testStore, texts } from "./store-contract.ts";

const put = (root: string, name: string, text: Buffer | string): string => {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
};

describe("names of snapshots", () => {
  it("stand in the order of time and say when", async () => {
    await fc.assert(
      fc.property(
        fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
        fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
        (one, other) => {
          expect(startOf(snapshotName(one))).toBe(one.toISOString());
          expect(snapshotName(one) < snapshotName(other)).toBe(one < other);
        },
      ),
    );
  });

  test.each([
    "2026-99-99T00-00-00.000Z.ndjson.gz",
    "2026-01-01.ndjson.gz",
    "x2026-01-01T02-00-00.000Z.ndjson.gz",
    "notes.txt",
  ])("%s is none", (name) => {
    expect(startOf(name)).toBeUndefined();
  });
});

describe("a folder", () => {
  testStore(async () => {
    const root = newFolder();
    return {
      open: () => folderStore(root, { makesFolder: true }),
      put: (name, text) => put(root, name, text),
      names: () =>
        readdirSync(root, { recursive: true, withFileTypes: true })
          .flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name).slice(root.length + 1)] : []))
          .filter((name) => name !== ".cloud-inventory.lock")
          .toSorted(),
    };
  });

  it("is empty when the last snapshot is removed", async () => {
    const root = newFolder();
    put(root, nameOf(1), texts.true);
    const store = await folderStore(root, { makesFolder: true });
    for (const snapshot of await store.list(owner)) await store.remove(snapshot);
    expect(readdirSync(root)).toEqual([]);
  });
});

test("the place of a snapshot in a folder is its path", async () => {
  const root = newFolder();
  const path = put(root, nameOf(1), texts.true);
  expect((await (await folderStore(root, { makesFolder: true })).list(owner)).map(({ place }) => place)).toEqual([
    path,
  ]);
});

test("what a killed process left is removed by the next one that writes there", async () => {
  const root = newFolder();
  const path = put(root, nameOf(1), texts.true);
  writeFileSync(join(dirname(path), `.${snapshotName(night(2))}.0123abcd.99999999.part`), "half");
  const store = await folderStore(root, { makesFolder: true });
  const { file } = await store.create(owner, night(3));
  await file.discard();
  expect(readdirSync(dirname(path))).toEqual([snapshotName(night(1))]);
});

test("a customer is cleared of what was half written, and nothing is written behind a link", async () => {
  const root = newFolder();
  const path = put(root, nameOf(1), texts.true);
  writeFileSync(join(dirname(path), `.${snapshotName(night(2))}.0123abcd.99999999.part`), "half");
  const store = await folderStore(root, { makesFolder: true });
  for (const snapshot of await store.list(owner)) await store.remove(snapshot);
  await store.clear(owner);
  expect(readdirSync(root)).toEqual([]);
  symlinkSync(newFolder(), join(root, owner.customer));
  await expect(store.create(owner, night(1))).rejects.toThrow(/acme is a link, and has to be a folder/);
});

test("a folder that is not there is made for who writes, and is a mistake of who only removes", async () => {
  const root = join(newFolder(), "typo");
  await expect(folderStore(root, { makesFolder: false })).rejects.toThrow(`${root} is no folder of snapshots`);
  await folderStore(root, { makesFolder: true });
  await folderStore(root, { makesFolder: false });
});
