import type { AcceptedGaps } from "../inventory/accepted-gaps.ts";
import type { FindLacking } from "../inventory/not-granted.ts";
import type { Provider } from "../inventory/provider.ts";
import type { Remembered } from "../inventory/remembered.ts";
import type { KindSummary } from "../inventory/resource-kind.ts";
import type { Coverage, Examiner } from "./examiner.ts";
import type { CheckResult, CoverageRow } from "./report.ts";
import { type Sentence, sentence } from "./sentence.ts";

/** Adds to each row whether the operator left it out on purpose; what is granted needs no excuse. */
export function withAccepted(coverage: readonly Coverage[], isAccepted: AcceptedGaps): readonly CoverageRow[] {
  return coverage.map((row) => ({ ...row, accepted: row.status !== "granted" && isAccepted(row.kind, row.scope) }));
}

/** What tells which kinds need not be granted. */
export interface Wanted {
  readonly kinds: readonly KindSummary[];
  /** Whether somebody asked for these kinds by name. */
  readonly named?: boolean | undefined;
  readonly remembered?: Remembered | undefined;
}

/**
 * Marks the rows of optional kinds that nobody named and that are granted nowhere, as far as is known. What an earlier run read is a
 * right that was lost.
 */
export function withNotGranted(
  rows: readonly CoverageRow[],
  { kinds, named = true, remembered }: Wanted,
): readonly CoverageRow[] {
  if (named) return rows;
  const isGranted = ({ status }: CoverageRow): boolean => status === "granted" || status === "conditional";
  const known = new Set(rows.filter(isGranted).map(({ kind }) => kind));
  const ids = kinds.flatMap(({ id, optional }) =>
    optional && !known.has(id) && !remembered?.wasGranted(id) ? [id] : [],
  );
  return rows.map((row) => (ids.includes(row.kind) && !row.accepted ? { ...row, notGranted: true } : row));
}

/** The kinds whose rights are missing in every place that was looked at. */
export function missingKinds(coverage: readonly Coverage[]): ReadonlySet<string> {
  const others = new Set(coverage.filter(({ status }) => status !== "missing").map(({ kind }) => kind));
  return new Set(coverage.map(({ kind }) => kind).filter((kind) => !others.has(kind)));
}

/** Looks at the rights themselves, with the one or two requests of `examineBriefly`, for what the lists do not tell. */
export function lackingBy(provider: Provider & Examiner): FindLacking {
  return async (kinds, context) => {
    const { coverage } = await provider.examineBriefly(await provider.load(kinds), context);
    return missingKinds(coverage);
  };
}

/** The rows of a provider whose examination ended before any right was known. */
export function unknownCoverage(kinds: readonly KindSummary[], reason: string): readonly Coverage[] {
  return kinds.map(({ id }) => ({ kind: id, scope: "account", status: "unknown", missing: [], reason }));
}

/** What the rows come to: the check on rights, and one on what is left out on purpose where anything is. */
export function coverageChecks(rows: readonly CoverageRow[]): readonly CheckResult[] {
  const held = rows.filter(({ accepted, notGranted }) => !accepted && !notGranted);
  const accepted = rows.filter((row) => row.accepted);
  const purpose: CheckResult = {
    id: "gaps.accepted",
    status: "warn",
    message: sentence`${placesOf(accepted)} left out on purpose (accepted_gaps): reported, and never a reason to delete`,
  };
  return [
    rightsCheck(held),
    ...notGrantedChecks(rows),
    ...conditionChecks(held),
    ...(accepted.length > 0 ? [purpose] : []),
  ];
}

function rightsCheck(rows: readonly CoverageRow[]): CheckResult {
  const id = "rights.granted";
  const missing = rows.filter(({ status }) => status === "missing");
  const unknown = rows.filter(({ status }) => status === "unknown");
  if (missing.length > 0) {
    const rights = [...new Set(missing.flatMap((row) => row.missing))];
    return {
      id,
      status: "fail",
      message: sentence`${placesOf(missing)} cannot be read: rights are missing`,
      remediation:
        rights.length > 0 ? sentence`grant ${{ rights }}, as docs/rights.md shows` : sentence`see the reasons below`,
    };
  }
  if (unknown.length > 0) {
    const reasons = [...new Set(unknown.flatMap(({ reason }) => reason ?? []))];
    const message = sentence`whether ${placesOf(unknown)} can be read is not known: ${{ reason: reasons.join("; ") }}`;
    return { id, status: "unknown", message };
  }
  const always = rows.filter(({ status }) => status === "granted");
  if (always.length === rows.length) {
    return { id, status: "pass", message: sentence`every chosen kind can be read: ${placesOf(rows)}` };
  }
  const readable = always.length === 0 ? undefined : sentence`: ${placesOf(always)} can be read`;
  const message = sentence`no right is missing${readable}; the rest only under a condition (rights.conditions)`;
  return { id, status: "pass", message };
}

function notGrantedChecks(rows: readonly CoverageRow[]): readonly CheckResult[] {
  const id = "kinds.notGranted";
  const ofOptional = rows.filter(({ notGranted }) => notGranted);
  const missing = ofOptional.filter(({ status }) => status === "missing");
  if (ofOptional.length === 0) return [];
  if (missing.length === 0) {
    const reasons = [...new Set(ofOptional.flatMap(({ reason }) => reason ?? []))];
    const reason = { reason: reasons.join("; ") };
    const message = sentence`whether ${placesOf(ofOptional)} can be read is not known, and nobody named them: ${reason}`;
    return [{ id, status: "unknown", message }];
  }
  const rights = [...new Set(missing.flatMap((row) => row.missing))];
  const grant = rights.length > 0 ? sentence`grant ${{ rights }}` : sentence`grant them`;
  const remediation = sentence`${grant} if they shall be read, or name the others in kinds`;
  const message = sentence`${placesOf(missing)} is not granted: of the default set, and not held against the credential`;
  return [{ id, status: "warn", message, remediation }];
}

function conditionChecks(rows: readonly CoverageRow[]): readonly CheckResult[] {
  const conditional = rows.filter(({ status }) => status === "conditional");
  if (conditional.length === 0) return [];
  const reasons = [...new Set(conditional.flatMap(({ reason }) => reason ?? []))];
  const condition = sentence`under a condition, which cannot be proven to hold: ${{ reason: reasons.join("; ") }}`;
  return [
    {
      id: "rights.conditions",
      status: "warn",
      message: sentence`${placesOf(conditional)} can be read only ${condition}`,
      remediation: sentence`grant the right without a condition, or expect these to be denied at times`,
    },
  ];
}

/** Rows in words: their kinds, and how many places. */
export function placesOf(rows: readonly CoverageRow[]): Sentence {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  const places = rows.length;
  return places === 1 ? sentence`${{ kinds }} in ${{ places }} place` : sentence`${{ kinds }} in ${{ places }} places`;
}
