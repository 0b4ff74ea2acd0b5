import type { FinishedEvent, ScopeEvent } from "../../inventory/event.ts";
import { isGap, outcomeStatuses } from "../../inventory/outcome.ts";
import { narrowReach } from "../../inventory/reach.ts";
import { safeText } from "../../inventory/safe-text.ts";
import { isSuccess } from "../../inventory/success.ts";
import { table } from "./table.ts";

/** The end of one inventory's run, and what its config says of incomplete ones. */
export interface FinishedRun {
  readonly finished: FinishedEvent;
  readonly acceptsIncomplete: boolean;
}

export interface Report {
  readonly scopes: readonly ScopeEvent[];
  readonly runs: readonly FinishedRun[];
}

// A refused credential or a dead network makes hundreds of equal gaps: enough are shown to see the pattern.
const gapsShown = 40;

/** What a run came to, for people: a line for each kind, the gaps, a closing sentence. */
export function summaryOf({ scopes, runs }: Report): string {
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
  const gaps = sorted.filter(({ outcome }) => isGap(outcome));
  const warned = sorted.filter(({ warnings }) => warnings.length > 0);
  return [
    ...table([["KIND", "FOUND", "SCOPES", "OUTCOME"], ...rows], new Set([1, 2])),
    ...section("Gaps", gaps.filter(({ accepted, notGranted }) => !accepted && !notGranted).map(gapLine)),
    ...section("Accepted gaps", gaps.filter(({ accepted }) => accepted).map(gapLine)),
    ...section("Not granted, and not asked for by name", runs.flatMap(notGrantedLines)),
    ...section(
      "Warnings",
      warned.flatMap(({ kind, scope, warnings }) => warnings.map((text) => `${kind} in ${scope}: ${text}`)),
    ),
    "",
    ...runs.flatMap(reachLine),
    closingSentence(runs),
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

function notGrantedLines({ finished: { notGranted = [] } }: FinishedRun): readonly string[] {
  return notGranted.map(({ kind, missing, scopes }) => {
    const needs = missing.length === 0 ? "" : `: needs ${missing.join(", ")}`;
    return `${kind}  in ${scopes === 1 ? "1 scope" : `${scopes} scopes`}${needs}`;
  });
}

function section(title: string, lines: readonly string[]): string[] {
  if (lines.length === 0) return [];
  const more =
    lines.length > gapsShown ? [`  … and ${lines.length - gapsShown} more; --format ndjson lists them all`] : [];
  return ["", `${title}:`, ...lines.slice(0, gapsShown).map((line) => `  ${line}`), ...more];
}

/** That a run is complete says nothing of the projects that nobody asked for. */
function reachLine({ finished: { inventory, projects } }: FinishedRun): readonly string[] {
  const narrow = projects && narrowReach(projects);
  if (narrow === undefined) return [];
  const wider = projects?.widenedBy === undefined ? "" : `; widened by ${projects.widenedBy}`;
  return [`${inventory}: ${narrow}${wider}`];
}

function closingSentence(runs: readonly FinishedRun[]): string {
  const sum = (pick: (event: FinishedEvent) => number): number =>
    runs.reduce((total, { finished }) => total + pick(finished), 0);
  const seconds = Math.max(0, ...runs.map(({ finished }) => finished.durationMs)) / 1000;
  const refused = sum((event) => event.refused);
  return `${sum((event) => event.resources)} resources, ${sum((event) => event.requests)} requests (${refused} refused), ${seconds.toFixed(1)} s: ${verdictOn(runs)}`;
}

/** Accepted or not, what is incomplete is called so: the next reader may want to delete. */
function verdictOn(runs: readonly FinishedRun[]): string {
  const incomplete = runs.filter(({ finished }) => !finished.complete);
  if (runs.length > 0 && incomplete.length === 0) return "complete.";
  const isAccepted =
    runs.length > 0 && incomplete.every(({ finished, acceptsIncomplete }) => isSuccess(finished, acceptsIncomplete));
  const isOnlyNotGranted = incomplete.every(({ finished }) => isSuccess({ ...finished, acceptedGaps: 0 }, false));
  const accepted = !isAccepted ? "" : isOnlyNotGranted ? ", which is no failure" : ", which is accepted";
  return `NOT COMPLETE${accepted}: what is missing here may still exist; nothing may be deleted because of it.`;
}
