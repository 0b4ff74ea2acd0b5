import type { GrantWish } from "../../preflight/grant.ts";
import { preflight } from "../../preflight/preflight.ts";
import type { PreflightReport } from "../../preflight/report.ts";
import { readPackageFacts } from "../package-facts.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { Inventory } from "./open-inventories.ts";
import { say, type Terminal } from "./terminal.ts";

/**
 * Asks each credential what it lacks. What lacks nothing is left out of the targets, and said; gaps that the config
 * accepts lack nothing.
 *
 * @throws InventoryError CANCELLED
 */
export async function findMissing<Target extends Inventory>(
  targets: readonly Target[],
  terminal: Terminal,
): Promise<{ targets: readonly (Target & Pick<GrantWish, "missing">)[]; codes: readonly ExitCode[] }> {
  const { version } = readPackageFacts();
  const reports = await Promise.all(
    targets.map(async (target) => {
      const { provider, acceptedGaps, leadDays, expectedAccount } = target.opened;
      const { kinds } = target;
      const { signal } = terminal;
      const report = await preflight(provider, { kinds, acceptedGaps, leadDays, expectedAccount, version, signal });
      return { target, report };
    }),
  );
  for (const { target, report } of reports) sayRest(target.definition.title, report, terminal);
  return {
    targets: reports.flatMap(({ target, report }) => lacking(target, report)),
    codes: reports.map(({ report }) => codeOf(report)),
  };
}

/** Only the kinds and places that lack something. */
function lacking<Target extends Inventory>(target: Target, { coverage }: PreflightReport) {
  const missing = coverage.filter((row) => row.missing.length > 0 && !row.accepted);
  if (missing.length === 0) return [];
  const kinds = target.kinds.filter(({ id }) => missing.some(({ kind }) => kind === id));
  return [{ ...target, kinds, missing }];
}

function sayRest(title: string, { coverage, checks }: PreflightReport, terminal: Terminal): void {
  const refused = checks.filter(({ id, status }) => status === "fail" && isAboutAccess(id));
  for (const { seen } of refused) say(terminal, `error: ${title}: ${seen}`);
  if (refused.length > 0) return;
  const unknown = coverage.filter(({ status }) => status === "unknown");
  for (const { kind, scope, reason } of unknown) {
    say(terminal, `warning: ${title}: whether ${kind} in ${scope} can be read is not known: ${reason ?? "not said"}`);
  }
  const isWhole = coverage.every((row) => row.accepted || row.status === "granted");
  if (isWhole) say(terminal, `${title}: nothing is missing`);
}

function codeOf({ checks, coverage }: PreflightReport): ExitCode {
  const failed = checks.filter(({ id, status }) => status !== "pass" && isAboutAccess(id));
  if (failed.some(({ id, status }) => id === "credential.accepted" && status === "fail"))
    return exitCodes.refusedCredential;
  if (failed.some(({ status }) => status === "fail")) return exitCodes.failure;
  const isKnown = coverage.every(({ status, accepted }) => accepted || status !== "unknown");
  return isKnown ? exitCodes.complete : exitCodes.incomplete;
}

function isAboutAccess(id: string): boolean {
  return id === "credential.accepted" || id === "provider.reachable";
}
