import type { ErrorCode } from "../../inventory/errors.ts";
import type { ScopeEvent } from "../../inventory/event.ts";
import { safeText } from "../../inventory/safe-text.ts";
import type { Paint } from "./colour.ts";
import { commandAgainst } from "./command-hints.ts";
import type { ProjectNames } from "./project-names.ts";
import { type Finding, groupByReason, namedPlace, placeLines, type ReasonGroup } from "./reason-groups.ts";

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
  /** Where the config of an inventory was found. */
  readonly sourceOf: (inventory: string) => string | undefined;
  readonly paint: Paint;
}

/** What to do where the provider's own advice is not known. */
const remediations: Readonly<Record<ErrorCode, string>> = {
  UNAUTHENTICATED: "replace the credential",
  PERMISSION_DENIED: "grant what is missing, or name the gap in accepted_gaps",
  INVALID_CONFIG: "correct the config",
  NOT_FOUND: "compare the ids in the config with what the provider shows",
  RATE_LIMITED: "run again later, or slower from the start with max_requests_per_minute",
  UNAVAILABLE: "run again; where it stays so, ask the provider's support and name the request",
  INVALID_RESPONSE: "run again; where it stays so, report it: this is not how the provider documents its answers",
  CANCELLED: "run again, with more time where a deadline ended it",
  INTERNAL: "report it as a defect of the plugin",
};

const barred =
  "no right is known to be missing: see whether the key may be used from this address and a condition holds, or name the gap in accepted_gaps";

const statusOrder: readonly string[] = ["denied", "failed", "partial"];

/** The gaps of a run by their reason, refused credentials first. */
export function gapSection(title: string, events: readonly ScopeEvent[], page: GapPage): readonly string[] {
  const groups = groupByReason(events.map(gapOf)).toSorted((one, other) => rankOf(one) - rankOf(other));
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

function gapOf({ inventory, kind, scope, outcome, code, reason, requestId, remediation, accepted }: ScopeEvent): Gap {
  // A denial that names no right was found to lack none: what else stands in the way, a preflight tells.
  const isBarred = code === "PERMISSION_DENIED" && remediation === undefined && !reason?.includes("; needs ");
  const advice = isBarred ? barred : (remediation ?? (code === undefined ? undefined : remediations[code]));
  return {
    inventory,
    kind,
    scope,
    status: outcome,
    reason: reason ?? "no reason was given",
    requestId,
    code,
    // What is left out on purpose asks nothing of anybody.
    remediation: accepted ? undefined : advice,
    command: accepted || code === undefined ? undefined : isBarred ? "cloud-inventory preflight" : commandAgainst(code),
  };
}

function rankOf({ first }: ReasonGroup<Gap>): number {
  return first.code === "UNAUTHENTICATED" ? -1 : statusOrder.indexOf(first.status);
}

function gapLines(group: ReasonGroup<Gap>, { projects, sourceOf, paint }: GapPage): readonly string[] {
  const { first, findings, reason } = group;
  const source = first.code === "UNAUTHENTICATED" ? sourceOf(first.inventory) : undefined;
  return [
    `  ${paint("bad", `${findings.length} ${first.status}`)}: ${safeText(reason)}`,
    ...(source === undefined ? [] : [`    credential: ${safeText(`${first.inventory}, from ${source}`)}`]),
    ...placeLines(group, projects),
    ...(first.remediation === undefined ? [] : [`    fix: ${safeText(first.remediation)}`]),
    ...(first.command === undefined ? [] : [`    try: ${first.command}`]),
  ];
}

/** What was odd about scopes, by the sentence that says it. */
export function warningSection(events: readonly ScopeEvent[], { projects, paint }: GapPage): readonly string[] {
  const warnings = events.flatMap(({ inventory, kind, scope, warnings: texts }) =>
    texts.map((reason): Finding => ({ inventory, kind, scope, status: "warning", reason })),
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
