import type { EarlierResource, EarlierRun, EarlierScope } from "../inventory/earlier-run.ts";
import type { Resource } from "../inventory/resource.ts";
import { openLines, unreadable } from "./file-lines.ts";
import type { SnapshotEvent, SnapshotHeader, SnapshotScope } from "./format.ts";
import { scopeKey } from "./look.ts";
import { readSnapshot } from "./read-snapshot.ts";

/** A snapshot whose gaps are to be read, open until it is closed: the new one may take its place meanwhile. */
export interface EarlierSnapshot extends EarlierRun {
  readonly path: string;
  readonly header: SnapshotHeader;
  readonly started: Extract<SnapshotEvent, { type: "started" }>;
  /** Whether the run that wrote it came to its end. */
  readonly isWhole: boolean;
  close(): Promise<void>;
}

/**
 * Reads what a snapshot says of its scopes, and opens it to be read once more. One that was cut off will do: a scope whose end is
 * there was told whole.
 *
 * @throws InventoryError INVALID_CONFIG, with a sentence that names the file, where it is no snapshot or was changed.
 */
export async function openEarlierSnapshot(path: string): Promise<EarlierSnapshot> {
  const file = await openLines(path);
  const read = () => readSnapshot(path, { mayBeCutOff: true, file });
  const close = () => file.close();
  try {
    const about: { header?: SnapshotHeader; started?: EarlierSnapshot["started"] } = {};
    const ends = new Map<string, SnapshotScope>();
    const found = new Map<string, FoundInScope>();
    let isWhole = false;
    for await (const line of read()) {
      if (line.type === "snapshot") about.header = line;
      else if (line.type === "started") about.started = line;
      else if (line.type === "scope") ends.set(scopeKey(line.kind, line.scope), line);
      else if (line.type === "resource") note(found, scopeKey(line.resource.kind, line.scope), line.resource);
      else isWhole = true;
    }
    const { header, started } = about;
    if (header === undefined || started === undefined) {
      throw unreadable(path, "was cut off before it said which kinds were read: nothing of it can be taken over");
    }
    const scopes = [...ends].map(
      ([key, end]): EarlierScope => ({ end, resources: 0, unknownProtection: new Set(), ...found.get(key) }),
    );
    return { path, header, started, isWhole, scopes, resources: () => resourcesOf(read()), close };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

type FoundInScope = Pick<EarlierScope, "resources"> & { readonly unknownProtection: Set<string> };

function note(found: Map<string, FoundInScope>, key: string, { details }: Resource): void {
  const { resources, unknownProtection } = found.get(key) ?? { resources: 0, unknownProtection: new Set() };
  for (const { type, state } of details.protection) if (state === "unknown") unknownProtection.add(type);
  found.set(key, { resources: resources + 1, unknownProtection });
}

async function* resourcesOf(lines: ReturnType<typeof readSnapshot>): AsyncGenerator<EarlierResource, void, void> {
  for await (const line of lines) if (line.type === "resource") yield line;
}
