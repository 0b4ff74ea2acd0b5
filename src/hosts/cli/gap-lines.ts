import type { ErrorCode } from "../../inventory/errors.ts";
import type { ScopeEvent } from "../../inventory/event.ts";
import { gapAdvice, isBarred } from "../../inventory/gap-advice.ts";
import type { ProjectNames } from "../../inventory/project-names.ts";
import {
  type Finding,
  groupByReason,
  namedPlace,
  placeLines,
  type ReasonGroup,
} from "../../inventory/reason-groups.ts";
import { safeText } from "../../inventory/safe-text.ts";
import type { Paint } from "./colour.ts";
import { commandAgainst } from "./command-hints.ts";
import type { InWords } from "./key-words.ts";

// Each group has a reason of its own: who reads more of them wants a program's help.
const groupsShown = 20;

interface Gap extends Finding {
  readonly code: ErrorCode | undefined;
  readonly remediation: string | undefined;
  readonly command: string | undefined;
}

/** What a page of gaps is written with. */
export interface GapPage {
  readonly projects: Pick<ProjectNames, "nameOf">;
  /** Where the config of an inventory was found, and how it names its keys. */
  readonly runOf: (inventory: string) => { readonly source: string; readonly inWords: InWords } | undefined;
  readonly paint: Paint;
}

const statusOrder: readonly string[] = ["denied", "failed", "partial"];

/** The gaps of a run by their reason, refused credentials first. */
export function gapSection(title: string, events: readonly ScopeEvent[], page: GapPage): readonly string[] {
  const groups = groupByReason(events.map((event) => gapOf(event, page))).toSorted(
    (one, other) => rankOf(one) - rankOf(other),
  );
  if (groups.length === 0) return [];
  const left = groups.length - groupsShown;
  const reasons = groups.length === 1 ? "1 reason" : `${groups.length} reasons`;
  return [
    "",
    `${page.paint("heading", title)}: ${events.length}, for ${reasons}; --format ndjson lists each`,
    ...groups.slice(0, groupsShown).flatMap((group) => gapLines(group, page)),
    ...(left > 0 ? [`  … and ${left} more reasons`] : []),
  ];
}

function gapOf(event: ScopeEvent, { runOf }: GapPage): Gap {
  const { inventory, kind, scope, outcome, code, reason, requestId, accepted } = event;
  const { inWords = asItIs } = runOf(inventory) ?? {};
  const advice = gapAdvice(event);
  return {
    inventory,
    kind,
    scope,
    status: outcome,
    reason: inWords(reason ?? "no reason was given"),
    requestId,
    code,
    // What is left out on purpose asks nothing of anybody.
    remediation: accepted || advice === undefined ? undefined : inWords(advice),
    command:
      accepted || code === undefined ? undefined : isBarred(event) ? "cloud-inventory preflight" : commandAgainst(code),
  };
}

const asItIs: InWords = (sentence) => sentence;

function rankOf({ first }: ReasonGroup<Gap>): number {
  return first.code === "UNAUTHENTICATED" ? -1 : statusOrder.indexOf(first.status);
}

function gapLines(group: ReasonGroup<Gap>, { projects, runOf, paint }: GapPage): readonly string[] {
  const { first, findings, reason } = group;
  const source = first.code === "UNAUTHENTICATED" ? runOf(first.inventory)?.source : undefined;
  return [
    `  ${paint("bad", `${findings.length} ${first.status}`)}: ${safeText(reason)}`,
    ...(source === undefined ? [] : [`    credential: ${safeText(`${first.inventory}, from ${source}`)}`]),
    ...placeLines(group, projects),
    ...(first.remediation === undefined ? [] : [`    fix: ${safeText(first.remediation)}`]),
    ...(first.command === undefined ? [] : [`    try: ${first.command}`]),
  ];
}

/** What was odd about scopes, by the sentence that says it. */
export function warningSection(events: readonly ScopeEvent[], { projects, runOf, paint }: GapPage): readonly string[] {
  const warnings = events.flatMap(({ inventory, kind, scope, warnings: texts }) =>
    texts.map((text): Finding => {
      const { inWords = asItIs } = runOf(inventory) ?? {};
      return { inventory, kind, scope, status: "warning", reason: inWords(text) };
    }),
  );
  const groups = groupByReason(warnings);
  if (groups.length === 0) return [];
  const left = groups.length - groupsShown;
  return [
    "",
    `${paint("heading", "Warnings")}:`,
    ...groups.slice(0, groupsShown).flatMap((group) => {
      const { first, findings, reason } = group;
      if (findings.length === 1) return [`  ${safeText(`${namedPlace(first, projects)}: ${reason}`)}`];
      return [`  ${findings.length} times: ${safeText(reason)}`, ...placeLines(group, projects)];
    }),
    ...(left > 0 ? [`  … and ${left} more; --format ndjson lists them all`] : []),
  ];
}
