import { stat } from "node:fs/promises";
import type { Transform } from "node:stream";
import { createGzip } from "node:zlib";
import { InventoryError, systemCode } from "../../inventory/errors.ts";
import { createBatchedWriter, endWritten, unwritable } from "./batched-writer.ts";
import { openPart, targetOf } from "./part-file.ts";

/** A file that appears whole or not at all. */
export interface PlainFile {
  /** Answers with nothing while there is room, and else with what resolves when there is some. */
  write(text: string): Promise<void> | undefined;
  finish(): Promise<void>;
  /** What was there before stays. */
  discard(): Promise<void>;
}

/** A file that can be gone on from where its writing was cut off. */
export interface PartialFile extends PlainFile {
  /** Shows what is written so far; see `PartFile`. */
  show(): Promise<void>;
  /**
   * What was there before stays, and so does what is shown.
   *
   * @returns where that is; undefined where nothing is.
   */
  leave(): Promise<string | undefined>;
}

/**
 * Opens a file beside its place, for its owner alone; `.gz` at the end of its name compresses it.
 *
 * @throws InventoryError INVALID_CONFIG where the place cannot be written; INTERNAL later, such as for a full disk.
 */
export async function plainFile(path: string): Promise<PartialFile> {
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined && !found.isFile())
    throw new InventoryError("INVALID_CONFIG", `${path} is there and is no plain file`);
  const part = await openPart(await targetOf(path)).catch((thrown: unknown) => {
    throw new InventoryError("INVALID_CONFIG", `${path} cannot be written (${systemCode(thrown)})`, { cause: thrown });
  });
  const file = part.file.createWriteStream({ flush: true });
  const compressor = path.endsWith(".gz") ? createGzip() : undefined;
  const stream: Transform | typeof file = compressor ?? file;
  // What the file does not take, the compressor must not wait to hand on.
  file.on("error", (error) => compressor?.destroy(error));
  compressor?.pipe(file);
  const writer = createBatchedWriter(stream, path);
  return {
    write: writer.write,
    async finish() {
      await endWritten(writer, stream, path, file);
      await part.settle().catch((thrown: unknown) => Promise.reject(unwritable(path, thrown)));
    },
    show: part.show,
    async discard() {
      stream.destroy();
      file.destroy();
      await part.remove();
    },
    async leave() {
      // What a compressor holds back would be lost.
      await endWritten(writer, stream, path, file).catch(() => file.destroy());
      return part.remove({ keepsShown: true });
    },
  };
}
