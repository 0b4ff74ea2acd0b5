import { once } from "node:events";
import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { InventoryError, systemCode } from "../../inventory/errors.ts";
import type { Terminal } from "./terminal.ts";

const standardOutput = "standard output";

/** Where a document goes. Writing waits for the medium, so a slow one slows the reading. */
export interface Output {
  write(text: string): Promise<void>;
  /** The document is whole: it takes its place. */
  finish(): Promise<void>;
  /** The document is not whole: what was there before stays. */
  discard(): Promise<void>;
}

/** Text for a stream that somebody else owns. */
export function streamOutput(stream: Writable, place = standardOutput): Output {
  let failure: InventoryError | undefined;
  // Without a listener a reader that left (EPIPE) would end the process with a stack trace.
  stream.on("error", (error) => {
    failure ??= unwritable(place, error);
  });
  return {
    async write(text) {
      if (failure !== undefined) throw failure;
      if (text === "" || stream.write(text)) return;
      await once(stream, "drain").catch((error: unknown) => Promise.reject(failure ?? unwritable(place, error)));
    },
    async finish() {
      const lost = await written(stream, "");
      if (failure !== undefined || lost != null) throw failure ?? unwritable(place, lost);
    },
    discard: async () => {},
  };
}

/**
 * Prints a verb's whole document and waits until it is written. A reader that has seen enough, such as `head`, lost nothing.
 *
 * @throws InventoryError INTERNAL where the document is lost, such as on a full disk.
 */
export async function print({ stdout }: Terminal, document: string): Promise<void> {
  const lost = await written(stdout, document);
  if (lost != null && systemCode(lost) !== "EPIPE") throw unwritable(standardOutput, lost);
}

/** Prints a verb's whole answer as JSON that people can read too; see {@link print}. */
export function printJson(terminal: Terminal, value: unknown): Promise<void> {
  return print(terminal, `${JSON.stringify(value, null, 2)}\n`);
}

/** Resolves once a text and all before it are written, or lost; then with why. */
function written(stream: Writable, text: string): Promise<Error | null | undefined> {
  return new Promise((resolve) => stream.write(text, resolve));
}

/**
 * A file that appears whole or not at all: written beside its place, then renamed. Opened at once, so that a place that
 * cannot be written is found out before the first request.
 *
 * @throws InventoryError INVALID_CONFIG where the place cannot be written; INTERNAL later, such as for a full disk.
 */
export async function fileOutput(path: string): Promise<Output> {
  const special = await isSpecial(path);
  // Through a link to what it points to: renaming would replace the link itself.
  const target = await realpath(path).catch(() => path);
  const temporary = special ? target : join(dirname(target), `.${basename(target)}.${process.pid}.part`);
  let file: FileHandle;
  try {
    // A snapshot names everything a customer owns: for its owner alone.
    file = await open(temporary, "w", 0o600);
  } catch (thrown) {
    throw new InventoryError("INVALID_CONFIG", `--output: ${path} cannot be written (${systemCode(thrown)})`, {
      cause: thrown,
    });
  }
  const stream = file.createWriteStream({ flush: !special });
  const { write } = streamOutput(stream, path);
  const discard = async (): Promise<void> => {
    stream.destroy();
    if (!special) await rm(temporary, { force: true });
  };
  return {
    write,
    async finish() {
      try {
        stream.end();
        await finished(stream);
        if (!special) await rename(temporary, target);
      } catch (thrown) {
        await discard();
        throw unwritable(path, thrown);
      }
    },
    discard,
  };
}

/** Devices and pipes are written in place; a directory is refused by opening it. */
async function isSpecial(path: string): Promise<boolean> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new InventoryError("INVALID_CONFIG", `--output: ${path} is a directory`);
    return !found.isFile();
  } catch (thrown) {
    if (thrown instanceof InventoryError) throw thrown;
    return false;
  }
}

/** What keeps a document from being written, once writing has begun. */
export function unwritable(place: string, thrown: unknown): InventoryError {
  return new InventoryError("INTERNAL", `${place} could not be written to the end (${systemCode(thrown)})`, {
    cause: thrown,
  });
}
