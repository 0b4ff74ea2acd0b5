import { examine } from "../cli/examine.ts";
import { exitCodeOfReport, exitCodes, refusalIn } from "../cli/exit-codes.ts";
import type { FleetEntry } from "./entry.ts";
import { type FleetSurroundings, type OpenedEntry, recallEntry } from "./open-entry.ts";
import type { InventoryResult } from "./result.ts";
import { aboutEntry, stateOfExit } from "./result-parts.ts";

/**
 * Whether the credential of an inventory will do for its next run: whether it is accepted, until when, and for what.
 *
 * @throws InventoryError CANCELLED
 */
export async function checkEntry(
  entry: FleetEntry,
  opened: OpenedEntry,
  surroundings: FleetSurroundings,
): Promise<InventoryResult> {
  const { inventory, account } = opened;
  const { terminal } = surroundings;
  const { memory, warnings } = await recallEntry(opened, surroundings);
  const report = await examine(inventory, terminal, { memory });
  const reads = memory.before?.reads ?? {};
  const missing = report.coverage.filter(({ status, accepted }) => status === "missing" && !accepted);
  const lost = missing.filter(({ kind, scope }) => reads[kind]?.[scope] !== undefined);
  const isUsable = report.verdict === "usable";
  const exitCode = exitCodeOfReport(report);
  return {
    ...aboutEntry(entry),
    // A right that was lost would make a run incomplete, even where nobody asked for its kind by name.
    ...stateOfExit(isUsable && lost.length > 0 ? exitCodes.incomplete : exitCode, isUsable),
    ...(account === undefined ? {} : { account }),
    ...(isUsable && lost.length === 0
      ? {}
      : { reason: inventory.inWords(refusalIn(report)?.message ?? report.sentence) }),
    warnings: [...opened.warnings, ...warnings],
    credentialEnds: report.expiries.map(({ what, at }) => ({ what, ...(at === undefined ? {} : { at }) })),
    check: {
      verdict: report.verdict,
      missing: [...new Set(missing.filter(({ notGranted }) => !notGranted).flatMap((row) => row.missing))].sort(),
      lost: lost.map(({ kind, scope }) => `${kind} in ${scope}`),
    },
  };
}
