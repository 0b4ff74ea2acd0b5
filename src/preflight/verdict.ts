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

const usableInPart = "usable: all that has to be granted can be read; kinds.notGranted names what else is not";

/** What the checks and the coverage come to. Warnings take nothing from a credential. */
export function verdictOf(
  checks: readonly CheckResult[],
  coverage: readonly CoverageRow[],
  kinds: readonly KindSummary[],
): { readonly verdict: Verdict; readonly sentence: string } {
  const verdict = decide(checks, coverage, kinds);
  const lacksOptional = verdict === "usable" && coverage.some(({ notGranted }) => notGranted);
  return { verdict, sentence: lacksOptional ? usableInPart : sentences[verdict] };
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
  if (checks.some(({ id, status }) => status === "fail" && vital.includes(id))) return "not-usable";
  const isGap = ({ id, status }: CheckResult): boolean =>
    status === "fail" || (status === "unknown" && !informative.includes(id));
  return checks.some(isGap) ? "usable-with-gaps" : "usable";
}
