import { randomUUID } from "node:crypto";
import { type FileHandle, open, rm } from "node:fs/promises";
import { join } from "node:path";
import pLimit from "p-limit";
import { InventoryError, systemCode } from "../inventory/errors.ts";

// Of each run that is merged, two such chunks are held.
const chunkBytes = 64 * 1024;
const lineFeed = 0x0a;

/** A part of the spool that was written in one go. */
export interface SpooledRun {
  readonly start: number;
  readonly end: number;
}

/** A file of this process alone for lines that do not fit into memory. It has no name, so that nothing is left where the process dies. */
export interface Spool {
  /**
   * @param lines without line feeds.
   * @throws InventoryError INTERNAL, such as for a full disk.
   */
  write(lines: Iterable<string>): Promise<SpooledRun>;
  /** The lines of a run, a few at a time. */
  read(run: SpooledRun): AsyncGenerator<readonly string[], void, void>;
  close(): Promise<void>;
}

/**
 * @param folder where there is room, such as beside the document that is made.
 * @throws InventoryError INTERNAL where the file cannot be made.
 */
export async function openSpool(folder: string): Promise<Spool> {
  const file = await namelessFile(folder).catch((thrown: unknown) => Promise.reject(unspoolable(folder, thrown)));
  // Several inventories are read side by side: what one writes must not lie where another is writing.
  const inTurn = pLimit(1);
  let size = 0;
  const append = async (lines: Iterable<string>): Promise<SpooledRun> => {
    const start = size;
    try {
      for (const text of inChunks(lines)) {
        const bytes = Buffer.from(text);
        await writeAll(file, bytes, size);
        size += bytes.length;
      }
    } catch (thrown) {
      throw unspoolable(folder, thrown);
    }
    return { start, end: size };
  };
  return {
    write: (lines) => inTurn(append, lines),
    read: (run) => linesOf(file, run),
    close: () => file.close(),
  };
}

async function namelessFile(folder: string): Promise<FileHandle> {
  const path = join(folder, `.cloud-inventory-${randomUUID()}.spool`);
  const file = await open(path, "wx+", 0o600);
  await rm(path);
  return file;
}

/** Lines, as many as make one write. */
function* inChunks(lines: Iterable<string>): Generator<string, void, void> {
  let text = "";
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length < chunkBytes) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}

async function writeAll(file: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let done = 0; done < bytes.length; ) {
    done += (await file.write(bytes, done, bytes.length - done, position + done)).bytesWritten;
  }
}

async function* linesOf(file: FileHandle, { start, end }: SpooledRun): AsyncGenerator<readonly string[], void, void> {
  let rest = Buffer.alloc(0);
  for (let position = start; position < end; ) {
    const chunk = Buffer.allocUnsafe(Math.min(chunkBytes, end - position));
    const { bytesRead } = await file.read(chunk, 0, chunk.length, position);
    if (bytesRead === 0) throw new InventoryError("INTERNAL", "what was spooled cannot be read again");
    position += bytesRead;
    const known = Buffer.concat([rest, chunk.subarray(0, bytesRead)]);
    const whole = known.lastIndexOf(lineFeed) + 1;
    rest = Buffer.from(known.subarray(whole));
    if (whole > 0) yield known.toString("utf8", 0, whole - 1).split("\n");
  }
}

function unspoolable(folder: string, thrown: unknown): InventoryError {
  const message = `what is sorted could not be written beside ${folder} (${systemCode(thrown)})`;
  return thrown instanceof InventoryError ? thrown : new InventoryError("INTERNAL", message, { cause: thrown });
}
