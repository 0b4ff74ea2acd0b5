import { safeText } from "../../../inventory/safe-text.ts";
import { type DifferenceType, differenceTypes } from "../../../snapshots/diff.ts";
import type { FleetState, FleetSummary, InventoryResult } from "../../fleet/result.ts";
import type { Paint, Tone } from "../colour.ts";
import { table } from "../table.ts";

// Changes are news, and nothing is lost where some are not listed; what is not complete is listed whole.
const mostChanged = 50;
const millisecondsPerDay = 86_400_000;

export interface SummaryPage {
  /** Credentials that end within so many days are named. */
  readonly expiringDays: number;
  readonly paint: Paint;
  /** The wall clock, in milliseconds since the epoch. */
  readonly now?: number;
}

/** What came of a fleet, for who reads it in the morning: what is not complete, what ends soon, what changed, and the sum. */
export function summaryText(summary: FleetSummary, { expiringDays, paint, now = Date.now() }: SummaryPage): string {
  const { inventories } = summary;
  const lines = [
    ...section(isCheck(summary) ? "Not ready" : "Not complete", inventories.filter(isFailure).map(failureRow), paint),
    ...section(`Credentials that end within ${expiringDays} days`, expiringRows(inventories, expiringDays, now), paint),
    ...section("Rights that were lost", inventories.flatMap(lostRows), paint),
    ...section("Rights that are missing", inventories.flatMap(missingRows), paint),
    ...section("Changed since the snapshot before", inventories.flatMap(changeRows), paint, mostChanged),
    ...section("Warnings", warningRows(inventories), paint),
    closingSentence(summary, paint),
  ];
  return `${lines.join("\n")}\n`;
}

type Row = readonly string[];

function section(title: string, rows: readonly Row[], paint: Paint, most = rows.length): readonly string[] {
  if (rows.length === 0) return [];
  const shown = rows.slice(0, most).map((row) => row.map(safeText));
  const left = rows.length - shown.length;
  return [
    `${paint("heading", title)}: ${rows.length}`,
    ...table(shown).map((line) => `  ${line}`),
    ...(left > 0 ? [`  … and ${left} more; --json lists them all`] : []),
    "",
  ];
}

function isCheck({ inventories }: FleetSummary): boolean {
  return inventories.some(({ check }) => check !== undefined);
}

function isFailure({ state }: InventoryResult): boolean {
  return state !== "complete";
}

/** How the work on an inventory ended, in words: a check tells what the credential is good for. */
function endOf({ state, check }: InventoryResult): string {
  if (check === undefined || state === "refused") return state;
  if (check.verdict === "usable" && check.lost.length > 0) return "has lost rights";
  return check.verdict.replaceAll("-", " ");
}

function failureRow(result: InventoryResult): Row {
  const { run, reason = "no reason was given" } = result;
  const gaps = run?.gaps ?? [];
  const scopes = gaps.reduce((sum, group) => sum + group.scopes, 0);
  const where =
    scopes > 1 ? ` (${scopes} scopes, for ${gaps.length === 1 ? "one reason" : `${gaps.length} reasons`})` : "";
  return [nameOf(result), `${endOf(result)}${run?.isAccepted ? ", accepted" : ""}`, `${reason}${where}`];
}

function expiringRows(inventories: readonly InventoryResult[], days: number, now: number): readonly Row[] {
  const rows = inventories.flatMap((result) =>
    result.credentialEnds.flatMap(({ what, at }) => {
      if (at == null) return [];
      const left = (Date.parse(at) - now) / millisecondsPerDay;
      if (left > days) return [];
      const when = left < 0 ? "has ended" : left < 1 ? "ends within a day" : `ends in ${Math.floor(left)} days`;
      return [{ left, row: [nameOf(result), what, `${when} (${at.slice(0, 10)})`] }];
    }),
  );
  return rows.toSorted((one, other) => one.left - other.left).map(({ row }) => row);
}

function lostRows(result: InventoryResult): readonly Row[] {
  return (result.check?.lost ?? []).map((place) => [nameOf(result), place]);
}

function missingRows(result: InventoryResult): readonly Row[] {
  const missing = result.check?.missing ?? [];
  return missing.length === 0 ? [] : [[nameOf(result), missing.join(", ")]];
}

const changeWords: Readonly<Record<DifferenceType, string>> = {
  added: "added",
  removed: "removed",
  changed: "changed",
  // Nothing changed but by mere use.
  volatile: "",
  unknown: "unknown",
  "newly-covered": "newly covered",
  "no-longer-looked-at": "no longer looked at",
};

function changeRows(result: InventoryResult): readonly Row[] {
  const changes = result.run?.changes;
  if (changes === undefined) return [];
  if ("reason" in changes) return [[nameOf(result), `cannot be compared: ${changes.reason}`]];
  const parts = differenceTypes.flatMap((type) =>
    changes.counts[type] > 0 && changeWords[type] !== "" ? [`${changes.counts[type]} ${changeWords[type]}`] : [],
  );
  return parts.length === 0 ? [] : [[nameOf(result), parts.join(", ")]];
}

/** One for each text: what is wrong with a state folder is wrong with it for all. */
function warningRows(inventories: readonly InventoryResult[]): readonly Row[] {
  const names = new Map<string, Set<string>>();
  for (const result of inventories) {
    for (const warning of result.warnings) names.set(warning, (names.get(warning) ?? new Set()).add(nameOf(result)));
  }
  return [...names].map(([warning, of]) => [of.size > 1 ? `${of.size} inventories` : [...of].join(), warning]);
}

const tones: Readonly<Record<FleetState, Tone>> = {
  complete: "good",
  incomplete: "doubtful",
  refused: "bad",
  misconfigured: "bad",
  failed: "bad",
  cancelled: "doubtful",
};

function closingSentence({ inventories, startedAt, endedAt }: FleetSummary, paint: Paint): string {
  const sum = (pick: (result: InventoryResult) => number | undefined): number =>
    inventories.reduce((total, result) => total + (pick(result) ?? 0), 0);
  const seconds = (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
  const counts = [...new Set(inventories.map(endOf))].map((end) =>
    inventories.filter((result) => endOf(result) === end),
  );
  const ended = counts
    .toSorted((one, other) => other.length - one.length)
    .flatMap(({ 0: first, length }) => (first ? [paint(tones[first.state], `${length} ${endOf(first)}`)] : []));
  const isRun = inventories.some(({ run }) => run !== undefined);
  const read = isRun
    ? `; ${sum(({ run }) => run?.resources)} resources, ${sum(({ run }) => run?.requests)} requests`
    : "";
  const all = inventories.length === 1 ? "1 inventory" : `${inventories.length} inventories`;
  return `${all}: ${ended.join(", ") || "none"}${read}, ${seconds.toFixed(1)} s`;
}

function nameOf({ customer, name, where }: InventoryResult): string {
  if (name === undefined) return where;
  return customer === undefined || customer === name ? name : `${customer}/${name}`;
}
