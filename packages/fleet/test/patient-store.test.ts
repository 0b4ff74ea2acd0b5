import { InventoryError, type SnapshotStore } from "cloud-inventory-plugin/fleet";
import { describe, expect, it, test } from "vitest";
import { patientStore } from "../src/work/patient-store.ts";

const owner = { customer: "elm", name: "ovhcloud" };
const snapshot = { place: "/nights/elm/ovhcloud/1.ndjson.gz", startedAt: "2026-11-26T02:00:00Z" };

/** A store of which every call throws. */
function refusingStore(thrown: unknown): SnapshotStore {
  const refuse = async (): Promise<never> => {
    throw thrown;
  };
  return {
    claim: refuse,
    list: refuse,
    owners: refuse,
    create: refuse,
    withFile: refuse,
    withBeginning: refuse,
    remove: refuse,
    clear: refuse,
  };
}

describe("a place of snapshots that is not to be used now", () => {
  const calls: readonly (readonly [string, (store: SnapshotStore) => Promise<unknown>])[] = [
    ["listing", (store) => store.list(owner)],
    ["beginning a snapshot", (store) => store.create(owner, new Date())],
    ["reading one", (store) => store.withFile(snapshot, async () => {})],
    ["removing one", (store) => store.remove(snapshot)],
  ];

  test.each(calls)("is away, and no fault of an entry: %s", async (_what, call) => {
    const refused = new InventoryError("INVALID_CONFIG", "/nights cannot be read (ENOTDIR)");
    await expect(call(patientStore(refusingStore(refused)))).rejects.toMatchObject({
      code: "UNAVAILABLE",
      message: "/nights cannot be read (ENOTDIR)",
    });
    const other = new InventoryError("INTERNAL", "a defect");
    await expect(call(patientStore(refusingStore(other)))).rejects.toBe(other);
  });

  it("is told from what whoever uses a snapshot says of it", async () => {
    const ofUser = new InventoryError("INVALID_CONFIG", "is of another account");
    const store: SnapshotStore = { ...refusingStore(undefined), withFile: (_, use) => use("/tmp/1") };
    const used = patientStore(store).withFile(snapshot, async () => {
      throw ofUser;
    });
    await expect(used).rejects.toBe(ofUser);
    // As a bucket does, which hands over a copy.
    const renaming: SnapshotStore = {
      ...store,
      withFile: (_, use) => use("/tmp/1").catch(() => Promise.reject(new InventoryError("INVALID_CONFIG", "s3://b/1"))),
    };
    const copied = patientStore(renaming).withFile(snapshot, () => Promise.reject(ofUser));
    await expect(copied).rejects.toMatchObject({ code: "INVALID_CONFIG", message: "s3://b/1" });
    expect(await patientStore(store).withFile(snapshot, async (path) => path)).toBe("/tmp/1");
  });
});
