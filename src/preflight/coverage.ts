import type { AcceptedGaps } from "../inventory/accepted-gaps.ts";
import type { FindLacking } from "../inventory/not-granted.ts";
import type { Provider } from "../inventory/provider.ts";
import type { Remembered } from "../inventory/remembered.ts";
import type { KindSummary } from "../inventory/resource-kind.ts";
import type { Coverage, Examiner } from "./examiner.ts";
import { listed } from "./listed.ts";
import type { Check, CoverageRow } from "./report.ts";

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
export function coverageChecks(rows: readonly CoverageRow[]): readonly Check[] {
  const held = rows.filter(({ accepted, notGranted }) => !accepted && !notGranted);
  const accepted = rows.filter((row) => row.accepted);
  const purpose: Check = {
    id: "gaps.accepted",
    status: "warn",
    message: `${placesOf(accepted)} left out on purpose (accepted_gaps): reported, and never a reason to delete`,
  };
  return [
    rightsCheck(held),
    ...notGrantedChecks(rows),
    ...conditionChecks(held),
    ...(accepted.length > 0 ? [purpose] : []),
  ];
}

function rightsCheck(rows: readonly CoverageRow[]): Check {
  const id = "rights.granted";
  const missing = rows.filter(({ status }) => status === "missing");
  const unknown = rows.filter(({ status }) => status === "unknown");
  if (missing.length > 0) {
    const rights = [...new Set(missing.flatMap((row) => row.missing))];
    const remediation = `grant ${listed(rights)}; \`cloud-inventory rights\` prints it ready to use`;
    return {
      id,
      status: "fail",
      message: `${placesOf(missing)} cannot be read: rights are missing`,
      remediation: rights.length > 0 ? remediation : "see the reasons below",
    };
  }
  if (unknown.length > 0) {
    const reasons = [...new Set(unknown.flatMap(({ reason }) => reason ?? []))];
    const message = `whether ${placesOf(unknown)} can be read is not known: ${reasons.join("; ")}`;
    return { id, status: "unknown", message };
  }
  return { id, status: "pass", message: `every chosen kind can be read: ${placesOf(rows)}` };
}

function notGrantedChecks(rows: readonly CoverageRow[]): readonly Check[] {
  const id = "kinds.notGranted";
  const ofOptional = rows.filter(({ notGranted }) => notGranted);
  const missing = ofOptional.filter(({ status }) => status === "missing");
  if (ofOptional.length === 0) return [];
  if (missing.length === 0) {
    const reasons = [...new Set(ofOptional.flatMap(({ reason }) => reason ?? []))];
    const message = `whether ${placesOf(ofOptional)} can be read is not known, and nobody named them: ${reasons.join("; ")}`;
    return [{ id, status: "unknown", message }];
  }
  const rights = [...new Set(missing.flatMap((row) => row.missing))];
  const grant = rights.length > 0 ? `grant ${listed(rights)}` : "grant them";
  const remediation = `${grant} if they shall be read; \`preflight --pin\` names the others`;
  const message = `${placesOf(missing)} is not granted: of the default set, and not held against the credential`;
  return [{ id, status: "warn", message, remediation }];
}

function conditionChecks(rows: readonly CoverageRow[]): readonly Check[] {
  const conditional = rows.filter(({ status }) => status === "conditional");
  if (conditional.length === 0) return [];
  const reasons = [...new Set(conditional.flatMap(({ reason }) => reason ?? []))];
  return [
    {
      id: "rights.conditions",
      status: "warn",
      message: `${placesOf(conditional)} can be read only under a condition, which cannot be proven to hold: ${reasons.join("; ")}`,
      remediation: "grant the right without a condition, or expect these to be denied at times",
    },
  ];
}

/** Rows in words: their kinds, and how many places. */
export function placesOf(rows: readonly CoverageRow[]): string {
  const kinds = [...new Set(rows.map(({ kind }) => kind))];
  return `${listed(kinds)} in ${rows.length === 1 ? "1 place" : `${rows.length} places`}`;
}
