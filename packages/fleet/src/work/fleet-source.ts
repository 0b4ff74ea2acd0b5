import { type Fleet, type FleetEntry, readFleet } from "cloud-inventory-plugin/fleet";
import { type InventoryJobData, keyOf } from "../jobs/inventory-job.ts";

/** Where a worker has its configs. */
export interface FleetSource {
  /** Reads it again, for a night that has come. */
  readAgain(): Promise<Fleet>;
  /** The entry that a job means, or why it cannot be used; undefined where there is none of the name. */
  find(job: InventoryJobData): Promise<Found | undefined>;
}

type Found = FleetEntry | { readonly refused: string; readonly where: string };

/** Jobs of inventories that are gone must not read a large fleet once each. */
const readAgainAfterMs = 5_000;

/**
 * A folder or a list that is read once a night, and again where a job means an entry that was not there: what somebody mended
 * by day counts at the next one.
 */
export function fleetSource(path: string): FleetSource {
  let read:
    | { readonly fleet: Promise<Fleet>; readonly byKey: Promise<ReadonlyMap<string, Found>>; readonly atMs: number }
    | undefined;
  const nights = new Set<string>();
  const readNow = (): NonNullable<typeof read> => {
    const fleet = readFleet(path);
    const now = { fleet, byKey: fleet.then(entriesOf), atMs: performance.now() };
    read = now;
    // Who asks next tries again.
    now.byKey.catch(() => {
      if (read === now) read = undefined;
    });
    return now;
  };
  return {
    readAgain: () => readNow().fleet,
    async find(job) {
      const isNewNight = !nights.has(job.night);
      nights.add(job.night);
      const known = isNewNight || read === undefined ? readNow() : read;
      const key = keyOf(job.customer, job.name);
      const found = (await known.byKey).get(key);
      if (found !== undefined || performance.now() - known.atMs < readAgainAfterMs) return found;
      return (await readNow().byKey).get(key);
    },
  };
}

function entriesOf({ entries, refused }: Fleet): ReadonlyMap<string, Found> {
  const found = new Map<string, Found>();
  for (const { name, customer = name, reason, where } of refused) {
    if (name !== undefined && customer !== undefined) found.set(keyOf(customer, name), { refused: reason, where });
  }
  for (const entry of entries) found.set(keyOf(entry.customer, entry.name), entry);
  return found;
}
