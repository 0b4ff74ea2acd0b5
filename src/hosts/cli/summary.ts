import type { FinishedEvent, ScopeEvent } from "../../inventory/event.ts";
import { outcomeStatuses } from "../../inventory/outcome.ts";
import { safeText } from "../../inventory/safe-text.ts";
import { table } from "./table.ts";

export interface Report {
  readonly scopes: readonly ScopeEvent[];
  readonly finished: readonly FinishedEvent[];
}

// A refused credential or a dead network makes hundreds of equal gaps: enough are shown to see the pattern.
const gapsShown = 40;

/** What a run came to, for people: a line for each kind, the gaps, a closing sentence. */
export function summaryOf({ scopes, finished }: Report): string {
  const kinds = [...new Set(scopes.map(({ kind }) => kind))].sort();
  const rows = kinds.map((kind) =>
    kindRow(
      kind,
      scopes.filter((scope) => scope.kind === kind),
    ),
  );
  const sorted = scopes.toSorted((one, other) =>
    `${one.kind} ${one.scope}` < `${other.kind} ${other.scope}` ? -1 : 1,
  );
  const gaps = sorted.filter(({ outcome }) => outcome !== "completed" && outcome !== "not-offered");
  const warned = sorted.filter(({ warnings }) => warnings.length > 0);
  return [
    ...table([["KIND", "FOUND", "SCOPES", "OUTCOME"], ...rows], new Set([1, 2])),
    ...section("Gaps", gaps.map(gapLine)),
    ...section(
      "Warnings",
      warned.flatMap(({ kind, scope, warnings }) => warnings.map((text) => `${kind} in ${scope}: ${text}`)),
    ),
    "",
    closingSentence(finished),
    "",
  ]
    .map(safeText)
    .join("\n");
}

function kindRow(kind: string, scopes: readonly ScopeEvent[]): string[] {
  const found = scopes.reduce((sum, { count }) => sum + count, 0);
  const outcomes = outcomeStatuses.flatMap((status) => {
    const count = scopes.filter(({ outcome }) => outcome === status).length;
    return count === 0 ? [] : [count === scopes.length ? status : `${count} ${status}`];
  });
  return [kind, String(found), String(scopes.length), outcomes.join(", ")];
}

/** Outcome, kind, scope, reason, and the provider's request id for its support. */
function gapLine({ outcome, kind, scope, reason, requestId }: ScopeEvent): string {
  const id = requestId === undefined ? "" : ` [request ${requestId}]`;
  return `${outcome}  ${kind}  ${scope}: ${reason ?? "no reason was given"}${id}`;
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more =
    lines.length > gapsShown ? [`  … and ${lines.length - gapsShown} more; --format ndjson lists them all`] : [];
  return ["", `${title}:`, ...lines.slice(0, gapsShown).map((line) => `  ${line}`), ...more];
}

function closingSentence(finished: readonly FinishedEvent[]): string {
  const sum = (pick: (event: FinishedEvent) => number): number =>
    finished.reduce((total, event) => total + pick(event), 0);
  const seconds = Math.max(0, ...finished.map(({ durationMs }) => durationMs)) / 1000;
  const complete = finished.length > 0 && finished.every((event) => event.complete);
  const verdict = complete
    ? "complete."
    : "NOT COMPLETE: what is missing here may still exist; nothing may be deleted because of it.";
  const refused = sum((event) => event.refused);
  return `${sum((event) => event.resources)} resources, ${sum((event) => event.requests)} requests (${refused} refused), ${seconds.toFixed(1)} s: ${verdict}`;
}
