import type { AcceptedGaps } from "./accepted-gaps.ts";
import { shortText } from "./bounds.ts";
import type { ErrorCode } from "./errors.ts";
import type { Event, FinishedEvent, ScopeEvent } from "./event.ts";
import { isComplete } from "./judge.ts";
import { isGap, type OutcomeStatus, outcomeStatuses } from "./outcome.ts";
import type { Provider, Reach, Traffic } from "./provider.ts";
import type { ScopeReport } from "./read-scope.ts";
import type { ResourceKind } from "./resource-kind.ts";
import type { Scope } from "./scope.ts";

/** Adds a run up and words its events. */
export interface Tally {
  readonly traffic: Traffic;
  readonly resources: number;
  scopeKnown(): void;
  resourceFound(): void;
  scopeEnded(kind: ResourceKind, scope: Scope, end: ScopeEnd): ScopeEvent;
  /** The end of a scope that an earlier run told, which took this one nothing. */
  scopeTakenOver(end: ScopeEvent): ScopeEvent;
  progress(): Event;
  /** @param projects how many of the projects were read, as far as the provider has any. */
  finished(projects?: Reach): FinishedEvent;
}

/** What came of one scope, and what it cost. */
export interface ScopeEnd {
  readonly report: ScopeReport;
  readonly requests: number;
  readonly durationMs: number;
  /** What the scope's project is called, where that is known. */
  readonly projectName?: string | undefined;
  /** The rights that are missing where it was denied; the kind's own needs where absent. */
  readonly lacked?: readonly string[] | undefined;
  /** Denied because an optional kind that nobody named is not granted. */
  readonly notGranted?: boolean;
}

/** In how many scopes an optional kind lacks its rights, and which. */
interface Lacked {
  readonly scopes: number;
  readonly missing: ReadonlySet<string>;
}

// Two ids of 512 characters, which is what a path may hold of each.
const longestScopeId = 1025;
// Each scope of a project says it again.
const longestProjectName = 255;

export function createTally(provider: Provider, isAccepted: AcceptedGaps, monotonic: () => number): Tally {
  const inventory = provider.id;
  const startedMs = monotonic();
  const traffic: Traffic = { requests: 0, refused: 0 };
  const ended: OutcomeStatus[] = [];
  let scopesKnown = 0;
  let resources = 0;
  let acceptedGaps = 0;
  const notGranted = new Map<ResourceKind, Lacked>();
  // What stopped the whole run, when something did: a refused credential or a cancellation.
  let stopped: { code: ErrorCode; reason: string } | undefined;

  return {
    traffic,
    get resources() {
      return resources;
    },
    scopeKnown() {
      scopesKnown += 1;
    },
    resourceFound() {
      resources += 1;
    },
    scopeEnded(kind, scope, end) {
      const { outcome, warnings, filtered, foreign, lists, joined } = end.report;
      const { requests, durationMs, projectName } = end;
      const { status, count, code, reason, requestId, remediation } = outcome;
      ended.push(status);
      const endsRun = code === "UNAUTHENTICATED" || code === "CANCELLED";
      if (endsRun) stopped ??= { code, reason: reason ?? "" };
      // What ended the whole run is no gap that anybody could have known of.
      const accepted = isGap(status) && !endsRun && isAccepted(kind.id, scope.id);
      if (accepted) acceptedGaps += 1;
      // What is left out on purpose is no finding, and counts once.
      const lacks = end.notGranted === true && !accepted;
      const missing = end.lacked ?? kind.needs;
      if (lacks) {
        const known: Lacked = notGranted.get(kind) ?? { scopes: 0, missing: new Set() };
        notGranted.set(kind, { scopes: known.scopes + 1, missing: new Set([...known.missing, ...missing]) });
      }
      return {
        type: "scope",
        inventory,
        kind: kind.id,
        scope: tellable(scope),
        ...(projectName === undefined ? {} : { projectName: shortText(projectName, longestProjectName) }),
        outcome: status,
        count,
        ...(accepted ? { accepted } : {}),
        ...(lacks ? { notGranted: true } : {}),
        ...(filtered ? { filtered } : {}),
        ...(foreign === undefined ? {} : { foreign }),
        ...(lists === undefined ? {} : { lists }),
        ...(joined === undefined ? {} : { joined: [...joined] }),
        ...(code === undefined ? {} : { code }),
        ...(reason === undefined ? {} : { reason: withRights(reason, status, missing) }),
        ...(requestId === undefined ? {} : { requestId }),
        ...(remediation === undefined ? {} : { remediation }),
        warnings: [...warnings],
        requests,
        durationMs,
      };
    },
    scopeTakenOver(end) {
      ended.push(end.outcome);
      return { ...end, requests: 0, durationMs: 0 };
    },
    progress() {
      const scopesDone = ended.length;
      const waitingMs = provider.pausedForMs();
      const waitingFor = provider.pausedBy?.();
      return {
        type: "progress",
        inventory,
        scopesDone,
        scopesKnown,
        resources,
        ...traffic,
        waitingMs,
        ...(waitingFor === undefined ? {} : { waitingFor }),
      };
    },
    finished(projects) {
      const outcomes = Object.fromEntries(
        outcomeStatuses.map((status) => [status, ended.filter((one) => one === status).length]),
      ) as FinishedEvent["outcomes"];
      return {
        type: "finished",
        inventory,
        complete: isComplete(ended),
        resources,
        scopes: ended.length,
        outcomes,
        acceptedGaps,
        ...(notGranted.size === 0 ? {} : { notGranted: inOrder(notGranted) }),
        ...traffic,
        // A run that was stopped has not read what it would have read.
        ...(projects === undefined || stopped !== undefined ? {} : { projects }),
        durationMs: elapsedMs(startedMs, monotonic()),
        ...stopped,
      };
    },
  };
}

function inOrder(notGranted: ReadonlyMap<ResourceKind, Lacked>): NonNullable<FinishedEvent["notGranted"]> {
  const rows = [...notGranted].map(([{ id }, { missing, scopes }]) => ({ kind: id, missing: [...missing], scopes }));
  return rows.sort((one, other) => (one.kind < other.kind ? -1 : 1));
}

/** A scope as events name it, which bounds what a provider may call a project. */
export function tellable({ id }: Scope): string {
  return shortText(id, longestScopeId);
}

/** A duration for a report, in whole milliseconds, between two looks at a monotonic clock: a wall clock may be set. */
export function elapsedMs(startedMs: number, nowMs: number): number {
  return Math.round(nowMs - startedMs);
}

/** A denial names the right that would end it. */
function withRights(reason: string, status: OutcomeStatus, missing: readonly string[]): string {
  return status === "denied" && missing.length > 0 ? `${reason}; needs ${missing.join(", ")}` : reason;
}
