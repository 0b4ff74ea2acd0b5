import type { InventoryError } from "../inventory/errors.ts";
import { adviceByCode } from "../inventory/gap-advice.ts";
import type { KindSummary } from "../inventory/resource-kind.ts";
import { foreignAccount } from "./account.ts";
import { type CheckId, catalogue } from "./catalogue.ts";
import { unknownCoverage } from "./coverage.ts";
import type { Examination, Examiner } from "./examiner.ts";
import type { CheckResult } from "./report.ts";
import { sentence } from "./sentence.ts";

// What is checked of every provider, beside what it examines itself.
const ofAll: readonly CheckId[] = [
  "provider.reachable",
  "credential.accepted",
  "credential.expiry",
  "account.expected",
  "rights.granted",
  "kinds.notGranted",
  "rights.conditions",
  "gaps.accepted",
  "surroundings.proxy",
];

/** The checks that a preflight can come to, in the catalogue's order. */
export function plannedChecks({ checks }: Examiner): readonly CheckId[] {
  const planned = new Set<CheckId>([...ofAll, ...checks]);
  return (Object.keys(catalogue) as CheckId[]).filter((id) => planned.has(id));
}

/** What is left to say when the provider refused everything. */
export function refusedExamination(error: InventoryError, kinds: readonly KindSummary[]): Examination {
  const refused = error.code === "UNAUTHENTICATED";
  const check: CheckResult = {
    id: checkOf(error, refused ? "credential.accepted" : "provider.reachable"),
    // A provider that has no time says nothing about the credential.
    status: error.code === "RATE_LIMITED" ? "unknown" : "fail",
    message: sentence`${{ reason: error.message }}`,
    remediation: sentence`${{ advice: error.advice?.remediation ?? adviceByCode[error.code] }}`,
  };
  const reason = refused ? "the credential was refused" : "the provider could not be asked";
  return { checks: [check], coverage: unknownCoverage(kinds, reason), expiries: [] };
}

function checkOf({ advice }: InventoryError, otherwise: CheckId): CheckId {
  return advice !== undefined && Object.hasOwn(catalogue, advice.check) ? (advice.check as CheckId) : otherwise;
}

/** Whether the account is the one that the config expects, where it expects one. */
export function accountChecks(account: string | undefined, expected: string | undefined): readonly CheckResult[] {
  if (expected === undefined) return [];
  const id = "account.expected";
  if (account === undefined) {
    const message = sentence`whose account this is could not be read; ${{ expected }} was expected`;
    return [{ id, status: "unknown", message }];
  }
  const foreign = foreignAccount(account, expected);
  return [
    foreign === undefined
      ? { id, status: "pass", message: sentence`the account is ${{ account }}` }
      : { id, status: "fail", ...foreign },
  ];
}

/** @param variable the variable that names a proxy, where one is set. */
export function proxyChecks(variable: string | undefined): readonly CheckResult[] {
  if (variable === undefined) return [];
  const message = sentence`${{ variable }} is set: https goes through that proxy, but for what NO_PROXY leaves out`;
  return [{ id: "surroundings.proxy", status: "pass", message }];
}
