import { mkdir, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { EarlierRun } from "../../inventory/earlier-run.ts";
import { InventoryError, systemCode } from "../../inventory/errors.ts";
import type { Event, FinishedEvent } from "../../inventory/event.ts";
import { isGap, type OutcomeStatus } from "../../inventory/outcome.ts";
import type { SnapshotFinished } from "../../snapshots/format.ts";
import { createSnapshotWriter, type SnapshotWriter } from "../../snapshots/write-snapshot.ts";
import { type ParsedOptions, usage } from "./arguments.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import type { Inventory } from "./open-inventories.ts";
import { type PartialFile, plainFile } from "./plain-file.ts";
import { isWritten } from "./run-end.ts";
import { say, type Terminal } from "./terminal.ts";

/** The snapshot of one inventory, which takes its place whole or not at all. */
export interface SnapshotFile {
  /**
   * @param account whose inventory it is; without it no other snapshot can be compared with this one.
   * @param credentialEnds until when the credential is good; waited for at the end of the run.
   */
  begin(account: string | undefined, credentialEnds: Promise<NonNullable<SnapshotFinished["credentialEnds"]>>): void;
  /** Answers with nothing while there is room, and else with what resolves when there is some. */
  write(event: Event): Promise<void> | undefined;
  /**
   * Puts the snapshot in its place, unless the run ended before it could look: then an earlier one stays.
   *
   * @throws InventoryError INTERNAL where it cannot be written to the end.
   */
  finish(exitCode: ExitCode, terminal: Terminal): Promise<void>;
  /** Leaves nothing behind; does nothing after `finish`. */
  discard(): Promise<void>;
}

/** When a file that is written is worth going on from. */
export interface Showing {
  /** Whether an event makes it so: true once. */
  isDue(event: Event): boolean;
}

/**
 * A run that is killed leaves what it had read, which replaces what an earlier one left once it is at least as much.
 *
 * @param earlier what is gone on from, if anything.
 */
export function createShowing(earlier: Pick<EarlierRun, "scopes"> | undefined): Showing {
  const isWhole = (outcome: OutcomeStatus): boolean => !isGap(outcome);
  const before = earlier?.scopes.filter(({ end }) => isWhole(end.outcome)).length ?? 0;
  const due = Math.max(1, before);
  let whole = 0;
  return {
    isDue(event) {
      if (event.type !== "scope" || !isWhole(event.outcome)) return false;
      whole += 1;
      return whole === due;
    },
  };
}

/**
 * Makes room for the snapshots of a run, before its first request.
 *
 * @param options of which `snapshot` is a file, or a folder where there are several inventories.
 * @param earlier what the run goes on from, if anything.
 * @throws InventoryError INVALID_CONFIG where the place cannot be written.
 */
export async function openSnapshots(
  options: ParsedOptions,
  inventories: readonly Inventory[],
  earlier: EarlierRun | undefined,
): Promise<ReadonlyMap<Inventory, SnapshotFile>> {
  const place = options.one("snapshot");
  const opened = new Map<Inventory, SnapshotFile>();
  if (place === undefined) return opened;
  for (const name of ["output", "metrics"]) {
    const other = options.one(name);
    if (other !== undefined && resolve(other) === resolve(place)) {
      throw usage(`--snapshot and --${name} name the same file; give each its own`);
    }
  }
  const paths = await pathsFor(place, inventories);
  try {
    for (const [inventory, path] of paths) {
      opened.set(inventory, snapshotFile(path, inventory, await plainFile(path), createShowing(earlier)));
    }
  } catch (thrown) {
    for (const snapshot of opened.values()) await snapshot.discard();
    throw thrown instanceof InventoryError ? new InventoryError(thrown.code, `--snapshot: ${thrown.message}`) : thrown;
  }
  return opened;
}

/** One file each, named by the provider; a second inventory of a provider has a number. */
async function pathsFor(
  place: string,
  inventories: readonly Inventory[],
): Promise<readonly (readonly [Inventory, string])[]> {
  const found = await stat(place).catch(() => undefined);
  const isFolder = found?.isDirectory() ?? (place.endsWith("/") || inventories.length > 1);
  if (!isFolder) {
    const [only, ...others] = inventories;
    if (only === undefined || others.length > 0) {
      throw usage(
        `--snapshot: ${place} is a file, and a snapshot holds one inventory of the ${inventories.length}: name a folder`,
      );
    }
    return [[only, place]];
  }
  await mkdir(place, { recursive: true, mode: 0o700 }).catch((thrown: unknown) => {
    throw usage(`--snapshot: the folder ${place} cannot be made (${systemCode(thrown)})`);
  });
  const ids = inventories.map(({ provider }) => provider.id);
  return inventories.map((inventory, index) => {
    const earlier = ids.slice(0, index).filter((id) => id === ids[index]).length;
    return [inventory, join(place, `${ids[index]}${earlier === 0 ? "" : `-${earlier + 1}`}.ndjson`)];
  });
}

function snapshotFile(path: string, { provider }: Inventory, file: PartialFile, showing: Showing): SnapshotFile {
  let writer: SnapshotWriter | undefined;
  let ends: Promise<NonNullable<SnapshotFinished["credentialEnds"]>> | undefined;
  let isSettled = false;
  const writeFinished = async (event: FinishedEvent): Promise<void> => {
    const credentialEnds = (await ends) ?? [];
    const told = credentialEnds.length === 0 ? event : { ...event, credentialEnds };
    const room = file.write(writer?.event(told) ?? "");
    if (room !== undefined) await room;
  };
  const discard = async (): Promise<void> => {
    if (isSettled) return;
    isSettled = true;
    await file.discard();
  };
  return {
    begin(account, credentialEnds) {
      ends = credentialEnds;
      writer = createSnapshotWriter({ inventory: provider.id, ...(account === undefined ? {} : { account }) });
    },
    write(event) {
      if (event.type === "finished") return writeFinished(event);
      const room = file.write(writer?.event(event) ?? "");
      const isDue = showing.isDue(event);
      return isDue ? Promise.resolve(room).then(file.show) : room;
    },
    async finish(exitCode, terminal) {
      if (writer === undefined || !isWritten({ exitCode })) {
        isSettled = true;
        const partial = exitCode === exitCodes.cancelled ? await file.leave() : await file.discard();
        const rest = partial === undefined ? "" : `; --retry ${partial} goes on from what it had read`;
        say(terminal, `note: ${provider.id}: this run wrote no snapshot; ${path} is as it was${rest}`);
        return;
      }
      await file.show();
      const room = file.write(writer.end());
      if (room !== undefined) await room;
      await file.finish();
      isSettled = true;
    },
    discard,
  };
}
