import type { AccountOptions } from "../../../src/emulator/index.ts";
import type { FleetToMake } from "./fleet-at-work.ts";

/** Little of everything: what is read of one takes a second or less, where nothing makes it slower. */
export const small = { ovhProjects: 1, ovhRegions: 1, scalewayProjects: 1, zones: 1, resources: 1 } as const;

/** So many accounts of OVHcloud, each of a customer of its own: `customer-0/ovhcloud`, `customer-1/ovhcloud`, … */
export function smallFleet(count: number, options: AccountOptions = {}): FleetToMake {
  return {
    options: Array.from({ length: count }, () => ({ ...small, ...options })),
    inventories: (all) =>
      all.map(({ credentials: { ovhApplication } }, index) => ({
        customer: `customer-${index}`,
        name: "ovhcloud",
        config: ovhApplication,
        kinds: "ovh.cloud.*",
      })),
  };
}
