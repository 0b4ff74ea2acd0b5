import type { KindSummary } from "../inventory/resource-kind.ts";
import type { CheckId } from "./catalogue.ts";
import { unknownCoverage } from "./coverage.ts";
import type { Coverage, Examination } from "./examiner.ts";
import type { CheckResult, CoverageRow, PreflightReport } from "./report.ts";
import { endsAll } from "./verdict.ts";
import { readCheck } from "./written-check.ts";

// What is said of the places of the chosen kinds: nothing, where no kind is looked at that needs them.
const ofPlaces: readonly CheckId[] = [
  "projects.visible",
  "projects.read",
  "projects.state",
  "places.visible",
  "object-storage.key-pair",
  "object-storage.preferred-project",
];

/** What a second look at the same credential takes over from the first, and what it looks at again. */
export interface EarlierLook {
  readonly asked: readonly KindSummary[];
  /** What is added to what was found now. */
  takenOver(found: Pick<Examination, "checks">): TakenOver;
}

export interface TakenOver {
  readonly coverage: readonly Coverage[];
  /** The checks that are taken over where none of the same id was made anew. */
  readonly checks: readonly CheckResult[];
}

/**
 * Only what was not found granted is looked at again: a right that was there a minute ago is believed, with the time at which it was
 * found. A credential that was of no use, or a look at other kinds, leaves nothing to take over.
 */
export function earlierLook(kinds: readonly KindSummary[], earlier: PreflightReport | undefined): EarlierLook {
  const isSame = earlier !== undefined && kinds.every(({ id }) => earlier.kinds.includes(id));
  if (!isSame || earlier.checks.some(endsAll)) {
    return { asked: kinds, takenOver: () => ({ coverage: [], checks: [] }) };
  }
  const { checkedAt: at } = earlier;
  const isFound = ({ status, accepted }: CoverageRow): boolean =>
    accepted || status === "granted" || status === "conditional";
  const open = new Set(earlier.coverage.filter((row) => !isFound(row)).map(({ kind }) => kind));
  const asked = kinds.filter(({ id }) => open.has(id));
  const others = kinds.filter(({ id }) => !open.has(id));
  return {
    asked,
    takenOver(found) {
      // A credential that is of no use by now grants nothing that it granted before.
      if (found.checks.some(endsAll)) return { coverage: unknownCoverage(others, lost), checks: [] };
      const rows = earlier.coverage.filter(({ kind }) => others.some(({ id }) => id === kind));
      return {
        coverage: rows.map(({ accepted, notGranted, ...row }) => ({ checkedAt: at, ...row })),
        checks: earlier.checks
          .filter(({ id, status }) => ofPlaces.includes(id) && status !== "fail")
          .map((check) => ({ checkedAt: check.checkedAt ?? at, ...readCheck(check) })),
      };
    },
  };
}

const lost = "nothing could be read any more when the rest was looked at again";
