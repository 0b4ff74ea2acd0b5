import type { Finding } from "../../inventory/reason-groups.ts";
import type { CoverageRow } from "../../preflight/report.ts";

/** A row of a preflight as something that is said together with others of its reason. */
export function findingOf(inventory: string, { kind, scope, status, missing, reason }: CoverageRow): Finding {
  const needs = missing.length > 0 ? [`needs ${missing.join(", ")}`] : [];
  const why = [...(reason === undefined ? [] : [reason]), ...needs].join("; ");
  return { inventory, kind, scope, status, reason: why === "" ? "no reason is known" : why };
}
