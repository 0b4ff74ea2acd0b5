import { createHash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import * as z from "zod";
import { type FileLine, fileLines, openLines, unreadable } from "./file-lines.ts";
import { SnapshotEnd, SnapshotEvent, SnapshotHeader, type SnapshotLine, snapshotFormat } from "./format.ts";

/** As much of a line as tells what it is, whatever else stands in it. */
const Typed = z.object({ type: z.string(), format: z.unknown().optional() });

export interface ReadSnapshotOptions {
  /** Takes what is there of a snapshot that was cut off: what follows its last whole line is left out. */
  readonly mayBeCutOff?: boolean;
  /** The file, where it is open already; it stays open. */
  readonly file?: FileHandle;
}

/**
 * The lines of a snapshot as they were written: its header, then the run's events. Ends normally only if the snapshot is whole and
 * unchanged, so that nothing may be concluded from it before.
 *
 * @throws InventoryError INVALID_CONFIG, with a sentence that names the file, where it is no snapshot, several in one, one of a newer
 *   format, cut off, or changed since it was written.
 */
export async function* readSnapshot(
  path: string,
  { mayBeCutOff = false, file }: ReadSnapshotOptions = {},
): AsyncGenerator<SnapshotLine, void, void> {
  const opened = file ?? (await openLines(path));
  try {
    yield* linesOf(opened, path, mayBeCutOff);
  } finally {
    if (file === undefined) await opened.close();
  }
}

async function* linesOf(
  file: FileHandle,
  path: string,
  mayBeCutOff: boolean,
): AsyncGenerator<SnapshotLine, void, void> {
  const hash = createHash("sha256");
  const order = createOrder(path);
  let lines = 0;
  let isEnded = false;
  for await (const line of fileLines(file, path, mayBeCutOff)) {
    if (isEnded) throw unreadable(path, "goes on after its end: several snapshots were put into one file");
    if (!line.isEnded && mayBeCutOff) break;
    const value = parsedLine(path, line, lines);
    if (typeOf(value) === "end") {
      checkEnd(path, value, lines, hash.digest("hex"));
      isEnded = true;
      continue;
    }
    hash.update(line.bytes).update("\n");
    yield order.take(value, lines + 1);
    lines += 1;
  }
  if (lines === 0) throw unreadable(path, "is empty");
  if (!isEnded && !mayBeCutOff) throw unreadable(path, "was cut off: it has no end");
  if (isEnded) order.end();
}

function parsedLine(path: string, { bytes, isEnded }: FileLine, lines: number): unknown {
  try {
    return JSON.parse(bytes.toString("utf8"));
  } catch {
    if (lines === 0) throw unreadable(path, "is no snapshot: its first line is no JSON");
    throw unreadable(
      path,
      isEnded ? `was changed: line ${lines + 1} is no JSON` : "was cut off: its last line is not whole",
    );
  }
}

const typeOf = (value: unknown): string | undefined => Typed.safeParse(value).data?.type;

function checkEnd(path: string, value: unknown, lines: number, sha256: string): void {
  const end = SnapshotEnd.safeParse(value).data;
  if (end?.lines !== lines || end.sha256 !== sha256) throw unreadable(path, "was changed since it was written");
}

/** Which line may follow which. */
function createOrder(path: string) {
  let inventory: string | undefined;
  let isStarted = false;
  let isFinished = false;
  return {
    /** @throws InventoryError INVALID_CONFIG where the line stands where none of its kind may. */
    take(value: unknown, number: number): SnapshotLine {
      if (inventory === undefined) {
        const header = headerOf(path, value);
        inventory = header.inventory;
        return header;
      }
      if (typeOf(value) === "snapshot") throw unreadable(path, "holds several snapshots in one file");
      const event = SnapshotEvent.safeParse(value).data;
      if (event === undefined) throw unreadable(path, `was changed: line ${number} is none that a snapshot has`);
      if (event.inventory !== inventory) throw unreadable(path, "holds several inventories in one file");
      if (isFinished) throw unreadable(path, `was changed: line ${number} follows the end of the run`);
      if ((event.type === "started") === isStarted)
        throw unreadable(path, `was changed: line ${number} is out of order`);
      isStarted = true;
      isFinished = event.type === "finished";
      return event;
    },
    end(): void {
      if (!isFinished) throw unreadable(path, "was changed: it does not say how the run ended");
    },
  };
}

function headerOf(path: string, value: unknown): SnapshotHeader {
  const header = SnapshotHeader.safeParse(value).data;
  if (header !== undefined) return header;
  const { type, format } = Typed.safeParse(value).data ?? {};
  if (type !== "snapshot") throw unreadable(path, "is no snapshot: write one with discover --snapshot FILE");
  if (typeof format === "number" && format > snapshotFormat) {
    throw unreadable(
      path,
      `is of format ${format}, which is newer than ${snapshotFormat}, the newest that this version reads`,
    );
  }
  throw unreadable(path, "has a header that is none of a snapshot");
}
