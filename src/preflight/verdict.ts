import type { KindSummary } from "../inventory/resource-kind.ts";
import type { CheckId } from "./catalogue.ts";
import type { CheckResult, CoverageRow, Verdict } from "./report.ts";

// Where one of these fails, nothing can be read.
const vital: readonly CheckId[] = [
  "config.form",
  "provider.reachable",
  "credential.accepted",
  "credential.expiry",
  "account.expected",
  "projects.visible",
];

/** Whether a check says that nothing can be read. */
export function endsAll({ id, status }: Pick<CheckResult, "id" | "status">): boolean {
  return status === "fail" && vital.includes(id);
}

// What is not known here says nothing of whether the chosen kinds can be read: a key need not be allowed to look at itself.
const informative: readonly CheckId[] = [
  "credential.identity",
  "credential.bearer",
  "credential.expiry",
  "credential.excess",
  "credential.addresses",
  "kinds.notGranted",
  "projects.read",
  "projects.state",
  "places.visible",
  "object-storage.preferred-project",
  "surroundings.clock",
];

const sentences: Readonly<Record<Verdict, string>> = {
  usable: "usable: everything that was chosen can be read",
  "usable-with-gaps": "usable with gaps: what is missing or not known is named above, and discovery will say so too",
  "not-usable": "not usable: see what failed above",
};

const usableInPart = "usable: all that has to be granted can be read";

/** The checks that name rows of which the first sentence would not be true. */
const exceptions: readonly {
  readonly check: CheckId;
  readonly says: string;
  readonly is: (row: CoverageRow) => boolean;
}[] = [
  { check: "kinds.notGranted", says: "names what else is not", is: ({ notGranted }) => notGranted === true },
  {
    check: "rights.conditions",
    says: "names what is only under a condition",
    is: ({ status, accepted, notGranted }) => status === "conditional" && !accepted && !notGranted,
  },
  { check: "gaps.accepted", says: "names what is left out on purpose", is: ({ accepted }) => accepted },
];

/** What the checks and the coverage come to. Warnings take nothing from a credential. */
export function verdictOf(
  checks: readonly CheckResult[],
  coverage: readonly CoverageRow[],
  kinds: readonly KindSummary[],
): { readonly verdict: Verdict; readonly sentence: string } {
  const verdict = decide(checks, coverage, kinds);
  return { verdict, sentence: verdict === "usable" ? usableSentence(coverage) : sentences[verdict] };
}

/** "Everything" is said only where no row is an exception. */
function usableSentence(coverage: readonly CoverageRow[]): string {
  const named = exceptions.flatMap(({ check, says, is }) => (coverage.some(is) ? [`${check} ${says}`] : []));
  return named.length === 0 ? sentences.usable : [usableInPart, ...named].join("; ");
}

function decide(
  checks: readonly CheckResult[],
  coverage: readonly CoverageRow[],
  kinds: readonly KindSummary[],
): Verdict {
  const required = kinds.filter((kind) => kind.required).map(({ id }) => id);
  const isBlocked = coverage.some(
    ({ kind, status, accepted }) => status === "missing" && !accepted && required.includes(kind),
  );
  const readsNothing = coverage.every(({ status, notGranted }) => status === "missing" || notGranted);
  if (isBlocked || readsNothing) return "not-usable";
  if (checks.some(endsAll)) return "not-usable";
  const isGap = ({ id, status }: CheckResult): boolean =>
    status === "fail" || (status === "unknown" && !informative.includes(id));
  return checks.some(isGap) ? "usable-with-gaps" : "usable";
}
