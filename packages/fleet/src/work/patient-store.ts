import { asInventoryError, InventoryError, type SnapshotStore } from "cloud-inventory-plugin/fleet";

/**
 * A store that could be used when the worker began: what it refuses now, as a folder does that is not mounted any more, is no fault of an
 * inventory's entry, and may pass.
 */
export function patientStore(store: SnapshotStore): SnapshotStore {
  return {
    ...store,
    list: (owner) => store.list(owner).catch(unavailable),
    create: (owner, startedAt) => store.create(owner, startedAt).catch(unavailable),
    remove: (snapshot) => store.remove(snapshot).catch(unavailable),
    async withFile(snapshot, use) {
      // A store may name its own place in what its user throws: it is another error then.
      let isOfUser = false;
      const told = (path: string) =>
        use(path).catch((thrown: unknown) => {
          isOfUser = true;
          throw thrown;
        });
      return store.withFile(snapshot, told).catch((thrown: unknown) => {
        if (isOfUser) throw thrown;
        return unavailable(thrown);
      });
    },
  };
}

/** @throws InventoryError */
function unavailable(thrown: unknown): never {
  const { code, message } = asInventoryError(thrown);
  throw code === "INVALID_CONFIG" ? new InventoryError("UNAVAILABLE", message) : thrown;
}
