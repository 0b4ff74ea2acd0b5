import type { PreflightEvent } from "../../../preflight/event.ts";
import type { PreflightReport } from "../../../preflight/report.ts";
import type { Failed } from "../api.ts";
import { grouped } from "./grouped.ts";

type Check = PreflightReport["checks"][number];
type Row = PreflightReport["coverage"][number];

/** What a preflight has told so far. */
export interface CheckProgress {
  readonly checks: readonly Check[];
  readonly rows: readonly Row[];
  /** The kinds that are looked at now. */
  readonly asked: readonly string[];
  readonly report?: PreflightReport;
}

const nothingChecked: CheckProgress = { checks: [], rows: [], asked: [] };

export function progressOf(report: PreflightReport | undefined): CheckProgress {
  if (report === undefined) return nothingChecked;
  return { checks: report.checks, rows: report.coverage, asked: report.kinds, report };
}

export function withEvent(progress: CheckProgress, event: PreflightEvent | Failed): CheckProgress {
  switch (event.type) {
    case "started":
      return { ...nothingChecked, asked: event.asked };
    case "check":
      return { ...progress, checks: [...progress.checks, event.check] };
    case "coverage":
      return { ...progress, rows: [...progress.rows, event.row] };
    case "finished":
      return progressOf(event.report);
    case "failed":
      return progress;
  }
}

/** What one kind came to in all of its places. */
export interface KindRights {
  readonly kind: string;
  readonly status: "granted" | "missing" | "unknown";
  readonly isExpected: boolean;
  readonly places: number;
  readonly missing: readonly string[];
  readonly reasons: readonly string[];
}

export function rightsByKind(rows: readonly Row[]): readonly KindRights[] {
  const byKind = grouped(rows, ({ kind }) => kind);
  return [...byKind].map(([kind, all]) => {
    const lacking = all.filter(({ status }) => status === "missing");
    const isUnknown = all.some(({ status }) => status === "unknown" || status === "conditional");
    return {
      kind,
      status: lacking.length > 0 ? "missing" : isUnknown ? "unknown" : "granted",
      isExpected: lacking.length > 0 && lacking.every(({ accepted, notGranted }) => accepted || notGranted === true),
      places: lacking.length > 0 ? lacking.length : all.length,
      missing: [...new Set(lacking.flatMap(({ missing }) => missing))],
      reasons: [...new Set(all.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))],
    };
  });
}
