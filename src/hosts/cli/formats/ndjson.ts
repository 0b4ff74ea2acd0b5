import { createSnapshotWriter, type SnapshotWriter } from "../../../snapshots/write-snapshot.ts";
import type { Format } from "./format.ts";

/** The event stream itself, a line each. Without its `finished` line it is incomplete. */
export function createNdjson(): Format {
  return {
    // Progress depends on timing and says nothing that the other events do not say in the end.
    event: (event) => (event.type === "progress" ? "" : `${JSON.stringify(event)}\n`),
    async *end() {},
    close: async () => {},
  };
}

/** The same as a snapshot: what goes to a file is kept, and a reader has to know whether it is whole. */
export function createSnapshotLines(): Format {
  let writer: SnapshotWriter | undefined;
  return {
    begin({ inventory, account }) {
      writer = createSnapshotWriter({ inventory, ...(account === undefined ? {} : { account }) });
    },
    event: (event) => writer?.event(event) ?? "",
    async *end() {
      yield writer?.end() ?? "";
    },
    close: async () => {},
  };
}
