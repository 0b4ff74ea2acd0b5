import type * as z from "zod";
import { expandPath } from "../../http/path.ts";
import type { ReadContext } from "../../inventory/provider.ts";
import { batchingAt, inBatches, readBatch } from "../../listing/paging/batches.ts";
import type { OvhReader } from "./client.ts";
import { regionPath } from "./kind.ts";
import { Region } from "./schemas.ts";

type Detail = z.infer<typeof Region>;

/** What regions say of themselves, each read once a run, whichever kinds ask; only what we use is held. */
export interface RegionDetails {
  /** Of each project that was asked about: the details that came in batches, by name. */
  readonly batched: Map<string, Promise<ReadonlyMap<string, Detail>>>;
  /** Those that were read alone, by path. */
  readonly alone: Map<string, Promise<Detail | undefined>>;
}

export function createRegionDetails(): RegionDetails {
  return { batched: new Map(), alone: new Map() };
}

/**
 * The detail of a region; undefined where the project has none of that name. Where one region of a project lacks a product, others
 * do so too: those that are listed are read with it, at once.
 *
 * @param listed the regions of the project, as far as they are known.
 * @throws InventoryError
 */
export async function readRegion(
  { project, name, listed }: { readonly project: string; readonly name: string; readonly listed: readonly string[] },
  { reader, details }: { readonly reader: OvhReader; readonly details: RegionDetails },
  context: ReadContext,
): Promise<Detail | undefined> {
  const batched = details.batched.get(project) ?? readTogether(project, listed, reader, context);
  details.batched.set(project, batched);
  return (await batched).get(name) ?? readAlone(expandPath(regionPath, { project, locality: name }));

  function readAlone(path: string): Promise<Detail | undefined> {
    const known = details.alone.get(path) ?? reader(context).readDetail(path, {}).then(parsed);
    details.alone.set(path, known);
    // What could not be read once may be read later.
    known.catch(() => details.alone.delete(path));
    return known;
  }
}

function parsed(detail: unknown): Detail | undefined {
  return detail === undefined ? undefined : Region.parse(detail);
}

/** Never rejects: what is not read together is read alone. */
async function readTogether(
  project: string,
  listed: readonly string[],
  reader: OvhReader,
  context: ReadContext,
): Promise<ReadonlyMap<string, Detail>> {
  const details = new Map<string, Detail>();
  try {
    const batching = batchingAt(reader(context), regionPath.replace("{locality}", "{id}"), { project }, {});
    if (batching === undefined) return details;
    for (const { ids } of inBatches(listed, (name) => String(name), batching.room)) {
      for (const [name, detail] of await readBatch(ids, "name", batching.read)) {
        const { data } = Region.safeParse(detail);
        if (data !== undefined) details.set(name, data);
      }
    }
  } catch {
    // Whoever asks for one of them is told by its own request.
  }
  return details;
}
