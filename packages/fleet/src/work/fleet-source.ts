import { type Fleet, type FleetEntry, type RefusedEntry, readFleet } from "cloud-inventory-plugin/fleet";
import { type InventoryJobData, keyOf } from "../jobs/inventory-job.ts";

/** Where a worker has its configs. */
export interface FleetSource {
  /** Reads it again, for a night that has come. */
  readAgain(): Promise<Fleet>;
  /** The entry that a job means, or why it cannot be used. */
  find(job: InventoryJobData): Promise<FleetEntry | UnusableEntry>;
}

/** Why a job has no entry. */
export interface UnusableEntry extends RefusedEntry {
  /** Whether that may pass: what cannot be read now may hold it. */
  readonly mayPass: boolean;
}

type Found = FleetEntry | UnusableEntry;

/** Jobs of inventories that are gone must not read a large fleet once each. */
const readAgainAfterMs = 5_000;

/**
 * A folder or a list that is read once a night, and again where a job means an entry that was not there: what somebody mended
 * by day counts at the next one.
 */
export function fleetSource(path: string): FleetSource {
  let read: { readonly fleet: Promise<Fleet>; readonly known: Promise<Known>; readonly atMs: number } | undefined;
  const nights = new Set<string>();
  const readNow = (): NonNullable<typeof read> => {
    const fleet = readFleet(path);
    const now = { fleet, known: fleet.then(knownOf), atMs: performance.now() };
    read = now;
    // Who asks next tries again.
    now.known.catch(() => {
      if (read === now) read = undefined;
    });
    return now;
  };
  return {
    readAgain: () => readNow().fleet,
    async find(job) {
      const isNewNight = !nights.has(job.night);
      nights.add(job.night);
      const last = isNewNight || read === undefined ? readNow() : read;
      const key = keyOf(job.customer, job.name);
      const known = await last.known;
      const found = known.byKey.get(key);
      if (found !== undefined) return found;
      if (performance.now() - last.atMs < readAgainAfterMs) return missing(job, known);
      const again = await readNow().known;
      return again.byKey.get(key) ?? missing(job, again);
    },
  };
}

/** What a fleet holds. */
interface Known {
  readonly byKey: ReadonlyMap<string, Found>;
  readonly fleet: Fleet;
}

function knownOf(fleet: Fleet): Known {
  const byKey = new Map<string, Found>();
  for (const one of fleet.refused) {
    const { name, customer = name } = one;
    if (name !== undefined && customer !== undefined) byKey.set(keyOf(customer, name), { ...one, mayPass: false });
  }
  for (const entry of fleet.entries) byKey.set(keyOf(entry.customer, entry.name), entry);
  return { byKey, fleet };
}

/** What of a fleet cannot be read, and may hold inventories of a customer. */
export function placeThatMayHold({ refused }: Fleet, customer: string): RefusedEntry | undefined {
  return refused.find((one) => one.name === undefined && (one.customer === undefined || one.customer === customer));
}

/** An inventory that was asked for and is not there now is gone only where all is read that may hold it. */
function missing({ customer, name }: InventoryJobData, { fleet }: Known): UnusableEntry {
  const mayHold = placeThatMayHold(fleet, customer);
  const reason = "the fleet of the worker has no inventory of this name any more";
  if (mayHold === undefined) return { customer, name, where: name, reason, mayPass: false };
  return {
    customer,
    name,
    where: mayHold.where,
    reason: `${mayHold.where} may hold it: ${mayHold.reason}`,
    mayPass: true,
  };
}
