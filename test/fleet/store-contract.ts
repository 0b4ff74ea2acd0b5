import { readFileSync } from "node:fs";
import { gunzipSync, gzipSync } from "node:zlib";
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { knownOf } from "../../src/hosts/fleet/forget.ts";
import { pruneSnapshots } from "../../src/hosts/fleet/retention.ts";
import { snapshotName } from "../../src/hosts/fleet/snapshot-names.ts";
import type { SnapshotStore } from "../../src/hosts/fleet/snapshot-store.ts";
import { newFolder, writeSnapshot } from "../snapshots/worlds.ts";

/** A place of snapshots that nobody has used yet. */
export interface NewPlace {
  /** As one more process would. */
  open(): Promise<SnapshotStore>;
  /** Puts something there behind everybody's back, such as `acme/prod/TIME.ndjson.gz`. */
  put(name: string, text: Buffer): void;
  /** The names of all that is there. */
  names(): readonly string[];
}

export const owner = { customer: "acme", name: "prod" };
export const night = (day: number): Date => new Date(Date.UTC(2026, 0, day, 2));
const kind = "ovh.cloud.volume";
const sample = newFolder();

/** A compressed snapshot. */
function snapshotText(complete: boolean, account = "aa1-ovh"): Buffer {
  const scopes = [{ kind, scope: "p", outcome: complete ? ("completed" as const) : ("failed" as const) }];
  const path = writeSnapshot(sample, `${complete}-${account}.ndjson`, {
    inventory: "ovh",
    account,
    scopes,
    resources: [],
  });
  return gzipSync(readFileSync(path));
}

export const texts = { true: snapshotText(true), false: snapshotText(false) };

/** The name of a night's snapshot below the place. */
export function nameOf(day: number, { customer, name } = owner): string {
  return `${customer}/${name}/${snapshotName(night(day))}`;
}

