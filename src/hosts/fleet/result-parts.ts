import { asInventoryError } from "../../inventory/errors.ts";
import { type ExitCode, exitCodeOfError, exitCodes, worst } from "../cli/exit-codes.ts";
import { endingOf } from "../cli/run-end.ts";
import type { FleetEntry } from "./entry.ts";
import type { RefusedEntry } from "./read-fleet.ts";
import type { FleetState, FleetSummary, InventoryResult } from "./result.ts";

/** What a result says of its entry. */
export function aboutEntry({ name, customer, inventory, tags, where }: FleetEntry) {
  return { name, customer, inventory, tags, where };
}

/** How the work on an inventory ended, by what a process of its own would have ended with. */
export function stateOfExit(exitCode: ExitCode, isComplete: boolean): Pick<InventoryResult, "state" | "exitCode"> {
  const ending = endingOf(exitCode);
  if (ending !== "written") return { state: ending, exitCode };
  return { state: exitCode === exitCodes.complete && isComplete ? "complete" : "incomplete", exitCode };
}

/** The result of an entry that could not be worked on. */
export function failedEntry(entry: FleetEntry, thrown: unknown): InventoryResult {
  const error = asInventoryError(thrown);
  const exitCode = exitCodeOfError(error);
  return {
    ...aboutEntry(entry),
    ...stateOfExit(exitCode, false),
    reason: error.message,
    warnings: [],
    credentialEnds: [],
  };
}

/** The result of an entry that could not be read. */
export function refusedEntry(refused: RefusedEntry): InventoryResult {
  return { ...refused, tags: [], state: "misconfigured", exitCode: exitCodes.usage, warnings: [], credentialEnds: [] };
}

/** All results as one, in the order of customer and name. */
export function summaryOf(
  results: readonly InventoryResult[],
  ignored: readonly string[],
  about: Pick<FleetSummary, "startedAt" | "endedAt" | "version">,
): FleetSummary {
  const count = (state: FleetState): number => results.filter((result) => result.state === state).length;
  return {
    ...about,
    states: {
      complete: count("complete"),
      incomplete: count("incomplete"),
      refused: count("refused"),
      misconfigured: count("misconfigured"),
      failed: count("failed"),
      cancelled: count("cancelled"),
    },
    exitCode: worst(results.map(({ exitCode }) => exitCode)),
    ignored,
    inventories: results.toSorted((one, other) => compare(keyOf(one), keyOf(other))),
  };
}

function keyOf({ customer = "", name = "", where }: InventoryResult): string {
  return `${customer}\t${name}\t${where}`;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
