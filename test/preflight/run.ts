import { expect } from "vitest";
import type { Emulator } from "../../src/emulator/index.ts";
import { acceptedGaps } from "../../src/inventory/accepted-gaps.ts";
import { nothingRemembered } from "../../src/inventory/remembered.ts";
import { selectKinds } from "../../src/inventory/select-kinds.ts";
import type { CheckId } from "../../src/preflight/catalogue.ts";
import type { PreflightEvent } from "../../src/preflight/event.ts";
import { listed } from "../../src/preflight/listed.ts";
import { preflightEvents } from "../../src/preflight/preflight.ts";
import type { Check, CoverageRow, PreflightReport } from "../../src/preflight/report.ts";
import { openOn, type ProviderId, type RunOptions } from "../providers/run.ts";
import { validatorOf } from "../schemas.ts";

export interface PreflightRun extends RunOptions {
  readonly acceptedGaps?: readonly string[];
  readonly expectedAccount?: string;
  readonly fromAddress?: string;
  readonly leadDays?: readonly number[];
}

const isReport = validatorOf("preflight-report.schema.json");
const isEvent = validatorOf("preflight-event.schema.json");

/** One preflight of a provider on an emulator. Each report is held against its schema. */
export async function preflightOn(
  emulator: Emulator,
  id: ProviderId,
  options: PreflightRun = {},
): Promise<PreflightReport> {
  const { kinds = [], acceptedGaps: gaps = [], leadDays = [30, 14, 7, 1], now = Date.now } = options;
  const provider = await openOn(emulator, id, options);
  const events: PreflightEvent[] = [];
  for await (const event of preflightEvents(provider, {
    ...options,
    remembered: { ...nothingRemembered, ...options.remembered },
    kinds: selectKinds(provider.kinds, kinds),
    named: kinds.length > 0,
    acceptedGaps: acceptedGaps(gaps, provider.kinds),
    leadDays,
    now,
    version: "test",
    signal: new AbortController().signal,
  })) {
    events.push(event);
  }
  const report = reportOf(events);
  if (!isReport(report)) throw new Error(`not a report: ${JSON.stringify(isReport.errors)}`);
  for (const check of report.checks) {
    const rebuilt = rebuiltSentences(check);
    if (rebuilt.message !== check.message || rebuilt.remediation !== check.remediation) {
      throw new Error(`not built from its values: ${JSON.stringify(check)}`);
    }
  }
  return report;
}

/** The report that events end with. Each event is held against its schema, and all of them against the report: they add up to it. */
export function reportOf(events: readonly PreflightEvent[]): PreflightReport {
  for (const event of events) {
    if (!isEvent(event)) throw new Error(`not an event: ${JSON.stringify(isEvent.errors)}`);
  }
  const [started, ...others] = events;
  const finished = others.pop();
  if (started?.type !== "started" || finished?.type !== "finished")
    throw new Error("begins or ends with another event");
  const { report } = finished;
  const checks = others.flatMap((event) => (event.type === "check" ? [event.check] : []));
  const rows = others.flatMap((event) => (event.type === "coverage" ? [event.row] : []));
  expect(sorted(checks)).toEqual(sorted(report.checks));
  expect(sorted(rows)).toEqual(sorted(report.coverage));
  expect(others).toHaveLength(checks.length + rows.length);
  expect([started.kinds, started.checkedAt, started.credential]).toEqual([
    report.kinds,
    report.checkedAt,
    report.credential,
  ]);
  expect(report.checks.filter(({ id }) => !started.checks.includes(id))).toEqual([]);
  return report;
}

function sorted(entries: readonly unknown[]): readonly string[] {
  return entries.map((entry) => JSON.stringify(entry)).sort();
}

/** Both sentences of a check, as a host builds them that has no others. */
function rebuiltSentences({ templates, values }: Check): Pick<Check, "message" | "remediation"> {
  const filled = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (_place, name: string) => {
      const value = values[name];
      return Array.isArray(value) ? listed(value) : String(value);
    });
  const { message, remediation } = templates;
  return { message: filled(message), ...(remediation === undefined ? {} : { remediation: filled(remediation) }) };
}

/** What the checks of one id say. */
export function checksOf(
  { checks }: PreflightReport,
  id: CheckId,
): readonly Pick<Check, "status" | "message" | "remediation">[] {
  return checks
    .filter((check) => check.id === id)
    .map(({ status, message, remediation }) => ({
      status,
      message,
      ...(remediation === undefined ? {} : { remediation }),
    }));
}

/** `kind@scope` of the rows with a status. */
export function placesWith({ coverage }: PreflightReport, status: CoverageRow["status"]): readonly string[] {
  return coverage
    .filter((row) => row.status === status)
    .map(({ kind, scope }) => `${kind}@${scope}`)
    .sort();
}

/** The config of a bearer, laid over that of the consumer key; empty values count as absent. */
export function identityConfig(
  { credentials }: Emulator,
  family: "ovhServiceAccount" | "ovhAccessToken",
): Readonly<Record<string, string>> {
  return { application_key: "", application_secret: "", consumer_key: "", ...credentials[family] };
}

/** The one check of an id. */
export function checkOf(report: PreflightReport, id: CheckId): Check | undefined {
  const found = report.checks.filter((check) => check.id === id);
  if (found.length > 1) throw new Error(`${found.length} checks are called ${id}`);
  return found[0];
}

/** The different statuses of a kind's rows. */
export function statusesOf(report: PreflightReport, kind: string): CoverageRow["status"][] {
  return [...new Set(report.coverage.filter((row) => row.kind === kind).map(({ status }) => status))];
}
