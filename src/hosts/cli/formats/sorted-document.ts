import type { Event } from "../../../inventory/event.ts";
import { createSortedResources, type ListedResource } from "../../../snapshots/sorted-resources.ts";
import { openSpool, type Spool } from "../../../snapshots/spool.ts";
import type { Format } from "./format.ts";

export interface SortedDocument {
  /** Sees every event. */
  note(event: Event): void;
  /** The document, of all resources in the order of kind and URN, however many there are. */
  write(resources: AsyncIterable<readonly ListedResource[]>): AsyncIterable<string>;
}

/**
 * A document in which what did not change stands where it stood, whatever came first in the run: nothing of it is told before the end.
 *
 * @param spoolFolder where resources are kept meanwhile that do not fit into memory.
 */
export function sortedFormat(spoolFolder: string, { note, write }: SortedDocument): Format {
  let spool: Promise<Spool> | undefined;
  const resources = createSortedResources(() => {
    spool ??= openSpool(spoolFolder);
    return spool;
  });
  return {
    event(event) {
      note(event);
      if (event.type !== "resource") return "";
      return resources.add(event.resource, event.scope)?.then(() => "") ?? "";
    },
    end: () => write(resources.inOrder()),
    close: async () => (await spool?.catch(() => undefined))?.close(),
  };
}