/** What every store of snapshots does. */
export function testStore(newPlace: () => Promise<NewPlace>): void {
  it("keeps what was written, hands it over as a file, and lists the oldest first", async () => {
    const place = await newPlace();
    const store = await place.open();
    for (const day of [2, 1]) {
      const { file } = await store.create(owner, night(day));
      await file.write(`night ${day}\n`);
      await file.finish();
      await file.discard();
    }
    const [first, second] = await store.list(owner);
    if (first === undefined || second === undefined) throw new Error("two snapshots were written");
    expect([first.startedAt, second.startedAt]).toEqual([night(1).toISOString(), night(2).toISOString()]);
    const read = (path: string) => Promise.resolve(gunzipSync(readFileSync(path)).toString());
    expect(await store.withFile(first, read)).toBe("night 1\n");
    expect(await (await place.open()).withFile(second, read)).toBe("night 2\n");
    expect(place.names()).toEqual([nameOf(1), nameOf(2)]);
  });

  it("hands over a snapshot that was just written, and leaves out what is none", async () => {
    const place = await newPlace();
    place.put("acme/prod/notes.txt", Buffer.from("mine"));
    const store = await place.open();
    const snapshot = await store.create(owner, night(1));
    await snapshot.file.write("text\n");
    await snapshot.file.finish();
    const text = await store.withFile(snapshot, async (path) => gunzipSync(readFileSync(path)).toString());
    expect(text).toBe("text\n");
    await snapshot.file.discard();
    expect(await store.list(owner)).toEqual([{ place: snapshot.place, startedAt: snapshot.startedAt }]);
  });

  it("keeps nothing of what was discarded", async () => {
    const place = await newPlace();
    const { file } = await (await place.open()).create(owner, night(1));
    await file.write("half");
    await file.discard();
    expect(place.names()).toEqual([]);
  });

  it("tells an inventory and a customer apart from those whose names begin alike", async () => {
    const place = await newPlace();
    place.put(nameOf(1, { customer: "acme", name: "prod2" }), texts.true);
    place.put(nameOf(1, { customer: "acme2", name: "prod" }), texts.true);
    const store = await place.open();
    expect(await store.list(owner)).toEqual([]);
    const owners = await store.owners();
    expect(owners).toHaveLength(2);
    expect(owners).toContainEqual({ customer: "acme", name: "prod2" });
  });

  describe("old snapshots", () => {
    test("go, but for the last ones and the last complete one, whatever the nights were like", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.boolean(), { maxLength: 8 }),
          fc.integer({ min: 1, max: 4 }),
          async (nights, count) => {
            const place = await newPlace();
            nights.forEach((complete, day) => {
              place.put(nameOf(day + 1), texts[`${complete}`]);
            });
            await pruneSnapshots(await place.open(), owner, count);
            const lastComplete = nights.lastIndexOf(true);
            const kept = nights.flatMap((_, day) =>
              day >= nights.length - count || day === lastComplete ? [nameOf(day + 1)] : [],
            );
            expect(place.names()).toEqual(kept);
          },
        ),
        { numRuns: 40 },
      );
    });

    test("stay where one that may be the complete one cannot be read", async () => {
      const place = await newPlace();
      for (const day of [1, 2]) place.put(nameOf(day), texts.true);
      place.put(nameOf(3), texts.true.subarray(0, 60));
      const store = await place.open();
      const broken = (await store.list(owner)).at(-1)?.place;
      await expect(pruneSnapshots(store, owner, 1)).rejects.toThrow(broken);
      expect(await store.list(owner)).toHaveLength(3);
    });

    test("leave nothing of an inventory when the last is removed, and nothing else goes", async () => {
      const place = await newPlace();
      const other = { customer: "acme", name: "test" };
      place.put(nameOf(1), texts.true);
      place.put(nameOf(1, other), texts.true);
      const store = await place.open();
      for (const snapshot of await store.list(owner)) {
        await store.remove(snapshot);
        // It may have gone meanwhile.
        await store.remove(snapshot);
      }
      expect(await store.owners()).toEqual([other]);
      expect(place.names()).toEqual([nameOf(1, other)]);
    });
  });

  test("what is known of a customer are its snapshots, and the accounts that no other customer has", async () => {
    const place = await newPlace();
    place.put(nameOf(1), snapshotText(true, "own"));
    place.put(nameOf(2), snapshotText(false, "shared"));
    place.put(nameOf(1, { customer: "globex", name: "prod" }), snapshotText(true, "shared"));
    const { snapshots, accounts, shared } = await knownOf(await place.open(), { customer: "acme" });
    expect(snapshots).toHaveLength(2);
    expect(accounts).toEqual([{ inventory: "ovh", account: "own" }]);
    expect(shared).toEqual([{ inventory: "ovh", account: "shared" }]);
  });

  test("what is known of one inventory are its snapshots, and the accounts that no other inventory has", async () => {
    const place = await newPlace();
    place.put(nameOf(1), snapshotText(true, "own"));
    place.put(nameOf(2), snapshotText(false, "shared"));
    place.put(nameOf(1, { customer: "acme", name: "test" }), snapshotText(true, "shared"));
    place.put(nameOf(1, { customer: "globex", name: "prod" }), snapshotText(true, "other"));
    const { snapshots, accounts, shared } = await knownOf(await place.open(), owner);
    expect(snapshots.map((one) => one.startedAt)).toEqual([night(1).toISOString(), night(2).toISOString()]);
    expect(accounts).toEqual([{ inventory: "ovh", account: "own" }]);
    expect(shared).toEqual([{ inventory: "ovh", account: "shared" }]);
  });

  test("a damaged snapshot keeps nobody from being forgotten, and is told", async () => {
    const place = await newPlace();
    const globex = { customer: "globex", name: "prod" };
    place.put(nameOf(1), snapshotText(true, "own"));
    place.put(nameOf(2), Buffer.from(""));
    place.put(nameOf(1, globex), snapshotText(true, "own"));
    place.put(nameOf(2, globex), Buffer.from(""));
    const { snapshots, shared, damaged } = await knownOf(await place.open(), { customer: "acme" });
    expect(snapshots).toHaveLength(2);
    // The last of the other customer that can be read says so.
    expect(shared).toEqual([{ inventory: "ovh", account: "own" }]);
    const names = damaged.map((one) => one.place.slice(-nameOf(2).length));
    expect(names.map((name) => name.includes(snapshotName(night(2))))).toEqual([true, true]);
  });

  test("one process has a store at a time", async () => {
    const place = await newPlace();
    const [one, other] = [await place.open(), await place.open()];
    const { lost, release } = await one.claim();
    await expect(other.claim()).rejects.toThrow(/another fleet run has/);
    expect(await one.owners()).toEqual([]);
    await release();
    await (await other.claim()).release();
    expect(lost.aborted).toBe(false);
  });
}
