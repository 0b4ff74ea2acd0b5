import { abortError, asInventoryError } from "../../inventory/errors.ts";
import type { FinishedEvent, ScopeEvent } from "../../inventory/event.ts";
import { isGap } from "../../inventory/outcome.ts";
import { groupByReason } from "../../inventory/reason-groups.ts";
import type { Memory } from "../../memory/memory.ts";
import { diffSnapshots } from "../../snapshots/diff.ts";
import { createSnapshotWriter, type SnapshotWriter } from "../../snapshots/write-snapshot.ts";
import { credentialEndsOf } from "../cli/credential-ends.ts";
import { type ExitCode, exitCodeOf } from "../cli/exit-codes.ts";
import { readWithMemory } from "../cli/read-with-memory.ts";
import { isWritten } from "../cli/run-end.ts";
import { readPackageFacts } from "../package-facts.ts";
import type { FleetEntry } from "./entry.ts";
import { type FleetSurroundings, type OpenedEntry, recallEntry } from "./open-entry.ts";
import type { ChangesResult, GapGroup, InventoryResult } from "./result.ts";
import { aboutEntry, stateOfExit } from "./result-parts.ts";
import type { NewSnapshot, SnapshotStore, StoredSnapshot } from "./snapshot-store.ts";

const nameless =
  "nothing told whose account it is: it cannot be compared with other snapshots, and another inventory of the account may be read at the same time";

/** Who has more reasons looks into the snapshot. */
const mostGroups = 5;

/** How the runs of a fleet are made. */
export interface RunParts extends FleetSurroundings {
  readonly store: SnapshotStore;
  /** The whole run's time in milliseconds, for entries that set none of their own. */
  readonly deadlineMs?: number | undefined;
}

/**
 * Reads one inventory into a new snapshot, and compares it with the one before. A run that ends before it could look (a refused
 * credential, a cancellation) writes none: the one before stays the last.
 *
 * @throws InventoryError where the snapshot cannot be written.
 */
export async function runEntry(entry: FleetEntry, opened: OpenedEntry, parts: RunParts): Promise<InventoryResult> {
  const { inventory, account, accountKey } = opened;
  const { store, terminal, learned } = parts;
  const recalled = await recallEntry(opened, parts);
  const warnings = [...opened.warnings, ...recalled.warnings];
  const before = (await store.list(entry)).at(-1);
  // A clock that was set back must not make the newest snapshot look like an old one.
  const startedAt = new Date(Math.max(Date.now(), before === undefined ? 0 : Date.parse(before.startedAt) + 1));
  const snapshot = await store.create(entry, startedAt);
  const { provider, acceptsIncomplete, source, inWords } = inventory;
  try {
    const read = await readInto(snapshot, entry, opened, recalled.memory, parts);
    const { finished, gaps } = read;
    const exitCode = exitCodeOf({ finished, acceptsIncomplete, source, inWords }, isCancelled(terminal.signal));
    const kept = await settle(snapshot, read.writer, exitCode);
    const rates = provider.rates?.learned();
    if (rates !== undefined) learned.set(accountKey, rates);
    const reason = finished.reason ?? gaps[0]?.reason;
    return {
      ...aboutEntry(entry),
      ...stateOfExit(exitCode, finished.complete),
      ...(account === undefined ? {} : { account }),
      ...(finished.complete || reason === undefined ? {} : { reason: inWords(reason) }),
      warnings: account === undefined && finished.code !== "UNAUTHENTICATED" ? [...warnings, nameless] : warnings,
      credentialEnds: read.credentialEnds,
      run: {
        startedAt: snapshot.startedAt,
        durationMs: finished.durationMs,
        resources: finished.resources,
        requests: finished.requests + opened.traffic.requests,
        gaps,
        isAccepted: exitCode === 0 && !finished.complete,
        ...(kept ? { snapshot: snapshot.place } : {}),
        ...(kept && before !== undefined ? { changes: await changesSince(before, snapshot, parts) } : {}),
      },
    };
  } finally {
    await snapshot.file.discard();
  }
}

interface Read {
  readonly finished: FinishedEvent;
  readonly gaps: readonly GapGroup[];
  readonly credentialEnds: InventoryResult["credentialEnds"];
  readonly writer: SnapshotWriter;
}

async function readInto(
  { file }: NewSnapshot,
  { options }: FleetEntry,
  { inventory, account, traffic }: OpenedEntry,
  memory: Memory,
  { terminal: { signal }, deadlineMs: ofFleet }: RunParts,
): Promise<Read> {
  const { deadline_seconds, list_deadline_seconds } = options;
  const deadlineMs = deadline_seconds === undefined ? ofFleet : deadline_seconds * 1000;
  const listDeadlineMs = list_deadline_seconds === undefined ? undefined : list_deadline_seconds * 1000;
  const writer = createSnapshotWriter({
    inventory: inventory.provider.id,
    ...(account === undefined ? {} : { account }),
  });
  const ends = credentialEndsOf(inventory, signal, traffic)();
  const gaps: ScopeEvent[] = [];
  let end: Omit<Read, "writer" | "gaps"> | undefined;
  const settings = {
    account,
    version: readPackageFacts().version,
    signal,
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
    ...(listDeadlineMs === undefined ? {} : { listDeadlineMs }),
  };
  for await (const batch of readWithMemory(inventory, memory, settings)) {
    for (const event of batch) {
      if (event.type === "scope" && isGap(event.outcome) && !event.notGranted) gaps.push(event);
      if (event.type === "finished") {
        const credentialEnds = await ends;
        end = { finished: event, credentialEnds };
        await file.write(writer.event(credentialEnds.length === 0 ? event : { ...event, credentialEnds }));
        continue;
      }
      const room = file.write(writer.event(event));
      if (room !== undefined) await room;
    }
  }
  if (end === undefined) throw new Error("the run told no end");
  return { ...end, gaps: groupsOf(gaps), writer };
}

/** By a person: who lost the claim of the snapshots is stopped by the same signal, and its run has failed. */
function isCancelled(signal: AbortSignal): boolean {
  return signal.aborted && abortError(signal).code === "CANCELLED";
}

function groupsOf(gaps: readonly ScopeEvent[]): readonly GapGroup[] {
  const findings = gaps.map((event) => ({
    ...event,
    status: event.outcome,
    reason: event.reason ?? "no reason was given",
  }));
  const groups = groupByReason(findings).slice(0, mostGroups);
  return groups.map(({ first, findings: { length }, reason }) => ({ status: first.status, reason, scopes: length }));
}

/** @returns whether the snapshot was kept. */
async function settle({ file }: NewSnapshot, writer: SnapshotWriter, exitCode: ExitCode): Promise<boolean> {
  if (!isWritten({ exitCode })) return false;
  await file.write(writer.end());
  await file.finish();
  return true;
}

/** That two snapshots cannot be compared takes nothing from the new one. */
async function changesSince(
  before: StoredSnapshot,
  after: StoredSnapshot,
  { store, terminal: { signal } }: RunParts,
): Promise<ChangesResult> {
  const since = before.startedAt;
  try {
    return await store.withFile(before, (one) =>
      store.withFile(after, async (other) => {
        for await (const told of diffSnapshots(one, other, { signal })) {
          if (told.type === "summary") return { since, counts: told.counts };
        }
        throw new Error("the comparison told no end");
      }),
    );
  } catch (thrown) {
    return { since, reason: asInventoryError(thrown).message };
  }
}
