import { type Fleet, type FleetEntry, readFleet } from "cloud-inventory-plugin/fleet";
import { type InventoryJobData, keyOf } from "../jobs/inventory-job.ts";

/** Where a worker has its configs. */
export interface FleetSource {
  /** Reads it again, for a night that has come. */
  readAgain(): Promise<Fleet>;
  /** The entry that a job means, or why it cannot be used; undefined where there is none of the name. */
  find(job: InventoryJobData): Promise<FleetEntry | { readonly refused: string; readonly where: string } | undefined>;
}

/**
 * A folder or a list that is read once a night, and again where a job means an entry that was not there: what somebody mended
 * by day counts at the next one.
 */
export function fleetSource(path: string): FleetSource {
  let readFor: string | undefined;
  let reading: Promise<Fleet> | undefined;
  const read = (night: string | undefined): Promise<Fleet> => {
    readFor = night;
    reading = readFleet(path);
    // Who asks next tries again.
    reading.catch(() => {
      reading = undefined;
    });
    return reading;
  };
  const lookIn = (fleet: Fleet, { customer, name }: InventoryJobData) => {
    const entry = fleet.entries.find((one) => keyOf(one.customer, one.name) === keyOf(customer, name));
    if (entry !== undefined) return entry;
    const refused = fleet.refused.find((one) => one.name === name && (one.customer ?? one.name) === customer);
    return refused === undefined ? undefined : { refused: refused.reason, where: refused.where };
  };
  return {
    readAgain: () => read(undefined),
    async find(job) {
      const known = reading !== undefined && (readFor === job.night || readFor === undefined);
      const fleet = await (known && reading !== undefined ? reading : read(job.night));
      readFor = job.night;
      return lookIn(fleet, job) ?? (known ? lookIn(await read(job.night), job) : undefined);
    },
  };
}
