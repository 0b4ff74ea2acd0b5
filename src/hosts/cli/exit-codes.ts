import type { InventoryError } from "../../inventory/errors.ts";
import { isSuccess } from "../../inventory/success.ts";
import type { Check, PreflightReport } from "../../preflight/report.ts";
import { ReaderLeft } from "./batched-writer.ts";
import type { FinishedRun } from "./summary.ts";

/** What a scheduler may rely on. */
export const exitCodes = {
  complete: 0,
  failure: 1,
  usage: 2,
  refusedCredential: 3,
  incomplete: 4,
  /** Two snapshots are not alike (`diff`), or something has no backup (`coverage --fail-on`). */
  different: 5,
  cancelled: 130,
  /** What a shell shows of a program that SIGPIPE ended, such as `git log | head`. */
  readerLeft: 141,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

// The worst of several inventories counts; a person who pressed Ctrl-C needs no diagnosis.
const worstFirst: readonly ExitCode[] = [130, 141, 3, 1, 2, 4, 5, 0];

export function worst(codes: readonly ExitCode[]): ExitCode {
  return worstFirst.find((code) => codes.includes(code)) ?? exitCodes.failure;
}

/** The exit code of one finished inventory. A deadline cuts it short like any other gap; only a person cancels. */
export function exitCodeOf({ finished, acceptsIncomplete }: FinishedRun, cancelledByUser: boolean): ExitCode {
  if (finished.code === "UNAUTHENTICATED") return exitCodes.refusedCredential;
  if (finished.code === "CANCELLED" && cancelledByUser) return exitCodes.cancelled;
  return isSuccess(finished, acceptsIncomplete) ? exitCodes.complete : exitCodes.incomplete;
}

/** The exit code of one preflight: warnings take nothing from a credential. */
export function exitCodeOfReport(report: PreflightReport): ExitCode {
  if (refusalIn(report) !== undefined) return exitCodes.refusedCredential;
  return report.verdict === "usable" ? exitCodes.complete : exitCodes.incomplete;
}

/** The check that says that the provider refuses the credential itself. */
export function refusalIn({ checks }: PreflightReport): Check | undefined {
  return checks.find(({ id, status }) => id === "credential.accepted" && status === "fail");
}

/** The exit code of an error that ended a command before or beside its work. */
export function exitCodeOfError(error: InventoryError): ExitCode {
  if (error instanceof ReaderLeft) return exitCodes.readerLeft;
  const { code } = error;
  if (code === "INVALID_CONFIG") return exitCodes.usage;
  if (code === "UNAUTHENTICATED") return exitCodes.refusedCredential;
  return code === "CANCELLED" ? exitCodes.cancelled : exitCodes.failure;
}
