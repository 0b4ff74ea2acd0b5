import { type FileHandle, open, stat } from "node:fs/promises";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { InventoryError, systemCode } from "../inventory/errors.ts";

// Far above any resource that a run tells, and little enough to be held.
const longestLineBytes = 16 * 1024 * 1024;
const chunkBytes = 64 * 1024;
const lineFeed = 0x0a;
const endsInTheMiddle = "Z_BUF_ERROR";
const gzipMagic = [0x1f, 0x8b];

/** A line of a file, without its line feed. */
export interface FileLine {
  readonly bytes: Buffer;
  /** Whether a line feed ends it; false of the rest of a file that was cut off. */
  readonly isEnded: boolean;
}

/**
 * The lines of a file, compressed or not; what the file is called says nothing.
 *
 * @param path what it is called in errors.
 * @param mayBeCutOff whether compressed data may end in the middle.
 * @throws InventoryError INVALID_CONFIG where the file cannot be read to its end.
 */
export async function* fileLines(
  file: FileHandle,
  path: string,
  mayBeCutOff: boolean,
): AsyncGenerator<FileLine, void, void> {
  const stream = await streamOf(file, path);
  let rest: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
        const piece = chunk.subarray(start, end);
        yield { bytes: rest.length === 0 ? piece : Buffer.concat([...rest, piece]), isEnded: true };
        rest = [];
        length = 0;
        start = end + 1;
      }
      if (start === chunk.length) continue;
      rest.push(chunk.subarray(start));
      length += chunk.length - start;
      if (length > longestLineBytes) throw unreadable(path, "has a line that is longer than any of a snapshot");
    }
  } catch (thrown) {
    if (thrown instanceof InventoryError) throw thrown;
    if (!(mayBeCutOff && systemCode(thrown) === endsInTheMiddle)) throw unreadable(path, reasonOf(thrown));
  } finally {
    stream.destroy();
  }
  if (length > 0) yield { bytes: Buffer.concat(rest), isEnded: false };
}

/** A file that is no snapshot, or not a whole one. */
export function unreadable(path: string, why: string): InventoryError {
  return new InventoryError("INVALID_CONFIG", `${path} ${why}`);
}

/**
 * Opens a file to be read once or several times: whatever takes its place meanwhile, what was opened is read.
 *
 * @throws InventoryError INVALID_CONFIG where it is no plain file that can be read.
 */
export async function openLines(path: string): Promise<FileHandle> {
  const found = await stat(path).catch((thrown: unknown) => Promise.reject(unreadable(path, reasonOf(thrown))));
  if (found.isDirectory()) throw unreadable(path, "is a folder: name one of the snapshots in it");
  return open(path).catch((thrown: unknown) => Promise.reject(unreadable(path, reasonOf(thrown))));
}

async function streamOf(file: FileHandle, path: string): Promise<Readable> {
  const isCompressed = await beginsAsGzip(file).catch((thrown: unknown) =>
    Promise.reject(unreadable(path, reasonOf(thrown))),
  );
  const stream = Readable.from(chunksOf(file), { objectMode: false });
  if (!isCompressed) return stream;
  // What fails on the way is thrown where the lines are read.
  return pipeline(stream, createGunzip(), () => {});
}

/** Not the file's own stream: that closes the file with itself. */
async function* chunksOf(file: FileHandle): AsyncGenerator<Buffer, void, void> {
  for (let position = 0; ; ) {
    const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(chunkBytes), 0, chunkBytes, position);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    position += bytesRead;
  }
}

async function beginsAsGzip(file: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
  return bytesRead === 2 && gzipMagic.every((byte, place) => buffer[place] === byte);
}

function reasonOf(thrown: unknown): string {
  const code = systemCode(thrown);
  if (code === endsInTheMiddle) return "was cut off: its compressed data ends in the middle";
  if (code?.startsWith("Z_")) return "holds compressed data that is damaged";
  return code === "ENOENT" ? "does not exist" : `cannot be read (${code})`;
}
