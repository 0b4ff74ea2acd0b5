import { groupByReason, placeLines } from "../../inventory/reason-groups.ts";
import { safeText } from "../../inventory/safe-text.ts";
import type { Check, CoverageRow, PreflightReport, Verdict } from "../../preflight/report.ts";
import { type Paint, plain, type Tone } from "./colour.ts";
import { commandFor } from "./command-hints.ts";
import { findingOf } from "./coverage-findings.ts";
import type { InWords } from "./key-words.ts";
import { projectNamesIn } from "./project-names.ts";
import { table } from "./table.ts";

const statuses: readonly CoverageRow["status"][] = ["granted", "conditional", "missing", "unknown"];
const groupsShown = 20;

const verdictTones: Readonly<Record<Verdict, Tone>> = {
  usable: "good",
  "usable-with-gaps": "doubtful",
  "not-usable": "bad",
};

/** A report for people: the checks, one line for each kind, what is missing where, and the verdict. */
export function preflightSummary(
  report: PreflightReport,
  paint: Paint = plain,
  inWords: InWords = (sentence) => sentence,
): string {
  const { inventory, credential, account, checks, coverage, kinds, sentence, requests, verdict } = report;
  const paintRights = (text: string): string =>
    text.replace(/\b(granted|missing|unknown)\b/g, (word) => paint(toneOf(word), word));
  const of = account === undefined ? "" : `, account ${account}`;
  return [
    safeText(`${inventory}: ${credential}${of}`),
    "",
    ...checks.flatMap((check) => checkLines(check, report, paint, inWords)),
    "",
    ...table(
      [["KIND", "PLACES", "RIGHTS"], ...kinds.map((kind) => kindRow(kind, coverage))],
      new Set([1]),
      paintRights,
    ),
    ...gapSection(report, paint, inWords),
    "",
    `${requests} requests: ${paint(verdictTones[verdict], safeText(inWords(sentence)))}.`,
    "",
  ].join("\n");
}

function checkLines(check: Check, report: PreflightReport, paint: Paint, inWords: InWords): readonly string[] {
  const { id, status, message, remediation } = check;
  const command = commandFor(check, report);
  return [
    `${paint(toneOf(status), status.padEnd(8))}${id}: ${safeText(inWords(message))}`,
    ...(remediation === undefined ? [] : [`        fix: ${safeText(inWords(remediation))}`]),
    ...(command === undefined ? [] : [`        try: ${safeText(command)}`]),
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

/** What is not known to be granted everywhere, by its reason. */
function gapSection(
  { inventory, coverage, projects }: PreflightReport,
  paint: Paint,
  inWords: InWords,
): readonly string[] {
  const gaps = coverage.filter(({ status }) => status !== "granted");
  if (gaps.length === 0) return [];
  const groups = groupByReason(gaps.map((row) => findingOf(inventory, row)));
  const names = projectNamesIn(projects);
  const lines = groups.slice(0, groupsShown).flatMap((group) => {
    const { first, findings, reason } = group;
    const status = paint(toneOf(first.status), `${findings.length} ${first.status}`);
    return [`  ${status}: ${safeText(inWords(reason))}`, ...placeLines(group, names)];
  });
  const left = groups.length - groupsShown;
  const more = left > 0 ? [`  … and ${left} more reasons`] : [];
  return ["", `${paint("heading", "Not granted everywhere")}: ${gaps.length}; --json lists each`, ...lines, ...more];
}

function toneOf(status: string): Tone {
  const tones: Readonly<Record<string, Tone>> = { pass: "good", granted: "good", fail: "bad", missing: "bad" };
  return tones[status] ?? "doubtful";
}
