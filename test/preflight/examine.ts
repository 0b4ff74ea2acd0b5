import type { Emulator } from "../../src/emulator/index.ts";
import { acceptedGaps } from "../../src/inventory/accepted-gaps.ts";
import { selectKinds } from "../../src/inventory/select-kinds.ts";
import type { CheckId } from "../../src/preflight/catalogue.ts";
import { defaultLeadDays } from "../../src/preflight/expiry.ts";
import { preflight } from "../../src/preflight/preflight.ts";
import type { Check, CoverageRow, PreflightReport } from "../../src/preflight/report.ts";
import { openOn, type RunOptions } from "../providers/run.ts";

/** One preflight of a provider on an emulator. */
export async function examineOn(
  emulator: Emulator,
  id: "ovh" | "scaleway",
  options: RunOptions & { readonly expectedAccount?: string } = {},
): Promise<PreflightReport> {
  const provider = await openOn(emulator, id, options);
  return preflight(provider, {
    kinds: selectKinds(provider.kinds, options.kinds ?? []),
    acceptedGaps: acceptedGaps([], provider.kinds),
    leadDays: defaultLeadDays,
    expectedAccount: options.expectedAccount,
    version: "test",
    signal: new AbortController().signal,
    ...(options.now === undefined ? {} : { now: options.now }),
  });
}

/** The one check of an id. */
export function checkOf(report: PreflightReport, id: CheckId): Check | undefined {
  const found = report.checks.filter((check) => check.id === id);
  if (found.length > 1) throw new Error(`${found.length} checks are called ${id}`);
  return found[0];
}

/** The different statuses of a kind's rows. */
export function statusesOf(report: PreflightReport, kind: string): CoverageRow["status"][] {
  return [...new Set(report.coverage.filter((row) => row.kind === kind).map(({ status }) => status))];
}
