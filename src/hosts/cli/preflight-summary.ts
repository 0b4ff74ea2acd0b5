import { safeText } from "../../inventory/safe-text.ts";
import type { Check, CoverageRow, PreflightReport } from "../../preflight/report.ts";
import { commandFor } from "./command-hints.ts";
import { table } from "./table.ts";

const statuses: readonly CoverageRow["status"][] = ["granted", "conditional", "missing", "unknown"];
const gapsShown = 20;

/** A report for people: the checks, one line for each kind, what is missing where, and the verdict. */
export function preflightSummary(report: PreflightReport): string {
  const { inventory, credential, account, checks, coverage, kinds, sentence, requests } = report;
  const of = account === undefined ? "" : `, account ${account}`;
  return [
    `${inventory}: ${credential}${of}`,
    "",
    ...checks.flatMap((check) => checkLines(check, report)),
    "",
    ...table([["KIND", "PLACES", "RIGHTS"], ...kinds.map((kind) => kindRow(kind, coverage))], new Set([1])),
    ...gapLines(coverage),
    "",
    `${requests} requests: ${sentence}.`,
    "",
  ]
    .map(safeText)
    .join("\n");
}

function checkLines(check: Check, report: PreflightReport): readonly string[] {
  const { id, status, message, remediation } = check;
  const command = commandFor(check, report);
  return [
    `${status.padEnd(8)}${id}: ${message}`,
    ...(remediation === undefined ? [] : [`        fix: ${remediation}`]),
    ...(command === undefined ? [] : [`        try: ${command}`]),
  ];
}

function kindRow(kind: string, coverage: readonly CoverageRow[]): readonly string[] {
  const rows = coverage.filter((row) => row.kind === kind);
  const counts = statuses.flatMap((status) => {
    const count = rows.filter((row) => row.status === status).length;
    return count === 0 ? [] : [count === rows.length ? status : `${count} ${status}`];
  });
  const accepted = rows.filter((row) => row.accepted).length;
  const purpose = accepted === 0 ? [] : [`${accepted === rows.length ? "" : `${accepted} `}left out on purpose`];
  const isOptional = rows.some(({ notGranted }) => notGranted);
  return [kind, String(rows.length), [...counts, ...purpose, ...(isOptional ? ["optional"] : [])].join(", ")];
}

function gapLines(coverage: readonly CoverageRow[]): readonly string[] {
  const gaps = coverage.filter(({ status }) => status !== "granted");
  if (gaps.length === 0) return [];
  const lines = gaps.slice(0, gapsShown).map(({ kind, scope, status, missing, reason }) => {
    const why = [missing.length > 0 ? `needs ${missing.join(", ")}` : undefined, reason].filter(Boolean).join("; ");
    return `  ${status}  ${kind}  ${scope}: ${why}`;
  });
  const more = gaps.length > gapsShown ? [`  … and ${gaps.length - gapsShown} more; --json lists them all`] : [];
  return ["", "Not granted everywhere:", ...lines, ...more];
}
