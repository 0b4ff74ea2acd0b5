import { groupByReason, placesOf } from "../../inventory/reason-groups.ts";
import type { CoverageRow, PreflightReport } from "../../preflight/report.ts";
import { findingOf } from "./coverage-findings.ts";
import { examine } from "./examine.ts";
import { type ExitCode, exitCodes, refusalIn } from "./exit-codes.ts";
import type { Inventory } from "./open-inventories.ts";
import { projectNamesIn } from "./project-names.ts";
import { say, type Terminal } from "./terminal.ts";

/** What one credential lacks. */
export interface Lack {
  /** The rows that name a missing right, without the gaps that the config accepts. */
  readonly missing: readonly CoverageRow[];
  /** 3 for a refused credential, 4 where something could not be known. */
  readonly code: ExitCode;
}

/**
 * Asks a credential what it lacks, with a preflight; what it cannot tell is said on standard error.
 *
 * @throws InventoryError CANCELLED
 */
export async function findLack(inventory: Inventory, title: string, terminal: Terminal): Promise<Lack> {
  const report = await examine(inventory, terminal);
  const held = report.coverage.filter(({ accepted }) => !accepted);
  const missing = held.filter((row) => row.missing.length > 0);
  const unknown = held.filter(({ status, notGranted }) => status === "unknown" && !notGranted);
  const refusal = refusalIn(report)?.message;
  for (const sentence of refusal ? [refusal] : doubtsOf(report, unknown))
    say(terminal, `${title}: ${inventory.inWords(sentence)}`);
  if (missing.length + unknown.length === 0) say(terminal, `${title}: nothing is missing`);
  const code = unknown.length > 0 ? exitCodes.incomplete : exitCodes.complete;
  return { missing, code: refusal ? exitCodes.refusedCredential : code };
}

/** A sentence for each reason, however many places it keeps from being known. */
function doubtsOf({ inventory, projects }: PreflightReport, rows: readonly CoverageRow[]): readonly string[] {
  const findings = rows.map((row) => findingOf(inventory, row));
  return groupByReason(findings).map((group) => {
    const places = placesOf(group, projectNamesIn(projects)).join("; ");
    return `whether these can be read is not known: ${places}: ${group.reason}`;
  });
}
