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
