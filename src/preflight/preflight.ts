import type { AcceptedGaps } from "../inventory/accepted-gaps.ts";
import { abortError, asInventoryError, type InventoryError } from "../inventory/errors.ts";
import { followSignals } from "../inventory/follow-signals.ts";
import { newContext } from "../inventory/new-context.ts";
import type { Provider, Traffic } from "../inventory/provider.ts";
import type { Remembered } from "../inventory/remembered.ts";
import type { KindSummary } from "../inventory/resource-kind.ts";
import { safeValue } from "../inventory/safe-text.ts";
import { elapsedMs } from "../inventory/tally.ts";
import { foreignAccount } from "./account.ts";
import { type CheckId, catalogue, docsOf } from "./catalogue.ts";
import { coverageChecks, unknownCoverage, withAccepted, withNotGranted } from "./coverage.ts";
import type { Examination, Examiner } from "./examiner.ts";
import { expiryCheck, expiryRows } from "./expiry.ts";
import type { Check, CheckResult, PreflightReport } from "./report.ts";
import { remediationOf, sentence } from "./sentence.ts";
import { verdictOf } from "./verdict.ts";

/** What a provider is opened with for a preflight: a person waits, and what does not answer soon is a finding. */
export const preflightLimits = { maxAttempts: 3, attemptTimeoutMs: 15_000, totalTimeoutMs: 40_000 } as const;

export interface PreflightOptions {
  readonly kinds: readonly KindSummary[];
  /** Whether somebody asked for these kinds by name: then each has to be granted. True unless it says otherwise. */
  readonly named?: boolean | undefined;
  readonly acceptedGaps: AcceptedGaps;
  /** Days before an end at which it is announced. */
  readonly leadDays: readonly number[];
  /** The account or organization that the credential should belong to. */
  readonly expectedAccount?: string | undefined;
  /** The address that the control plane will call from. */
  readonly fromAddress?: string | undefined;
  /** The variable that names a proxy, where one is set: requests go through it. */
  readonly proxyVariable?: string | undefined;
  /** What earlier runs read, where the host remembers it. */
  readonly remembered?: Remembered | undefined;
  /** The plugin's version, for the report. */
  readonly version: string;
  readonly signal: AbortSignal;
  /** Counts the requests while they are sent, for whoever looks on. */
  readonly traffic?: Traffic;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
}

/**
 * Is this credential enough, for what, and until when? Never throws for what a provider did: a refused credential and a
 * provider that does not answer are checks that failed.
 *
 * @throws InventoryError CANCELLED where the signal was aborted.
 */
export async function preflight(provider: Provider & Examiner, options: PreflightOptions): Promise<PreflightReport> {
  const { kinds, now = Date.now, leadDays, fromAddress } = options;
  const startedMs = now();
  const startedAtMs = performance.now();
  const { signal, release } = followSignals([options.signal]);
  const { remembered, traffic } = options;
  const context = newContext(signal, traffic, remembered);
  const examination = await provider
    .load(kinds)
    .then((rows) => provider.examine({ kinds: rows, ...(fromAddress === undefined ? {} : { fromAddress }) }, context))
    .catch((thrown: unknown) => {
      if (signal.aborted) throw abortError(signal);
      return refusedExamination(asInventoryError(thrown), kinds);
    })
    .finally(release);
  // Answers that were cut off are no findings.
  if (signal.aborted) throw abortError(signal);
  const coverage = withNotGranted(withAccepted(examination.coverage, options.acceptedGaps), options);
  const checks = [
    ...examination.checks,
    ...accountChecks(examination, options.expectedAccount),
    ...examination.expiries.map((expiry) => expiryCheck(expiry, leadDays, startedMs)),
    ...coverageChecks(coverage),
    ...proxyChecks(options.proxyVariable),
  ];
  const { projects = [] } = examination;
  const report: PreflightReport = {
    inventory: provider.id,
    version: options.version,
    credential: provider.describe(),
    ...(examination.account === undefined ? {} : { account: examination.account }),
    checkedAt: new Date(startedMs).toISOString(),
    kinds: kinds.map(({ id }) => id),
    ...verdictOf(checks, coverage, kinds),
    checks: inOrder(checks).map(written),
    coverage: [...coverage],
    expiries: expiryRows(examination.expiries, startedMs),
    ...(projects.length === 0 ? {} : { projects: [...projects] }),
    requests: context.traffic.requests,
    durationMs: elapsedMs(startedAtMs, performance.now()),
  };
  // Names of accounts, policies and projects are written by tenants.
  return safeValue(report) as PreflightReport;
}

/** What is left to say when the provider refused everything. */
function refusedExamination(error: InventoryError, kinds: readonly KindSummary[]): Examination {
  const refused = error.code === "UNAUTHENTICATED";
  const check: CheckResult = {
    id: checkOf(error, refused ? "credential.accepted" : "provider.reachable"),
    // A provider that has no time says nothing about the credential.
    status: error.code === "RATE_LIMITED" ? "unknown" : "fail",
    message: sentence`${{ reason: error.message }}`,
    ...remediationOf(error),
  };
  const reason = refused ? "the credential was refused" : "the provider could not be asked";
  return { checks: [check], coverage: unknownCoverage(kinds, reason), expiries: [] };
}

function checkOf({ advice }: InventoryError, otherwise: CheckId): CheckId {
  return advice !== undefined && Object.hasOwn(catalogue, advice.check) ? (advice.check as CheckId) : otherwise;
}

function accountChecks({ account }: Examination, expected: string | undefined): readonly CheckResult[] {
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

function proxyChecks(variable: string | undefined): readonly CheckResult[] {
  if (variable === undefined) return [];
  const message = sentence`${{ variable }} is set: https goes through that proxy, but for what NO_PROXY leaves out`;
  return [{ id: "surroundings.proxy", status: "pass", message }];
}

/** In the catalogue's order, whoever made them. */
function inOrder(checks: readonly CheckResult[]): CheckResult[] {
  const order = Object.keys(catalogue);
  return checks.toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id));
}

function written({ id, status, message, remediation }: CheckResult): Check {
  return {
    id,
    status,
    message: message.text,
    ...(remediation === undefined ? {} : { remediation: remediation.text }),
    values: { ...message.values, ...remediation?.values } as Check["values"],
    templates: {
      message: message.template,
      ...(remediation === undefined ? {} : { remediation: remediation.template }),
    },
    documentation: docsOf(id),
  };
}
