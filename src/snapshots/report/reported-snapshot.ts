import { isGap } from "../../inventory/outcome.ts";
import type { ProjectNames } from "../../inventory/project-names.ts";
import { type Finding, groupByReason, placesOf } from "../../inventory/reason-groups.ts";
import type { SnapshotEvent, SnapshotHeader, SnapshotLine, SnapshotScope } from "../format.ts";
import { isTakenOver } from "../look.ts";

/** Lists that ended alike, short of their end, and for the same reason. */
export interface GapGroup {
  readonly outcome: SnapshotScope["outcome"];
  readonly lists: number;
  /** The first of the places, and how many more there are. */
  readonly places: readonly string[];
  readonly reason: string;
  readonly remediation?: string;
  /** Whether they were left out on purpose. */
  readonly isAccepted: boolean;
}

/** What a snapshot says of its run. */
export interface ReportedSnapshot {
  readonly inventory: string;
  readonly account?: string;
  readonly startedAt: string;
  readonly kinds: number;
  /** The kinds that the credential has no right to read. */
  readonly notGranted: readonly string[];
  readonly finished: Extract<SnapshotEvent, { type: "finished" }>;
  readonly gaps: readonly GapGroup[];
  /** How many lists may have been cut short by the provider in silence. */
  readonly filtered: number;
  /** How many lists were taken over from an earlier run, and when the oldest of them was read. */
  readonly takenOver: { readonly lists: number; readonly oldest?: string };
}

/**
 * Notes what the lines of snapshots, one after another, say of their runs.
 *
 * @param names what projects are called, as far as the lines so far tell it.
 */
export function createSnapshotNotes(names: Pick<ProjectNames, "nameOf">): {
  see(line: SnapshotLine): void;
  snapshots(): readonly ReportedSnapshot[];
} {
  const snapshots: ReportedSnapshot[] = [];
  let header: SnapshotHeader | undefined;
  let started: Extract<SnapshotEvent, { type: "started" }> | undefined;
  let gaps: GapFinding[] = [];
  let filtered = 0;
  let takenOver: ReportedSnapshot["takenOver"] = { lists: 0 };
  return {
    see(line) {
      if (line.type === "snapshot") {
        header = line;
        gaps = [];
        filtered = 0;
        takenOver = { lists: 0 };
      }
      if (line.type === "started") started = line;
      if (line.type === "scope") {
        if (line.filtered) filtered += 1;
        if (isGap(line.outcome)) gaps.push(findingOf(line));
        if (started !== undefined && isTakenOver({ started }, line)) takenOver = withOlder(takenOver, line.readAt);
      }
      if (line.type !== "finished" || started === undefined) return;
      const granted = [...(started.notGranted ?? []), ...(line.notGranted ?? []).map(({ kind }) => kind)];
      snapshots.push({
        inventory: line.inventory,
        ...(header?.account === undefined ? {} : { account: header.account }),
        startedAt: started.startedAt,
        kinds: started.kinds.length,
        notGranted: [...new Set(granted)],
        finished: line,
        gaps: gapsOf(gaps, names),
        filtered,
        takenOver,
      });
    },
    snapshots: () => snapshots,
  };
}

function withOlder({ lists, oldest }: ReportedSnapshot["takenOver"], readAt: string): ReportedSnapshot["takenOver"] {
  return { lists: lists + 1, oldest: oldest === undefined || readAt < oldest ? readAt : oldest };
}

/** A gap, as one of several that may have the same reason. */
interface GapFinding extends Finding {
  readonly outcome: SnapshotScope["outcome"];
  readonly accepted?: true | undefined;
}

function findingOf(scope: SnapshotScope): GapFinding {
  const { outcome, accepted, reason = "" } = scope;
  return { ...scope, status: accepted ? `${outcome}, accepted` : outcome, reason };
}

function gapsOf(findings: readonly GapFinding[], names: Pick<ProjectNames, "nameOf">): readonly GapGroup[] {
  return groupByReason(findings).map((group) => {
    const { outcome, accepted, remediation } = group.first;
    return {
      outcome,
      lists: group.findings.length,
      places: placesOf(group, names),
      reason: group.reason,
      ...(remediation === undefined ? {} : { remediation }),
      isAccepted: accepted === true,
    };
  });
}
