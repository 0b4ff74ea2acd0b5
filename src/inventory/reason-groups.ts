import { shortText } from "./bounds.ts";
import { examplesIn, withoutExamples } from "./examples.ts";
import { type ProjectNames, projectOf } from "./project-names.ts";
import { safeText } from "./safe-text.ts";

/** Something that could not be read, or is not known, at one place. */
export interface Finding {
  readonly inventory: string;
  readonly kind: string;
  readonly scope: string;
  /** How it ended, in one word. */
  readonly status: string;
  readonly reason: string;
  readonly code?: string | undefined;
  readonly remediation?: string | undefined;
  /** The provider's id of the refused request. */
  readonly requestId?: string | undefined;
}

/** Findings of one reason. */
export interface ReasonGroup<Found extends Finding> {
  readonly first: Found;
  readonly findings: readonly Found[];
  /** The reason with no more left out of it than what differs from place to place. */
  readonly reason: string;
}

const placesNamed = 3;
// Enough to know a project by; names may be as long as a page.
const longestName = 60;
const leftOut = "…";

/** How much of a reason belongs to its place rather than to what is wrong, step by step. */
const steps: readonly ((finding: Finding) => string)[] = [
  ({ reason }) => reason,
  withoutPlace,
  (finding) => withoutExamples(withoutPlace(finding)),
  (finding) => withoutCall(withoutExamples(withoutPlace(finding))),
  (finding) => withoutNumbers(withoutCall(withoutExamples(withoutPlace(finding)))),
];

/**
 * Findings by their inventory, their end and their reason, the largest group first. Equal reasons differ in their words by the place
 * that a path names, or by a count: those words do not keep findings apart.
 */
export function groupByReason<Found extends Finding>(findings: readonly Found[]): readonly ReasonGroup<Found>[] {
  const groups = new Map<string, Found[]>();
  for (const finding of findings) {
    const { inventory, status, code, remediation } = finding;
    // What is to be done keeps findings apart: a group has one piece of advice.
    const key = [inventory, status, code, remediation, steps.at(-1)?.(finding)].join("\n");
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups.values()].map(groupOf).sort(bySize);
}

function groupOf<Found extends Finding>(unordered: readonly Found[]): ReasonGroup<Found> {
  const findings = unordered.toSorted((one, other) => compare(placeOf(one), placeOf(other)));
  const first = findings[0] as Found;
  const step = steps.find((shortened) => new Set(findings.map(shortened)).size === 1);
  return { first, findings, reason: step?.(first) ?? first.reason };
}

function bySize(one: ReasonGroup<Finding>, other: ReasonGroup<Finding>): number {
  return other.findings.length - one.findings.length || compare(one.reason, other.reason);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * The first places of a group, with the names of their projects and the items that only their own reason names, and how many more
 * there are.
 */
export function placesOf(
  { findings, reason }: Pick<ReasonGroup<Finding>, "findings" | "reason">,
  projects: Pick<ProjectNames, "nameOf">,
): readonly string[] {
  const shown = findings.slice(0, placesNamed);
  const places = shown.map((finding, index) => {
    const { requestId } = finding;
    const named = examplesIn(reason) === undefined ? examplesIn(finding.reason) : undefined;
    // One refusal may end a whole run.
    const isNew = shown.findIndex((other) => other.requestId === requestId) === index;
    const request = requestId !== undefined && isNew ? ` [request ${requestId}]` : "";
    return `${namedPlace(finding, projects)}${request}${named === undefined ? "" : `: ${named}`}`;
  });
  const more = findings.length - shown.length;
  return [...places, ...(more > 0 ? [`and ${more} more`] : [])];
}

/** The same as lines below what they are about. */
export function placeLines(
  group: Pick<ReasonGroup<Finding>, "findings" | "reason">,
  projects: Pick<ProjectNames, "nameOf">,
): readonly string[] {
  return placesOf(group, projects).map((place, index) => `    ${index === 0 ? "where:" : "      "} ${safeText(place)}`);
}

/** A place as people know it: the scope as settings write it, and what its project is called. */
export function namedPlace(
  finding: Pick<Finding, "inventory" | "kind" | "scope">,
  projects: Pick<ProjectNames, "nameOf">,
): string {
  const name = projects.nameOf(finding.inventory, projectOf(finding.scope));
  return `${placeOf(finding)}${name === undefined ? "" : ` (${shortText(name, longestName)})`}`;
}

function placeOf({ kind, scope }: Pick<Finding, "kind" | "scope">): string {
  return `${kind} in ${scope}`;
}

/** The reason without the ids of its own scope, such as those in a path. */
function withoutPlace({ reason, scope }: Finding): string {
  if (scope === "account" || scope === "organization") return reason;
  return scope.split("/").reduce((text, part) => {
    if (part === "" || part === "account") return text;
    return text.replace(new RegExp(`(?<![\\w-])${escaped(part)}(?![\\w-])`, "gi"), leftOut);
  }, reason);
}

/** A reason begins with the call that failed; the calls behind it are rights to ask for, and stay. */
function withoutCall(reason: string): string {
  return reason.replace(/^(GET|HEAD|POST) \S+/, `$1 ${leftOut}`);
}

/** Counts and times differ; a status is what is wrong. */
function withoutNumbers(reason: string): string {
  return reason.replace(/(?<!(?:status|answered) )\b\d+(\.\d+)?\b/g, leftOut);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
