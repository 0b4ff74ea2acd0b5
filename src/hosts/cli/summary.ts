import type { FinishedEvent, ScopeEvent } from "../../inventory/event.ts";
import { isGap, type OutcomeStatus, outcomeStatuses } from "../../inventory/outcome.ts";
import type { ProjectNames } from "../../inventory/project-names.ts";
import { narrowReach } from "../../inventory/reach.ts";
import { safeText } from "../../inventory/safe-text.ts";
import { isSuccess } from "../../inventory/success.ts";
import { agesOf } from "./ages.ts";
import { type Paint, plain, type Tone } from "./colour.ts";
import { type GapPage, gapSection, warningSection } from "./gap-lines.ts";
import type { InWords } from "./key-words.ts";
import { table } from "./table.ts";

/** The end of one inventory's run, where its config was found, what that says of incomplete runs, and how it names its keys. */
export interface FinishedRun {
  readonly finished: FinishedEvent;
  readonly acceptsIncomplete: boolean;
  readonly source: string;
  readonly inWords: InWords;
}

export interface Report {
  readonly scopes: readonly ScopeEvent[];
  readonly runs: readonly FinishedRun[];
  readonly projects: Pick<ProjectNames, "nameOf">;
  /** Whether the answers of the run are recorded. */
  readonly isRecorded?: boolean;
}

/** What a run came to, for people: a line for each kind, the gaps by their reason, a closing sentence. */
export function summaryOf({ scopes, runs, projects, isRecorded = false }: Report, paint: Paint = plain): string {
  const kinds = [...new Set(scopes.map(({ kind }) => kind))].sort();
  const rows = kinds.map((kind) =>
    kindRow(
      kind,
      scopes.filter((scope) => scope.kind === kind),
    ),
  );
  const gaps = scopes.filter(({ outcome }) => isGap(outcome));
  const runOf = (inventory: string): FinishedRun | undefined =>
    runs.find(({ finished }) => finished.inventory === inventory);
  const page: GapPage = { projects, runOf, paint };
  return [
    ...table([["KIND", "FOUND", "SCOPES", "OUTCOME"], ...rows], new Set([1, 2]), (text) => paintOutcomes(text, paint)),
    ...gapSection(
      "Gaps",
      gaps.filter(({ accepted, notGranted }) => !accepted && !notGranted),
      page,
    ),
    ...gapSection(
      "Accepted gaps",
      gaps.filter(({ accepted }) => accepted),
      page,
    ),
    ...notGrantedSection(runs, paint),
    ...warningSection(scopes, page),
    ...unknownAnswerAdvice(scopes, isRecorded),
    "",
    ...runs.flatMap(reachLine).map(safeText),
    ...takenLine(scopes),
    closingSentence(runs, paint),
    "",
  ].join("\n");
}

const tones: Readonly<Record<OutcomeStatus, Tone>> = {
  completed: "good",
  "not-offered": "quiet",
  partial: "doubtful",
  denied: "bad",
  failed: "bad",
};

function paintOutcomes(text: string, paint: Paint): string {
  return text.replace(/[a-z-]+/g, (word) => {
    const tone = outcomeStatuses.find((status) => status === word);
    return tone === undefined ? word : paint(tones[tone], word);
  });
}

function kindRow(kind: string, scopes: readonly ScopeEvent[]): string[] {
  const found = scopes.reduce((sum, { count }) => sum + count, 0);
  const outcomes = outcomeStatuses.flatMap((status) => {
    const count = scopes.filter(({ outcome }) => outcome === status).length;
    return count === 0 ? [] : [count === scopes.length ? status : `${count} ${status}`];
  });
  return [kind, String(found), String(scopes.length), outcomes.join(", ")];
}

function notGrantedLines({ finished: { notGranted = [] } }: FinishedRun): readonly string[] {
  return notGranted.map(({ kind, missing, scopes }) => {
    const needs = missing.length === 0 ? "" : `: needs ${missing.join(", ")}`;
    return `${kind}  in ${scopes === 1 ? "1 scope" : `${scopes} scopes`}${needs}`;
  });
}

function notGrantedSection(runs: readonly FinishedRun[], paint: Paint): readonly string[] {
  const lines = runs.flatMap(notGrantedLines);
  if (lines.length === 0) return [];
  const title = paint("heading", "Not granted, and not asked for by name");
  return ["", `${title}:`, ...lines.map((line) => `  ${safeText(line)}`)];
}

/** That a run is complete says nothing of the projects that nobody asked for. */
function reachLine({ finished: { inventory, projects }, inWords }: FinishedRun): readonly string[] {
  const narrow = projects && narrowReach(projects);
  if (narrow === undefined) return [];
  const wider = projects?.widenedBy === undefined ? "" : `; widened by ${projects.widenedBy}`;
  return [`${inventory}: ${narrow}${inWords(wider)}`];
}

/** What an earlier run read is as old as that. */
function takenLine(scopes: readonly ScopeEvent[]): readonly string[] {
  const times = scopes.flatMap(({ readAt }) => readAt ?? []);
  if (times.length === 0) return [];
  return [`${times.length} of ${scopes.length} scopes are as an earlier run read them, ${agesOf(times, Date.now())}.`];
}

/** Once, however many scopes had such an answer: what nobody here has seen can be shown by whoever sees it. */
function unknownAnswerAdvice(scopes: readonly ScopeEvent[], isRecorded: boolean): readonly string[] {
  if (!scopes.some(({ code }) => code === "INVALID_RESPONSE")) return [];
  const how = isRecorded ? "send" : "run again with --record DIR, and send";
  return [
    "",
    `An answer was of an unknown form. To report it, ${how} the files of these routes: they hold the answers without ids, names and secrets.`,
  ];
}

function closingSentence(runs: readonly FinishedRun[], paint: Paint): string {
  const sum = (pick: (event: FinishedEvent) => number): number =>
    runs.reduce((total, { finished }) => total + pick(finished), 0);
  const seconds = Math.max(0, ...runs.map(({ finished }) => finished.durationMs)) / 1000;
  const refused = sum((event) => event.refused);
  return `${sum((event) => event.resources)} resources, ${sum((event) => event.requests)} requests (${refused} refused), ${seconds.toFixed(1)} s: ${verdictOn(runs, paint)}`;
}

/** Accepted or not, what is incomplete is called so: the next reader may want to delete. */
function verdictOn(runs: readonly FinishedRun[], paint: Paint): string {
  const incomplete = runs.filter(({ finished }) => !finished.complete);
  if (runs.length > 0 && incomplete.length === 0) {
    const isNarrow = runs.some(
      ({ finished: { projects } }) => projects !== undefined && narrowReach(projects) !== undefined,
    );
    return paint("good", isNarrow ? "complete for the projects that were read." : "complete.");
  }
  const isAccepted =
    runs.length > 0 && incomplete.every(({ finished, acceptsIncomplete }) => isSuccess(finished, acceptsIncomplete));
  const isOnlyNotGranted = incomplete.every(({ finished }) => isSuccess({ ...finished, acceptedGaps: 0 }, false));
  const accepted = !isAccepted ? "" : isOnlyNotGranted ? ", which is no failure" : ", which is accepted";
  const verdict = paint(isAccepted ? "doubtful" : "bad", `NOT COMPLETE${accepted}`);
  return `${verdict}: what is missing here may still exist; nothing may be deleted because of it.`;
}
