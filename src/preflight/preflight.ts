import type { AcceptedGaps } from "../inventory/accepted-gaps.ts";
import { createChannel } from "../inventory/channel.ts";
import { abortError, asInventoryError, InventoryError } from "../inventory/errors.ts";
import { followSignals } from "../inventory/follow-signals.ts";
import { newContext } from "../inventory/new-context.ts";
import type { Provider, Traffic } from "../inventory/provider.ts";
import type { Remembered } from "../inventory/remembered.ts";
import type { KindSummary } from "../inventory/resource-kind.ts";
import { safeValue } from "../inventory/safe-text.ts";
import { elapsedMs } from "../inventory/tally.ts";
import { plannedChecks, refusedExamination } from "./common-checks.ts";
import { earlierLook } from "./earlier-look.ts";
import type { PreflightEvent } from "./event.ts";
import type { Examiner } from "./examiner.ts";
import { expiryRows } from "./expiry.ts";
import { createFindings } from "./findings.ts";
import type { PreflightReport } from "./report.ts";
import { verdictOf } from "./verdict.ts";
import { inOrder, writtenCheck } from "./written-check.ts";

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
  /** What an earlier preflight of this same credential reported: only what it did not find granted is looked at again. */
  readonly earlier?: PreflightReport | undefined;
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
  for await (const event of preflightEvents(provider, options)) if (event.type === "finished") return event.report;
  throw new InventoryError("INTERNAL", "the preflight ended without a report; this is a defect of the plugin");
}

/**
 * The same, told while it is found out: each check and each row of the coverage once, then the report, which holds just these.
 * Leaving the `for await` ends the requests that are under way.
 *
 * @throws InventoryError CANCELLED where the signal was aborted.
 */
export async function* preflightEvents(
  provider: Provider & Examiner,
  options: PreflightOptions,
): AsyncGenerator<PreflightEvent, void, void> {
  const { signal, stop, release } = followSignals([options.signal]);
  // What is found is bounded by the report, which is held anyway: nobody waits for a slow reader.
  const channel = createChannel<PreflightEvent>(Number.POSITIVE_INFINITY);
  const tell = (event: PreflightEvent): void => void channel.push(event);
  const looked = look(provider, { ...options, signal }, tell).finally(channel.close);
  // Where the reader has left, nobody asks how it ended.
  looked.catch(() => {});
  try {
    for (let batch = await channel.take(); batch !== undefined; batch = await channel.take()) yield* batch;
    await looked;
  } finally {
    stop();
    release();
    channel.abandon();
  }
}

async function look(
  provider: Provider & Examiner,
  options: PreflightOptions,
  tellEvent: (event: PreflightEvent) => void,
): Promise<void> {
  const { kinds, now = Date.now, fromAddress, signal, version } = options;
  const startedMs = now();
  const startedAtMs = performance.now();
  const inventory = provider.id;
  const checkedAt = new Date(startedMs).toISOString();
  const ids = kinds.map(({ id }) => id);
  // Names of accounts, policies and projects are written by tenants.
  const tell = (event: PreflightEvent): void => {
    if (!signal.aborted) tellEvent(safeValue(event) as PreflightEvent);
  };
  const earlier = earlierLook(kinds, options.earlier);
  const asked = earlier.asked.map(({ id }) => id);
  const credential = provider.describe();
  const checks = [...plannedChecks(provider)];
  tell({ type: "started", inventory, version, credential, checkedAt, kinds: ids, asked, checks });
  const findings = createFindings(options, startedMs, {
    check: (result) => tell({ type: "check", inventory, check: writtenCheck(result) }),
    row: (row) => tell({ type: "coverage", inventory, row }),
  });
  const context = newContext(signal, options.traffic, options.remembered);
  const examination = await provider
    .load(kinds)
    .then((rows) =>
      provider.examine(
        {
          kinds: rows.filter(({ id }) => asked.includes(id)),
          chosen: rows,
          tell: findings.add,
          ...(fromAddress === undefined ? {} : { fromAddress }),
        },
        context,
      ),
    )
    .catch((thrown: unknown) => {
      if (signal.aborted) throw abortError(signal);
      return refusedExamination(asInventoryError(thrown), earlier.asked);
    });
  // Answers that were cut off are no findings.
  if (signal.aborted) throw abortError(signal);
  const whole = findings.end(examination, earlier.takenOver(examination));
  const { account, projects = [] } = examination;
  const report: PreflightReport = {
    inventory,
    version,
    credential,
    ...((account ?? whole.account) === undefined ? {} : { account: account ?? whole.account }),
    checkedAt,
    kinds: ids,
    ...verdictOf(whole.checks, whole.coverage, kinds),
    checks: inOrder(whole.checks).map(writtenCheck),
    coverage: [...whole.coverage],
    expiries: expiryRows(whole.expiries, startedMs),
    ...(projects.length === 0 ? {} : { projects: [...projects] }),
    requests: context.traffic.requests,
    durationMs: elapsedMs(startedAtMs, performance.now()),
  };
  tell({ type: "finished", inventory, report });
}
