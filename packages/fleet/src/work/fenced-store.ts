import type { SnapshotOwner, SnapshotStore } from "cloud-inventory-plugin/fleet";
import { schema } from "../database/connect.ts";
import type { RunRecord } from "./run-record.ts";

/**
 * A store in which a snapshot of this attempt appears only while the attempt is the newest one of its inventory, and is taken away again where
 * it was overtaken in the middle.
 */
export function fencedStore(store: SnapshotStore, run: RunRecord): SnapshotStore {
  return {
    ...store,
    async create(owner, startedAt) {
      // Which removes what others left behind that were cut off: a newer attempt is none of these.
      const snapshot = await run.fenced(() => store.create(owner, startedAt));
      const { file } = snapshot;
      const finish = async (): Promise<void> => {
        await run.fenced((client) =>
          client.query(`UPDATE ${schema}.runs SET snapshot = $2 WHERE run_id = $1`, [run.runId, snapshot.place]),
        );
        await file.finish();
        await run
          .fenced(async () => {})
          .catch(async (thrown: unknown) => {
            await store.remove(snapshot);
            throw thrown;
          });
      };
      return { ...snapshot, file: { ...file, finish } };
    },
  };
}

/** Removes the snapshot of an attempt that was cut off between its snapshot and its end: a night has one. */
export async function removeLeftover(
  store: SnapshotStore,
  owner: SnapshotOwner,
  { leftover }: RunRecord,
): Promise<void> {
  if (leftover === undefined) return;
  for (const snapshot of await store.list(owner)) if (snapshot.place === leftover) await store.remove(snapshot);
}
