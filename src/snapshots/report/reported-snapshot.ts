import { isGap } from "../../inventory/outcome.ts";
import type { SnapshotEvent, SnapshotHeader, SnapshotLine, SnapshotScope } from "../format.ts";

/** Lists of one kind that ended alike, short of their end. */
export interface GapGroup {
  readonly kind: string;
  readonly outcome: SnapshotScope["outcome"];
  readonly lists: number;
  /** Some of the places, and why the first of them ended so. */
  readonly places: readonly string[];
  readonly reason?: string;
  readonly remediation?: string;
  /** Whether all of them were left out on purpose. */
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

const placesHeld = 3;

/** Notes what the lines of snapshots, one after another, say of their runs. */
export function createSnapshotNotes(): { see(line: SnapshotLine): void; snapshots(): readonly ReportedSnapshot[] } {
  const snapshots: ReportedSnapshot[] = [];
  let header: SnapshotHeader | undefined;
  let started: Extract<SnapshotEvent, { type: "started" }> | undefined;
  let gaps = new Map<string, GapGroup>();
  let filtered = 0;
  let takenOver: ReportedSnapshot["takenOver"] = { lists: 0 };
  return {
    see(line) {
      if (line.type === "snapshot") {
        header = line;
        gaps = new Map();
        filtered = 0;
        takenOver = { lists: 0 };
      }
      if (line.type === "started") started = line;
      if (line.type === "scope") {
        if (line.filtered) filtered += 1;
        if (isGap(line.outcome)) noteGap(gaps, line);
        if (started !== undefined && line.readAt < started.startedAt) takenOver = withOlder(takenOver, line.readAt);
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
        gaps: [...gaps.values()].sort((one, other) => other.lists - one.lists || (one.kind < other.kind ? -1 : 1)),
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

function noteGap(gaps: Map<string, GapGroup>, scope: SnapshotScope): void {
  const { kind, outcome, reason, remediation } = scope;
  const key = `${kind}\t${outcome}`;
  const known = gaps.get(key);
  const { lists = 0, places = [], isAccepted = true } = known ?? {};
  gaps.set(key, {
    kind,
    outcome,
    ...(reason === undefined ? {} : { reason }),
    ...(remediation === undefined ? {} : { remediation }),
    ...known,
    lists: lists + 1,
    places: places.length < placesHeld ? [...places, scope.scope] : places,
    isAccepted: isAccepted && scope.accepted === true,
  });
}
