import { isRecord } from "../../http/answer.ts";
import { asInventoryError } from "../../inventory/errors.ts";
import type { Page } from "../../inventory/provider.ts";

interface VolumeFacts {
  readonly name: unknown;
  readonly size: unknown;
}
type Volumes = ReadonlyMap<string, VolumeFacts>;

/**
 * Names and sizes of block volumes for the instances of the same scope: a server's `sbs_volume` entries hold only an id
 * (recorded answers of scaleway/scaleway-cli). A list of volumes that is being read anyway is listened to; else it is read once.
 */
export interface BlockVolumeIndex {
  /** Passes the pages of a scope's block volumes on, and remembers what instances will ask for. */
  listen(scopeId: string, pages: AsyncIterable<Page>): AsyncGenerator<Page, void, void>;
  /** The page of servers with its block volumes named and sized; `readVolumes` is called only where it has to be. */
  join(scopeId: string, page: Page, readVolumes: () => AsyncIterable<Page>): Promise<Page>;
  /** The scope's instances have been read. */
  release(scopeId: string): void;
}

export function createBlockVolumeIndex(): BlockVolumeIndex {
  const known = new Map<string, Promise<Volumes>>();
  const released = new Set<string>();

  return {
    async *listen(scopeId, pages) {
      if (released.has(scopeId)) return yield* pages;
      const volumes = new Map<string, VolumeFacts>();
      const { promise, resolve, reject } = deferred<Volumes>();
      known.set(scopeId, promise);
      try {
        for await (const page of pages) {
          remember(page, volumes);
          yield page;
        }
        resolve(volumes);
      } finally {
        // Without effect where the list was read to its end.
        reject(new Error("the list of block volumes was not read to its end"));
      }
    },
    async join(scopeId, page, readVolumes) {
      if (!page.items.some(hasBlockVolume)) return page;
      const volumes = known.get(scopeId) ?? collect(readVolumes());
      known.set(scopeId, volumes);
      try {
        const facts = await volumes;
        return { ...page, items: page.items.map((server) => withVolumeFacts(server, facts)) };
      } catch (thrown) {
        if (asInventoryError(thrown).code === "UNAUTHENTICATED") throw thrown;
        const warning =
          "block volumes of instances are reported without name and size: Block Storage could not be read";
        return { ...page, warnings: [warning] };
      }
    },
    release(scopeId) {
      released.add(scopeId);
      known.delete(scopeId);
    },
  };
}

async function collect(pages: AsyncIterable<Page>): Promise<Volumes> {
  const volumes = new Map<string, VolumeFacts>();
  for await (const page of pages) remember(page, volumes);
  return volumes;
}

function remember({ items }: Page, volumes: Map<string, VolumeFacts>): void {
  for (const item of items) {
    if (isRecord(item) && typeof item["id"] === "string") {
      volumes.set(item["id"], { name: item["name"], size: item["size"] });
    }
  }
}

function volumesOf(server: unknown): Readonly<Record<string, unknown>> {
  const volumes = isRecord(server) ? server["volumes"] : undefined;
  return isRecord(volumes) ? volumes : {};
}

function isBlockVolume(entry: unknown): entry is Readonly<Record<string, unknown>> & { readonly id: string } {
  return isRecord(entry) && entry["volume_type"] === "sbs_volume" && typeof entry["id"] === "string";
}

function hasBlockVolume(server: unknown): boolean {
  return Object.values(volumesOf(server)).some(isBlockVolume);
}

function withVolumeFacts(server: unknown, facts: Volumes): unknown {
  if (!isRecord(server) || !hasBlockVolume(server)) return server;
  const volumes = Object.entries(volumesOf(server)).map(([key, entry]) => [
    key,
    isBlockVolume(entry) ? { ...entry, ...facts.get(entry.id) } : entry,
  ]);
  return { ...server, volumes: Object.fromEntries(volumes) };
}

function deferred<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (reason: Error) => void = () => {};
  const promise = new Promise<Value>((whenResolved, whenRejected) => {
    resolve = whenResolved;
    reject = whenRejected;
  });
  // Nobody may be listening: instances without block volumes never ask.
  promise.catch(() => {});
  return { promise, resolve, reject };
}
