import type { ErrorCode } from "../../inventory/errors.ts";
import type { FinishedEvent } from "../../inventory/event.ts";
import type { PreflightReport } from "../../preflight/report.ts";

/** What a scheduler may rely on. */
export const exitCodes = {
  complete: 0,
  failure: 1,
  usage: 2,
  refusedCredential: 3,
  incomplete: 4,
  cancelled: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

// The worst of several inventories counts; a person who pressed Ctrl-C needs no diagnosis.
const worstFirst: readonly ExitCode[] = [130, 3, 1, 2, 4, 0];

export function worst(codes: readonly ExitCode[]): ExitCode {
  return worstFirst.find((code) => codes.includes(code)) ?? exitCodes.failure;
}

/** The exit code of one finished inventory. A deadline cuts it short like any other gap; only a person cancels. */
export function exitCodeOf(finished: FinishedEvent, cancelledByUser: boolean): ExitCode {
  if (finished.code === "UNAUTHENTICATED") return exitCodes.refusedCredential;
  if (finished.code === "CANCELLED" && cancelledByUser) return exitCodes.cancelled;
  return finished.complete ? exitCodes.complete : exitCodes.incomplete;
}

/** The exit code of one preflight: warnings take nothing from a credential. */
export function exitCodeOfReport({ checks, verdict }: PreflightReport): ExitCode {
  const isRefused = checks.some(({ id, status }) => id === "credential.accepted" && status === "fail");
  if (isRefused) return exitCodes.refusedCredential;
  return verdict === "usable" ? exitCodes.complete : exitCodes.incomplete;
}

/** The exit code of an error that ended a command before or beside its work. */
export function exitCodeOfError(code: ErrorCode): ExitCode {
  if (code === "INVALID_CONFIG") return exitCodes.usage;
  if (code === "UNAUTHENTICATED") return exitCodes.refusedCredential;
  return code === "CANCELLED" ? exitCodes.cancelled : exitCodes.failure;
}
