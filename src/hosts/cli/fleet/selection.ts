import type { FleetEntry } from "../../fleet/entry.ts";
import type { Fleet } from "../../fleet/read-fleet.ts";
import { usage } from "../arguments.ts";

/**
 * The part of a fleet that was asked for. An entry that cannot be read is a part of it where its name is not known.
 *
 * @param patterns names, or `CUSTOMER/NAME`; `*` stands for anything. None: all of it.
 * @throws InventoryError INVALID_CONFIG for a pattern that names nothing: a typing error would be a fleet of less.
 */
export function chosenEntries(fleet: Fleet, patterns: readonly string[]): Fleet {
  if (patterns.length === 0) return fleet;
  const tests = patterns.map(testOf);
  const isChosen = (entry: Partial<Pick<FleetEntry, "name" | "customer">>): boolean =>
    tests.some((test) => test(entry));
  const all = [...fleet.entries, ...fleet.refused];
  const idle = patterns.find((_, index) => !all.some((entry) => tests[index]?.(entry)));
  if (idle !== undefined) throw usage(`--only: no inventory of the fleet is called ${idle}`);
  return {
    ...fleet,
    entries: fleet.entries.filter(isChosen),
    refused: fleet.refused.filter((entry) => entry.name === undefined || isChosen(entry)),
  };
}

function testOf(pattern: string): (entry: Partial<Pick<FleetEntry, "name" | "customer">>) => boolean {
  if (pattern.split("/").length > 2) throw usage(`--only: ${pattern} is neither NAME nor CUSTOMER/NAME`);
  const [customer, name] = pattern.includes("/") ? pattern.split("/", 2) : ["*", pattern];
  const [ofCustomer, ofName] = [formOf(customer ?? ""), formOf(name ?? "")];
  return (entry) => ofName.test(entry.name ?? "") && ofCustomer.test(entry.customer ?? entry.name ?? "");
}

function formOf(pattern: string): RegExp {
  const parts = pattern.split("*").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`, "i");
}
