import type { DocumentFacts, LastRun } from "../../inventory/document-status.ts";
import type { ScopeEvent } from "../../inventory/event.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { FinishedRun } from "./summary.ts";

/** How a run of `discover` ended, for the status beside its document. */
export interface RunEnd {
  readonly version: string;
  readonly format: string;
  readonly startedAt: string;
  readonly exitCode: ExitCode;
  /** Why the run ended before its end, where it did. */
  readonly reason?: string;
  readonly runs: readonly FinishedRun[];
  readonly scopes: readonly ScopeEvent[];
}

const endings: Readonly<Record<ExitCode, LastRun["ended"]>> = {
  [exitCodes.complete]: "written",
  [exitCodes.incomplete]: "written",
  [exitCodes.different]: "written",
  [exitCodes.refusedCredential]: "refused",
  [exitCodes.cancelled]: "cancelled",
  [exitCodes.usage]: "misconfigured",
  [exitCodes.readerLeft]: "failed",
  [exitCodes.failure]: "failed",
};

/** How a run ended, by what its process ends with. */
export function endingOf(exitCode: ExitCode): LastRun["ended"] {
  return endings[exitCode];
}

/**
 * Whether a run's document takes the place of an earlier one. One with gaps does, and says what is missing; a run that was cut off
 * before it could look knows less than the earlier document.
 */
export function isWritten({ exitCode }: Pick<RunEnd, "exitCode">): boolean {
  return endingOf(exitCode) === "written";
}

/** The document that a run wrote. */
export function factsOf(end: RunEnd, size: Pick<DocumentFacts, "bytes" | "sha256">): DocumentFacts {
  const { format, version, startedAt, exitCode, runs, scopes } = end;
  return {
    format,
    ...size,
    version,
    startedAt,
    writtenAt: new Date().toISOString(),
    exitCode,
    complete: runs.length > 0 && runs.every(({ finished }) => finished.complete),
    inventories: runs.map(({ finished: { type, ...inventory } }) => inventory),
    scopes: scopes.map(({ type, ...scope }) => scope),
  };
}

/** How a run ended, whatever became of its document. */
export function lastRunOf({ version, startedAt, exitCode, reason, runs }: RunEnd): LastRun {
  const reasons = runs.flatMap(({ finished }) =>
    finished.reason === undefined ? [] : [`${finished.inventory}: ${finished.reason}`],
  );
  const why = reason ?? (reasons.length > 0 ? reasons.join("; ") : undefined);
  return {
    version,
    startedAt,
    endedAt: new Date().toISOString(),
    ended: endingOf(exitCode),
    exitCode,
    ...(why === undefined ? {} : { reason: why }),
  };
}
